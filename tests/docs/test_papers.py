"""The numbered claims that the code cites are in the register, or in docs/papers.md."""

import re
from pathlib import Path

from analysis.mechanisms import MECHANISMS
from sim.parameters import CARDS
from sim.scenario import scenario_names

ROOT = Path(__file__).parents[2]
CITED = re.compile(r"\b([MQ])(\d{2,3})(?:-[MQ]?(\d{2,3}))?\b")


def cited():
    for package in ("sim", "scenarios", "analysis"):
        for path in (ROOT / package).rglob("*"):
            if path.suffix in {".py", ".yaml", ".csv"}:
                for kind, first, last in CITED.findall(
                    path.read_text(encoding="utf-8")
                ):
                    for number in range(int(first), int(last or first) + 1):
                        yield f"{kind}{number:02d}"


def test_every_mechanism_of_the_papers_is_in_the_register_and_in_order():
    assert list(MECHANISMS) == [f"M{number:02d}" for number in range(1, 167)]
    assert {one for one in cited() if one.startswith("M")} <= set(MECHANISMS)


def test_every_open_question_has_a_switch_that_exists():
    page = (ROOT / "docs" / "papers.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (Q\d+) \|(.*)$", page, re.M)
    assert [name for name, _ in rows] == [f"Q{number:02d}" for number in range(1, 31)]
    named = set(re.findall(r"`([a-z_]+)`", " ".join(cells for _, cells in rows)))
    assert len(named) > 50
    assert named <= {*CARDS, *scenario_names()}
    assert {one for one in cited() if one.startswith("Q")} <= {name for name, _ in rows}
