"""Sweeps made by hand: designs of SALib's samplers, outcomes of known functions."""

import numpy as np
import pandas as pd

from analysis.sweeps.results import Design, Factor, Results


def problem_of(factors):
    """Return SALib's way of saying the factors; choices are codes along 0 to 1."""
    bounds = [[0.0, 1.0] if one.choices else [one.low, one.high] for one in factors]
    return {
        "num_vars": len(factors),
        "names": [f"x{count}" for count in range(len(factors))],
        "bounds": bounds,
    }


def named(factors, matrix):
    """Return points by name from SALib's matrix."""
    columns = {}
    for count, factor in enumerate(factors):
        column = matrix[:, count]
        if factor.choices:
            many = len(factor.choices)
            codes = np.minimum((column * many).astype(int), many - 1)
            columns[factor.name] = np.array(factor.choices)[codes]
        else:
            columns[factor.name] = column
    return pd.DataFrame(columns)


def sobol_design(factors, base, *, second=True, seed=1):
    from SALib.sample import sobol

    matrix = sobol.sample(
        problem_of(factors), base, calc_second_order=second, seed=seed
    )
    options = {"base": base, "second_order": int(second)}
    return Design("sobol", tuple(factors), named(factors, matrix), options)


def morris_design(factors, trajectories, *, levels=4, seed=1):
    from SALib.sample import morris

    matrix = morris.sample(problem_of(factors), trajectories, levels, seed=seed)
    options = {"trajectories": trajectories, "levels": levels}
    return Design("morris", tuple(factors), named(factors, matrix), options)


def latin_design(factors, points, *, seed=1):
    matrix = np.random.default_rng(seed).random((points, len(factors)))
    for count, factor in enumerate(factors):
        if not factor.choices:
            matrix[:, count] *= factor.high - factor.low
            matrix[:, count] += factor.low
    return Design("latin", tuple(factors), named(factors, matrix))


def results_of(design, function, *, replicates=1, noise=0.0, luck="fresh", seed=0):
    """Return a sweep whose outcome ``y`` is a function of the points, plus luck."""
    truth = np.asarray(function(design.points), dtype=float)
    draw = np.random.default_rng(seed)
    shape = (1, replicates) if luck == "held" else (len(truth), replicates)
    values = truth[:, None] + noise * draw.normal(size=shape)
    points, times = np.indices(values.shape)
    table = pd.DataFrame(
        {"point": points.ravel(), "replicate": times.ravel(), "y": values.ravel()}
    )
    return Results(design, table, luck, seed)


PI = float(np.pi)
ISHIGAMI = tuple(Factor(f"x{count}", -PI, PI) for count in (1, 2, 3))


def ishigami(points, a=7.0, b=0.1):
    x1, x2, x3 = (points[f"x{count}"].to_numpy() for count in (1, 2, 3))
    return np.sin(x1) + a * np.sin(x2) ** 2 + b * x3**4 * np.sin(x1)


def ishigami_indices(a=7.0, b=0.1):
    """Return first and total indices, and that of x1 and x3, in closed form."""
    one = 0.5 * (1 + b * PI**4 / 5) ** 2
    two = a**2 / 8
    both = b**2 * PI**8 * (1 / 18 - 1 / 50)
    total = one + two + both
    first = np.array([one, two, 0]) / total
    return first, np.array([one + both, two, both]) / total, both / total, total


def ishigami_deltas(points=200, cells=100, slices=48, a=7.0, b=0.1):
    """Return delta of every factor, by quadrature over the other two factors.

    Densities are laid out in cells, which can only hide a difference: with ever more
    cells, deltas rise to 0.265, 0.425 and 0.210.
    """
    x = (np.arange(points) + 0.5) / points * 2 * PI - PI
    at = (np.arange(slices) + 0.5) / slices * 2 * PI - PI
    one, other = np.sin(x)[:, None], a * np.sin(x)[None, :] ** 2
    rest = 1 + b * x[None, :] ** 4
    ends = (-1 - b * PI**4, 1 + b * PI**4 + a)
    found = []
    for known in (
        lambda v: np.sin(v) * rest.T + other,
        lambda v: one * rest + a * np.sin(v) ** 2,
        lambda v: one * (1 + b * v**4) + other,
    ):
        laid = (
            np.array([np.histogram(known(v), cells, ends)[0] for v in at]) / points**2
        )
        found.append(np.abs(laid - laid.mean(axis=0)).sum(axis=1).mean() / 2)
    return np.array(found)


def normal_sum_deltas(shares):
    """Return delta of every term of a sum of normal terms, in closed form but for one
    integral: between two normal densities the area is known where they cross."""
    from scipy.stats import norm

    u = (np.arange(4000) + 0.5) / 4000
    found = []
    for share in shares:  # of the variance, which is 1
        mean, sd = np.sqrt(share) * norm.ppf(u), np.sqrt(1 - share)
        # Where log densities are equal: a quadratic in y.
        p, q = 1 - 1 / sd**2, 2 * mean / sd**2
        r = -(mean**2) / sd**2 - 2 * np.log(sd)
        root = np.sqrt(q**2 - 4 * p * r)
        low, high = sorted([(-q + root) / (2 * p), (-q - root) / (2 * p)], key=np.sum)
        inside = norm.cdf((high - mean) / sd) - norm.cdf((low - mean) / sd)
        found.append(np.mean(inside - (norm.cdf(high) - norm.cdf(low))))
    return np.array(found)


WEIGHTS = np.array([0.0, 1.0, 4.5, 9.0, 99.0])
G_FACTORS = tuple(Factor(f"g{count}", 0.0, 1.0) for count in range(len(WEIGHTS)))


def sobol_g(points):
    columns = points[[one.name for one in G_FACTORS]].to_numpy(dtype=float)
    return ((np.abs(4 * columns - 2) + WEIGHTS) / (1 + WEIGHTS)).prod(axis=1)


def sobol_g_indices():
    parts = (1 / 3) / (1 + WEIGHTS) ** 2
    total = np.prod(1 + parts) - 1
    others = np.prod(1 + parts) / (1 + parts)
    return parts / total, parts * others / total
