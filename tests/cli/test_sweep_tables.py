"""Futures of a sweep for other programs: as written, and read in little memory."""

import tracemalloc

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from analysis.interfaces import sweep_table
from analysis.interfaces.sweep_table import check_table, write_table
from analysis.sweeps.experiment import read_experiment
from analysis.sweeps.loading import load, pieces
from analysis.sweeps.parts import laid_out
from analysis.sweeps.store import Store
from sim.errors import InputError

TEXT = """\
question: What is written?
title: {en: Written, ko: 기록}
scenarios: [baseline, harris]
levers: {cinc_weight: [0, 0.5], adjustment.ROK: range}
factors:
  lens:
    offensive: {lenses: {all: offensive_realism}}
    defensive: {lenses: {all: defensive_realism}}
outcomes: [ROK spending 2022, launches, felt_threat.Japan.China 2025-03..2026-04]
over_time: [spending.ROK, technology.NK.satellite]
design: {kind: latin, points: POINTS}
replicates: 5
"""


def made(folder, points, rows):
    """Return a folder with a sweep whose numbers are drawn, not run."""
    (folder / "mine.yaml").write_text(TEXT.replace("POINTS", str(points)), "utf-8")
    sweep = laid_out(read_experiment(folder / "mine.yaml"), rows)
    store = Store(folder, sweep)
    store.begin()
    draw = np.random.default_rng(0)
    for part in sweep.parts:
        values = {name: draw.normal(size=part.rows) for name in sweep.measures()}
        values["launches"][::7] = np.nan
        store.keep(part, values)
    return store


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return made(tmp_path_factory.mktemp("small"), points=40, rows=37)


def expected(store):
    whole = pd.concat(pieces(store.folder), ignore_index=True)
    return whole.astype(dict.fromkeys(("scenario", "lens"), object))


def test_every_future_stands_with_its_point(small):
    whole = expected(small).sort_values(["point", "replicate"], ignore_index=True)
    found = load(small.folder)
    assert len(whole) == 200
    for name in ("point", "replicate", "launches", "spending.ROK 2022"):
        np.testing.assert_array_equal(whole[name], found.outcomes[name])
    years = found.series["technology.NK.satellite"]
    np.testing.assert_array_equal(whole["technology.NK.satellite 2030"], years["2030"])
    for name in found.design.points:
        at = found.design.points[name].to_numpy()[whole["point"]]
        assert (whole[name].to_numpy() == at).all()


def test_csv_has_the_numbers_and_words_bit_for_bit(small):
    write_table(small.folder, small.sweep, "csv", "en")
    read = pd.read_csv(small.folder / "futures.csv")
    pd.testing.assert_frame_equal(
        read.astype({"scenario": object, "lens": object}),
        expected(small),
        check_dtype=False,
        check_exact=True,
    )
    assert read["launches"].isna().sum() == expected(small)["launches"].isna().sum() > 0
    assert {str(read[one].dtype) for one in ("point", "replicate")} == {"int64"}


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_dta_has_numbers_names_labels_and_categories(small, lang):
    write_table(small.folder, small.sweep, "dta", lang)
    file, whole = small.folder / "futures.dta", expected(small)
    with pd.read_stata(file, iterator=True) as reader:
        labels = reader.variable_labels()
        values = reader.value_labels()
        read = reader.read()
    assert len(set(read)) == len(whole.columns)
    for name in read:
        assert len(name) <= 32
        assert name.isascii()
        assert name.isidentifier()
    for name, column in zip(read, whole, strict=True):
        assert labels[name].startswith(column)
        if column in ("scenario", "lens"):
            assert read[name].tolist() == whole[column].tolist()
        else:
            np.testing.assert_array_equal(read[name], whole[column])
    assert list(read["lens"].cat.categories) == ["offensive", "defensive"]
    assert {tuple(one.values()) for one in values.values()} == {
        ("baseline", "harris"),
        ("offensive", "defensive"),
    }
    words = small.sweep.experiment.outcomes["launches"]
    assert labels["launches"] == f"launches: {words.label[lang]}, {words.unit[lang]}"


def test_a_table_too_large_for_stata_is_refused_before_anything_is_run(
    small, monkeypatch
):
    check_table(small.sweep, "dta")
    monkeypatch.setattr(sweep_table, "_MOST_NUMBERS", 1000)
    check_table(small.sweep, "csv")
    with pytest.raises(InputError, match="200 futures and 34 columns is too large"):
        check_table(small.sweep, "dta")


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A sweep of 100,000 futures with 28 columns of outcomes: 22 MB of numbers."""
    store = made(tmp_path_factory.mktemp("large"), points=20_000, rows=4_096)
    assert len(store.sweep.measures()) == 28
    return store


def peak(do):
    """Return bytes that something holds at most, as Python and as Arrow count them."""
    usual = pa.default_memory_pool()
    counted = pa.proxy_memory_pool(usual)
    pa.set_memory_pool(counted)
    tracemalloc.start()
    try:
        do()
        python = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        pa.set_memory_pool(usual)
    return python, counted.max_memory()


def test_reading_takes_the_memory_of_the_columns_asked_for(large):
    column = 8 * large.sweep.futures
    one = sum(peak(lambda: load(large.folder, ["launches"])))
    whole = sum(peak(lambda: load(large.folder)))
    # Where each future belongs is three columns, beside points and a part at a time.
    assert one < 10 * column
    assert 28 * column < whole < 1.5 * 28 * column


def test_a_table_in_pieces_takes_the_memory_of_a_part(large):
    whole = peak(lambda: write_table(large.folder, large.sweep, "csv", "en"))
    assert sum(whole) < 28 * 8 * large.sweep.futures / 2
    lines = (large.folder / "futures.csv").read_bytes().count(b"\n")
    assert lines == 1 + large.sweep.futures
