"""No chart that the project draws is missing from the gallery."""

import ast
import importlib.util
import re
from pathlib import Path

import pytest

from analysis import charts
from analysis.charts.compositions import STACKS, THREAT_PARTS
from analysis.charts.panels import CHARTS, OVERVIEW

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
KOREAN = (ROOT / "docs" / "gallery.ko.md").read_text(encoding="utf-8")
SHOWN = re.compile(r"^!\[[^\]]+\]\(([^)]+)\)\n\n\*[^*]+\?\* \w", re.M)
PICTURES = SHOWN.findall(PAGE)


@pytest.fixture(scope="module")
def gallery():
    pytest.importorskip("PIL")
    place = ROOT / "docs" / "gallery.py"
    spec = importlib.util.spec_from_file_location("gallery", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def functions(package):
    """Yield the functions of a package, each with its module and what it returns."""
    for path in sorted((ROOT / package).rglob("*.py")):
        if path.parent.name == "debrief":
            continue  # drawn of a game alone, in the page that a class keeps
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.returns is not None:
                yield path.stem, node.name, ast.unparse(node.returns)


def test_every_kind_of_chart_is_shown_and_named():
    made = {
        name
        for module, name, returned in functions("analysis")
        if returned == "Figure" and not name.startswith("_") and module != "style"
    }
    assert made == set(charts.__all__), "a chart that analysis.charts does not offer"
    assert set(re.findall(r"`charts\.(\w+)`", PAGE)) == made


def test_every_chart_of_a_comparison_is_shown():
    names = [one.name for one in (*CHARTS, *STACKS, THREAT_PARTS, OVERVIEW)]
    names += ["threat_matrix", "ties_network", "effects"]
    shown = {Path(picture).stem for picture in PICTURES}
    assert not set(names) - shown


def test_every_picture_is_there_with_a_question_and_how_to_read_it(gallery):
    assert len(PICTURES) == len(re.findall(r"!\[", PAGE))
    for picture in PICTURES:
        assert (ROOT / "docs" / picture).exists(), "run `make gallery`"
    for lang, folder in gallery.PICTURES.items():
        drawn = {name for _, names in gallery.sections(lang) for name in names}
        assert drawn == {one.name for one in (ROOT / "docs" / folder).glob("*.png")}


def test_every_section_says_how_its_pictures_are_made():
    for section in re.split(r"^## ", PAGE, flags=re.M)[1:]:
        assert re.search(r"^```sh\ndilemma ", section, re.M), section[:40]


def test_the_korean_page_shows_the_same_with_commands_that_draw_in_korean():
    shown = SHOWN.findall(KOREAN)
    plain = [re.sub(r"^gallery/ko/|\.ko(?=\.png$)", "", one) for one in shown]
    assert plain == [one.removeprefix("gallery/") for one in PICTURES]
    for picture in shown:
        assert (ROOT / "docs" / picture).exists(), "run `make gallery`"
    commands = re.findall(r"^dilemma .+$", PAGE, re.M)
    assert re.findall(r"^dilemma .+$", KOREAN, re.M) == [
        f"{one} --lang ko" for one in commands
    ]
    for same in (r"`charts\.(\w+)`", r"^(#+) ", r"^\|.*\]\((#)"):
        assert re.findall(same, KOREAN, re.M) == re.findall(same, PAGE, re.M)


def test_pictures_are_small(gallery):
    for folder in gallery.PICTURES.values():
        sizes = [one.stat().st_size for one in (ROOT / "docs" / folder).glob("*.png")]
        assert sum(sizes) < 3_200_000


def test_a_picture_is_made_small_and_keeps_what_it_shows(gallery, tmp_path):
    from PIL import Image

    Image.new("RGB", (3 * gallery.WIDTH, 300), "#0072B2").save(tmp_path / "wide.png")
    gallery.shrink(tmp_path / "wide.png", tmp_path / "small.png")
    with Image.open(tmp_path / "small.png") as small:
        assert small.size == (gallery.WIDTH, 100)
        assert small.convert("RGB").getpixel((5, 5)) == (0, 0x72, 0xB2)
