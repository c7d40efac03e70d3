"""Docstrings name the arguments that the function really has."""

import importlib
import inspect
import pkgutil
import re

import pytest

import analysis
import scenarios
import sim

SECTION = re.compile(
    r"^Parameters\n-+\n(?P<body>.*?)(?=^\w[^\n]*\n-{3,}\n|\Z)", re.S | re.M
)


def modules():
    for package in (sim, analysis, scenarios):
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def public(module):
    """Yield what a module defines for others, with the methods of its classes."""
    for name, thing in vars(module).items():
        if (
            name.startswith("_")
            or getattr(thing, "__module__", None) != module.__name__
        ):
            continue
        if inspect.isfunction(thing) or inspect.isclass(thing):
            yield f"{module.__name__}.{name}", thing
        if inspect.isclass(thing):
            for part in vars(thing):
                method = getattr(thing, part)
                if not part.startswith("_") and inspect.isroutine(method):
                    yield f"{module.__name__}.{name}.{part}", method


THINGS = [pair for module in modules() for pair in public(module)]


def test_there_are_things_to_look_at():
    assert len(THINGS) > 50


@pytest.mark.parametrize("thing", [t for _, t in THINGS], ids=[n for n, _ in THINGS])
def test_the_docstring_is_there_and_names_the_arguments(thing):
    text = inspect.getdoc(thing)
    assert text, "has no docstring"
    section = SECTION.search(text)
    if section is None:
        return
    named = []
    for line in section["body"].splitlines():
        if line and not line.startswith(" ") and not line.startswith(".."):
            names = line.split(" : ")[0]
            named += [name.strip().lstrip("*") for name in names.split(",")]
    arguments = [
        name
        for name in inspect.signature(thing).parameters
        if name not in ("self", "cls")
    ]
    assert set(named) == set(arguments), set(named) ^ set(arguments)


@pytest.mark.parametrize("module", list(modules()), ids=lambda module: module.__name__)
def test_every_exported_name_exists(module):
    missing = [
        name for name in getattr(module, "__all__", ()) if not hasattr(module, name)
    ]
    assert not missing, missing
