"""The game in real browsers: joining, seeing, choosing, leading, looking back."""

import re
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from opening import PATIENCE

from sim.cast import LABELS, STATES

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

MARKUP = "<img src=x onerror=alert(1)>"


@pytest.fixture
def classroom(classroom_of_games):
    """Return where games are played, for the browsers that walk in."""
    return classroom_of_games


@pytest.fixture
def screen(walk_in, classroom):
    """Return a function that opens a game as a teacher does, and its screen."""
    _, teacher = classroom

    def open_game(*, turns=8, minutes=30, left_out=()):
        page = walk_in(teacher[teacher.index("/en") :])
        page.get_by_text("Open a game").click()
        page.get_by_label("Turns (a quarter each)").fill(str(turns))
        page.get_by_label("Minutes for a turn").fill(str(minutes))
        for state in left_out:
            box = page.get_by_role("checkbox", name=LABELS["en"][state])
            box.first.uncheck()
        page.get_by_role("button", name="Open the game").click()
        page.wait_for_url(re.compile("/en/game/teacher/"))
        return page

    return open_game


@pytest.fixture
def sit_down(walk_in):
    """Return a function that joins a game as a team does, and its seat."""

    def join(code, name, *states, lang="en", width=1280, dark=False):
        page = walk_in(f"/{lang}/game?code={code}", width=width, dark=dark)
        for state in states:
            starts = re.compile(f"^{LABELS[lang][state]}")
            page.get_by_role("checkbox", name=starts).check()
        page.get_by_label({"en": "Name of your team", "ko": "팀 이름"}[lang]).fill(name)
        enter = {"en": "Take your seat", "ko": "자리에 앉기"}[lang]
        page.get_by_role("button", name=enter).click()
        page.wait_for_url(re.compile(f"/{lang}/game/seat/"))
        return page

    return join


def code_of(screen):
    return screen.locator(".poster .big").inner_text()


def path_of(page):
    return re.sub(r"^https?://[^/]+", "", page.url)


def fits(page):
    wide = page.evaluate("document.documentElement.scrollWidth")
    return wide <= page.viewport_size["width"]


def option(page, choice, said):
    group = page.get_by_role("group", name=choice, exact=True)
    return group.get_by_role("radio", name=said, exact=True)


def wait_until_checked(radio):
    from playwright.sync_api import expect

    expect(radio).to_be_checked(timeout=1000 * PATIENCE)


def wait_for_turn(page, turn, turns=8):
    page.get_by_text(f"Turn {turn} of {turns}").wait_for()


def commit(page, state):
    page.get_by_role("button", name=f"Decide for {LABELS['en'][state]}").click()


# ------------------------------------------------------------------------- the door


def test_a_team_joins_with_a_code_and_keys_alone(screen, walk_in):
    code = code_of(screen())
    page = walk_in("/en")
    page.get_by_role("link", name="Join a game").click()
    page.wait_for_url(re.compile("/en/game$"))
    page.get_by_label("Code of the game").focus()
    page.keyboard.type(code.replace("-", " ").lower())
    page.keyboard.press("Enter")
    box = page.get_by_role("checkbox", name=re.compile("^Japan"))
    box.focus()
    page.keyboard.press("Space")
    page.get_by_label("Name of your team").focus()
    page.keyboard.type("Cranes")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/en/game/seat/"))
    page.get_by_role("heading", name="Japan: Cranes").wait_for()


def test_a_state_that_is_taken_or_left_out_is_not_offered(screen, walk_in, sit_down):
    code = code_of(screen(left_out=("Russia",)))
    sit_down(code, "Cranes", "Japan")
    page = walk_in(f"/en/game?code={code}")
    japan = page.get_by_role("checkbox", name="Japan taken by Cranes")
    assert japan.is_disabled()
    assert page.get_by_role("checkbox").count() == len(STATES) - 1
    # Nothing ticked, then a name that is another team's.
    page.get_by_role("button", name="Take your seat").click()
    page.get_by_role("alert").filter(has_text="has 1 to 30 characters").wait_for()
    page.get_by_label("Name of your team").fill("Geese")
    page.get_by_role("button", name="Take your seat").click()
    page.get_by_role("alert").filter(has_text="one state or more").or_(
        page.get_by_role("alert").filter(has_text="a state or more")
    ).wait_for()


def test_who_guesses_codes_is_sent_away(walk_in):
    page = walk_in("/ko/game")
    code = page.get_by_label("게임 코드")
    for place in range(10):
        code.fill(f"ABCD-EFG{place}")
        page.keyboard.press("Enter")
        page.get_by_role("alert").filter(has_text="이 코드의 게임은 없다").wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("alert").filter(has_text="너무 많이 시도했다").wait_for()


def test_nobody_finds_a_seat_or_a_screen_by_guessing(walk_in):
    for path in ("/en/game/seat/NK", "/en/game/teacher/1", "/ko/game/seat/0"):
        page = walk_in(path)
        page.get_by_text(re.compile("There is no such page|그런 쪽은 없다")).wait_for()


def test_a_game_that_cannot_be_is_not_opened(walk_in, classroom):
    _, teacher = classroom
    page = walk_in(teacher[teacher.index("/en") :].replace("/en", "/ko"))
    page.get_by_text("게임 열기").first.click()
    turns = page.get_by_label("차례 수")
    open_it = page.get_by_role("button", name="게임 열기")
    alert = page.get_by_role("alert")
    for wanted in ("0", "2.5", "41", ""):
        turns.fill(wanted)
        open_it.click()
        alert.filter(has_text="1에서 40까지").wait_for()
        turns.fill("8")
    page.get_by_label("한 차례의 시간").fill("0")
    open_it.click()
    alert.filter(has_text="0분보다 길고").wait_for()
    for state in STATES:
        page.get_by_role("checkbox", name=LABELS["ko"][state]).first.uncheck()
    open_it.click()
    alert.filter(has_text="하나 이상 고른다").wait_for()
    assert "/class/" in page.url


# ------------------------------------------------------------------------- the seat


def test_what_is_chosen_stands_for_the_whole_team(screen, walk_in, sit_down):
    teacher = screen()
    page = sit_down(code_of(teacher), "Turtles", "ROK")
    assert page.get_by_role("button", name="Decide for South Korea").count() == 0
    teacher.get_by_role("button", name="Begin").click()
    page.get_by_text("they would choose").first.wait_for()
    left = option(page, "Military budget", "Leave it to the advisers")
    assert left.is_checked()
    option(page, "Military budget", "Arm in a hurry").check()
    page.locator(".together tr", has_text="our military burden").filter(
        has_text="▲"
    ).wait_for()
    other = walk_in(path_of(page), width=360)
    hurry = option(other, "Military budget", "Arm in a hurry")
    hurry.wait_for()
    assert hurry.is_checked()
    # What the other browser chooses this one sees, and a reload changes nothing.
    option(other, "Military budget", "Cut it").check()
    cut = option(page, "Military budget", "Cut it")
    wait_until_checked(cut)
    # Whoever goes by keys goes on where they were.
    cut.focus()
    option(other, "Military budget", "Hold it").check()
    wait_until_checked(option(page, "Military budget", "Hold it"))
    assert page.evaluate("document.activeElement.value") == "cut"
    option(other, "Military budget", "Cut it").check()
    wait_until_checked(cut)
    commit(page, "ROK")
    page.reload()
    page.get_by_role("button", name="Take the decision back").wait_for()
    assert option(page, "Military budget", "Cut it").is_checked()
    assert option(page, "Military budget", "Cut it").is_disabled()
    page.get_by_role("button", name="Take the decision back").click()
    page.get_by_role("button", name="Decide for South Korea").wait_for()
    assert fits(other)


def test_a_seat_with_keys_alone(screen, sit_down):
    teacher = screen()
    page = sit_down(code_of(teacher), "Turtles", "ROK")
    teacher.get_by_role("button", name="Begin").click()
    teacher.get_by_role("button", name="Move on now").click()
    wait_for_turn(page, 2)
    page.get_by_role("button", name="Decide for South Korea").wait_for()
    option(page, "Military budget", "Leave it to the advisers").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    hold = option(page, "Military budget", "Hold it")
    wait_until_checked(hold)
    page.get_by_text("What our threat is made of").first.focus()
    page.keyboard.press("Enter")
    page.get_by_text(re.compile("North Korea.s power alone")).first.wait_for()
    page.get_by_role("button", name="Decide for South Korea").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Take the decision back").wait_for()


def test_a_seat_in_korean_on_a_phone_in_the_dark(screen, sit_down):
    teacher = screen()
    page = sit_down(
        code_of(teacher), "두루미", "NK", "China", lang="ko", width=360, dark=True
    )
    assert fits(page)
    teacher.get_by_role("button", name="Begin").click()
    teacher.get_by_role("button", name="Move on now").click()
    page.get_by_text("8차례 가운데 2번째").wait_for()
    page.get_by_role("button", name="북한의 결정 확정").wait_for()
    page.get_by_role("heading", name="중국이 보는 세계").wait_for()
    page.get_by_text(re.compile("참모진의 선택: ")).first.wait_for()
    for folded in page.locator("summary").all():
        folded.click()
    assert fits(page)
    shown = page.inner_text("main")
    assert not re.search(r"[a-z]{2,}_[a-z]+|\{|None|nan", shown)


def test_a_team_sees_nothing_of_another(screen, walk_in, sit_down):
    teacher = screen()
    code = code_of(teacher)
    page = sit_down(code, "Turtles", "ROK")
    rival = sit_down(code, "Dragons", "NK")
    teacher.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="Decide for South Korea").wait_for()
    option(rival, "A nuclear test", "Yes").check()
    rival.locator(".together", has_text="▲").wait_for()
    commit(rival, "NK")
    page.get_by_text("✓ North Korea: has decided").wait_for()
    teacher.get_by_text("✓ has decided").wait_for()
    secrets = [one.url.rsplit("/", 1)[1] for one in (rival, teacher)]
    for one, hidden in ((page, secrets), (teacher, secrets[:1])):
        content = one.content()
        assert "A nuclear test" not in content
        assert not [secret for secret in hidden if secret in content]
    # On the wall stands nothing of what anybody believes, feels or chose.
    wall = teacher.inner_text("main")
    assert not re.search("greedy|threat|adviser|Arm in a hurry", wall)


def test_names_are_shown_as_text(screen, sit_down):
    teacher = screen()
    code = code_of(teacher)
    page = sit_down(code, MARKUP, "US")
    page.get_by_role("heading", name=MARKUP).wait_for()
    teacher.get_by_role("cell", name=MARKUP).wait_for()
    other = sit_down(code, "{{ 7 * 7 }}", "ROK")
    other.get_by_role("heading", name="{{ 7 * 7 }}").wait_for()
    for one in (page, teacher, other):
        assert one.locator("main img").count() == 0


# ------------------------------------------------------------------------ the screen


def test_a_teacher_leads(screen, sit_down, classroom):
    base, _ = classroom
    teacher = screen(minutes=5)
    page = sit_down(code_of(teacher), "Turtles", "ROK")
    clock = teacher.get_by_role("timer")
    teacher.get_by_role("button", name="5 more minutes").click()
    clock.filter(has_text="10:00").wait_for()
    teacher.get_by_role("button", name="Begin").click()
    clock.filter(has_text=re.compile("9:5")).wait_for()
    teacher.get_by_role("button", name="Pause").click()
    page.get_by_text("The clock stands still").wait_for()
    teacher.get_by_role("button", name="Go on").click()
    happens = teacher.get_by_role("combobox", name="Something happens")
    happens.select_option(label="a crisis over Taiwan")
    teacher.get_by_role("button", name="Let it happen").click()
    page.get_by_text("Announced for this quarter: a crisis over Taiwan.").wait_for()
    teacher.get_by_role("button", name="Let it happen").click()
    teacher.get_by_role("alert").filter(has_text="already").wait_for()
    teacher.get_by_role("button", name="Move on now").click()
    wait_for_turn(page, 2)
    assert page.get_by_text("Announced for this quarter").count() == 0
    teacher.get_by_role("button", name="Hand South Korea to the rules").click()
    page.get_by_text("Your teacher has handed your seat to the rules.").wait_for()
    debrief = f"{base}/en/game/debrief/{page.url.rsplit('/', 1)[1]}"
    with pytest.raises(HTTPError, match="403"):
        urlopen(debrief)
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{base}/en/game/debrief/nobody")
    teacher.get_by_role("button", name="End the game").click()
    teacher.get_by_role("button", name="No, go on").click()
    teacher.get_by_role("button", name="End the game").click()
    teacher.get_by_role("button", name="Yes, end it").click()
    page.get_by_role("link", name="The debrief").wait_for()


def test_a_screen_fits_a_phone_and_a_projector(screen, walk_in):
    teacher = screen()
    teacher.get_by_role("button", name="Begin").click()
    teacher.get_by_role("button", name="Move on now").click()
    wait_for_turn(teacher, 2)
    for width in (360, 1920):
        page = walk_in(path_of(teacher).replace("/en/", "/ko/"), width=width)
        page.get_by_text("8차례 가운데 2번째").wait_for()
        assert page.locator("figure svg").count() == 3
        assert fits(page)


# -------------------------------------------------------------------- a whole game


def test_a_whole_game_of_eight_turns_in_four_browsers(screen, sit_down, classroom):
    """Two teams of one state, one of two, and the teacher, from code to debrief."""
    teacher = screen()
    code = code_of(teacher)
    seoul = sit_down(code, "Turtles", "ROK")
    tokyo = sit_down(code, MARKUP, "Japan")
    north = sit_down(code, "두루미", "NK", "China", width=360, dark=True)
    teacher.get_by_role("button", name="Begin").click()
    for turn in range(1, 9):
        for page in (seoul, tokyo, north, teacher):
            wait_for_turn(page, turn)
        if turn == 3:
            teacher.get_by_role("combobox", name="Something happens").select_option(
                label="a ceasefire in Ukraine"
            )
            teacher.get_by_role("button", name="Let it happen").click()
            seoul.get_by_text("a ceasefire in Ukraine").wait_for()
        if turn == 5:
            teacher.get_by_role("button", name="Hand Japan to the rules").click()
            tokyo.get_by_text("handed your seat to the rules").wait_for()
        option(seoul, "Military budget", "Arm in a hurry").check()
        option(north, "Missile tests", "All of these").check()
        if turn < 5:
            option(tokyo, "Military budget", "Cut it").check()
            commit(tokyo, "Japan")
        commit(north, "NK")
        north.get_by_text("✓ North Korea: has decided").wait_for()
        commit(north, "China")
        seoul.get_by_text("✓ China: has decided").wait_for()
        # The last to decide moves the world.
        commit(seoul, "ROK")
    base, _ = classroom
    for page in (seoul, tokyo, north, teacher):
        page.get_by_text("Over", exact=True).first.wait_for()
        link = page.get_by_role("link", name="The debrief")
        assert link.get_attribute("href").endswith(page.url.rsplit("/", 1)[1])
    # It is worked out first, and opens by itself.
    seoul.get_by_role("link", name="The debrief").click()
    seoul.get_by_role("heading", name="Spirals, and who began").wait_for()
    assert "Turtles" in seoul.content()
    assert seoul.locator("img[src=x]").count() == 0
    with urlopen(base + link.get_attribute("href")) as answer:
        assert answer.headers["Referrer-Policy"] == "no-referrer"
