"""The site is whole, leads nowhere wrong, and needs no network."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]

ROOT = Path(__file__).parents[2]
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src"}
NOT_LOADED = {"canonical", "next", "prev"}
ELSEWHERE = re.compile(r"(?:https?:)?//")


class Page(HTMLParser):
    """What a page loads, where it leads, and the places in it."""

    def __init__(self, file):
        super().__init__()
        self.loads, self.leads, self.places = [], [], set()
        self.text = file.read_text(encoding="utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.places |= {found[one] for one in ("id", "name") if found.get(one)}
        if tag == "a" and found.get("href"):
            self.leads.append(found["href"])
        if tag == "link" and found.get("rel") not in NOT_LOADED:
            self.loads.append(found["href"])
        if tag in LOADED and found.get(LOADED[tag]):
            self.loads.append(found[LOADED[tag]])


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    pytest.importorskip("mkdocs")
    folder = tmp_path_factory.mktemp("site")
    # Not quietly: what is not said, --strict does not count.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    built = subprocess.run(
        [*command, "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site):
    found = {file: Page(file) for file in site.rglob("*.html")}
    assert len(found) > 60
    return found


def test_every_link_leads_to_a_page_and_a_place_on_it(site, pages):
    wrong = []
    for file, page in pages.items():
        if file.name == "404.html":
            continue  # its links begin at the root of a server
        for link in page.leads + page.loads:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            there = (file.parent / unquote(parts.path)).resolve()
            there = file if not parts.path else there
            if there.is_dir():
                there /= "index.html"
            place = unquote(parts.fragment)
            if not there.exists() or (
                place and there in pages and place not in pages[there].places
            ):
                wrong.append(f"{file.relative_to(site)}: {link}")
    assert not wrong, "\n".join(wrong[:20])


def test_nothing_is_loaded_from_elsewhere(site, pages):
    loaded = {link for page in pages.values() for link in page.loads}
    assert any(link.endswith(".js") for link in loaded)
    styles = [file.read_text(encoding="utf-8") for file in site.rglob("*.css")]
    assert styles
    for text in styles:
        loaded |= set(re.findall(r"(?:url\(|@import\s+)[\"']?([^\"')]+)", text))
    wrong = [link for link in loaded if ELSEWHERE.match(link)]
    assert not wrong, wrong


def test_equations_are_set_and_marks_of_docstrings_are_gone(pages):
    marks = re.compile(r":(?:math|func|class|data|meth|attr|mod):|\]_\b")
    for file, page in pages.items():
        assert "arithmatex" not in page.text, file
        if file.parent.name == "reference":
            assert not marks.findall(page.text), file
    equations = re.findall(
        r"<math .*?</math>", "".join(page.text for page in pages.values()), re.S
    )
    assert len(equations) > 1_000
    unread = re.compile(r"\\|<m[io]>&(?:amp;)?</m[io]>|merror|linebreak")
    assert not [one for one in equations if unread.search(one)]
    assert any('display="block"' in one for one in equations)


def test_sources_can_be_followed_from_pages_and_docstrings(site, pages):
    for name, key in (
        ("model.html", "jervis1978"),
        ("claims.html", "kiefer1956"),  # two in a row
        ("claims.ko.html", "koenker2014"),
        ("reference/sim.rules.threat.html", "walt1987"),
    ):
        leads = pages[site / name].leads
        assert any(link.endswith(f"references.html#{key}") for link in leads), name


def test_search_knows_both_languages_and_works_in_a_folder(site):
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    assert index["config"]["lang"] == ["en", "ko"]
    text = " ".join(one["text"] for one in index["docs"])
    for word in ("안보딜레마", "Shapley", "unacceptable_warheads"):
        assert word in text
    assert (site / "search" / "search_index.js").exists()
    assert (site / "website" / "iframe-worker.js").exists()


def test_a_korean_page_says_that_it_is_korean(site, pages):
    assert '<html lang="ko"' in pages[site / "tutorial.ko.html"].text
    assert '<html lang="en"' in pages[site / "tutorial.html"].text
