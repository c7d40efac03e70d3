"""The store: sessions of the game on disk, so that a killed server loses nothing.

What is kept is what a session cannot be made from again: the scenario, the seed, who
holds which seat, the moves of every turn, and what is drafted for the next one. The
world itself is played again from these.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sim.errors import InputError
from sim.source import model_digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from analysis.game.board import Moves
    from analysis.game.choices import Options

__all__ = ["Kept", "Store", "Team"]

_APPLICATION = 0x64696C65
"""Marks a database as ours."""

_FORM = 1
"""Of the tables."""

_TABLES = """
CREATE TABLE session (
  code TEXT PRIMARY KEY, teacher TEXT UNIQUE NOT NULL, source TEXT NOT NULL,
  scenario TEXT NOT NULL, seed INTEGER NOT NULL, turns INTEGER NOT NULL,
  played TEXT NOT NULL, minutes REAL NOT NULL, events TEXT NOT NULL,
  status TEXT NOT NULL, seconds REAL NOT NULL
) STRICT;
CREATE TABLE team (
  code TEXT NOT NULL REFERENCES session ON DELETE CASCADE, token TEXT UNIQUE NOT NULL,
  name TEXT NOT NULL, states TEXT NOT NULL
) STRICT;
CREATE TABLE turn (
  code TEXT NOT NULL REFERENCES session ON DELETE CASCADE, number INTEGER NOT NULL,
  moves TEXT NOT NULL, PRIMARY KEY (code, number)
) STRICT;
CREATE TABLE draft (
  code TEXT NOT NULL REFERENCES session ON DELETE CASCADE, state TEXT NOT NULL,
  options TEXT NOT NULL, committed INTEGER NOT NULL, PRIMARY KEY (code, state)
) STRICT;
"""


@dataclass(frozen=True, kw_only=True)
class Team:
    """A team of a session.

    Attributes
    ----------
    token : str
        What the address of its page ends in: who has it, acts for the team.
    name : str
        Its pseudonym: text, never markup.
    states : tuple of str
        The states that it plays; none after the last was handed to the rules.
    """

    token: str
    name: str
    states: tuple[str, ...]


@dataclass(kw_only=True)
class Kept:
    """A session as it is kept; plain data.

    Attributes
    ----------
    code, teacher : str
        What is told to teams; what the address of the teacher's screen ends in.
    source : str
        Hash of the model that plays it: another one plays another world.
    scenario : dict
        Resolved, with what the teacher added.
    seed, turns : int
    played : tuple of str
    minutes : float
        Time for a turn.
    events : list of (int, str)
        What the teacher added, by turn.
    status : str
    seconds : float
        Time left of the turn.
    teams : list of Team
    moves : list of Moves
        Of the turns that have been played.
    drafts : dict of state to Options
        For the turn that is to be played.
    committed : set of str
        The states whose drafts are final.
    """

    code: str
    teacher: str
    scenario: dict[str, Any]
    seed: int
    turns: int
    played: tuple[str, ...]
    minutes: float
    source: str = field(default_factory=model_digest)
    events: list[tuple[int, str]] = field(default_factory=list)
    status: str = "lobby"
    seconds: float = 0.0
    teams: list[Team] = field(default_factory=list)
    moves: list[Moves] = field(default_factory=list)
    drafts: dict[str, Options] = field(default_factory=dict)
    committed: set[str] = field(default_factory=set)


class Store:
    """A file of sessions.

    Parameters
    ----------
    path : Path
        An SQLite database. One that is not there is made with the first session,
        readable by its owner alone: lessons leave nothing behind.

    Raises
    ------
    InputError
        If it cannot be opened, or is something else.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: sqlite3.Connection | None = None
        if path.exists():
            self._open()

    def _open(self) -> sqlite3.Connection:
        with self._refusing():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if not self.path.exists():
                self.path.touch(mode=0o600)
            base = sqlite3.connect(self.path, isolation_level=None)
            base.execute("PRAGMA foreign_keys = ON")
            base.execute("PRAGMA secure_delete = ON")  # forgotten is gone
            mark = base.execute("PRAGMA application_id").fetchone()[0]
            form = base.execute("PRAGMA user_version").fetchone()[0]
            empty = not base.execute("SELECT 1 FROM sqlite_master").fetchone()
            if empty and mark == 0:
                base.executescript(
                    f"BEGIN; {_TABLES} PRAGMA application_id = {_APPLICATION};"
                    f" PRAGMA user_version = {_FORM}; COMMIT;"
                )
            elif (mark, form) != (_APPLICATION, _FORM):
                raise InputError(f"{self.path}: is no file of games of this version")
            # Thirty players click at once: what is written is safe from a kill at once,
            # and from a power cut some moments later.
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = NORMAL")
        self._opened = base
        return base

    @property
    def _base(self) -> sqlite3.Connection:
        return self._opened or self._open()

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        """Say in words what the disk or the database refuses."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise InputError(f"{self.path}: cannot keep games here: {error}") from None

    def close(self) -> None:
        """Let go of the file."""
        if self._opened is not None:
            self._opened.close()

    # ------------------------------------------------------------------------ reading

    def codes(self) -> list[str]:
        """Return the codes of all sessions, as they were opened."""
        if self._opened is None:
            return []
        rows = self._base.execute("SELECT code FROM session ORDER BY rowid")
        return [row[0] for row in rows]

    def read(self, code: str) -> Kept:
        """Return a session.

        Raises
        ------
        InputError
            If what is kept of it is damaged.
        """
        with closing(self._base.cursor()) as cursor:
            cursor.row_factory = sqlite3.Row
            row = cursor.execute("SELECT * FROM session WHERE code = ?", [code])
            head = row.fetchone()
            parts = {
                table: cursor.execute(
                    f"SELECT * FROM {table} WHERE code = ? ORDER BY {order}",
                    [code],
                ).fetchall()
                for table, order in (
                    ("team", "rowid"),
                    ("turn", "number"),
                    ("draft", "rowid"),
                )
            }
        try:
            return Kept(
                **{key: head[key] for key in _PLAIN},
                scenario=json.loads(head["scenario"]),
                played=tuple(json.loads(head["played"])),
                events=[(turn, kind) for turn, kind in json.loads(head["events"])],
                teams=[
                    Team(
                        token=one["token"],
                        name=one["name"],
                        states=tuple(json.loads(one["states"])),
                    )
                    for one in parts["team"]
                ],
                moves=[json.loads(one["moves"]) for one in parts["turn"]],
                drafts={
                    one["state"]: json.loads(one["options"]) for one in parts["draft"]
                },
                committed={one["state"] for one in parts["draft"] if one["committed"]},
            )
        except (TypeError, ValueError) as error:
            raise InputError(
                f"{self.path}: what is kept of session {code} is damaged: {error}"
            ) from None

    # ------------------------------------------------------------------------ writing

    def add(self, kept: Kept) -> None:
        """Keep a new session.

        Raises
        ------
        InputError
            If the disk refuses.
        """
        with self._refusing():
            self._base.execute(
                "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    *(getattr(kept, key) for key in ("code", "teacher", "source")),
                    _json(kept.scenario),
                    kept.seed,
                    kept.turns,
                    _json(kept.played),
                    kept.minutes,
                    _json(kept.events),
                    kept.status,
                    kept.seconds,
                ],
            )

    def write(self, kept: Kept) -> None:
        """Keep a session as it is now, whole: after a kill it is this or what it was.

        One that somebody has deleted meanwhile is not brought back.

        Raises
        ------
        InputError
            If the disk refuses.
        """
        with self._refusing(), self._at_once():
            there = self._base.execute(
                "UPDATE session SET scenario = ?, events = ?, status = ?, seconds = ?"
                " WHERE code = ?",
                [
                    _json(kept.scenario),
                    _json(kept.events),
                    kept.status,
                    kept.seconds,
                    kept.code,
                ],
            )
            if not there.rowcount:
                return
            for table in ("team", "draft"):
                self._base.execute(f"DELETE FROM {table} WHERE code = ?", [kept.code])
            self._base.executemany(
                "INSERT INTO team VALUES (?, ?, ?, ?)",
                [
                    (kept.code, one.token, one.name, _json(one.states))
                    for one in kept.teams
                ],
            )
            self._base.executemany(
                "INSERT INTO turn VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                [
                    (kept.code, place + 1, _json(moves))
                    for place, moves in enumerate(kept.moves)
                ],
            )
            self._base.executemany(
                "INSERT INTO draft VALUES (?, ?, ?, ?)",
                [
                    (kept.code, state, _json(options), int(state in kept.committed))
                    for state, options in kept.drafts.items()
                ],
            )

    def write_draft(
        self, code: str, state: str, options: Options, *, committed: bool
    ) -> None:
        """Keep what is chosen for a state, and nothing else."""
        with self._refusing():
            self._base.execute(
                "INSERT INTO draft SELECT code, ?, ?, ? FROM session WHERE code = ?"
                " ON CONFLICT (code, state) DO UPDATE SET"
                " options = excluded.options, committed = excluded.committed",
                (state, _json(options), int(committed), code),
            )

    def write_clock(self, code: str, seconds: float) -> None:
        """Keep how much time is left, and nothing else."""
        with self._refusing():
            self._base.execute(
                "UPDATE session SET seconds = ? WHERE code = ?", [seconds, code]
            )

    def delete(self, code: str) -> bool:
        """Delete a session and all that belongs to it; return whether there was one."""
        if self._opened is None:
            return False
        with self._refusing():
            gone = self._base.execute("DELETE FROM session WHERE code = ?", [code])
            # Nor may it stay in the log of what was written.
            self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return gone.rowcount > 0

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")


_PLAIN = (
    "code",
    "teacher",
    "source",
    "seed",
    "turns",
    "minutes",
    "status",
    "seconds",
)
"""What is kept as it is."""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
