"""Every lesson in a real browser: predict, run, explain; with mouse and with keys."""

import re

import pytest

from analysis.classroom.lesson import Slider, lessons

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

READY = re.compile(r"256 futures, 2022-01")
LESSONS = [one.name for one in lessons()]


def wait_until_ready(page, lang="en"):
    said = READY if lang == "en" else re.compile(r"미래 256개, 2022-01")
    page.get_by_role("status").filter(has_text=said).first.wait_for()


def commit(page, choice="It rises", button="Commit"):
    page.get_by_role("radio", name=choice, exact=True).click()
    page.get_by_role("button", name=button, exact=True).click()


def drawn(page):
    """Return every line that the charts of a page show."""
    return page.locator("figure svg path").evaluate_all(
        "paths => paths.map(one => one.getAttribute('d')).join()"
    )


def wait_until_drawn(page, compared, with_this):
    """Wait until what is drawn is, or is not, what was drawn once."""
    page.wait_for_function(
        "once => [...document.querySelectorAll('figure svg path')]"
        f".map(one => one.getAttribute('d')).join() {compared} once",
        arg=with_this,
    )


def fits(page):
    wide = page.evaluate("document.documentElement.scrollWidth")
    return wide <= page.viewport_size["width"]


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_from_prediction_to_explanation(walk_in, name):
    lesson = next(one for one in lessons() if one.name == name)
    page = walk_in(f"/en/lesson/{name}")
    page.get_by_text("Commit to a prediction first").first.wait_for()
    assert page.locator("figure").count() == 0, "shown before it was predicted"
    commit(page)
    page.get_by_text("Your prediction: It rises.").wait_for()
    wait_until_ready(page)
    assert (
        page.get_by_text(re.compile("expects (this too|something else)")).count() == 1
    )
    predicted = drawn(page)
    # From the start, as after some steps another control has nothing left to move.
    page.get_by_role("button", name="Back to the start").click()
    wait_until_drawn(page, "!==", predicted)
    wait_until_ready(page)
    start = drawn(page)
    for control in lesson.controls:
        if isinstance(control, Slider):
            dial = page.get_by_role("slider", name=control.label.en)
            dial.focus()
            # With keys alone, to the other end.
            at_start = float(dial.input_value()) < sum(control.ends) / 2
            page.keyboard.press("End" if at_start else "Home")
        else:
            group = page.get_by_role("radiogroup", name=control.label.en)
            group.locator('[role=radio][aria-checked="false"]').last.click()
        wait_until_drawn(page, "!==", start)
        page.get_by_role("button", name="Back to the start").click()
        wait_until_drawn(page, "===", start)
    page.get_by_role("button", name="Take this month apart").click()
    page.get_by_text(re.compile(r"Future \d+, 20\d\d-\d\d")).wait_for()
    assert page.locator("dt").count() >= 2
    assert fits(page)


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_in_korean_on_a_phone_in_the_dark(walk_in, name):
    page = walk_in(f"/ko/lesson/{name}", width=360, dark=True)
    assert page.evaluate("document.documentElement.lang").startswith("ko")
    commit(page, "작아진다", "확정")
    wait_until_ready(page, "ko")
    page.get_by_role("button", name="이 달을 뜯어보기").click()
    page.get_by_text(re.compile(r"미래 \d+번")).wait_for()
    assert fits(page)
    paper, ink = page.evaluate(
        "(() => { const style = getComputedStyle(document.body);"
        " return [style.backgroundColor, style.color]; })()"
    )
    assert contrast(paper, ink) > 7


def contrast(one, other):
    """Return the ratio of luminance of two colors, as WCAG 2 defines it."""

    def luminance(color):
        parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in parts
        ]
        return sum(
            weight * part
            for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
        )

    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_a_prediction_stands_and_is_counted(walk_in, classroom):
    page = walk_in("/en/lesson/richardson")
    commit(page, "It falls")
    wait_until_ready(page)
    page.reload()
    page.get_by_text("Your prediction: It falls.").wait_for()
    assert page.get_by_role("button", name="Commit", exact=True).count() == 0
    _, teacher = classroom
    board = walk_in(teacher[teacher.index("/en") :])
    board.get_by_text(re.compile(r"It falls")).first.wait_for()


def test_nobody_finds_the_teachers_page_by_guessing(walk_in):
    page = walk_in("/en/class/teacher")
    page.get_by_text("There is no such page.").wait_for()
    page = walk_in("/en/lesson/no_such_lesson")
    page.get_by_text("There is no such page.").wait_for()


def test_from_home_with_keys_alone(walk_in):
    page = walk_in("/en")
    page.get_by_role("heading", name="Lessons").wait_for()
    assert page.locator("ol.cards li").count() == len(LESSONS)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/en/lesson/"))
    page.get_by_role("link", name="한국어").click()
    page.wait_for_url(re.compile("/ko/lesson/"))


def test_dials_go_back_to_where_they_were(walk_in):
    page = walk_in("/en/lesson/four_worlds")
    commit(page)
    wait_until_ready(page)
    dial = page.get_by_role("slider", name="Advantage of whoever attacks")
    shown = page.locator(".track .at").first.element_handle()
    for button, at in (("Back to the start", "1"), ("Back to the prediction", "2")):
        dial.focus()
        page.keyboard.press("Home")
        page.wait_for_function("one => one.dataset.at === '0.5'", arg=shown)
        page.get_by_role("button", name=button).click()
        page.wait_for_function("([one, at]) => one.dataset.at === at", arg=[shown, at])
        assert float(dial.input_value()) == float(at)


def test_doubt_runs_the_same_step_with_everything_open(walk_in):
    page = walk_in("/en/lesson/four_worlds")
    commit(page)
    wait_until_ready(page)
    before = drawn(page)
    page.get_by_role("radio", name=re.compile("anywhere in the ranges")).click()
    wait_until_drawn(page, "!==", before)
