"""Arming in its parent's limit: Richardson's linear map, to the last digits.

Saturation, margin, ambition and everything else that moves are off, so a month is
x' = A x + c in the burdens and military stocks of the six. A and c are assembled
here from figures and parameters alone, by Richardson's algebra.
"""

import numpy as np
import pytest

from sim.cast import STATES
from sim.parameters import Parameters

N = len(STATES)
OFF = {
    "saturation": 0.0,
    "balancing": 0.0,
    "nk_russia_exchange": 0.0,
    "type_spread": 0.0,
    "ceiling_hazard.Japan": 0.0,
    "informal_ceiling.Japan": 1e6,
}
OFF_FOR_EACH = {
    "margin": 0.0,
    "ambition": 0.0,
    "misperception": 0.0,
    "belief_noise": 0.0,
    "true_type": 0.0,
    "guarantee_share": 0.0,
    "gdp_growth": 0.0,
    "burden_ceiling": 1e6,
}
CALM = {"reference_power": 4000.0}
TENSE = {"reference_power": 250.0, **{f"arming_slope.{one}": 6.0 for one in STATES}}
# The two above lie inside the ranges of their cards: both regions are plausible.


CEILINGS = {
    **TENSE,
    **{f"burden_ceiling.{one}": 30.0 for one in STATES},
    "informal_ceiling.Japan": 30.0,
}
WORLDS = {
    "calm": CALM,
    "calm, pushed": CALM,
    "calm, pushed along": CALM,
    "calm, at rest": CALM,
    "calm, fast wear": {**CALM, "depreciation": 0.12},
    "tense": TENSE,
    "tense, pushed": TENSE,
    "tense, pushed along": TENSE,
    "tense, with ceilings": CEILINGS,
}
PLACE = {name: row for row, name in enumerate(WORLDS)}
MONTHS = 300


class Richardson:
    """The map of one world: x = (burdens, stocks), x' = A x + c."""

    def __init__(self, model, row):
        of, between = model.figures.of, model.figures.between
        own = {
            name: float(np.broadcast_to(value, model.rows)[row])
            for name, value in model.parameters.items()
        }

        def each(name):
            return np.array([own[f"{name}.{one}"] for one in STATES])

        burden = np.array([of("burden", one) for one in STATES])
        spending = np.array([of("spending", one) for one in STATES])
        growth = np.array([of("spending_growth", one) for one in STATES]) / 100.0
        gdp = 100.0 * spending / burden
        wear = own["depreciation"]
        stock = spending / (wear + growth)
        share = np.array([of("cinc", one) for one in STATES])
        quality = (share / share.sum() / (stock / stock.sum())) ** own["cinc_weight"]
        reaction = np.zeros((N, N))
        for i, one in enumerate(STATES):
            for j, other in enumerate(STATES):
                if i == j:
                    continue
                votes = abs(of("ideal_point", one) - of("ideal_point", other))
                odds = (
                    own["suspicion"]
                    + own["suspicion_of_votes"] * votes
                    + own["suspicion_of_rivals"] * between("rivalry", one, other)
                    + own["suspicion_of_conflict"]
                    * between("conflict_share", one, other)
                )
                greedy = 1.0 / (1.0 + np.exp(-odds))
                feared = greedy + each("worst_case")[i] * (1.0 - greedy)
                intent = feared * (1.0 - between("tie", one, other))
                here = between("front_in_asia", one, other)
                usable = each("theatre_share")[j]
                usable = here * usable + (1.0 - here) * (1.0 - usable)
                near = np.exp(-between("front_distance", one, other) / each("reach")[j])
                reaction[i, j] = (
                    intent * usable * quality[j] * near / own["reference_power"]
                )
        slope = each("arming_slope") * own["budget_reaction"]
        speed = 1.0 / each("adjustment")
        pulled = speed[:, None] * slope[:, None] * reaction
        buys = gdp / 1200.0
        keeps = np.diag(1.0 - speed)
        self.start = np.concatenate([burden, stock])
        settled = speed * (burden - slope * (reaction @ stock))
        self.matrix = np.block(
            [
                [keeps, pulled],
                [
                    buys[:, None] * keeps,
                    np.eye(N) * (1 - wear / 12) + buys[:, None] * pulled,
                ],
            ]
        )
        self.constant = np.concatenate([settled, buys * settled])
        self.radius = np.abs(np.linalg.eigvals(self.matrix)).max()

    def path(self, months, start=None):
        path = [self.start if start is None else start]
        for _ in range(months):
            path.append(self.matrix @ path[-1] + self.constant)
        return np.array(path)

    def equilibrium(self):
        return np.linalg.solve(np.eye(2 * N) - self.matrix, self.constant)


def states_of(snapshot):
    """Return burdens and stocks, shape (12, rows)."""
    return np.array(
        [snapshot[f"{one}.burden"] for one in STATES]
        + [snapshot[f"{one}.stock"] for one in STATES]
    )


def put(model, state):
    """Put burdens and stocks into a model, and let everybody see them."""
    for i, one in enumerate(STATES):
        holder = model.states[one]
        holder.burden = state[i]
        holder.spending = holder.burden / 100.0 * holder.gdp
        holder.stock = state[N + i]
    model._together("take_stand")


def along(theory):
    """Return the direction in which a disturbance changes by the radius alone."""
    values, vectors = np.linalg.eig(theory.matrix)
    leading = values.real.argmax()
    # Perron: where reactions are positive, the radius itself is an eigenvalue.
    assert values[leading] == pytest.approx(theory.radius, rel=1e-12)
    return np.real(vectors[:, leading] / vectors[0, leading])


@pytest.fixture(scope="module")
def worlds(lab):
    """Run all worlds at once: their maps, and their paths (months + 1, 12, rows)."""
    names = {name for chosen in WORLDS.values() for name in chosen}
    usual = {**lab.QUIET, **OFF, **lab.for_all(**OFF_FOR_EACH)}
    default = dict(lab.Laboratory(months=1, beyond=usual).parameters)
    by_row = {
        name: np.array([one.get(name, default[name]) for one in WORLDS.values()])
        for name in names
    }
    model = lab.Laboratory(rows=len(WORLDS), months=MONTHS, beyond={**usual, **by_row})
    maps = {name: Richardson(model, row) for name, row in PLACE.items()}
    start = states_of(model.snapshot()).copy()
    for name in ("calm", "tense"):
        start[STATES.index("China"), PLACE[f"{name}, pushed"]] += 0.01
        start[:, PLACE[f"{name}, pushed along"]] += 0.01 * along(maps[name])
    start[:, PLACE["calm, at rest"]] = maps["calm"].equilibrium()
    put(model, start)
    return maps, np.array([states_of(one) for one in lab.run_on(model, MONTHS)])


@pytest.mark.parametrize(
    ("name", "months"),
    [("calm", MONTHS), ("calm, pushed", MONTHS), ("tense", 60), ("tense, pushed", 60)],
)
def test_the_model_is_richardsons_map(worlds, name, months):
    maps, paths = worlds
    seen = paths[: months + 1, :, PLACE[name]]
    # Rounding alone: 1e-16 a month, grown by the map itself in the tense world.
    np.testing.assert_allclose(seen, maps[name].path(months, seen[0]), rtol=1e-9)
    assert np.abs(seen[-1] / seen[0] - 1).max() > 0.02, "nothing moved"


def test_it_starts_where_the_algebra_says(worlds):
    maps, paths = worlds
    np.testing.assert_allclose(paths[0, :, 0], maps["calm"].start, rtol=1e-14)


def test_both_regions_of_stability_lie_within_the_ranges_of_the_cards(worlds):
    maps, _ = worlds
    assert maps["calm"].radius < 1.0 - 1e-3
    assert maps["tense"].radius > 1.0 + 1e-2
    for chosen in (CALM, TENSE):
        Parameters(**chosen)  # refuses what is out of range


@pytest.mark.parametrize(("name", "grows"), [("calm", False), ("tense", True)])
def test_a_disturbance_dies_out_or_grows_as_the_spectral_radius_says(
    worlds, name, grows
):
    maps, paths = worlds
    gap = paths[..., PLACE[f"{name}, pushed along"]] - paths[..., PLACE[name]]
    size = np.linalg.norm(gap[:121], axis=1)
    assert (maps[name].radius > 1.0) == grows
    assert bool((np.diff(size) > 0).all()) == grows
    assert bool((np.diff(size) < 0).all()) != grows
    # Stocks of 10,000 bn hold a difference of 1 bn to 1e-12 of it, month for month.
    np.testing.assert_allclose(
        size / size[0], maps[name].radius ** np.arange(121), rtol=1e-7
    )


def test_any_small_push_is_forgotten_by_the_stable_world_only(worlds):
    _, paths = worlds
    left = {}
    for name in ("calm", "tense"):
        gap = paths[..., PLACE[f"{name}, pushed"]] - paths[..., PLACE[name]]
        left[name] = np.abs(gap[MONTHS, :N]).max()
    assert left["calm"] < 0.01 < left["tense"]


def test_the_equilibrium_is_richardsons(worlds):
    maps, paths = worlds
    rest = maps["calm"].equilibrium()
    assert (rest > 0).all()
    seen = paths[..., PLACE["calm, at rest"]]
    # It stays where the algebra says, to the rounding of a 12 by 12 solve.
    np.testing.assert_allclose(seen, np.tile(rest, (MONTHS + 1, 1)), rtol=1e-10)


def test_every_path_of_the_stable_world_ends_in_its_equilibrium(worlds):
    maps, paths = worlds
    rest = maps["calm, fast wear"].equilibrium()
    distance = np.abs(paths[..., PLACE["calm, fast wear"]] / rest - 1.0).max(axis=1)
    assert distance[MONTHS] < 0.3 * distance[MONTHS // 2] < 0.1 * distance[0]


def test_with_bounds_the_tense_world_stops_at_its_ceilings(worlds):
    _, paths = worlds
    burdens = paths[:, :N, PLACE["tense, with ceilings"]]
    np.testing.assert_allclose(burdens[MONTHS], 30.0, rtol=1e-3)
    assert burdens.max() <= 30.0 + 1e-12
