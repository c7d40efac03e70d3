"""A past goes on as if it had never stopped, and a file of one can do no harm."""

import io
import json
import shutil
import tracemalloc
import zipfile
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim import Past, resume, run
from sim.errors import InputError
from sim.model import StrategicModel
from sim.past import MOST_ROWS, archive
from sim.record import Series
from sim.scenario import Scenario, load_scenario
from sim.source import model_digest
from sim.state import every_field, extent, series
from sim.terms import Terms

MONTHS, ROWS, SEED = 20, 5, 3
SHORT = load_scenario("baseline").model_copy(update={"end": "2023-08"})
DRAWN = SHORT.with_parameters(
    arming_slope="range", **{"reach.NK": {"uniform": [400, 700]}}
)
FEW = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def changed(name, **update):
    """Return the scenario with more in it, spelled out and checked as a file is."""
    return Scenario.model_validate({**DRAWN.resolved(), **update, "name": name})


LATE = {"parameter": "linkage", "from": "2022-11", "until": "2023-02", "to": 0}
LEVER = changed("lever", levers={**DRAWN.resolved()["levers"], "late": LATE})
VOTED = changed(
    "voted",
    administrations=[
        {"from": "2021-01", "profile": "biden"},
        {"from": "2022-11", "profile": "harris"},
    ],
)
PARTING = 10
"""Months done before the first of 2022-11, in which these two part from the others."""


class Run:
    """A model stepped to its end, with its past and its fields at every month."""

    def __init__(self, world=DRAWN, **options):
        recorder = Series(series, MONTHS)
        given = {"rows": ROWS, "seed": SEED, "collect": False, **options}
        model = StrategicModel(world, recorder=recorder, **given)
        self.pasts, self.seen = [model.past()], [model.snapshot()]
        while model.running:
            model.step()
            self.pasts.append(model.past())
            self.seen.append(model.snapshot())
        self.model, self.records = model, recorder.records


@pytest.fixture(scope="module")
def original():
    return Run()


def assert_same(model, seen, rows=slice(None)):
    now = model.snapshot()
    assert now.keys() == seen.keys()
    for key, value in seen.items():
        if not np.array_equal(value[..., rows], now[key]):
            np.testing.assert_array_equal(value[..., rows], now[key], err_msg=key)


def same(one, other):
    return all(np.array_equal(value, other[key]) for key, value in one.items())


def stepped(model, months):
    for _ in range(months):
        model.step()
    return model


# -------------------------------------------------------------- a fork without a change


@FEW
@given(
    month=st.integers(0, MONTHS - 1),
    ahead=st.integers(1, 4),
    rows=st.lists(st.integers(0, ROWS - 1), min_size=1, max_size=4),
    saved=st.booleans(),
)
def test_a_fork_without_a_change_is_the_original(
    original, tmp_path, month, ahead, rows, saved
):
    past = original.pasts[month].select(rows)
    if saved:
        past.save(tmp_path / "past.npz")
        past = Past.load(tmp_path / "past.npz")
    ahead = min(ahead, MONTHS - month)
    fork = stepped(resume(past, collect=False), ahead)
    assert fork.month == month + ahead
    assert_same(fork, original.seen[month + ahead], rows)


def test_every_months_record_of_a_fork_is_the_original(original):
    month = 8
    history = run(DRAWN, past=original.pasts[month])
    assert history.labels[0] == original.pasts[month].label == "2022-08"
    assert history.labels[-1] == DRAWN.end
    assert history.months == MONTHS - month
    for key, record in original.records.items():
        np.testing.assert_array_equal(history.series(key), record[month:], err_msg=key)


def test_the_first_of_several_futures_is_the_original_also_in_chunks(original):
    past = original.pasts[12]
    many = run(DRAWN, past=past, runs=4, chunk=3)
    assert many.rows == 4 * ROWS
    assert list(many.luck_ids[:8]) == [0, 1, 2, 3, 1, 0, 2, 3]
    for key, record in original.records.items():
        np.testing.assert_array_equal(many.series(key)[:, ::4], record[12:])
    threat = many.series("felt_threat", "ROK", "NK")
    assert np.all(threat[0].reshape(ROWS, 4) == threat[0, ::4, None])
    assert all(np.unique(one).size == 4 for one in threat[-1].reshape(ROWS, 4))


def test_a_future_hangs_on_its_luck_and_on_no_company(original):
    past = original.pasts[12].select([2])
    many = run(DRAWN, past=past, runs=5)
    for place, luck in enumerate(many.luck_ids):
        alone = run(DRAWN, past=past, luck_ids=[luck])
        for key in many.keys:
            np.testing.assert_array_equal(
                alone.series(key)[:, 0], many.series(key)[:, place], err_msg=key
            )


def test_several_workers_bring_the_same_futures(original):
    past = original.pasts[16]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(2) as pool:
        two = run(DRAWN, past=past, runs=2, workers=2, chunk=4, executor=pool)
    one = run(DRAWN, past=past, runs=2)
    for key in one.keys:
        np.testing.assert_array_equal(one.series(key), two.series(key))


def test_a_fork_of_a_fork_saved_in_between_goes_on(original, tmp_path):
    model = stepped(resume(original.pasts[5], LEVER, collect=False), 7)
    model.past([1, 3]).save(tmp_path / "second.npz")
    second = resume(Past.load(tmp_path / "second.npz"), collect=False)
    assert_same(stepped(second, 4), stepped(model, 4).snapshot(), [1, 3])


def test_float32_goes_on_as_float32(tmp_path):
    model = stepped(StrategicModel(SHORT, rows=2, dtype=np.float32), 5)
    model.past().save(tmp_path / "single.npz")
    fork = resume(Past.load(tmp_path / "single.npz"))
    assert fork.dtype == np.float32
    assert_same(stepped(fork, 3), stepped(model, 3).snapshot())


# --------------------------------------------------------------------- another scenario


@pytest.fixture(scope="module", params=[LEVER, VOTED], ids=lambda one: one.name)
def other(request):
    return Run(request.param)


@settings(FEW, max_examples=3)
@given(month=st.integers(0, PARTING), order=st.permutations(range(3)))
def test_what_differs_only_later_is_that_scenario_from_the_start(
    original, other, month, order
):
    world = other.model.plan.scenario
    models = {}
    for which in order:  # in whatever order the forks are made and stepped
        there = (DRAWN, world, DRAWN)[which]
        models[which] = resume(original.pasts[month], there, collect=False)
    for which in order:
        stepped(models[which], PARTING + 3 - month)
    assert_same(models[1], other.seen[PARTING + 3])
    assert_same(models[0], original.seen[PARTING + 3])
    assert_same(models[2], original.seen[PARTING + 3])
    assert not same(other.seen[PARTING + 3], original.seen[PARTING + 3])


def test_a_lever_under_way_holds_from_the_fork_on(original):
    model = resume(original.pasts[15], LEVER, collect=False)
    assert_same(model, original.seen[15])  # its past months are not played
    model.step()
    assert np.all(model.laws["ROK"].parameters["linkage"] == 0.0)


def test_drawn_parameters_stay_those_of_the_past(original):
    past, drawn = original.pasts[6], original.model.parameters["arming_slope.ROK"]
    model = resume(past, LEVER, collect=False)
    np.testing.assert_array_equal(model.parameters["arming_slope.ROK"], drawn)
    many = resume(past, LEVER, runs=3, collect=False)
    slope = many.parameters["arming_slope.ROK"]
    np.testing.assert_array_equal(slope, np.repeat(drawn, 3))
    assert np.unique(drawn).size == ROWS


def test_what_a_scenario_sets_otherwise_is_as_it_says(original):
    past = original.pasts[6]
    set_, drawn = (
        DRAWN.with_parameters(arming_slope=1.5, linkage=one)
        for one in (0.1, {"uniform": [0.0, 0.1]})
    )
    assert resume(past, set_).parameters["arming_slope.ROK"] == 1.5
    assert resume(past, set_).parameters["linkage.ROK"] == 0.1
    linkage = resume(past, drawn).parameters["linkage.ROK"]
    # With the luck that the row has had: as if it had been drawn at the start.
    start = StrategicModel(drawn, rows=ROWS, seed=SEED, collect=False)
    np.testing.assert_array_equal(linkage, start.parameters["linkage.ROK"])
    many = resume(past, drawn, runs=2)
    np.testing.assert_array_equal(many.parameters["linkage.ROK"], np.repeat(linkage, 2))
    by_hand = resume(past, drawn, linkage=0.3)
    assert by_hand.parameters["linkage.ROK"] == 0.3


def test_what_was_set_by_hand_stays_and_no_government_takes_it_back(original):
    name = "alliance_commitment.US"
    model = stepped(StrategicModel(DRAWN, seed=SEED, collect=False, **{name: 0.31}), 3)
    fork = resume(model.past(), VOTED, collect=False)
    stepped(fork, PARTING)
    assert fork.parameters[name] == 0.31
    assert fork.laws["US"].parameters["alliance_commitment"] == 0.31


def test_what_was_fixed_at_the_start_stays_under_any_scenario(original):
    # The weight that dollars miss is reckoned from depreciation in the base year.
    slower = DRAWN.with_parameters(depreciation=0.06)
    there = StrategicModel(slower, rows=ROWS, seed=SEED, collect=False)
    model = resume(original.pasts[9], slower, collect=False)
    before = original.seen[9]["NK.undercount"]
    assert not np.array_equal(there.states["NK"].undercount, before)
    assert_same(model, original.seen[9])
    np.testing.assert_array_equal(model.states["NK"].undercount, before)


def test_nothing_that_a_fork_does_touches_the_past(original):
    past = original.pasts[4]
    before = {key: one.copy() for key, one in past.arrays.items()}
    stepped(resume(past, LEVER, runs=2, collect=False), 5)
    assert same(before, past.arrays)
    with pytest.raises(ValueError, match="read-only"):
        past.arrays["NK.burden"][...] = 0.0


def test_a_recorder_sees_the_month_of_the_fork_first(original):
    class Months:
        def __init__(self):
            self.seen = []

        def see(self, month, model, terms):
            self.seen.append((month, bool(terms)))

    months = Months()
    stepped(resume(original.pasts[7], recorder=months, explain=True), 2)
    assert months.seen == [(7, False), (8, True), (9, True)]


def test_what_is_collected_of_a_fork_is_counted_by_its_months(original):
    fork = stepped(resume(original.pasts[7].select([2])), 2)
    table = fork.datacollector.get_model_vars_dataframe()
    assert fork.steps == fork.month == 9
    assert list(table["front"]) == [one["war.front"][2] for one in original.seen[7:10]]
    agents = fork.datacollector.get_agent_vars_dataframe()
    assert sorted(set(agents.index.get_level_values("Step"))) == [7, 8, 9]


def test_own_rules_are_asked_for_again(tmp_path):
    def threat(intent, power, vulnerability, shared, *, margin):
        return Terms(power=(1 + margin) * power / 2_000)

    model = StrategicModel(SHORT, rules={"threat": threat}, collect=False)
    past = stepped(model, 4).past()
    past.save(tmp_path / "own.npz")
    past = Past.load(tmp_path / "own.npz")
    with pytest.raises(InputError, match=r"of the user's own \(threat\)"):
        resume(past)
    fork = resume(past, rules={"threat": threat}, collect=False)
    assert_same(stepped(fork, 3), stepped(model, 3).snapshot())
    assert not same(stepped(resume(past, rules={}), 3).snapshot(), model.snapshot())


# ----------------------------------------------------------------------------- refusals


def later(**update):
    return SHORT.model_copy(update={"name": "other", **update})


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((later(base=2011), {}), "from the figures of 2011"),
        ((later(start="2022-02"), {}), "starts in 2022-02"),
        ((later(end="2022-05"), {}), "ends in 2022-05, before the past"),
        ((None, {"rows": 2}), "rows is 2 and the past has 5"),
        ((None, {"dtype": np.float32}), "dtype is float32"),
        ((None, {"luck_ids": [1, 2]}), "luck_ids has shape"),
        ((None, {"runs": 0}), "runs is 0"),
        ((None, {"linkag": 0}), "did you mean 'linkage'"),
    ],
)
def test_what_a_past_cannot_go_on_under_is_refused(original, arguments, said):
    scenario, options = arguments
    with pytest.raises(InputError, match=said) as error:
        resume(original.pasts[9], scenario, **options)
    assert "\n" not in str(error.value)


def test_rows_that_are_not_there_are_refused(original):
    for rows in ([5], [-1], [], [0.5]):
        with pytest.raises(InputError):
            original.pasts[0].select(rows)
    with pytest.raises(InputError, match="seed is 4"):
        run(DRAWN, past=original.pasts[0], seed=4)


def test_the_list_of_fields_tells_every_shape(original):
    for key, field in every_field().items():
        assert original.seen[0][key].shape == (*extent(field), ROWS), key


# -------------------------------------------------------------------------------- files


@pytest.fixture(scope="module")
def good(original, tmp_path_factory):
    path = tmp_path_factory.mktemp("past") / "good.npz"
    original.pasts[11].save(path)
    return path


def test_an_equal_past_is_an_equal_file_and_nothing_else_is_left(
    original, good, tmp_path
):
    original.pasts[11].save(tmp_path / "again.npz")
    assert (tmp_path / "again.npz").read_bytes() == good.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["again.npz"]
    with pytest.raises(InputError, match="cannot write"):
        original.pasts[11].save(tmp_path / "nowhere" / "past.npz")


def test_numpy_reads_the_file_as_plain_arrays(good, original):
    with np.load(good, allow_pickle=False) as file:
        names = set(file.files)
        np.testing.assert_array_equal(
            file["ROK.felt_threat"], original.seen[11]["ROK.felt_threat"]
        )
    assert {f"{key}" for key in every_field()} < names


def test_what_is_loaded_is_what_was_saved(good, original):
    past, saved = Past.load(good), original.pasts[11]
    assert past.scenario.resolved() == saved.scenario.resolved()
    assert (past.seed, past.month, past.label) == (SEED, 11, "2022-11")
    assert past.held == saved.held
    assert same(past.arrays, saved.arrays)
    for name, value in saved.parameters.items():
        np.testing.assert_array_equal(past.parameters[name], value)


def test_too_many_rows_are_not_saved(original, tmp_path):
    crowd = original.pasts[0].select(np.zeros(MOST_ROWS + 1, dtype=int))
    with pytest.raises(InputError, match="at most 1000"):
        crowd.save(tmp_path / "crowd.npz")


def parts(path):
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def rewritten(path, target, change, **options):
    """Write the file again with something changed in its members."""
    members = parts(path)
    change(members)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, **options) as file:
        for name, content in members.items():
            file.writestr(name, content)


def array(members, name, value):
    content = io.BytesIO()
    np.save(content, value, allow_pickle=True)
    members[f"{name}.npy"] = content.getvalue()


def head(**update):
    def change(members):
        found = json.loads(members["head.json"])
        found.update(update)
        found = {key: one for key, one in found.items() if one is not None}
        members["head.json"] = json.dumps(found).encode()

    return change


def of(name, value):
    return lambda members: array(members, name, value)


def spoil(name, make):
    def change(members):
        old = np.load(io.BytesIO(members[f"{name}.npy"]))
        array(members, name, make(old))

    return change


def with_(value):
    def make(old):
        new = old.copy()
        new[..., 0] = value
        return new

    return make


def lying(members):
    """Claim an array of a petabyte in a header, with nothing behind it."""
    content = io.BytesIO()
    shape = (2**47,)
    np.lib.format.write_array_header_1_0(
        content, {"descr": "<f8", "fortran_order": False, "shape": shape}
    )
    members["war.front.npy"] = content.getvalue()


def number(**update):
    def change(members):
        found = json.loads(members["head.json"])
        found["parameters"] |= update
        members["head.json"] = json.dumps(found).encode()

    return change


def nested(members):
    members["head.json"] = b"[" * 100_000


WRONG = {
    "a field missing": (
        lambda m: m.pop("war.front.npy"),
        "lacks the array 'war.front'",
    ),
    "a field more": (of("war.frontt", np.zeros(5)), "did you mean 'war.front"),
    "code": (lambda m: m.update({"x.py": b"1"}), "'x.py', which is no field"),
    "objects": (of("war.front", np.array([{}] * 5)), "as object; it must be float64"),
    "another type": (spoil("war.front", np.float32), "as float32"),
    "another order": (spoil("NK.belief", np.asfortranarray), "it must be float64"),
    "another shape": (of("war.front", np.zeros((5, 1))), r"in shape \(5, 1\)"),
    "more rows": (of("war.front", np.zeros(6)), r"in shape \(6,\)"),
    "nan": (spoil("war.front", with_(np.nan)), "'war.front' that is not finite"),
    "infinity": (spoil("NK.gdp", with_(np.inf)), "'NK.gdp' that is not finite"),
    "out of bounds": (spoil("war.front", with_(1.5)), "'war.front'; it must be from 0"),
    "luck": (spoil("luck_ids", with_(-4)), "it holds -4"),
    "a lie": (lying, "in shape"),
    "text for an array": (lambda m: m.update({"war.front.npy": b"x"}), "no saved past"),
    "no head": (lambda m: m.pop("head.json"), "has no head.json"),
    "no JSON": (lambda m: m.update({"head.json": b"{"}), "not JSON"),
    "deep JSON": (nested, "not JSON"),
    "nan in the head": (lambda m: m.update({"head.json": b"NaN"}), "not JSON"),
    "a list": (lambda m: m.update({"head.json": b"[]"}), "names no format"),
    "another format": (head(format=2), "was saved by dilemma"),
    "another source": (head(source="0" * 64), "was saved by dilemma"),
    "a key more": (head(extra=1), "a strange 'extra'"),
    "a key less": (head(held=None), "lacks 'held'"),
    "too many rows": (head(rows=10**12), "1 to 1000 are allowed"),
    "rows in words": (head(rows="5"), "is of '5' rows"),
    "another number of rows": (head(rows=4), r"it must be \(4,\)"),
    "a month to come": (head(month=21), "after its scenario's end"),
    "no month": (head(month=-1), "is of month -1"),
    "no seed": (head(seed=-1), "seed is -1"),
    "another dtype": (head(dtype="object"), "arrays of 'object'"),
    "no scenario": (head(scenario={"name": "x"}), "scenario that is not valid"),
    "odd names": (head(held=["sys.exit"]), "names 'sys.exit' under 'held'"),
    "no list": (head(drawn={}), "no list of names"),
    "names twice": (head(drawn=["reach.NK", "reach.NK"]), "not every parameter once"),
    "no parameters": (head(parameters=[]), "has no parameters"),
    "a parameter more": (number(x=1.0), "not every parameter once: 'x'"),
    "a parameter in words": (number(**{"linkage.ROK": "1"}), "it must be a number"),
    "a parameter out of range": (
        number(**{"linkage.ROK": -9.0}),
        "'linkage.ROK' is -9",
    ),
}


@pytest.mark.parametrize(("change", "said"), WRONG.values(), ids=WRONG)
def test_a_file_that_is_not_exactly_right_is_refused(good, tmp_path, change, said):
    path = tmp_path / "bad.npz"
    rewritten(good, path, change)
    with pytest.raises(InputError, match=said) as error:
        Past.load(path)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)
    assert len(error.value.message) < 400


def test_a_file_of_another_version_is_told_which_version_it_needs(good, tmp_path):
    path = tmp_path / "old.npz"
    commit = {"commit": "1a2b3c4d" * 5, "dirty": False}
    rewritten(good, path, head(version="0.0.9", source="0" * 64, commit=commit))
    with pytest.raises(InputError, match=r"dilemma 0\.0\.9 \('git checkout 1a2b3c4d"):
        Past.load(path)
    evil = {"commit": "x; rm -rf ~", "dirty": False}
    rewritten(good, path, head(version="$(reboot)", source="0" * 64, commit=evil))
    with pytest.raises(InputError) as error:
        Past.load(path)
    assert "reboot" not in str(error.value)
    assert "rm -rf" not in str(error.value)


def test_things_that_are_no_such_file_are_refused(tmp_path, good):
    for name, content in {
        "empty.npz": b"",
        "text.npz": b"not a zip",
        "cut.npz": good.read_bytes()[:-100],
        "half.npz": good.read_bytes()[: good.stat().st_size // 2],
    }.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError, match="is no saved past"):
            Past.load(tmp_path / name)
    with pytest.raises(InputError, match="cannot be read: No such file"):
        Past.load(tmp_path / "nowhere.npz")
    with pytest.raises(InputError, match="is no plain file"):
        Past.load(tmp_path)


def test_a_member_that_stands_twice_or_is_encrypted_is_refused(good, tmp_path):
    twice = tmp_path / "twice.npz"
    shutil.copy(good, twice)
    with (
        zipfile.ZipFile(twice, "a") as file,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        file.writestr("war.front.npy", b"")
    with pytest.raises(InputError, match=r"holds 'war\.front\.npy' twice"):
        Past.load(twice)


def test_a_bomb_is_refused_before_it_goes_off(good, tmp_path):
    large = bytes(200 * 2**20)
    for name in ("war.front.npy", "head.json"):
        path = tmp_path / "bomb.npz"
        rewritten(good, path, lambda m, name=name: m.update({name: large}))
        assert path.stat().st_size < 2**20
        tracemalloc.start()
        with pytest.raises(InputError, match="belong there"):
            Past.load(path)
        assert tracemalloc.get_traced_memory()[1] < 32 * 2**20
        tracemalloc.stop()


def test_a_file_too_large_to_be_one_is_not_opened(tmp_path):
    path = tmp_path / "large.npz"
    with path.open("wb") as file:
        file.truncate(archive.LARGEST_FILE + 1)
    with pytest.raises(InputError, match="is larger than 64 MiB"):
        Past.load(path)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_file_with_any_bytes_changed_loads_or_is_refused(good, tmp_path, data):
    content = bytearray(good.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    path = tmp_path / "changed.npz"
    path.write_bytes(content)
    with suppress(InputError):
        Past.load(path)


def test_the_digest_is_that_of_the_files(good):
    assert json.loads(parts(good)["head.json"])["source"] == model_digest()
