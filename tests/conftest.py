"""What holds for every test: no clock decides, and where lines are counted."""

import pytest
from coverage import Coverage
from hypothesis import settings

# An example that takes long on a busy machine is no example that fails.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ABOUT_THE_MODEL = ("golden", "machine", "rules", "scenario", "theory")
"""Folders of tests that are about ``sim`` itself."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Count lines in quick tests of the model alone.

    A line that only a chart or a lesson happens to pass is not one that is tested, and
    counting makes a month half as long again.
    """
    counting = Coverage.current()
    folder = item.path.relative_to(__file__[: -len("/conftest.py")]).parts[0]
    about = folder in ABOUT_THE_MODEL or folder.endswith(".py")
    if counting is None or (about and item.get_closest_marker("slow") is None):
        return (yield)
    counting.stop()
    try:
        return (yield)
    finally:
        counting.start()
