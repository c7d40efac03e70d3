"""Sessions: who sits at which seat, what time it is, and what has been chosen.

A hall holds the sessions of one server. Every action of a team or a teacher is a method
here, is checked here, and is on disk before it returns; pages only show and call.
"""

from __future__ import annotations

import asyncio
import secrets
import time
import unicodedata
from collections import OrderedDict, deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from analysis.game.advisers import advise, outlooks, position
from analysis.game.board import Game, set_up
from analysis.game.choices import checked
from analysis.game.sight import seen_by
from analysis.game.store import Kept, Store, Team
from sim.cast import STATES
from sim.errors import InputError
from sim.scenario import Scenario
from sim.source import model_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from analysis.game.advisers import Advice, Outlook, Position
    from analysis.game.board import Board
    from analysis.game.choices import Options
    from analysis.game.sight import Sight

__all__ = [
    "LONGEST_NAME",
    "MOST_MINUTES",
    "MOST_SESSIONS",
    "Hall",
    "RefusedError",
    "Session",
    "Team",
]

MOST_SESSIONS = 50
"""Sessions of one server."""

MOST_MINUTES = 120.0
"""Time for a turn, and what may be left of it."""

LONGEST_NAME = 30
"""Letters of a pseudonym."""

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Of a code: none that is taken for another when it is read aloud or copied."""

_CODE = 8
"""Letters of a code: a million million codes, of which a few are in use."""

_TRIES, _TRIES_OF_ALL, _WHILE = 10, 200, 60.0
"""Wrong codes in so many seconds, of one browser and of all together."""

_ACTIONS, _ACTIONS_WHILE = 30, 5.0
"""Actions of one team in so many seconds: five browsers that click in a hurry."""

_HEARTBEAT = 5.0
"""Seconds after which the clock is kept on disk."""

REMEMBERED = 500
"""Pieces of advice that are kept."""

_GATHERED = 0.05
"""Seconds that a first question to the advisers waits for company."""

_Key: TypeAlias = tuple[Any, ...]
"""What is asked: first of which board, then of which state, and of which draft."""

_Asked: TypeAlias = "tuple[Position, Options, asyncio.Future[Mapping[str, Outlook]]]"
_Found = TypeVar("_Found")
_Kept: TypeAlias = "OrderedDict[_Key, asyncio.Future[_Found]]"


class RefusedError(InputError):
    """An action that is not allowed now.

    Attributes
    ----------
    key : str
        Which refusal: ``no_session``, ``too_many_tries``, ``too_fast``, ``name``,
        ``taken``, ``not_yours``, ``not_open``, ``full``, ``over``, ``not_running``,
        ``event`` or ``minutes``.
    values : mapping of str to object
        What belongs into its words.
    """

    def __init__(self, key: str, **values: object) -> None:
        said = ", ".join(f"{name} {value}" for name, value in values.items())
        super().__init__(f"refused: {key}" + (f" ({said})" if said else ""))
        self.key, self.values = key, values


class _Limit:
    """At most so many in so many seconds."""

    def __init__(self, most: int, seconds: float, now: Callable[[], float]) -> None:
        self._most, self._seconds, self._now = most, seconds, now
        self._when: deque[float] = deque(maxlen=most)

    @property
    def reached(self) -> bool:
        """Whether there is no room for another one yet."""
        full = len(self._when) == self._most
        return full and self._now() - self._when[0] < self._seconds

    def count(self) -> None:
        """Count one."""
        self._when.append(self._now())


class Session:
    """One game of a class.

    Made by :meth:`Hall.open` and by a hall that reads its file again.

    Attributes
    ----------
    code : str
        What teams need to join, as they write it: ``ABCD-EFGH``.
    teacher : str
        What the address of the teacher's screen ends in.
    board : Board
        The world. Whoever shows anything of it to a team takes :meth:`sight`.
    minutes : float
        Time for a turn.
    teams : dict of state to Team
        Who plays what; a state that is left out is its rules'.
    drafts : dict of state to Options
        What is chosen so far for the turn that is to be played.
    committed : set of str
        The states whose drafts are final.
    events : list of (int, str)
        What the teacher added, by turn.
    status : {'lobby', 'running', 'paused', 'over'}
    left : float
        Seconds left of the turn.
    version : int
        Grows with every change that a page shows.
    """

    def __init__(self, hall: Hall, kept: Kept, board: Board) -> None:
        self._hall, self._kept, self.board = hall, kept, board
        self.code, self.teacher = kept.code, kept.teacher
        self.drafts, self.committed = kept.drafts, kept.committed
        self.events = kept.events
        self.left = kept.seconds
        self.version = 0
        self._all: dict[str, Team] = {one.token: one for one in kept.teams}
        self._limits: dict[str, _Limit] = {}
        self._unsaved = 0.0

    # -------------------------------------------------------------------- what it is

    @property
    def game(self) -> Game:
        """What is played."""
        return self.board.game

    @property
    def minutes(self) -> float:
        """Time for a turn."""
        return self._kept.minutes

    @property
    def status(self) -> str:
        """``lobby``, ``running``, ``paused`` or ``over``."""
        return self._kept.status

    @property
    def teams(self) -> dict[str, Team]:
        """The teams by state."""
        return {state: team for team in self._all.values() for state in team.states}

    @property
    def everyone(self) -> tuple[Team, ...]:
        """Every team that has joined, those without a seat as well."""
        return tuple(self._all.values())

    @property
    def free(self) -> tuple[str, ...]:
        """The states that a team may take."""
        taken = self.teams
        open_to_all = set(self.game.played) - set(taken)
        return tuple(one for one in STATES if one in open_to_all)

    @property
    def names(self) -> dict[str, str]:
        """The pseudonym of the team that plays each state; empty for the rules."""
        return {
            state: self.teams[state].name if state in self.teams else ""
            for state in STATES
        }

    def team(self, token: str) -> Team | None:
        """Return the team with a secret, or None."""
        return self._all.get(token)

    def sight(self, state: str) -> Sight:
        """Return what a state sees at the beginning of the turn."""
        return seen_by(self.board, state)

    async def advice(self, state: str) -> Advice:
        """Return what a state's advisers expect of every option.

        Raises
        ------
        RefusedError
            If the game is over.
        """
        self._check_not_over()
        key = (self.code, self.board.turn, len(self.events)), state
        return await self._hall.advise(key, position(self.board, state))

    async def outlook(self, state: str) -> Mapping[str, Outlook]:
        """Return what a state's advisers expect of what is drafted for it.

        Raises
        ------
        RefusedError
            If the game is over.
        """
        self._check_not_over()
        drafted = dict(self.drafts.get(state, {}))
        board = self.code, self.board.turn, len(self.events)
        key = board, state, tuple(sorted(drafted.items()))
        return await self._hall.look_ahead(key, position(self.board, state), drafted)

    # -------------------------------------------------------------- what teams may do

    def join(self, name: str, states: tuple[str, ...]) -> Team:
        """Seat a new team.

        Parameters
        ----------
        name : str
            Its pseudonym.
        states : tuple of str
            One state or more, all of them free.

        Raises
        ------
        RefusedError
            If the name is none or another team's, a state is not free, or the game is
            over.
        """
        self._check_not_over()
        plain = _checked_name(name)
        if any(team.name == plain for team in self._all.values()):
            raise RefusedError("name", longest=LONGEST_NAME)
        wanted = tuple(state for state in STATES if state in states)
        if not wanted or len(wanted) != len(states) or set(wanted) - set(self.free):
            raise RefusedError("taken")
        if len(self._all) >= 4 * len(STATES):
            raise RefusedError("full", most=4 * len(STATES))
        team = Team(token=secrets.token_urlsafe(16), name=plain, states=wanted)
        self._all[team.token] = team
        self._keep()
        return team

    def draft(self, team: Team, state: str, options: object) -> None:
        """Write down what a team has chosen so far.

        Parameters
        ----------
        team : Team
            Who chooses.
        state : str
            For which of its states.
        options : mapping of choice to option
            What is left out is left to the rules.

        Raises
        ------
        RefusedError
            If the state is not the team's, it has committed already, or the game is
            over.
        InputError
            If there is no such choice or option.
        """
        self._check_seat(team, state)
        if state in self.committed:
            raise RefusedError("not_open")
        self.drafts[state] = checked(options, self.board.choices(state))
        self._keep_draft(state)

    def commit(self, team: Team, state: str) -> None:
        """Make a draft final; when all have, the world moves.

        Raises
        ------
        RefusedError
            If the state is not the team's, or the game is not running.
        """
        self._check_seat(team, state)
        if self.status != "running":
            raise RefusedError("not_running")
        self.drafts.setdefault(state, {})
        self.committed.add(state)
        self._keep_draft(state)

    def reopen(self, team: Team, state: str) -> None:
        """Take a commitment back, as long as the world has not moved.

        Raises
        ------
        RefusedError
            If the state is not the team's, or the game is over.
        """
        self._check_seat(team, state)
        if state in self.committed:
            self.committed.discard(state)
            self._keep_draft(state)

    # ---------------------------------------------------------- what the teacher may do

    def begin(self) -> None:
        """Start the clock of the first turn, or of one that was paused.

        Raises
        ------
        RefusedError
            If the game is over.
        """
        self._check_not_over()
        self._kept.status = "running"
        self._keep()

    def pause(self) -> None:
        """Stop the clock.

        Raises
        ------
        RefusedError
            If it is not running.
        """
        if self.status != "running":
            raise RefusedError("not_running")
        self._kept.status = "paused"
        self._keep()

    def extend(self, minutes: float) -> None:
        """Give more time to this turn, or take some away.

        Raises
        ------
        RefusedError
            If the game is over.
        """
        self._check_not_over()
        self.left = min(max(self.left + 60.0 * minutes, 0.0), 60.0 * MOST_MINUTES)
        self._keep()

    def inject(self, kind: str) -> None:
        """Let something happen in the turn that is to be played; all are told.

        Parameters
        ----------
        kind : str
            A kind of event or a lever of policy; see :meth:`Game.with_news`.

        Raises
        ------
        RefusedError
            If the game is over, or it happens in this turn already.
        InputError
            If there is no such thing.
        """
        self._check_not_over()
        if (self.board.turn, kind) in self.events:
            raise RefusedError("event")
        self.board.inject(kind)
        self._kept.scenario = self.game.scenario.resolved()
        self.events.append((self.board.turn, kind))
        self._keep()

    def hand_to_rules(self, state: str) -> None:
        """Hand a seat to the rules; another team may take it with the code.

        Raises
        ------
        RefusedError
            If no team holds it, or the game is over.
        """
        self._check_not_over()
        team = self.teams.get(state)
        if team is None:
            raise RefusedError("taken")
        rest = tuple(one for one in team.states if one != state)
        self._all[team.token] = replace(team, states=rest)
        self.drafts.pop(state, None)
        self.committed.discard(state)
        self._keep()

    def move_on(self) -> None:
        """Let the turn pass now: what is drafted stands, the rest is the rules'.

        Raises
        ------
        RefusedError
            If the game is over.
        """
        self._check_not_over()
        seated = self.teams
        self.board.play(
            {state: one for state, one in self.drafts.items() if state in seated}
        )
        self.drafts.clear()
        self.committed.clear()
        self._hall.drop_questions(self.code)
        self.left = 60.0 * self.minutes
        self._kept.status = "over" if self.board.over else "running"
        self._keep()

    def end(self) -> None:
        """End the game with the turns that have been played.

        Raises
        ------
        RefusedError
            If it is over already, or nothing has been played.
        """
        self._check_not_over()
        if not self.board.moves:
            raise RefusedError("not_running")
        self._kept.status = "over"
        self._keep()

    # ------------------------------------------------------------------------ the clock

    def pass_time(self, seconds: float) -> None:
        """Let time pass, and the world move when it is up or all have committed."""
        if self.status != "running":
            return
        self.left = max(0.0, self.left - seconds)
        seated = set(self.teams)
        if self.left == 0.0 or (seated and seated <= self.committed):
            self.move_on()
            return
        self._unsaved += seconds
        if self._unsaved >= _HEARTBEAT:
            self._hall.store.write_clock(self._kept.code, self.left)
            self._unsaved = 0.0

    # ----------------------------------------------------------------------- in here

    def _check_not_over(self) -> None:
        if self.status == "over":
            raise RefusedError("over")

    def _check_seat(self, team: Team, state: str) -> None:
        """Refuse who acts for a state that is not its own, or too fast."""
        self._check_not_over()
        now = self._all.get(team.token)
        if now is None or state not in now.states:
            raise RefusedError("not_yours")
        limit = self._limits.setdefault(
            team.token, _Limit(_ACTIONS, _ACTIONS_WHILE, self._hall.now)
        )
        if limit.reached:
            raise RefusedError("too_fast")
        limit.count()

    def _keep_draft(self, state: str) -> None:
        """Put what is chosen for a state on disk, and let pages know."""
        self._hall.store.write_draft(
            self.code,
            state,
            self.drafts.get(state, {}),
            committed=state in self.committed,
        )
        self.version += 1

    def _keep(self) -> None:
        """Put the session on disk as it is, and let pages know."""
        kept = self._kept
        kept.seconds = self.left
        kept.moves = self.board.moves
        kept.teams = list(self._all.values())
        self._hall.store.write(kept)
        self.version += 1


class Hall:
    """The sessions of one server, on one file.

    Parameters
    ----------
    path : Path
        The file; sessions that are in it go on where they stood.
    now : callable
        A clock that never goes back. [s]

    Raises
    ------
    InputError
        If the file cannot be used.

    Attributes
    ----------
    sessions : dict of code to Session
        Those that this version of the model can go on with.
    others : list of str
        Codes of sessions that another version has played.
    """

    def __init__(
        self, path: Path, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        self.store, self.now = Store(path), now
        self.sessions: dict[str, Session] = {}
        self.others: list[str] = []
        for code in self.store.codes():
            kept = self.store.read(code)
            if kept.source == model_digest():
                self.sessions[code] = Session(self, kept, _set_up_again(kept))
            else:
                self.others.append(code)
        self._tries: dict[str, _Limit] = {}
        self._all_tries = _Limit(_TRIES_OF_ALL, _WHILE, now)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="advisers")
        self._advised: _Kept[Advice] = OrderedDict()
        self._expected: _Kept[Mapping[str, Outlook]] = OrderedDict()
        self._waiting: OrderedDict[_Key, _Asked] = OrderedDict()
        self._at_work: asyncio.Task[None] | None = None
        self._last = now()

    def open(self, game: Game, *, minutes: float) -> Session:
        """Open a session.

        Parameters
        ----------
        game : Game
            What is played.
        minutes : float
            Time for a turn.

        Raises
        ------
        RefusedError
            If there are too many sessions, or a turn would take no time or too much.
        """
        if len(self.sessions) >= MOST_SESSIONS:
            raise RefusedError("full", most=MOST_SESSIONS)
        if not 0.0 < minutes <= MOST_MINUTES:
            raise RefusedError("minutes", most=f"{MOST_MINUTES:g}")
        letters = [secrets.choice(_LETTERS) for _ in range(_CODE)]
        half = _CODE // 2
        kept = Kept(
            code="".join(letters[:half]) + "-" + "".join(letters[half:]),
            teacher=secrets.token_urlsafe(16),
            scenario=game.scenario.resolved(),
            seed=game.seed,
            turns=game.turns,
            played=game.played,
            minutes=minutes,
            seconds=60.0 * minutes,
        )
        self.store.add(kept)
        session = Session(self, kept, _set_up_again(kept))
        self.sessions[kept.code] = session
        return session

    def by_code(self, code: str, who: str) -> Session:
        """Return the session with a code.

        Parameters
        ----------
        code : str
            As somebody wrote it.
        who : str
            From which browser; wrong codes are counted.

        Raises
        ------
        RefusedError
            If there is none, or too many codes were wrong.
        """
        tries = self._tries.setdefault(who[:80], _Limit(_TRIES, _WHILE, self.now))
        if tries.reached or self._all_tries.reached:
            raise RefusedError("too_many_tries", seconds=f"{_WHILE:g}")
        found = self.sessions.get(_as_code(code))
        if found is None:
            tries.count()
            self._all_tries.count()
            while len(self._tries) > _TRIES_OF_ALL:
                self._tries.pop(next(iter(self._tries)))
            raise RefusedError("no_session")
        return found

    def by_teacher(self, token: str) -> Session | None:
        """Return the session whose teacher's screen has this address, or None."""
        found = [one for one in self.sessions.values() if one.teacher == token]
        return found[0] if found else None

    def by_seat(self, token: str) -> tuple[Session, Team] | None:
        """Return the session and the team with this secret, or None."""
        for session in self.sessions.values():
            team = session.team(token)
            if team is not None:
                return session, team
        return None

    def forget(self, code: str) -> bool:
        """Delete a session and everything of it; return whether there was one."""
        known = _as_code(code)
        self.sessions.pop(known, None)
        if known in self.others:
            self.others.remove(known)
        return self.store.delete(known)

    def tick(self) -> None:
        """Let the time pass that has passed since the last tick."""
        # What was deleted from the file, by whom ever, is gone here as well.
        for code in set(self.sessions) - set(self.store.codes()):
            del self.sessions[code]
        now = self.now()
        seconds, self._last = now - self._last, now
        for session in list(self.sessions.values()):
            session.pass_time(seconds)

    async def advise(self, key: _Key, where: Position) -> Advice:
        """Return what advisers expect of every option, worked out once."""
        if key not in self._advised:
            loop = asyncio.get_running_loop()
            # Kept while it is made: a team of five asks all at once.
            self._advised[key] = loop.run_in_executor(self._thread, advise, where)
            _forget_oldest(self._advised)
        return await _shared(self._advised, key)

    async def look_ahead(
        self, key: _Key, where: Position, drafted: Options
    ) -> Mapping[str, Outlook]:
        """Return what advisers expect of a draft; what is asked together is one run."""
        if key not in self._expected:
            future = asyncio.get_running_loop().create_future()
            self._expected[key] = future
            self._waiting[key] = where, drafted, future
            _forget_oldest(self._expected)
        if self._at_work is None or self._at_work.done():
            self._at_work = asyncio.create_task(self._work())
        return await _shared(self._expected, key)

    def drop_questions(self, code: str) -> None:
        """Let the advisers not think on about a turn of a session that has passed."""
        for key in [one for one in self._advised if one[0][0] == code]:
            self._advised.pop(key).cancel()

    async def _work(self) -> None:
        """Answer what waits, all of one board at a time."""
        loop = asyncio.get_running_loop()
        while self._waiting:
            await asyncio.sleep(_GATHERED)
            board = next(iter(self._waiting))[0]
            keys = [key for key in self._waiting if key[0] == board]
            together = [self._waiting.pop(key) for key in keys]
            asked = [(where, drafted) for where, drafted, _ in together]
            futures = [future for *_, future in together]
            try:
                found = await loop.run_in_executor(self._thread, outlooks, asked)
            except Exception as error:  # each of those who asked is told
                for future in futures:
                    future.set_exception(error)
                continue
            for future, one in zip(futures, found, strict=True):
                future.set_result(one)

    def close(self) -> None:
        """Let go of the file and the thread; the clocks are kept."""
        for session in self.sessions.values():
            self.store.write_clock(session.code, session.left)
        self.store.close()
        self._thread.shutdown(wait=False, cancel_futures=True)


def _forget_oldest(kept: _Kept[Any]) -> None:
    while len(kept) > REMEMBERED:
        kept.popitem(last=False)


async def _shared(kept: _Kept[_Found], key: _Key) -> _Found:
    """Return what several may wait for; a failure is told, and not kept."""
    try:
        # One who goes away must not take it from others who wait for it.
        return await asyncio.shield(kept[key])
    except Exception:
        kept.pop(key, None)
        raise


def _set_up_again(kept: Kept) -> Board:
    """Return the board of a session as it stood."""
    game = Game(
        scenario=Scenario.model_validate(kept.scenario),
        seed=kept.seed,
        turns=kept.turns,
        played=kept.played,
    )
    return set_up(game, kept.moves)


def _as_code(written: str) -> str:
    """Return a code as it is kept, however it was written."""
    letters = "".join(one for one in str(written)[:40].upper() if one.isalnum())
    half = _CODE // 2
    return f"{letters[:half]}-{letters[half:]}"


def _checked_name(name: object) -> str:
    """Return a pseudonym that can be shown, or refuse it."""
    plain = unicodedata.normalize("NFC", name.strip()) if isinstance(name, str) else ""
    shown = all(unicodedata.category(one)[0] not in "CZ" or one == " " for one in plain)
    if not plain or len(plain) > LONGEST_NAME or not shown:
        raise RefusedError("name", longest=LONGEST_NAME)
    return plain
