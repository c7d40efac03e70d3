"""Every example in a docstring does what it shows."""

import doctest
import importlib
import pkgutil

import pytest

import analysis
import sim

MODULES = [
    found.name
    for package in (sim, analysis)
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    if not found.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_run(name):
    module = importlib.import_module(name)
    finder, runner = doctest.DocTestFinder(), doctest.DocTestRunner()
    for test in finder.find(module, name):
        runner.run(test)
    assert runner.failures == 0, f"python -m doctest -v on {name}"
