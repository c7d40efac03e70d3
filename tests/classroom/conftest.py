"""A classroom that is open, and a browser that walks in."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

from analysis.interfaces.report.pdf import browser
from sim.errors import InputError

NEEDED = "DILEMMA_NEEDS_BROWSER"
"""Set where a browser has been installed for these tests: none is then a failure."""

PATIENCE = 300_000
"""Milliseconds that a page may take: to end a hang, and not to measure."""

QUIETLY = (
    "--no-sandbox",  # continuous integration runs as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@contextmanager
def opened(*options, cwd):
    """Open a classroom on a free port; yield its address and the teacher's."""
    plain = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    plain["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    command = [sys.executable, "-m", "analysis.interfaces.cli", "classroom"]
    process = subprocess.Popen(
        [*command, "--port", "0", *options],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=plain,
    )
    try:
        said = [process.stdout.readline() for _ in range(2)]
        found = [re.search(r"http://\S+", line) for line in said]
        assert all(found), process.stderr.read()
        yield found[0].group(), found[1].group(), process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=600)
    assert complaints == ""
    assert process.returncode == 0


@pytest.fixture(scope="session")
def classroom(tmp_path_factory):
    folder = tmp_path_factory.mktemp("classroom")
    with opened(cwd=folder) as (home, teacher, _):
        yield home.removesuffix("/en"), teacher
    assert list(folder.iterdir()) == [], "a classroom leaves nothing behind"


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
        context.set_default_timeout(PATIENCE)
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
