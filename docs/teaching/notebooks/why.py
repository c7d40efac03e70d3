import marimo

__generated_with = "0.25.2"
app = marimo.App(app_title="Ask why · 이유 묻기")


@app.cell
def _():
    import marimo as mo

    import sim
    from analysis import compare
    from analysis.why import why

    return compare, mo, sim, why


@app.cell
def _(mo):
    mo.md("""
    # Run a scenario, and ask why · 시나리오를 실행하고 이유 묻기

    Two worlds with the same luck: in the second, nobody charges a partner's acts to
    its friends. What differs is owed to that, future by future.

    운이 같은 두 세계를 실행한다. 둘째 세계에서는 아무도 동반자의 행동을 그 우방에
    묻지 않는다. 미래마다의 차이는 그 때문이다.
    """)
    return


@app.cell
def _(sim):
    baseline = sim.load_scenario("baseline").model_copy(update={"end": "2025-12"})
    apart = baseline.with_parameters(linkage=0)
    wanted = ("burden.ROK", "felt_threat.ROK.NK")
    before = sim.run(baseline, seed=0, runs=100, series=wanted)
    after = sim.run(apart, seed=0, runs=100, series=wanted)
    return after, baseline, before


@app.cell
def _(after, before, compare):
    effect = compare.paired(after, before, lambda one: one.series("burden.ROK")[-1])
    print(effect)
    return


@app.cell
def _(mo):
    mo.md("""
    **One future, one month.** Its decision is a sum of terms, and each names the
    argument that stands behind it.

    **한 미래의 한 달.** 결정은 항의 합이고, 항마다 뒤에 선 논증을 밝힌다.
    """)
    return


@app.cell
def _(baseline, why):
    answer = why(baseline, "arming", "2024-06", state="ROK", row=0)
    print(answer.headline)
    answer.table()[["part", "label", "value", "unit", "source"]]
    return


@app.cell
def _(mo):
    mo.md("""
    *Try:* ask the same of row 17; ask `threat` of Seoul about Pyongyang; answer in
    Korean with `lang="ko"`.

    *해 보기:* 17번 미래에 같은 것을 묻는다. `threat`로 북한에 대한 한국의 두려움을
    묻는다. `lang="ko"`로 한국어 답을 받는다.
    """)
    return


if __name__ == "__main__":
    app.run()
