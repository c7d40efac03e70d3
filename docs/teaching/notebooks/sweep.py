import marimo

__generated_with = "0.25.2"
app = marimo.App(app_title="A small sweep · 작은 스윕")


@app.cell
def _():
    import marimo as mo
    import numpy as np
    import pandas as pd
    from scipy.stats import qmc, spearmanr

    import sim
    from sim.parameters import card_of, flat_names

    return card_of, flat_names, mo, np, pd, qmc, sim, spearmanr


@app.cell
def _(mo):
    mo.md("""
    # A small sweep · 작은 스윕

    Six assumptions at once, each drawn from its whole range, with the same luck in
    every future. Which of them drives South Korea's burden?

    여섯 가정을 한꺼번에 범위 전체에서 뽑는다. 운은 모든 미래에서 같다. 무엇이 한국의
    군사비 부담을 움직이는가?
    """)
    return


@app.cell
def _(card_of, flat_names, qmc):
    names = (
        "misperception",  # of all six at once, as are the others without a state
        "worst_case",
        "linkage",
        "offense_balance",
        "tie_pull",
        "arming_slope.ROK",
    )
    points = 128

    def ends(name):
        card, state = card_of(name)
        spans = [
            card.range(state or one.partition(".")[2] or None)
            for one in ([name] if state else flat_names(name))
        ]
        return max(low for low, _ in spans), min(high for _, high in spans)

    low, high = zip(*(ends(name) for name in names), strict=True)
    design = qmc.scale(qmc.LatinHypercube(len(names), seed=1).random(points), low, high)
    return design, names, points


@app.cell
def _(design, names, np, points, sim):
    scenario = sim.load_scenario("baseline").model_copy(
        update={"end": "2025-12", "uncertainty": "central"}
    )
    history = sim.run(
        scenario,
        seed=0,
        luck_ids=np.zeros(points, dtype=int),
        parameters=dict(zip(names, design.T, strict=True)),
        series=("burden.ROK",),
    )
    burden = history.series("burden.ROK")[-1]
    return (burden,)


@app.cell
def _(burden, design, names, pd, spearmanr):
    drives = pd.Series(
        {
            name: spearmanr(column, burden).statistic
            for name, column in zip(names, design.T, strict=True)
        },
        name="rank correlation",
    ).sort_values(key=abs, ascending=False)
    print(drives.round(2))
    drives
    return


@app.cell
def _(mo):
    mo.md("""
    A rank correlation sees only what goes one way. `dilemma sweep` and
    `dilemma sensitivity` do this with designs that see more, and with intervals.

    순위 상관은 한쪽으로 가는 것만 본다. `dilemma sweep`과 `dilemma sensitivity`는 더
    많은 것을 보는 설계와 구간으로 같은 일을 한다.
    """)
    return


if __name__ == "__main__":
    app.run()
