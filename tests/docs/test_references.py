"""Every source that is named can be looked up, and none is listed in vain."""

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import analysis
import sim
from analysis.classroom.glossary import glossary
from analysis.classroom.lesson import lessons
from sim.figures import TABLES, table
from sim.parameters import CARDS

DOCS = Path(__file__).parents[2] / "docs"
KEY = re.compile(
    r"(?<![\w\]])\[([A-Z][A-Za-z]+\d{4}[a-z]?|[A-Z]{3,}|Paper[AB])\](?!\()"
)


def docstrings():
    for package in (sim, analysis):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            yield module.__doc__ or ""
            for thing in vars(module).values():
                if getattr(thing, "__module__", None) == module.__name__:
                    yield inspect.getdoc(thing) or ""


def test_keys_in_code_and_pages_are_those_of_the_bibliography():
    texts = [*docstrings(), *(card.source for card in CARDS.values())]
    texts += [f"{one.source} {one.note}" for name in TABLES for one in table(name)]
    texts += [path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md")]
    named = {key for text in texts for key in KEY.findall(text)}
    named |= {key for one in lessons() for key in one.claim.sources}
    named |= {key for one in glossary().values() for key in one.sources}
    entries = re.findall(
        r"^@\w+\{(\w+),", (DOCS / "references.bib").read_text(encoding="utf-8"), re.M
    )
    assert len(entries) == len(set(entries)), "an entry stands twice"
    assert len(entries) > 10
    assert named == set(entries)
