"""Sweeps: files read strictly, designs of known size, parts that can be trusted."""

import json
import re
import shutil
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.sweeps import jobs
from analysis.sweeps.definition import Choice, Definition, Plan
from analysis.sweeps.design import designed, size
from analysis.sweeps.experiment import experiment_names, read_experiment
from analysis.sweeps.loading import load, merge, standing
from analysis.sweeps.parts import laid_out, read_shard
from analysis.sweeps.results import Factor
from analysis.sweeps.running import pending, run_parts
from analysis.sweeps.store import FAILURES, MANIFEST, PARTS, Store, written
from sim.ensemble import run_rows
from sim.errors import InputError

LATIN = """\
question: What does a weaker link do?
scenarios: [baseline, ceasefire]
end: 2026-02
levers: {cinc_weight: [0, 0.5]}
uncertainties: {learning: range, reach.NK: [400, 700]}
factors:
  lens:
    defensive: {lenses: {all: defensive_realism}, parameters: {adjustment: 40}}
    offensive: {lenses: {all: offensive_realism}}
outcomes: [ROK spending 2022, launches]
over_time: [spending.ROK]
design: {kind: latin, points: 6}
replicates: 2
"""
SHORT = LATIN.replace("[baseline, ceasefire]", "[baseline, harris]").replace(
    "2026-02", "2022-03"
)
SHORT = (
    SHORT.replace("uncertainties: {learning: range, ", "uncertainties: {")
    .replace("ROK spending 2022", "ROK spending 2022-01")
    .replace("over_time: [spending.ROK]\n", "")
)


def experiment(folder, text=SHORT):
    file = folder / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    return read_experiment(file)


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    """A sweep of twelve futures, run whole in this process, in parts of five."""
    folder = tmp_path_factory.mktemp("swept")
    store = Store(folder, laid_out(experiment(folder), rows=5))
    store.begin()
    assert run_parts(store, pending(store)) == []
    return store


# ----------------------------------------------------------------------------- files


@pytest.mark.parametrize("name", experiment_names())
def test_packaged_experiments_are_valid(name):
    one = read_experiment(name)
    assert size(one.definition.design, one.factors) > 1
    assert re.search("[가-힣]", one.definition.title.ko)


def test_the_page_names_every_key_and_its_example_is_valid(tmp_path):
    page = (files("scenarios") / "experiments" / "README.md").read_text("utf-8")
    for model in (Definition, Choice, Plan):
        missing = [
            key
            for key in model.model_fields
            if f"`{key}`" not in page and f"{key}:" not in page
        ]
        assert not missing
    example = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    one = experiment(tmp_path, example[1])
    assert [factor.name for factor in one.factors] == [
        "scenario",
        "learning",
        "linkage",
    ]


def test_what_a_file_says_is_laid_out(tmp_path):
    with pytest.raises(InputError, match=r"no parameter 'raech\.NK'"):
        experiment(tmp_path, LATIN.replace("reach.NK", "raech.NK"))
    with pytest.raises(InputError, match="learning"):  # the lens sets it as well
        experiment(tmp_path, LATIN)
    one = experiment(tmp_path)
    assert [factor.name for factor in one.factors] == [
        "scenario",
        "lens",
        "cinc_weight",
        "reach.NK",
    ]
    assert list(one.combinations)[1] == ("baseline", "offensive")
    first = one.combinations["harris", "defensive"]
    assert first.end == "2022-03"
    assert first.lenses == {"all": "defensive_realism"}
    assert first.parameters["adjustment"] == 40


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("question:", "qestion:", "line 1: unknown key 'qestion'; did you mean"),
        ("harris]", "haris]", "line 2: there is no scenario 'haris'"),
        ("[baseline, harris]", "[../x]", "never a path"),
        ("2022-03", "2031-13", "line 3: .*2031-13"),
        ("2022-03", "2090-01", "line 3: 'end' is 2090-01; baseline runs from"),
        ("[0, 0.5]", "[0.5, 0]", "line 4: 'cinc_weight' is .*low must be below high"),
        (
            "replicates: 2",
            "single: half",
            "'single' is 'half'; it must be true or false",
        ),
        (
            "replicates: 2",
            "replicates: 2\nfast: true\nsingle: true",
            "compiled form computes in float64; give one",
        ),
        ("[0, 0.5]", "[0, 500]", "line 4: parameter 'cinc_weight' is 500"),
        ("[0, 0.5]", "0.5", "line 4: 'cinc_weight' is 0.5; it must be range or"),
        (
            "{cinc_weight:",
            "{module: armng, cinc_weight:",
            "no module of rules 'armng'; did",
        ),
        (
            "{cinc_weight:",
            "{without: [war], cinc_weight:",
            "there is no parameter 'war'",
        ),
        ("all: offensive_realism", "all: offense", "line 9: there is no lens"),
        (
            "adjustment: 40",
            "cinc_weight: 0",
            "line 8: sets 'cinc_weight', which is varied",
        ),
        ("  lens:", "  cinc_weight:", "'cinc_weight' means something else"),
        ("launches", "lunches", "line 10: .*lunches"),
        ("launches", "ROK spending 2040", "line 10: .*outside the scenario"),
        ("latin", "latn", "line 11: 'design.kind' is 'latn'"),
        ("points: 6", "points: 0", "0 points; 1 to"),
        ("points: 6", "levels: 6", "needs 'points'"),
        ("points: 6", "points: 6, base: 2", "has no 'base'; it has points"),
        ("latin, points: 6", "sobol, base: 6", "must be a power of 2"),
        ("replicates: 2", "replicates: 0", "line 12: 'replicates' is 0"),
        ("replicates: 2", "luck: kept", "line 12: 'luck' is 'kept'; it must be held"),
    ],
)
def test_mistakes_are_said_in_one_line_with_their_place(tmp_path, old, new, said):
    assert old in SHORT
    with pytest.raises(InputError, match=said) as found:
        experiment(tmp_path, SHORT.replace(old, new, 1))
    assert "\n" not in str(found.value)
    assert "mine.yaml" in str(found.value)


def test_wildcards_stand_for_all_parameters_of_a_module(tmp_path):
    plain = SHORT[: SHORT.index("factors:")] + SHORT[SHORT.index("outcomes:") :]
    of_one = experiment(
        tmp_path, plain.replace("{cinc_weight: [0, 0.5]}", "{module: war}")
    )
    of_all = experiment(
        tmp_path,
        plain.replace("{cinc_weight: [0, 0.5]}", "{}").replace(
            "{reach.NK: [400, 700]}",
            "{all: range, without: [saturation], cinc_weight: [0, 0.1]}",
        ),
    )
    ranges = {one.name: (one.low, one.high) for one in of_all.factors[1:]}
    assert 3 < len(of_one.factors) < len(of_all.factors)
    assert len(ranges) > 500
    assert "saturation" not in ranges
    assert ranges["cinc_weight"] == (0, 0.1)


def test_what_all_states_share_is_one_number(tmp_path):
    text = SHORT.replace(
        "reach.NK: [400, 700]", "habituation: range, alike: [habituation]"
    )
    one = experiment(tmp_path, text)
    assert [factor.name for factor in one.factors[2:]] == ["cinc_weight", "habituation"]
    sweep = laid_out(one)
    rows = sweep.rows(sweep.parts[0])
    found = run_rows([rows], outcomes=sweep.measures())[0].parameters
    for state in ("NK", "ROK", "China"):
        assert np.array_equal(
            found[f"habituation.{state}"], rows.parameters["habituation"]
        )
    assert sweep.design.points["habituation"].nunique() == len(sweep.design.points)
    for old, new, said in (
        ("[habituation]", "[habitation]", "did you mean 'habituation'"),
        ("[habituation]", "[habituation.NK]", "'habituation.NK' is one number already"),
        ("[habituation]", "[tie_pull]", "'tie_pull' is one number already"),
        ("[habituation]", "[adjustment]", "'adjustment' is not varied for every state"),
        ("habituation: range", "habituation.NK: range", "not varied for every state"),
        (
            "adjustment: 40",
            "habituation.US: 1",
            "sets 'habituation.US', which is varied",
        ),
        ("{cinc_weight", "{habituation.NK: range, cinc_weight", "is a lever already"),
    ):
        with pytest.raises(InputError, match=re.escape(said)) as wrong:
            experiment(tmp_path, text.replace(old, new, 1))
        assert "line " in str(wrong.value)


# --------------------------------------------------------------------------- designs

NUMBERS = (Factor("cinc_weight", 0.0, 0.5), Factor("reach.NK", 400.0, 700.0))
CHOICES = (*NUMBERS, Factor("lens", choices=("a", "b", "c")))


@pytest.mark.parametrize(
    ("plan", "points"),
    [
        ({"kind": "grid", "levels": 4}, 4 * 4 * 3),
        ({"kind": "latin", "points": 17}, 17),
        ({"kind": "sobol", "base": 8}, 8 * 5),
        ({"kind": "sobol", "base": 8, "second_order": True}, 8 * 8),
        ({"kind": "morris", "trajectories": 6}, 6 * 4),
        ({"kind": "one_at_a_time", "levels": 3}, 1 + 3 + 3 + 2),
    ],
)
def test_sizes_ranges_choices_and_seeds(plan, points):
    plan = Plan(**plan)
    made = designed(plan, CHOICES, seed=2**100)
    assert len(made.points) == size(plan, CHOICES) == points
    for one in NUMBERS:
        assert made.points[one.name].between(one.low, one.high).all()
        assert made.points[one.name].nunique() > 1
    assert set(made.points["lens"]) == {"a", "b", "c"}
    assert made.points.equals(designed(plan, CHOICES, seed=2**100).points)
    if plan.kind in ("latin", "sobol", "morris"):
        assert not made.points.equals(designed(plan, CHOICES, seed=1).points)


@given(
    many=st.integers(1, 60),
    slices=st.integers(2, 5),
    low=st.floats(-1e6, 1e6),
    width=st.floats(1e-6, 1e6),
    seed=st.integers(0, 2**128 - 1),
)
@settings(max_examples=40, deadline=None)
def test_a_latin_hypercube_has_one_point_in_every_stratum(
    many, slices, low, width, seed
):
    factors = (
        Factor("x", low, low + width),
        Factor("c", choices=tuple("abcde"[:slices])),
    )
    made = designed(Plan(kind="latin", points=many), factors, seed).points
    assert made["x"].between(low, low + width).all()
    share = (made["x"].to_numpy() - low) / (low + width - low)
    edges = np.sort(share) * many - np.arange(many)
    assert edges.min() > -1e-3
    assert edges.max() < 1 + 1e-3
    counts = made["c"].value_counts().reindex(list("abcde"[:slices]), fill_value=0)
    # A choice cuts a stratum at either end, whose point may lie on either side.
    assert (counts - many / slices).abs().max() < 2


def test_one_at_a_time_changes_one_thing():
    made = designed(Plan(kind="one_at_a_time"), CHOICES).points
    for place in range(1, len(made)):
        assert (made.iloc[place] != made.iloc[0]).sum() <= 1


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ({"cinc_weight": 0.1}, "point 1 lacks 'reach.NK'"),
        ({"cinc_weight": 0.9, "reach.NK": 500}, "it must be a number from 0 to 0.5"),
        ({"cinc_weight": True, "reach.NK": 500}, "'cinc_weight' is True"),
        ({"cinc_weigh": 0.1}, "did you mean 'cinc_weight'"),
    ],
)
def test_a_listed_point_is_checked(point, said):
    with pytest.raises(InputError, match=said):
        designed(Plan(kind="list", points=[point]), NUMBERS)


def test_listed_points_are_taken_as_they_are():
    points = [
        {"cinc_weight": 0.1, "reach.NK": 500},
        {"reach.NK": 600, "cinc_weight": 0},
    ]
    made = designed(Plan(kind="list", points=points), NUMBERS).points
    assert made.to_numpy().tolist() == [[0.1, 500.0], [0.0, 600.0]]


# ----------------------------------------------------------------------------- parts


def test_every_future_is_in_one_part(swept):
    sweep = swept.sweep
    seen = [np.stack(sweep.who(part), axis=1) for part in sweep.parts]
    futures = np.concatenate(seen)
    assert len(futures) == sweep.futures == 12
    assert len(np.unique(futures, axis=0)) == 12
    assert max(part.rows for part in sweep.parts) <= 5


@pytest.mark.parametrize(("luck", "many"), [("held", 2), ("fresh", 12)])
def test_luck_is_held_or_fresh(tmp_path, luck, many):
    sweep = laid_out(experiment(tmp_path, SHORT + f"luck: {luck}\n"))
    ids = np.concatenate([sweep.rows(part).luck_ids for part in sweep.parts])
    assert len(np.unique(ids)) == many


def test_keys_change_with_what_numbers_depend_on_and_with_nothing_else(tmp_path):
    def keys(text):
        return {part.key for part in laid_out(experiment(tmp_path, text)).parts}

    same = keys(SHORT)
    assert keys(SHORT.replace("weaker", "much weaker")) == same
    for old, new in (
        ("replicates: 2", "replicates: 2\nseed: 1"),
        ("replicates: 2", "replicates: 3"),
        ("replicates: 2", "replicates: 2\nsingle: true"),
        ("launches", "talks"),
        ("2022-03", "2022-04"),
        ("[0, 0.5]", "[0, 0.4]"),
        ("adjustment: 40", "adjustment: 41"),
    ):
        assert keys(SHORT.replace(old, new)) != same


def test_a_sweep_in_single_numbers_says_so_and_is_another_sweep(swept, tmp_path):
    assert experiment(tmp_path).altered(single=True).definition.single
    one = laid_out(experiment(tmp_path, SHORT + "single: true\n"), rows=5)
    store = Store(tmp_path, one)
    store.begin()
    assert run_parts(store, pending(store)) == []
    said = json.loads((store.folder / MANIFEST).read_text(encoding="utf-8"))
    assert said["experiment"]["single"] is True
    single, double = (load(folder).outcomes for folder in (store.folder, swept.folder))
    spending = "spending.ROK 2022-01"
    assert (single[spending] != double[spending]).any()
    np.testing.assert_allclose(single[spending], double[spending], rtol=1e-5)


def test_results_come_back_by_point_and_replicate(swept):
    from sim import load_scenario, run

    found = load(swept.folder)
    outcomes = found.outcomes
    assert outcomes["point"].tolist() == [k // 2 for k in range(12)]
    assert outcomes["replicate"].tolist() == [0, 1] * 6
    assert np.isfinite(outcomes.to_numpy()).all()
    assert found.design.points.equals(swept.sweep.design.points)
    point = found.design.points.iloc[3]
    other = swept.sweep.experiment.combinations[point["scenario"], point["lens"]]
    numbers = {name: point[name] for name in ("cinc_weight", "reach.NK")}
    alone = run(other, runs=2, parameters=numbers, outcomes=swept.sweep.measures())
    for name in ("spending.ROK 2022-01", "launches"):
        assert np.array_equal(alone.outcomes[name], outcomes[name][6:8])
    assert load_scenario(point["scenario"]).name == other.name


def test_only_the_columns_asked_for_are_read(swept):
    found = load(swept.folder, ["launches"])
    assert list(found.outcomes) == ["point", "replicate", "launches"]
    with pytest.raises(InputError, match="did you mean 'launches'"):
        load(swept.folder, ["launchs"])


def test_series_over_time_have_a_column_for_every_year(tmp_path):
    text = LATIN.replace("learning: range, ", "").replace("points: 6", "points: 2")
    text = text.replace("replicates: 2", "replicates: 1").replace("2026-02", "2023-12")
    text = text.replace(", ceasefire", "")
    store = Store(tmp_path, laid_out(experiment(tmp_path, text)))
    store.begin()
    run_parts(store, pending(store))
    found = load(store.folder, ["spending.ROK", "spending.ROK 2022"])
    assert list(found.series["spending.ROK"]) == ["2022", "2023"]
    assert np.array_equal(
        found.series["spending.ROK"]["2022"], found.outcomes["spending.ROK 2022"]
    )


def test_a_series_may_be_called_as_an_outcome_is(tmp_path):
    text = SHORT.replace("2022-03", "2022-12").replace("launches]", "pressure]")
    one = experiment(tmp_path, text + "over_time: [pressure]\n")
    assert one.asked == ("spending.ROK 2022-01", "pressure")
    assert dict(one.yearly) == {"pressure": ("2022",)}
    assert list(one.outcomes)[1:] == ["pressure", "pressure 2022"]
    ends = one.outcomes["pressure"].measure, one.outcomes["pressure 2022"].measure
    assert ends[0] != ends[1]
    for wrong, said in (
        ("ROK spending 2022", "has months of its own; name a series only"),
        ("launches", "names no one series; valid: launches.NK"),
    ):
        with pytest.raises(InputError, match=said):
            experiment(tmp_path, text + f"over_time: [{wrong}]\n")


# --------------------------------------------------------- stopped, failed and shared


def test_shares_merge_to_the_same_bytes(swept, tmp_path):
    shares = []
    for share in (1, 2):
        store = Store(tmp_path / str(share), swept.sweep)
        store.begin()
        run_parts(store, pending(store, (share, 2)))
        assert standing(store.folder).missing
        with pytest.raises(InputError, match="parts are missing"):
            load(store.folder)
        assert load(store.folder, partial=True).outcomes["launches"].isna().any()
        shares.append(store.folder)
    whole = merge(shares, tmp_path)
    assert contents(whole) == contents(swept.folder)
    assert merge([*shares, whole], tmp_path) == whole


def test_workers_make_no_difference(swept, tmp_path):
    store = Store(tmp_path, swept.sweep)
    store.begin()
    run_parts(store, pending(store), workers=2)
    assert contents(store.folder) == contents(swept.folder)


def test_what_is_missing_or_spoilt_is_run_and_nothing_else(
    swept, tmp_path, monkeypatch
):
    folder = tmp_path / swept.folder.name
    shutil.copytree(swept.folder, folder)
    gone, cut, *_ = sorted((folder / PARTS).iterdir())
    gone.unlink()
    cut.write_bytes(cut.read_bytes()[:-20])
    (folder / PARTS / f".{gone.name}.abcd.tmp").write_bytes(b"half")
    ran = []
    real = Store.keep
    monkeypatch.setattr(
        Store, "keep", lambda s, part, out: ran.append(part) or real(s, part, out)
    )
    store = Store(tmp_path, swept.sweep)
    store.begin()
    run_parts(store, pending(store))
    assert {part.key for part in ran} == {gone.stem, cut.stem}
    assert contents(folder) == contents(swept.folder)


def test_a_part_that_fails_is_noted_and_the_others_go_on(swept, tmp_path, monkeypatch):
    store = Store(tmp_path, swept.sweep)
    store.begin()
    bad, real = swept.sweep.parts[1], jobs.run_chunk
    theirs = swept.sweep.rows(bad).luck_ids

    def failing(chunk, pulse):
        lucks = (chunk.rows.luck_ids, swept.sweep.rows(bad).scenario)
        if np.array_equal(lucks[0], theirs) and chunk.rows.scenario == lucks[1]:
            raise RuntimeError("no\nsense")
        return real(chunk, pulse)

    with monkeypatch.context() as patch:
        patch.setattr(jobs, "run_chunk", failing)
        assert run_parts(store, pending(store)) == [bad]
    found = standing(store.folder)
    assert found.missing == (bad.key,)
    assert found.lacking == bad.rows
    assert found.failures == {bad.key: "RuntimeError: no sense"}
    run_parts(store, pending(store))
    assert not standing(store.folder).failures
    assert contents(store.folder) == contents(swept.folder)


def test_a_full_disk_leaves_no_half_file(swept, tmp_path, monkeypatch):
    store = Store(tmp_path, swept.sweep)
    store.begin()

    def full(path, write):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analysis.sweeps.store.written", full)
    with pytest.raises(OSError, match="No space"):
        run_parts(store, pending(store))
    assert list((store.folder / PARTS).iterdir()) == []


def test_a_file_is_whole_or_not_there(tmp_path):
    def broken(out):
        out.write(b"half")
        raise ValueError("cut off")

    with pytest.raises(ValueError, match="cut off"):
        written(tmp_path / "one", broken)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda m: m.update(format=9), "this version reads"),
        (lambda m: m["parts"][0].update(key="../../x"), "see 'parts'"),
        (lambda m: m["parts"][0].update(rows=10**12), "see 'parts'"),
        (lambda m: m.update(points=10**9), "see 'parts'"),
        (lambda m: m.pop("luck"), "see 'luck'"),
        (lambda m: m.update(factors=[1]), "see 'factors'"),
    ],
    ids=["format", "path", "rows", "points", "luck", "factors"],
)
def test_a_manifest_of_anybodys_is_checked(swept, tmp_path, change, said):
    manifest = json.loads((swept.folder / MANIFEST).read_text(encoding="utf-8"))
    change(manifest)
    (tmp_path / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(InputError, match=said):
        load(tmp_path)


def test_another_sweep_is_not_merged_or_overwritten(swept, tmp_path):
    other = Store(tmp_path, laid_out(experiment(tmp_path, SHORT + "seed: 3\n")))
    other.begin()
    with pytest.raises(InputError, match="of another sweep"):
        merge([swept.folder, other.folder], tmp_path / "in")
    (other.folder / MANIFEST).write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="is in the way"):
        other.begin()
    assert (other.folder / FAILURES).is_dir()


@pytest.mark.parametrize("text", ["", "3", "0/4", "5/4", "a/b", "1/2/3", "-1/4", "1/"])
def test_a_share_is_checked(text):
    with pytest.raises(InputError, match="--shard is"):
        read_shard(text)


def test_a_share_is_read():
    assert read_shard("3/40") == (3, 40)
