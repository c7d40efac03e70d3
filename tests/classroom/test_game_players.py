"""Players over the socket: soon answered, and nobody sees or does what is another's."""

import asyncio
import html
import json
import re

import numpy as np
import pytest
from opening import opened, started
from players import ELEMENTS, Player

from analysis.game.board import Game
from analysis.game.choices import CHOICES
from analysis.game.session import Hall
from sim.cast import STATES

pytest.importorskip("nicegui")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

MEMBERS = 5
"""Browsers of each of the six teams."""

BUDGET = CHOICES["burden"]


@pytest.fixture
def table(tmp_path):
    """Return a file with a game that has begun, its teacher's secret and its teams'."""
    path = tmp_path / "games.sqlite"
    hall = Hall(path)
    session = hall.open(Game.of("baseline", seed=5, turns=8), minutes=30.0)
    tokens = {state: session.join(f"of {state}", (state,)).token for state in STATES}
    session.begin()
    teacher = session.teacher
    hall.close()
    return path, teacher, tokens


def kept(path):
    """Return the one session that a file holds, as another server would find it."""
    hall = Hall(path)
    (session,) = hall.sessions.values()
    hall.close()
    return session


def choices(player):
    """Return the element that hears which radio button was chosen."""
    (found,) = player.find(
        lambda one: any("target.name" in (e["js_handler"] or "") for e in heard(one))
    )
    return found


def heard(element):
    return [one for one in element.get("events", []) if one["type"] == "change"]


async def seated(base, token):
    """Return a player at a seat whose advisers have spoken."""
    player = await Player(base).open(f"/en/game/seat/{token}")
    await player.until(lambda page: page.says("they would choose"))
    return player


async def choose(player, state, option):
    """Choose a budget; return how long it took until the page said so."""
    said = f"{BUDGET.label('en')}: {BUDGET.said(option, 'en')}"
    await player.act(choices(player), "change", f"{state}-burden", option)
    return await player.until(lambda page: page.says(said))


async def leave(*players):
    for one in players:
        await one.close()


def test_thirty_players_are_answered_within_a_second(table, tmp_path):
    path, teacher, tokens = table

    async def play(base):
        screen = await Player(base).open(f"/en/game/teacher/{teacher}")
        seats = [
            (state, await seated(base, token))
            for state, token in tokens.items()
            for _ in range(MEMBERS)
        ]
        # The best of four: other work on a shared machine is not the game's.
        rounds = []
        for option in ("raise", "hold", "surge", "cut"):
            waits = await asyncio.gather(
                *(choose(player, state, option) for state, player in seats)
            )
            rounds.append(float(np.quantile(waits, 0.95)))
            await asyncio.sleep(1.0)  # in which the advisers look ahead
        await leave(screen, *(player for _, player in seats))
        return rounds

    with opened("--games", str(path), cwd=tmp_path) as (home, _, _):
        rounds = asyncio.run(play(home.removesuffix("/en")))
    assert min(rounds) < 1.0
    assert kept(path).drafts == {state: {"burden": "cut"} for state in STATES}


CHANGING = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+:\d\d|data-told=\"\d+\"")
"""What differs between two visits to the same page: names of elements, the clock."""


def words(player):
    """Return every text that a page was sent, however it was cut into messages."""
    elements = ELEMENTS.search(player.page).group(1)
    sent = [json.loads(html.unescape(elements)), *map(json.loads, player.heard[1:])]
    bare = ELEMENTS.sub("", player.page)
    return {CHANGING.sub("", one) for one in (bare, *leaves(sent))}


def leaves(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from leaves(one)


def test_what_a_page_is_told_hangs_on_nothing_that_another_team_does(table, tmp_path):
    """The same seat is visited while its rival chooses this and while it chooses that.

    Not a word that the server sends may differ, hidden or shown.
    """
    path, teacher, tokens = table

    async def visit(base, option):
        north, south = [await seated(base, tokens[one]) for one in ("NK", "ROK")]
        await choose(north, "NK", option)
        await asyncio.sleep(1.5)
        screen = await Player(base).open(f"/en/game/teacher/{teacher}")
        await asyncio.sleep(1.5)
        told = [words(player) for player in (south, screen)]
        secrets = [*tokens.values(), teacher]
        for player, own in ((south, tokens["ROK"]), (screen, teacher)):
            for secret in secrets:
                assert (secret in "".join(player.heard)) == (secret == own)
        await leave(north, south, screen)
        return told

    with opened("--games", str(path), cwd=tmp_path) as (home, _, _):
        base = home.removesuffix("/en")
        first, second = (asyncio.run(visit(base, one)) for one in ("surge", "cut"))
    for one, other in zip(first, second, strict=True):
        assert one ^ other == set()


def test_one_team_cannot_act_for_another(table, tmp_path):
    """By any message that a seat's page could send."""
    path, _, tokens = table

    async def attack(base):
        north, south = [await seated(base, tokens[one]) for one in ("NK", "ROK")]
        await choose(south, "ROK", "raise")
        hears = choices(south)
        for values in (
            ("NK-burden", "surge"),
            ("burden", "surge"),
            ("ROK-attack", "yes"),
            ("ROK-burden", "double"),
            ("ROK-burden", None),
            ("ROK-burden", ["surge"]),
            (None, None),
            ({"NK": 1}, "surge"),
            ("ROK-burden",),
            (),
            ("x" * 100_000, "y" * 100_000),
        ):
            await south.act(hears, "change", *values)
        # Elements of the other's page, named as this page's and as the other's.
        for client in (south.client_id, north.client_id[:-1] + "0"):
            for element in north.elements:
                for one in north.elements[element].get("events", []):
                    await south.send(element, one["listener_id"], client, [])
        await asyncio.sleep(1.0)
        await choose(south, "ROK", "hold")  # the page still works
        await leave(north, south)

    home, _, process = started("--games", str(path), cwd=tmp_path)
    try:
        asyncio.run(attack(home.removesuffix("/en")))
        assert process.poll() is None
    finally:
        process.terminate()
        process.communicate()
    session = kept(path)
    assert session.drafts == {"ROK": {"burden": "hold"}}
    assert session.committed == set()
    assert session.status == "running"
    assert len(session.teams) == len(STATES)


def test_a_player_comes_back_to_a_server_that_was_killed(table, tmp_path):
    path, _, tokens = table

    async def before(base):
        player = await seated(base, tokens["ROK"])
        await choose(player, "ROK", "surge")
        return player.page

    async def after(base):
        player = await seated(base, tokens["ROK"])
        surge = re.search(
            r"<input[^>]*value=\"surge\"[^>]*>", html.unescape(str(player.elements))
        ).group()
        assert "checked" in surge
        await choose(player, "ROK", "cut")
        await leave(player)

    home, _, process = started("--games", str(path), cwd=tmp_path)
    try:
        asyncio.run(before(home.removesuffix("/en")))
    finally:
        process.kill()
        process.communicate()
    with opened("--games", str(path), cwd=tmp_path) as (home, _, _):
        asyncio.run(after(home.removesuffix("/en")))
    assert kept(path).drafts == {"ROK": {"burden": "cut"}}
