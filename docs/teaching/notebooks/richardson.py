import marimo

__generated_with = "0.25.2"
app = marimo.App(app_title="Richardson by hand · 손으로 푸는 리처드슨")


@app.cell
def _():
    import marimo as mo
    import matplotlib.pyplot as plt
    import numpy as np

    import sim
    from analysis.classroom.lesson import lesson
    from analysis.classroom.plane import plane

    return lesson, mo, np, plane, plt, sim


@app.cell
def _(mo):
    mo.md(r"""
    # Richardson by hand · 손으로 푸는 리처드슨

    Two states, two straight lines. A state rests where its burden is what it wants,
    given the other's: $b_1 = c_1 + m_1 b_2$ and $b_2 = c_2 + m_2 b_1$. They cross at
    rest if $m_1 m_2 < 1$; above it, every step calls for a longer one.

    두 나라와 두 직선. 상대의 군비가 주어졌을 때 바라는 만큼 가진 나라는 멈춘다.
    $m_1 m_2 < 1$이면 두 선이 만나는 곳에서 멈추고, 그보다 크면 한 걸음이 더 큰
    걸음을 부른다.
    """)
    return


@app.cell
def _(np):
    def step_by_step(m1, m2, push=1.0, rounds=12):
        """Two states answer one another in turn; how far is each from rest?"""
        away = [(push, 0.0)]
        for _ in range(rounds):
            first, _second = away[-1]
            second = m2 * first
            away.append((m1 * second, second))
        return np.array(away)

    for m1, m2 in ((0.5, 0.9), (2.0, 0.4), (2.0, 0.6)):
        last = step_by_step(m1, m2)[-1].max()
        print(f"product {m1 * m2:.2f}: a push of 1 is {last:.3f} after 12 rounds")
    return


@app.cell
def _(mo):
    mo.md("""
    **The model's own lines.** The lesson's world with everything but arming left out.
    The product is worked out from figures and parameters before a month is run.

    **모형의 두 선.** 군비 말고는 모두 뺀 수업의 세계이다. 곱은 한 달도 실행하기 전에
    수치와 모수에서 나온다.
    """)
    return


@app.cell
def _(lesson, plane, sim):
    race = lesson("T3")
    runs = {}
    for name, at in (("start", race.start), ("predicted", race.predicted)):
        setting = race.setting(at)
        lines = plane(setting, "US", "China")
        runs[name] = (
            lines,
            sim.run(setting.whole(), seed=0, series=("burden.US", "burden.China")),
        )
        verdict = "comes to rest" if lines.product < 1 else "runs away"
        print(f"{name}: product of slopes {lines.product:.2f}, so it {verdict}")
    return (runs,)


@app.cell
def _(np, plt, runs):
    def crossing(two):
        """Where both rest at once."""
        here, there = two.rests_at(0, 0.0), two.rests_at(1, 0.0)
        us = (here + two.slopes[0] * there) / (1.0 - two.product)
        return us, two.rests_at(1, us)

    figure, axes = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
    for ax, (title, (two, history)) in zip(axes, runs.items(), strict=True):
        us, china = (history.series(f"burden.{one}")[:, 0] for one in ("US", "China"))
        rest = crossing(two)
        x = np.linspace(min(us.min(), rest[0]) - 0.1, max(us.max(), rest[0]) + 0.1, 2)
        y = np.linspace(
            min(china.min(), rest[1]) - 0.1, max(china.max(), rest[1]) + 0.1, 2
        )
        ax.plot(x, two.rests_at(1, x), color="tab:blue", label="China rests")
        ax.plot(two.rests_at(0, y), y, color="tab:orange", label="the US rests")
        ax.plot(us, china, color="black", label="48 months")
        ax.plot(us[0], china[0], "o", color="black")
        ax.set(title=title, xlabel="United States, % of GDP", ylabel="China, % of GDP")
        ax.set(xlim=x, ylim=y)
    axes[0].legend()
    figure
    return (figure,)


@app.cell
def _(mo):
    mo.md("""
    *Try:* make the two reactions unequal and keep their product. What changes, what
    does not?

    *해 보기:* 곱은 그대로 두고 두 반응을 다르게 한다. 무엇이 바뀌고 무엇이 그대로인가?
    """)
    return


if __name__ == "__main__":
    app.run()
