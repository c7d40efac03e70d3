"""Luck is a function of (seed, luck_id, month, purpose) and of nothing else."""

import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.special import ndtri

from sim.errors import InputError
from sim.luck import LARGEST_ID, LARGEST_SEED, PURPOSES, Luck, purpose_number

WORD = 2**64


def philox_block(counter, key):
    """Philox4x64-10 as published (Salmon et al. 2011), in plain integers."""
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        low, high = 0xD2E7470EE14C6C93 * c0, 0xCA5A826395121157 * c2
        c0, c1, c2, c3 = (
            (high >> 64) ^ c1 ^ k0,
            high % WORD,
            (low >> 64) ^ c3 ^ k1,
            low % WORD,
        )
        k0, k1 = (k0 + 0x9E3779B97F4A7C15) % WORD, (k1 + 0xBB67AE8584CAA73B) % WORD
    return c0, c1, c2, c3


def one_by_one(seed, luck_ids, month, number):
    """Uniforms, one id at a time, with no help from NumPy's generator."""
    drawn = []
    for luck_id in luck_ids:
        counter = (int(luck_id) // 4 + 1, month, number, 0)
        word = philox_block(counter, (seed % WORD, seed // WORD))[int(luck_id) % 4]
        drawn.append(((word >> 12) + 0.5) * 2.0**-52)
    return np.array(drawn)


def test_the_reference_is_philox_as_published():
    # The known-answer vectors of Random123 1.14 for philox4x64-10.
    zeros = philox_block((0, 0, 0, 0), (0, 0))
    ones = philox_block((WORD - 1,) * 4, (WORD - 1,) * 2)
    assert [f"{word:016x}" for word in zeros] == [
        "16554d9eca36314c",
        "db20fe9d672d0fdc",
        "d7e772cee186176b",
        "7e68b68aec7ba23b",
    ]
    assert [f"{word:016x}" for word in ones] == [
        "87b092c3013fe90b",
        "438c3c67be8d0224",
        "9cc7d7c69cd777b6",
        "a09caebf594f0ba0",
    ]


# Committed: a change here changes every result of everyone.
KNOWN = [
    (0, 0, 0, "unused", 0.9671852139092273),
    (0, 3, 0, "type/NK", 0.7476360635366773),
    (0, 4, 0, "type/NK", 0.5981213774926667),
    (7, 8191, 155, "evidence/ROK/NK", 0.9324235352674818),
    (2024, 2**62, 2**20, "battle", 0.2785557232259167),
    (2**64 - 1, 123456789, 12, "battle", 0.9420913259627614),
    (2**128 - 1, 1, 1, "ceasefire", 0.5198961357633104),
]


@pytest.mark.parametrize(("seed", "luck_id", "month", "purpose", "value"), KNOWN)
def test_draws_are_the_ones_that_were_committed(seed, luck_id, month, purpose, value):
    assert Luck(seed, [luck_id]).uniform(month, purpose)[0] == value


def test_numbers_of_purposes_are_the_ones_that_were_committed():
    text = "\n".join(f"{name} {number}" for name, number in PURPOSES.items())
    assert len(set(PURPOSES.values())) == len(PURPOSES)
    assert PURPOSES["evidence/NK/Russia"] == 101
    assert PURPOSES["evidence/China/Japan"] == 154
    assert PURPOSES["type/China"] == 205
    assert text.count("evidence/") == 30
    assert text.count("type/") == 6


ids = st.lists(
    st.one_of(
        st.integers(0, 40),
        st.integers(0, 5_000),
        st.integers(LARGEST_ID - 50, LARGEST_ID),
        st.integers(0, LARGEST_ID),
    ),
    min_size=1,
    max_size=40,
)


@settings(deadline=None)
@given(
    seed=st.one_of(st.integers(0, 3), st.integers(0, LARGEST_SEED)),
    luck_ids=ids,
    month=st.integers(0, 2**32 - 1),
    purpose=st.sampled_from(sorted(PURPOSES)),
)
def test_any_set_of_ids_draws_what_each_id_draws_by_itself(
    seed, luck_ids, month, purpose
):
    drawn = Luck(seed, luck_ids).uniform(month, purpose)
    np.testing.assert_array_equal(
        drawn, one_by_one(seed, luck_ids, month, PURPOSES[purpose])
    )


@pytest.mark.parametrize("first", [0, 1, 2, 3, 4, 1_000_001])
def test_a_range_of_ids_needs_no_index_and_draws_the_same(first):
    luck_ids = np.arange(first, first + 37)
    np.testing.assert_array_equal(
        Luck(9, luck_ids).uniform(3, "treaty"),
        one_by_one(9, luck_ids, 3, PURPOSES["treaty"]),
    )


def test_a_row_draws_the_same_alone_and_in_any_crowd():
    crowd = np.arange(1000)
    whole = Luck(5, crowd).normal(12, "battle")
    shuffled = np.random.default_rng(1).permutation(crowd)
    for some in (
        crowd[:1],
        crowd[437:438],
        crowd[:300],
        crowd[::7],
        crowd[::-1],
        shuffled,
        np.tile(crowd[:50], 6),
        np.repeat(crowd[:50], 6),
        crowd[[0, 999, 0, 500]],
    ):
        np.testing.assert_array_equal(Luck(5, some).normal(12, "battle"), whole[some])


def test_drawing_one_thing_changes_no_other():
    luck, fresh = Luck(5, np.arange(10)), Luck(5, np.arange(10))
    for month in range(5):
        luck.uniform(month, "unused")
        luck.normal(7 - month, "battle")
        luck.parameter("linkage")
    np.testing.assert_array_equal(luck.normal(3, "treaty"), fresh.normal(3, "treaty"))


def test_normals_are_the_quantiles_of_the_uniforms():
    luck = Luck(1, np.arange(100))
    np.testing.assert_array_equal(
        luck.normal(4, "treaty"), ndtri(luck.uniform(4, "treaty"))
    )


@pytest.mark.parametrize("word", [0, WORD - 1])
def test_a_uniform_is_never_0_or_1(word, monkeypatch):
    luck = Luck(0, [0])

    class Extreme:
        state = None

        def random_raw(self, words):
            return np.full(words, word, dtype=np.uint64)

    monkeypatch.setattr(luck, "_generator", Extreme())
    assert 0.0 < luck.uniform(0, "unused")[0] < 1.0
    assert 8.1 < abs(luck.normal(0, "unused")[0]) < 8.3


def test_a_million_draws_are_uniform_and_normal():
    luck = Luck(2024, np.arange(1_000_000))
    # The draws are fixed, so this either always passes or never does.
    assert stats.kstest(luck.uniform(17, "treaty"), "uniform").pvalue > 0.01
    normal = luck.normal(18, "treaty")
    assert stats.kstest(normal, "norm").pvalue > 0.01
    assert abs(np.mean(np.abs(normal) > 4) / 6.334e-5 - 1) < 0.4


def test_seeds_months_purposes_and_neighbours_are_independent():
    luck_ids = np.arange(100_000)
    here = Luck(0, luck_ids)
    columns = [
        here.normal(1, "treaty"),
        here.normal(2, "treaty"),
        here.normal(1, "battle"),
        Luck(1, luck_ids).normal(1, "treaty"),
        Luck(2**64, luck_ids).normal(1, "treaty"),
        Luck(0, luck_ids + 1).normal(1, "treaty"),
        Luck(0, luck_ids + 4).normal(1, "treaty"),
        ndtri(here.parameter("linkage")),
        ndtri(here.parameter("eta")),
    ]
    correlation = np.corrcoef(columns) - np.eye(len(columns))
    # 36 correlations of 100,000 pairs: sd 0.0032 each, 4.5 sd allowed.
    assert np.abs(correlation).max() < 0.0145


def test_months_in_a_row_are_independent_for_one_id():
    luck = Luck(3, [0])
    drawn = np.array([luck.normal(month, "battle")[0] for month in range(20_000)])
    assert stats.kstest(drawn, "norm").pvalue > 0.01
    assert abs(np.corrcoef(drawn[1:], drawn[:-1])[0, 1]) < 0.03


def test_a_parameter_is_drawn_by_its_name_and_the_id_only():
    luck_ids = [3, 1_000, 3]
    drawn = Luck(8, luck_ids).parameter("reach.NK")
    np.testing.assert_array_equal(
        drawn, one_by_one(8, luck_ids, zlib.crc32(b"reach.NK"), PURPOSES["parameter"])
    )


def test_no_two_parameters_share_a_draw():
    from sim.parameters import FLAT_NAMES

    assert FLAT_NAMES
    places = {name: zlib.crc32(name.encode("utf-8")) for name in FLAT_NAMES}
    assert len(set(places.values())) == len(places)


@pytest.mark.parametrize(
    "seed", [-1, 2**128, 1.0, "1", None, True, np.float64(3), [1], np.bool_(False)]
)
def test_a_seed_that_is_none_is_refused(seed):
    with pytest.raises(InputError, match="whole number from 0"):
        Luck(seed, [0])


@pytest.mark.parametrize("seed", [0, 2**64 - 1, 2**64, 2**128 - 1, np.uint64(7)])
def test_every_whole_number_of_128_bits_is_a_seed(seed):
    expected = one_by_one(int(seed), [0, 6], 1, PURPOSES["treaty"])
    np.testing.assert_array_equal(Luck(seed, [0, 6]).uniform(1, "treaty"), expected)


@pytest.mark.parametrize(
    "luck_ids",
    [
        [],
        [-1],
        [0.5],
        ["a"],
        3,
        [[1]],
        [True],
        [2**62 + 1],
        [2**63],
        [2**64],
        [[1], [2, 3]],
    ],
)
def test_ids_that_are_none_are_refused(luck_ids):
    with pytest.raises(InputError, match="whole numbers from 0"):
        Luck(0, luck_ids)


def test_the_ids_of_a_caller_stay_his_own():
    mine = np.array([1, 2, 3])
    luck = Luck(0, mine)
    mine[0] = 9
    np.testing.assert_array_equal(luck.luck_ids, [1, 2, 3])


def test_an_unregistered_purpose_names_the_nearest():
    with pytest.raises(KeyError, match="did you mean 'battle'"):
        purpose_number("batle")


@pytest.mark.parametrize("month", [-1, 1.5])
def test_a_month_is_counted_from_0(month):
    with pytest.raises((ValueError, TypeError)):
        Luck(0, [0]).uniform(month, "treaty")
