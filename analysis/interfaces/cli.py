"""The command ``dilemma``."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from analysis.interfaces import asking
from analysis.interfaces.saving import Format
from analysis.interfaces.stops import guarded
from analysis.interfaces.text import Lang
from analysis.sweeps.results import Method  # noqa: TC001 (typer reads it)

__all__ = ["app", "main"]

app = typer.Typer(
    name="dilemma",
    help="Futures of Northeast Asia under stated assumptions: run a scenario, lay two"
    " side by side, see what a change does. Not a forecast.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Scenario = Annotated[
    str, typer.Argument(help="Name of a packaged scenario, or path of a YAML file.")
]
Runs = Annotated[
    int | None,
    typer.Option(help="Futures of each scenario.", show_default=f"{asking.RUNS}"),
]
Precision = Annotated[
    list[str] | None,
    typer.Option(
        "--precision",
        metavar="[OUTCOME=]HALF-WIDTH",
        help="In place of --runs: run until 95% Monte Carlo intervals are so narrow,"
        " launches=0.5 in the outcome's unit (may be repeated), 0.05 for every headline"
        " in standard deviations over the (first scenario's) futures.",
    ),
]
MostRuns = Annotated[
    int | None,
    typer.Option(
        help="Runs at which --precision gives up.", show_default=f"{asking.MOST_RUNS}"
    ),
]
Seed = Annotated[int, typer.Option(help="Seed of the luck; the same seed, the same.")]
Workers = Annotated[
    int | None, typer.Option(help="Processes.", show_default="all cores")
]
Fast = Annotated[
    bool,
    typer.Option(
        "--fast",
        help="Run months in compiled form, several times as fast; the last digits"
        " differ. Needs the extra 'fast'.",
    ),
]
Settings = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="PARAMETER=VALUE",
        help="Set a parameter or mechanism in every scenario; may be repeated.",
    ),
]
Keep = Annotated[
    int, typer.Option(help="Runs of each scenario whose monthly series are kept.")
]
Form = Annotated[Format, typer.Option("--format", help="Of tables: dta is Stata's.")]
Out = Annotated[Path, typer.Option(help="Folder that holds results.")]
Language = Annotated[Lang, typer.Option(help="Of tables and charts.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Force = Annotated[
    bool, typer.Option("--force", help="Run again and replace what is there.")
]

Lens = Annotated[
    str,
    typer.Option(help="A school of realism of scenarios/lenses, or none."),
]
QuickFit = Annotated[
    bool, typer.Option("--quick", help="A first look, with far fewer histories.")
]


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.")
    ] = False,
) -> None:
    """Take the options of the command itself."""
    if version:
        from sim.source import version_of

        asking.say(f"dilemma {version_of('dilemma')}")
        raise typer.Exit


@app.command()
def run(
    scenario: Scenario,
    runs: Runs = None,
    precision: Precision = None,
    most_runs: MostRuns = None,
    seed: Seed = 0,
    workers: Workers = None,
    fast: Fast = False,
    settings: Settings = None,
    keep: Keep = asking.KEEP,
    form: Form = "parquet",
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Run one scenario: how its outcomes spread over futures."""
    asking.ask(
        "run",
        [scenario],
        settings=settings or [],
        runs=runs,
        precision=precision or [],
        most_runs=most_runs,
        seed=seed,
        keep=keep,
        form=form,
        fast=fast,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
        force=force,
    )


@app.command()
def compare(
    scenarios: Annotated[
        list[str],
        typer.Argument(
            metavar="CONTROL SCENARIO...",
            help="Names or paths; the first is what the others are compared with.",
        ),
    ],
    runs: Runs = None,
    precision: Precision = None,
    most_runs: MostRuns = None,
    seed: Seed = 0,
    workers: Workers = None,
    fast: Fast = False,
    settings: Settings = None,
    keep: Keep = asking.KEEP,
    form: Form = "parquet",
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Run scenarios with the same luck, and say what each changes."""
    asking.ask(
        "compare",
        scenarios,
        settings=settings or [],
        runs=runs,
        precision=precision or [],
        most_runs=most_runs,
        seed=seed,
        keep=keep,
        form=form,
        fast=fast,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
        force=force,
    )


@app.command()
def rerun(
    result: Annotated[
        Path, typer.Argument(help="A folder of results, or its manifest.json.")
    ],
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; only compare the numbers.")
    ] = False,
    row: Annotated[
        int | None,
        typer.Option(help="Only this run, compared with what was saved of it."),
    ] = None,
    scenario: Annotated[
        str | None, typer.Option(help="Of which scenario of the result, with --row.")
    ] = None,
    show: Annotated[
        bool, typer.Option("--show", help="Run nothing; show the table as saved.")
    ] = False,
    workers: Workers = None,
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Run again what a manifest says, and see whether the numbers are the same."""
    from analysis.interfaces.again import again, show_saved

    if show:
        show_saved(result, lang)
        return
    if row is not None or scenario is not None:
        from analysis.interfaces.row import run_row

        run_row(result, row, scenario, lang, quiet=quiet)
        return
    again(
        result,
        check=check,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
        force=force,
    )


@app.command()
def fork(
    source: Annotated[
        str,
        typer.Argument(
            metavar="RUN",
            help="A folder of results, a scenario by name or path, or a past that was"
            " saved (.npz).",
        ),
    ],
    row: Annotated[
        int | None, typer.Option(help="Which run of it.", show_default="0")
    ] = None,
    month: Annotated[
        str | None, typer.Option(help="The last month that all futures share, YYYY-MM.")
    ] = None,
    under: Annotated[
        list[str] | None,
        typer.Option(help="A scenario under which it goes on; may be repeated."),
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="PARAMETER=VALUE",
            help="Set a parameter or mechanism from the month after, in every scenario"
            " of --under, or in its own beside it; may be repeated.",
        ),
    ] = None,
    runs: Annotated[int, typer.Option(help="Futures under each scenario.")] = 200,
    scenario: Annotated[
        str | None, typer.Option(help="Whose run, where a result has several.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(help="Of a scenario's luck.", show_default="0")
    ] = None,
    save: Annotated[
        Path | None, typer.Option(help="A file for the past, .npz.")
    ] = None,
    png: Annotated[
        Path | None, typer.Option(help="A file for the chart, .png.")
    ] = None,
    workers: Workers = None,
    lang: Language = "en",
    quiet: Quiet = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace files that are there.")
    ] = False,
) -> None:
    """Take one run up to a month, and see what may become of it under each scenario."""
    from analysis.interfaces.fork import fork as take

    take(
        source,
        row=row,
        month=month,
        scenario=scenario,
        under=under or [],
        settings=settings or [],
        runs=runs,
        seed=seed,
        save=save,
        png=png,
        workers=workers,
        lang=lang,
        quiet=quiet,
        force=force,
    )


Csv = Annotated[
    Path | None, typer.Option(help="A folder to write the tables to as CSV as well.")
]


@app.command()
def history(
    runs: Annotated[int, typer.Option(help="Runs of each variant.")] = 200,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Replay 2012 to 2024, and say which lines of the record the runs show."""
    from analysis.interfaces.findings import show_history

    show_history(runs, seed, workers, csv, lang, quiet=quiet)


@app.command()
def claims(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CLAIM]...", help="Such as H08 X03; all by default."),
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="A first look: 256 runs an arm.")
    ] = False,
    points: Annotated[
        int | None,
        typer.Option(help="Points of the parameter space.", show_default="256"),
    ] = None,
    lucks: Annotated[
        int | None, typer.Option(help="Runs at each.", show_default="16")
    ] = None,
    seed: Seed = 0,
    workers: Workers = None,
    ledger: Annotated[
        Path | None, typer.Option(help="A file of claims of your own.")
    ] = None,
    saved: Annotated[
        Path | None,
        typer.Option("--from", help="A claims.csv to show again; nothing is run."),
    ] = None,
    csv: Csv = None,
    out: Annotated[
        Path | None, typer.Option(help="A folder for table, chart and page.")
    ] = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Try the papers' claims over the whole range of every parameter."""
    from analysis.interfaces.claims import show_claims

    show_claims(
        names or [],
        ledger=ledger,
        saved=saved,
        quick=quick,
        points=points,
        lucks=lucks,
        seed=seed,
        workers=workers,
        csv=csv,
        out=out,
        lang=lang,
        quiet=quiet,
    )


@app.command()
def phases(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CLAIM]...", help="Such as H13; all by default."),
    ] = None,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    out: Out = Path("out/phases"),
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Draw how the sign of disputed effects hangs on two parameters."""
    from analysis.interfaces.claims import show_phases

    show_phases(
        names or [],
        seed=seed,
        workers=workers,
        csv=csv,
        out=out,
        lang=lang,
        quiet=quiet,
    )


@app.command()
def loops(
    runs: Annotated[int, typer.Option(help="Paired runs of each arm.")] = 512,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    out: Annotated[
        Path | None, typer.Option(help="A folder to draw the diagram into.")
    ] = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Measure the papers' 27 feedback loops, and draw what drives what."""
    from analysis.interfaces.findings import show_loops

    show_loops(runs, seed, workers, csv, out, lang, quiet=quiet)


@app.command()
def attribute(
    scenario: Annotated[
        str | None,
        typer.Argument(help="Name or path; an --effect has one of its own."),
    ] = None,
    outcome: Annotated[
        str | None,
        typer.Option(
            help="A named outcome, or a series and its months, such as 'ROK spending"
            " 2030' or 'felt_threat.ROK.NK 2025-2030'; the scenario's own by default."
        ),
    ] = None,
    mechanisms: Annotated[
        str | None,
        typer.Option(
            metavar="A,B,C+D",
            help="Mechanisms, numbers of the register (M45), events or levers of the"
            " scenario, PARAMETER=VALUE-AT-WHICH-IT-IS-OFF; those with + move together."
            " Seven groups by default.",
        ),
    ] = None,
    cause: Annotated[
        str | None,
        typer.Option(help="Share out what this does to the outcome, such as invasion."),
    ] = None,
    effect: Annotated[
        str | None, typer.Option(help="An effect with a name: proxy or entangled.")
    ] = None,
    settings: Settings = None,
    runs: Annotated[int, typer.Option(help="Futures of each set of mechanisms.")] = 64,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    png: Annotated[Path | None, typer.Option(help="A file for the chart.")] = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Share an outcome out among mechanisms: Shapley values, on less off."""
    from analysis.interfaces.attribution import show_attribution

    show_attribution(
        scenario,
        outcome,
        mechanisms,
        cause,
        effect,
        settings or [],
        runs,
        seed,
        workers,
        csv,
        png,
        lang,
        quiet=quiet,
    )


@app.command()
def why(
    run: Annotated[
        str,
        typer.Argument(
            metavar="RUN", help="A folder of results, or a scenario's name or path."
        ),
    ],
    what: Annotated[
        str,
        typer.Option(
            help="threat, belief, arming, ties, choice, role, talks, votes, exchange,"
            " troops, attack or crises."
        ),
    ],
    month: Annotated[str, typer.Option(metavar="YYYY-MM", help="Which month.")],
    state: Annotated[
        str | None, typer.Option(help="Of whom; any spelling of one of the six.")
    ] = None,
    of: Annotated[
        str | None,
        typer.Option(help="About whom.", show_default="where the value is largest"),
    ] = None,
    scenario: Annotated[
        str | None, typer.Option(help="Which scenario of a folder that holds several.")
    ] = None,
    row: Annotated[int, typer.Option(help="Which of the runs, from 0.")] = 0,
    seed: Annotated[
        int | None,
        typer.Option(help="Seed of a scenario's luck.", show_default="0, or the run's"),
    ] = None,
    deeper: Annotated[
        bool, typer.Option("--deeper", help="Follow the largest terms further back.")
    ] = False,
    flip: Annotated[
        bool, typer.Option("--flip", help="Say what would have turned the decision.")
    ] = False,
    png: Annotated[Path | None, typer.Option(help="A file for the chart.")] = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Ask why a state did what it did in a month of one run."""
    from analysis.interfaces.why import show_why

    show_why(
        run,
        what,
        month,
        state=state,
        of=of,
        scenario=scenario,
        row=row,
        seed=seed,
        deeper=deeper,
        flip=flip,
        png=png,
        lang=lang,
        quiet=quiet,
    )


@app.command()
def sweep(
    experiment: Annotated[
        str | None,
        typer.Argument(
            help="Name of a packaged experiment, or path of a YAML file; without one,"
            " the packaged ones are listed."
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Do not ask before it is run.")
    ] = False,
    shard: Annotated[
        str | None,
        typer.Option(metavar="K/N", help="Run only this share of the parts, as 3/40."),
    ] = None,
    dask: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Run on the workers of a Dask scheduler, as tcp://HOST:8786.",
        ),
    ] = None,
    seed: Annotated[
        int | None, typer.Option(help="Of luck and design.", show_default="the file's")
    ] = None,
    replicates: Annotated[
        int | None,
        typer.Option(help="Futures at each point.", show_default="the file's"),
    ] = None,
    single: Annotated[
        bool,
        typer.Option(
            "--single", help="Compute in float32: faster, and as good within luck."
        ),
    ] = False,
    form: Annotated[
        Format,
        typer.Option("--format", help="Write all futures as one table as well."),
    ] = "parquet",
    chart: Annotated[
        bool,
        typer.Option("--chart", help="Draw what drives the outcomes: see sensitivity."),
    ] = False,
    workers: Workers = None,
    fast: Fast = False,
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Run an experiment over many assumptions; run again, it goes on where it was."""
    from analysis.interfaces.sweep import show_sweep

    raise typer.Exit(
        show_sweep(
            experiment,
            yes=yes,
            workers=workers,
            dask=dask,
            fast=fast,
            shard=shard,
            seed=seed,
            replicates=replicates,
            single=single,
            form=form,
            chart=chart,
            out=out,
            lang=lang,
            quiet=quiet,
        )
    )


@app.command()
def calibrate(
    lens: Lens = "none",
    quick: QuickFit = False,
    fast: Fast = False,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Which assumptions give histories like 2012 to 2020, and what that leaves open."""
    from analysis.interfaces.calibration import show_calibration
    from analysis.interfaces.fits import Asked

    asked = Asked(
        lens=lens,
        quick=quick,
        fast=fast,
        seed=seed,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
    )
    show_calibration(asked, csv)


@app.command()
def hindcast(
    lens: Lens = "none",
    quick: QuickFit = False,
    fast: Fast = False,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Fit to 2014, 2016 and 2018, forecast the rest to 2020, and be scored."""
    from analysis.interfaces.calibration import show_hindcast
    from analysis.interfaces.fits import Asked

    asked = Asked(
        lens=lens,
        quick=quick,
        fast=fast,
        seed=seed,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
    )
    show_hindcast(asked, csv)


@app.command()
def validation(
    quick: QuickFit = False,
    fast: Fast = False,
    seed: Seed = 0,
    workers: Workers = None,
    csv: Csv = None,
    png: Annotated[
        Path | None, typer.Option(help="Folder to write the charts to.")
    ] = None,
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Hold the model against the record: what it gets right, and what it gets wrong."""
    from analysis.interfaces.fits import Asked
    from analysis.interfaces.validation import show_validation

    asked = Asked(
        quick=quick,
        fast=fast,
        seed=seed,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
    )
    show_validation(asked, csv, png)


@app.command()
def forecast(
    origin: Annotated[
        int, typer.Option("--from", help="From the end of which year: 2020 or 2021.")
    ] = 2020,
    lens: Lens = "none",
    quick: QuickFit = False,
    fast: Fast = False,
    seed: Seed = 0,
    workers: Workers = None,
    out: Out = Path("out"),
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Write what fitted histories say of the years after, for anybody to score."""
    from analysis.interfaces.fits import Asked
    from analysis.interfaces.forecast import write_forecast

    asked = Asked(
        lens=lens,
        quick=quick,
        fast=fast,
        seed=seed,
        workers=workers,
        out=out,
        lang=lang,
        quiet=quiet,
    )
    write_forecast(asked, origin)


@app.command()
def score(
    forecast: Annotated[
        Path, typer.Argument(help="A forecast: draws or quantiles, CSV or Parquet.")
    ],
    record: Annotated[
        Path | None,
        typer.Argument(help="What happened, CSV or Parquet.", show_default="to 2020"),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="RIVAL",
            help="climatology, persistence, negative_binomial, random_walk, or the file"
            " of another forecast.",
        ),
    ] = None,
    csv: Annotated[
        Path | None, typer.Option(help="Folder to write the scores to, as CSV.")
    ] = None,
    lang: Language = "en",
) -> None:
    """Score a forecast, anybody's, against what happened."""
    from analysis.interfaces.score import show_scores

    show_scores(forecast, record, against, csv, lang)


@app.command()
def merge(
    folders: Annotated[
        list[Path], typer.Argument(help="Folders with shares of one sweep.")
    ],
    out: Out = Path("out"),
    lang: Language = "en",
) -> None:
    """Put shares of a sweep together that were run by themselves."""
    from analysis.interfaces.sweep import merge_shares

    merge_shares(folders, out=out, lang=lang)


@app.command()
def sensitivity(
    folder: Annotated[
        Path, typer.Argument(help="A folder that 'dilemma sweep' wrote, whole.")
    ],
    outcome: Annotated[
        list[str] | None,
        typer.Option(help="Only this outcome, in any spelling; may be repeated."),
    ] = None,
    method: Annotated[
        Method | None,
        typer.Option(show_default="that for which the design was made"),
    ] = None,
    over_time: Annotated[
        bool, typer.Option("--over-time", help="Which assumption matters when.")
    ] = False,
    png: Annotated[bool, typer.Option("--png", help="Draw charts.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Write the whole tables.")] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Folder for both, or for the one of them that is asked for.",
            show_default="that of the sweep",
        ),
    ] = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Say which assumptions drive the outcomes of a sweep, beside luck."""
    from analysis.interfaces.sensitivity import show_sensitivity

    show_sensitivity(
        folder,
        outcomes=outcome or [],
        method=method,
        over_time=over_time,
        png=png,
        csv=csv,
        out=out,
        lang=lang,
        quiet=quiet,
    )


@app.command()
def discover(
    folder: Annotated[Path, typer.Argument(help="A folder that a sweep has filled.")],
    outcome: Annotated[
        str,
        typer.Option(help="One of its outcomes, or a series and a year."),
    ],
    above: Annotated[
        float | None, typer.Option(help="Cases: futures above this.")
    ] = None,
    below: Annotated[
        float | None, typer.Option(help="Cases: futures below this.")
    ] = None,
    highest: Annotated[
        str | None,
        typer.Option(
            "--worst", "--highest", metavar="10%", help="Cases: the highest so many."
        ),
    ] = None,
    lowest: Annotated[
        str | None, typer.Option(metavar="10%", help="Cases: the lowest so many.")
    ] = None,
    method: Annotated[
        str, typer.Option(help="prim peels a box out; cart grows a tree.")
    ] = "prim",
    density: Annotated[
        str | None,
        typer.Option(
            metavar="80%",
            help="Of boxes so dense, take the one that covers most cases.",
            show_default="density and coverage weighed",
        ),
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(help="Of split and resamples.", show_default="the sweep's"),
    ] = None,
    csv: Csv = None,
    png: Annotated[Path | None, typer.Option(help="A file for the chart.")] = None,
    lang: Language = "en",
    quiet: Quiet = False,
) -> None:
    """Find under which assumptions an outcome comes about, and try what was found."""
    from analysis.interfaces.discovery import show_discovery

    show_discovery(
        folder,
        outcome,
        above=above,
        below=below,
        highest=highest,
        lowest=lowest,
        method=method,
        density=density,
        seed=seed,
        csv=csv,
        png=png,
        lang=lang,
        quiet=quiet,
    )


@app.command()
def scenarios(
    tag: Annotated[str | None, typer.Option(help="Only those with this tag.")] = None,
    lang: Language = "en",
) -> None:
    """List the scenarios that come with the package, and what each asks."""
    from analysis.interfaces.lists import list_scenarios

    list_scenarios(tag, lang)


@app.command()
def validate(
    files: Annotated[list[str], typer.Argument(help="Names or paths of scenarios.")],
    lang: Language = "en",
) -> None:
    """Check scenario files; nothing is run."""
    from analysis.interfaces.lists import validate_all

    raise typer.Exit(validate_all(files, lang))


@app.command()
def diff(one: Scenario, other: Scenario, lang: Language = "en") -> None:
    """Show what differs between two scenarios once everything is spelled out."""
    from analysis.interfaces.lists import show_difference

    show_difference(one, other, lang)


@app.command()
def parameters(
    name: Annotated[
        str | None, typer.Argument(help="One parameter; all of them unless given.")
    ] = None,
    lang: Language = "en",
) -> None:
    """Show what can be set: value, range, unit, where each number comes from."""
    from analysis.interfaces.lists import show_parameters

    show_parameters(name, lang)


def main() -> None:
    """Run the command and end the process with its exit code."""
    # Typer would frame what is wrong with an option in a box of several lines.
    sys.exit(guarded(partial(app, prog_name="dilemma", standalone_mode=False)))


if __name__ == "__main__":
    main()
