"""A classroom that is open, and a browser that walks in."""

import os

import pytest
from opening import PATIENCE, opened

from analysis.interfaces.report.pdf import browser
from sim.errors import InputError

NEEDED = "DILEMMA_NEEDS_BROWSER"
"""Set where a browser has been installed for these tests: none is then a failure."""

QUIETLY = (
    "--no-sandbox",  # continuous integration runs as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def classroom(tmp_path_factory):
    folder = tmp_path_factory.mktemp("classroom")
    with opened(cwd=folder) as (home, teacher, _):
        yield home.removesuffix("/en"), teacher
    assert list(folder.iterdir()) == [], "a classroom leaves nothing behind"


@pytest.fixture(scope="session")
def classroom_of_games(tmp_path_factory):
    """Return a classroom of its own: games leave a file, and lessons must not."""
    folder = tmp_path_factory.mktemp("games")
    with opened(cwd=folder) as (home, teacher, _):
        yield home.removesuffix("/en"), teacher
    kept = [str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()]
    assert kept == ["out/games.sqlite"]


@pytest.fixture(scope="module")
def chromium():
    """Return a browser; it goes with the module, as its driver keeps a loop running."""
    playwright = pytest.importorskip("playwright.sync_api")
    try:
        program = browser()
    except InputError as error:
        if os.environ.get(NEEDED):
            raise
        pytest.skip(error.message)
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=program, args=list(QUIETLY))
        yield started
        started.close()


@pytest.fixture
def walk_in(chromium, classroom):
    """Return a function that opens a page of the classroom in a browser of its own.

    Whatever the page fetches from elsewhere, and whatever it complains of, fails the
    test.
    """
    base, _ = classroom
    contexts, faults = [], []

    def enter(path, *, width=1280, dark=False):
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        context.set_default_timeout(1000 * PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda one: _check_address(one.url, base, faults))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda one: faults.append(one.text) if one.type == "error" else None,
        )
        page.goto(base + path)
        return page

    yield enter
    for context in contexts:
        context.close()
    assert faults == []


def _check_address(url, base, faults):
    if not url.startswith((base, base.replace("http", "ws"), "data:", "blob:")):
        faults.append(f"asked elsewhere: {url}")
