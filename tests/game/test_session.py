"""Sessions: seats, secrets, limits, the clock, and a server that is killed."""

import asyncio
import signal
import sqlite3
import stat
import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest

from analysis.game.board import Game
from analysis.game.session import (
    LONGEST_NAME,
    MOST_MINUTES,
    MOST_SESSIONS,
    Hall,
    RefusedError,
)
from analysis.game.store import Store
from sim.cast import STATES
from sim.errors import InputError


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def hall(tmp_path, clock):
    made = Hall(tmp_path / "games.sqlite", now=clock)
    yield made
    made.close()


def opened(hall, turns=3, minutes=5.0, **changes):
    return hall.open(
        Game.of("baseline", seed=7, turns=turns, **changes), minutes=minutes
    )


def again(hall, clock):
    """Return what another server finds in the same file."""
    return Hall(hall.store.path, now=clock)


def wait(hall, clock, seconds):
    clock.now += seconds
    hall.tick()


def refused(key):
    return pytest.raises(RefusedError, match=f"refused: {key}")


def state_of(session):
    """Everything of a session that anybody can see or act on."""
    return {
        "code": session.code,
        "teacher": session.teacher,
        "game": session.game,
        "moves": session.board.moves,
        "series": [one.series for one in session.board.moments],
        "teams": session.teams,
        "drafts": session.drafts,
        "committed": session.committed,
        "events": session.events,
        "status": session.status,
        "left": session.left,
        "minutes": session.minutes,
    }


# ---------------------------------------------------------------------- codes and seats


def test_codes_and_secrets_cannot_be_guessed(hall):
    codes = {opened(hall).code for _ in range(20)}
    assert len(codes) == 20
    for code in codes:
        assert len(code.replace("-", "")) == 8
        assert not set(code) & set("01OI")
    teams = [
        session.join("A", (state,))
        for session in hall.sessions.values()
        for state in STATES[:2]
        if state == "NK"
    ]
    secrets = {one.token for one in teams} | {
        one.teacher for one in hall.sessions.values()
    }
    assert len(secrets) == 2 * len(codes)
    assert all(len(one) >= 22 for one in secrets)  # 128 bits


def test_a_code_is_found_however_it_is_written(hall):
    session = opened(hall)
    plain = session.code.replace("-", "").lower()
    assert hall.by_code(f" {plain[:3]} {plain[3:]} ", "me") is session


def test_wrong_codes_are_counted_by_browser_and_in_all(hall, clock):
    session = opened(hall)
    for _ in range(10):
        with refused("no_session"):
            hall.by_code("AAAA-AAAA", "me")
    with refused("too_many_tries"):
        hall.by_code(session.code, "me")
    assert hall.by_code(session.code, "another") is session
    clock.now += 61.0
    assert hall.by_code(session.code, "me") is session
    for number in range(200):
        with refused("no_session"):
            hall.by_code("AAAA-AAAA", f"browser {number}")
    with refused("too_many_tries"):
        hall.by_code(session.code, "one more")


def test_a_secret_opens_its_own_seat_only(hall):
    first, second = opened(hall), opened(hall)
    team = first.join("Aster", ("NK",))
    assert hall.by_seat(team.token) == (first, team)
    assert hall.by_seat(first.teacher) is None
    assert hall.by_teacher(team.token) is None
    assert hall.by_teacher(first.teacher) is first
    for wrong in ("", "x", team.token[:-1], team.token + "x", team.token.lower()):
        assert hall.by_seat(wrong) is None
    assert second.team(team.token) is None


def test_one_team_cannot_act_for_another(hall):
    session, other = opened(hall), opened(hall)
    north = session.join("Aster", ("NK",))
    session.join("Birch", ("ROK", "Japan"))
    stranger = other.join("Cedar", ("ROK",))
    session.begin()
    forged = replace(north, states=("NK", "ROK"))
    for team in (north, stranger, forged):
        for act in (
            lambda team=team: session.draft(team, "ROK", {"burden": "cut"}),
            lambda team=team: session.commit(team, "ROK"),
            lambda team=team: session.reopen(team, "ROK"),
        ):
            with refused("not_yours"):
                act()
    assert session.drafts == {}
    assert session.committed == set()


def test_a_state_is_taken_once(hall):
    session = opened(hall, played=("NK", "ROK", "US"))
    assert session.free == ("NK", "US", "ROK")
    session.join("Aster", ("NK",))
    for states in (("NK",), ("US", "NK"), ("Japan",), (), ("US", "US"), ("Seoul",)):
        with refused("taken"):
            session.join("Birch", states)
    session.join("Birch", ("US", "ROK"))
    assert session.free == ()
    assert session.names["ROK"] == "Birch"
    assert session.names["China"] == ""


@pytest.mark.parametrize(
    "name",
    ["", "   ", "x" * (LONGEST_NAME + 1), "a\nb", "a\u202eb", "a\x00b", None, 7],
)
def test_a_name_that_cannot_be_shown_is_refused(hall, name):
    with refused("name"):
        opened(hall).join(name, ("NK",))


def test_a_name_is_text_and_nobody_elses(hall):
    session = opened(hall)
    team = session.join(" <b>한국 팀</b> ", ("NK",))
    assert team.name == "<b>한국 팀</b>"
    with refused("name"):
        session.join("<b>한국 팀</b>", ("US",))


def test_there_are_so_many_sessions_and_so_many_teams(hall, monkeypatch):
    monkeypatch.setattr("analysis.game.session.MOST_SESSIONS", 2)
    session = opened(hall)
    opened(hall)
    with refused("full"):
        opened(hall)
    for number in range(24):  # a seat that is handed over again and again
        session.join(f"team {number}", ("NK",))
        session.hand_to_rules("NK")
    with refused("full"):
        session.join("one more", ("NK",))
    assert MOST_SESSIONS == 50


def test_clicks_in_a_hurry_are_refused_and_soon_taken_again(hall, clock):
    session = opened(hall)
    team = session.join("Aster", ("NK",))
    for _ in range(30):
        session.draft(team, "NK", {"line": "offer"})
    with refused("too_fast"):
        session.draft(team, "NK", {"line": "pressure"})
    assert session.drafts["NK"] == {"line": "offer"}
    clock.now += 5.1
    session.draft(team, "NK", {"line": "pressure"})


# ------------------------------------------------------------------------- turns


def test_the_world_moves_when_all_have_committed(hall, clock):
    session = opened(hall)
    north, allies = session.join("A", ("NK",)), session.join("B", ("ROK", "US"))
    session.draft(north, "NK", {"line": "pressure"})
    with refused("not_running"):
        session.commit(north, "NK")
    session.begin()
    session.commit(north, "NK")
    with refused("not_open"):
        session.draft(north, "NK", {"line": "offer"})
    session.reopen(north, "NK")
    session.draft(north, "NK", {"line": "offer"})
    session.commit(north, "NK")
    session.commit(allies, "ROK")
    wait(hall, clock, 1.0)
    assert session.board.turn == 1
    session.commit(allies, "US")
    wait(hall, clock, 1.0)
    assert session.board.turn == 2
    assert session.board.moves == [{"NK": {"line": "offer"}, "ROK": {}, "US": {}}]
    assert (session.drafts, session.committed) == ({}, set())
    assert session.left == 300.0


def test_when_time_is_up_what_is_drafted_stands(hall, clock):
    session = opened(hall, turns=2)
    team = session.join("A", ("ROK",))
    session.begin()
    session.draft(team, "ROK", {"burden": "surge"})
    wait(hall, clock, 299.0)
    assert session.board.turn == 1
    wait(hall, clock, 1.0)
    assert session.board.moves == [{"ROK": {"burden": "surge"}}]
    wait(hall, clock, 300.0)
    assert session.status == "over"
    for act in (
        lambda: session.draft(team, "ROK", {}),
        lambda: session.join("B", ("NK",)),
        session.begin,
        session.move_on,
        session.end,
        lambda: session.extend(1.0),
        lambda: session.inject("ceasefire"),
        lambda: session.hand_to_rules("ROK"),
        lambda: asyncio.run(session.advice("ROK")),
        lambda: asyncio.run(session.outlook("ROK")),
    ):
        with refused("over"):
            act()
    wait(hall, clock, 1000.0)
    assert len(session.board.moves) == 2


def test_a_paused_clock_stands_and_an_extended_one_has_more(hall, clock):
    session = opened(hall)
    wait(hall, clock, 400.0)
    assert (session.status, session.left) == ("lobby", 300.0)
    with refused("not_running"):
        session.pause()
    session.begin()
    wait(hall, clock, 100.0)
    session.pause()
    wait(hall, clock, 1000.0)
    assert session.left == 200.0
    session.extend(2.0)
    assert session.left == 320.0
    session.extend(-100.0)
    assert session.left == 0.0
    session.extend(10 * MOST_MINUTES)
    assert session.left == 60.0 * MOST_MINUTES
    session.begin()
    wait(hall, clock, 60.0)
    assert session.left == 60.0 * MOST_MINUTES - 60.0


def test_a_seat_that_is_handed_over_is_played_by_the_rules(hall, clock):
    session = opened(hall)
    team = session.join("A", ("ROK", "Japan"))
    session.begin()
    session.draft(team, "ROK", {"burden": "surge"})
    session.commit(team, "ROK")
    session.hand_to_rules("ROK")
    with refused("not_yours"):
        session.draft(team, "ROK", {})
    with refused("taken"):
        session.hand_to_rules("ROK")
    session.move_on()
    assert session.board.moves == [{}]
    assert hall.by_seat(team.token)[1].states == ("Japan",)
    late = session.join("B", ("ROK",))  # and may be taken again
    session.draft(late, "ROK", {"burden": "cut"})


def test_what_the_teacher_adds_happens_and_is_told(hall):
    session = opened(hall)
    session.move_on()  # in which the war begins
    assert session.board.now.series["fighting"] == 1.0
    session.inject("ceasefire")
    assert session.events == [(2, "ceasefire")]
    with refused("event"):
        session.inject("ceasefire")
    with pytest.raises(InputError, match="no event 'peace'"):
        session.inject("peace")
    session.move_on()
    assert session.board.now.series["fighting"] == 0.0


def test_a_game_may_be_ended_once_something_was_played(hall):
    session = opened(hall)
    with refused("not_running"):
        session.end()
    session.move_on()
    session.end()
    assert session.status == "over"
    assert len(session.board.moves) == 1


@pytest.mark.parametrize("minutes", [0.0, -1.0, MOST_MINUTES + 1, float("nan")])
def test_a_turn_takes_some_time_and_not_too_much(hall, minutes):
    with refused("minutes"):
        opened(hall, minutes=minutes)


def test_every_change_is_noticed(hall, clock):
    session = opened(hall)
    seen = [session.version]

    def changed():
        seen.append(session.version)
        return seen[-1] > seen[-2]

    team = session.join("A", ("NK",))
    assert changed()
    for act in (
        session.begin,
        lambda: session.draft(team, "NK", {"line": "offer"}),
        lambda: session.commit(team, "NK"),
        lambda: session.reopen(team, "NK"),
        session.pause,
        lambda: session.extend(1.0),
        lambda: session.inject("succession"),
        session.move_on,
        lambda: session.hand_to_rules("NK"),
        session.end,
    ):
        act()
        assert changed()


def test_advice_is_given_once_and_kept(hall):
    session = opened(hall)
    team = session.join("A", ("ROK",))

    async def asked():
        first, second = await asyncio.gather(
            session.advice("ROK"), session.advice("ROK")
        )
        assert first is second
        session.draft(team, "ROK", {"burden": "surge"})
        expected = await session.outlook("ROK")
        assert expected == first.options["burden", "surge"]
        session.inject("ceasefire")
        assert await session.advice("ROK") is not first

    asyncio.run(asked())


# ---------------------------------------------------------------------- what is on disk


def played(hall, clock):
    """Return a session in the midst of its second turn."""
    session = opened(hall)
    north, allies = session.join("A", ("NK",)), session.join("B", ("ROK", "US"))
    session.begin()
    session.draft(north, "NK", {"tests": "both", "nuclear_test": "yes"})
    session.inject("taiwan_crisis")
    session.move_on()
    session.inject("ceasefire")
    session.draft(allies, "US", {"assets": "station"})
    session.commit(allies, "US")
    session.draft(north, "NK", {"line": "offer"})
    wait(hall, clock, 12.0)
    return session


def test_another_server_finds_the_same_session(hall, clock):
    session = played(hall, clock)
    other = again(hall, clock)
    found = other.sessions[session.code]
    assert state_of(found) == state_of(session)
    for one in (session, found):  # and goes on to the same world
        one.move_on()
    assert found.board.now.series == session.board.now.series
    assert found.board.now.terms == session.board.now.terms
    other.close()


def test_a_server_that_is_killed_in_mid_turn_loses_nothing(tmp_path):
    """Another process plays, is killed without warning, and its file is read here."""
    path = tmp_path / "games.sqlite"
    script = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from analysis.game.board import Game
        from analysis.game.session import Hall

        hall = Hall(Path(sys.argv[1]))
        session = hall.open(Game.of("baseline", seed=7, turns=3), minutes=5.0)
        team = session.join("A", ("NK", "ROK"))
        session.begin()
        session.draft(team, "NK", {"tests": "both"})
        session.move_on()
        session.inject("ceasefire")
        session.draft(team, "ROK", {"burden": "surge"})
        session.commit(team, "ROK")
        print(session.code, team.token, session.board.now.series["threat.ROK"].hex())
        sys.stdout.flush()
        while True:
            hall.tick()
            time.sleep(0.05)
        """
    )
    server = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True
    )
    try:
        code, token, threat = server.stdout.readline().split()
    finally:
        server.send_signal(signal.SIGKILL)
        server.wait()
        server.stdout.close()
    hall = Hall(path)
    session, team = hall.by_seat(token)
    assert session.code == code
    assert team.states == ("NK", "ROK")
    assert session.board.now.series["threat.ROK"].hex() == threat
    assert session.board.moves == [{"NK": {"tests": "both"}}]
    assert session.drafts == {"ROK": {"burden": "surge"}}
    assert session.committed == {"ROK"}
    assert session.events == [(2, "ceasefire")]
    assert session.status == "running"
    assert 200.0 < session.left <= 300.0
    session.commit(team, "NK")
    hall.tick()
    assert session.board.turn == 3
    hall.close()


def test_time_does_not_run_while_the_server_is_down(hall, clock):
    session = played(hall, clock)
    left = session.left
    clock.now += 10_000.0
    other = again(hall, clock)
    other.tick()
    assert other.sessions[session.code].left == left
    other.close()


def test_what_is_forgotten_is_gone(hall, clock):
    session = played(hall, clock)
    kept = opened(hall)
    kept.join("Zelkova", ("NK",))
    assert hall.forget(session.code.lower())
    assert not hall.forget(session.code)
    assert hall.by_teacher(session.teacher) is None
    files = sorted(hall.store.path.parent.glob("games.sqlite*"))
    content = b"".join(one.read_bytes() for one in files)
    assert session.code.encode() not in content
    assert session.teacher.encode() not in content
    assert b"Zelkova" in content
    other = again(hall, clock)
    assert list(other.sessions) == [kept.code]
    other.close()


def test_what_is_forgotten_elsewhere_does_not_come_back(hall, clock):
    """Another process deletes a game that is being played."""
    session = played(hall, clock)
    team = session.teams["NK"]
    other = again(hall, clock)
    assert other.forget(session.code)
    other.close()
    session.reopen(team, "NK")
    session.draft(team, "NK", {"line": "mixed"})
    session.commit(team, "NK")
    session.move_on()
    assert hall.store.codes() == []
    hall.tick()
    assert hall.sessions == {}
    assert hall.by_seat(team.token) is None


def test_advice_on_a_turn_that_has_passed_is_dropped(hall):
    session = opened(hall)

    async def asked():
        waiting = asyncio.create_task(session.advice("NK"))
        await asyncio.sleep(0)
        session.move_on()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert set((await session.advice("NK")).proposed) >= {"line"}

    asyncio.run(asked())


def test_what_another_version_has_played_is_not_played_on(hall, clock):
    session = played(hall, clock)
    base = sqlite3.connect(hall.store.path)
    with base:
        base.execute("UPDATE session SET source = 'another'")
    base.close()
    other = again(hall, clock)
    assert other.sessions == {}
    assert other.others == [session.code]
    assert other.forget(session.code)
    other.close()


def test_a_file_is_its_owners_alone(hall):
    opened(hall)
    assert stat.S_IMODE(hall.store.path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"not a database", b"\x00" * 5000])
def test_a_file_of_something_else_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "games.sqlite"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"games\.sqlite: "):
        Hall(path)
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused(tmp_path):
    path = tmp_path / "games.sqlite"
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE recipe (name TEXT)")
    base.close()
    content = path.read_bytes()
    with pytest.raises(InputError, match="no file of games"):
        Store(path)
    assert path.read_bytes() == content


def test_damage_is_said(hall, clock):
    session = played(hall, clock)
    base = sqlite3.connect(hall.store.path)
    with base:
        base.execute("UPDATE turn SET moves = '{'")
    base.close()
    with pytest.raises(InputError, match=f"session {session.code} is damaged"):
        again(hall, clock)


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot keep games here"):
        opened(Hall(tmp_path / "file" / "games.sqlite"))


def test_a_hall_without_games_leaves_no_file(tmp_path):
    hall = Hall(tmp_path / "out" / "games.sqlite")
    hall.tick()
    assert not hall.forget("AAAA-AAAA")
    hall.close()
    assert list(tmp_path.iterdir()) == []
