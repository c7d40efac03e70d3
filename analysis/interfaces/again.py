"""Running a manifest again, to see whether its numbers come out bit for bit.

What another version made is not run, as its numbers would not come again; it is said
which version that was, and its table can be shown as it was saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import typer

from analysis.interfaces.asking import checked_workers, console, deliver, say
from analysis.interfaces.digests import numbers, source_digest
from analysis.interfaces.futures import Request, run_all
from analysis.interfaces.manifest import (
    made_by,
    made_elsewhere,
    processor,
    read_manifest,
    versions,
)
from analysis.interfaces.progress import meter
from analysis.interfaces.saving import FORMATS
from analysis.interfaces.signed import line_again
from analysis.interfaces.text import TEXT
from analysis.origin import COMPILED, PLAIN, engine
from sim.errors import InputError
from sim.scenario.uncertainty import Uncertainty
from sim.source import here

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sim.scenario import Scenario

__all__ = [
    "COMMANDS",
    "again",
    "changed_since",
    "check_asked",
    "request_of",
    "scenarios_of",
    "show_saved",
]

COMMANDS = ("run", "compare")
"""Those whose results can be run again from their manifest alone."""


def again(
    result: Path,
    *,
    check: bool,
    workers: int | None,
    out: Path,
    lang: str,
    quiet: bool,
    force: bool,
) -> None:
    """Run what a manifest says.

    Parameters
    ----------
    result : Path
        A folder of results, or its manifest.
    check : bool
        Only compare the numbers with those of the manifest, and write nothing; the
        exit code is then 1 if they are not equal.
    workers : int or None
        Processes; None for one per core.
    out : Path
        The folder that holds results.
    lang : {'en', 'ko'}
        The language of tables and charts.
    quiet, force : bool
        Print errors only; run again and replace what is there.

    Raises
    ------
    InputError
        If there is no such manifest, or it asks for what is no longer valid.
    """
    manifest = read_manifest(result)
    request = request_of(manifest)
    if not check:
        deliver(request, workers=workers, out=out, lang=lang, quiet=quiet, force=force)
        return
    request.check()
    words = TEXT[lang]
    names = ", ".join(scenario.name for scenario in request.scenarios)
    shown = None if quiet else console(error=True)
    with meter(shown, words["running"].format(names=names)) as progress:
        histories = run_all(
            request, workers=checked_workers(workers), progress=progress
        )
    equal = True
    for history in histories:
        name = history.scenario.name
        differing = _differing(manifest["numbers"].get(name, {}), numbers(history))
        equal = equal and not differing
        if not quiet:
            kind = "unequal" if differing else "equal"
            say(words[kind].format(name=name, what=", ".join(differing)))
    if not quiet:
        say(words["all equal" if equal else "not equal"])
        changed = changed_since(manifest)
        if changed and not equal:
            say(words["changed"].format(what="; ".join(changed)))
    if not equal:
        raise typer.Exit(1)


def show_saved(result: Path, lang: str) -> None:
    """Print the table of a result as it was saved, whatever version made it.

    Parameters
    ----------
    result : Path
        A folder of results, or the manifest in it.
    lang : {'en', 'ko'}
        The language; an outcome that this version does not know keeps its words.

    Raises
    ------
    InputError
        If there is no manifest, or no table beside it that can be read.
    """
    from analysis.compare import in_language
    from analysis.interfaces.saving import load
    from analysis.interfaces.show import report

    manifest = read_manifest(result)
    folder = result if result.is_dir() else result.parent
    try:
        table = load(folder / "table", "csv")
        asked = manifest.get("asked", {})
        spans = [(str(one["start"]), str(one["end"])) for one in asked["scenarios"]]
        first, last = spans[0]
        shown = {"runs": f"{int(table['runs'].max()):,}", "seed": asked["seed"]}
        shown |= {"first": first, "last": last}
        report(console(), in_language(table, lang), asked=shown, lang=lang)
    except (OSError, KeyError, TypeError, ValueError, IndexError, AttributeError) as e:
        said = " ".join(str(e).split())
        raise InputError(f"{folder} has no table that can be shown: {said}") from None
    say(TEXT[lang]["made by"].format(what=made_by(manifest)))


def request_of(manifest: Mapping[str, Any]) -> Request:
    """Return the request that a manifest is about.

    Parameters
    ----------
    manifest : mapping
        As :func:`analysis.interfaces.manifest.read_manifest` returns it.

    Raises
    ------
    InputError
        If another version made it (the message says which, and how to get it), or what
        it asks for is not valid.
    """
    if made_elsewhere(manifest):
        raise InputError(
            f"the result was made by {made_by(manifest)}; this is {here()}, with which"
            " its numbers do not come again; --show shows its table as it was saved"
        )
    asked = manifest["asked"]
    if asked.get("command") not in COMMANDS and (line := line_again(manifest)):
        raise InputError(
            f"the result is of {asked['command']}, and what is run again here is of"
            f" {' and '.join(COMMANDS)}; its own command makes it anew: {line} --csv"
            " FOLDER; the manifest has the hashes of its tables"
        )
    try:
        check_asked(asked)
        return Request(
            command=str(asked["command"]),
            names=tuple(str(one["name"]) for one in asked["scenarios"]),
            scenarios=scenarios_of(manifest),
            settings=dict(asked["settings"]),
            seed=asked["seed"],
            runs=asked["runs"],
            keep=asked["keep"],
            form=asked["format"],
            fast=_engine(manifest) != PLAIN,
            uncertainty=asked.get("uncertainty"),
        )
    except (KeyError, TypeError, AttributeError) as error:
        missing = f"{error} is missing" if isinstance(error, KeyError) else error
        raise InputError(f"the manifest cannot be run: {missing}") from None


def scenarios_of(manifest: Mapping[str, Any]) -> tuple[Scenario, ...]:
    """Return the scenarios of a result, as they were run.

    Parameters
    ----------
    manifest : mapping
        As :func:`analysis.interfaces.manifest.read_manifest` returns it.

    Raises
    ------
    InputError
        If one is not valid with this source; the message says what made it.
    """
    from pydantic import ValidationError

    from sim.scenario import Scenario

    try:
        return tuple(
            Scenario.model_validate(one) for one in manifest["asked"]["scenarios"]
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise InputError(
            "the manifest's scenario is not valid with this source:"
            f" {' '.join(first['msg'].split())}; it was made by {made_by(manifest)}"
        ) from None


def check_asked(asked: Mapping[str, Any]) -> None:
    """Refuse what no command line could have asked for.

    Parameters
    ----------
    asked : mapping
        The inputs that a manifest has.

    Raises
    ------
    KeyError, TypeError
        If something is missing, or is not what it should be.
    """
    if asked["command"] not in COMMANDS or asked["format"] not in FORMATS:
        raise TypeError("its command or format is unknown")
    for name in ("seed", "runs", "keep"):
        if type(asked[name]) is not int:
            raise TypeError(f"{name} is {asked[name]!r}, no whole number")
    if not str(asked.get("engine", PLAIN)).startswith((PLAIN, COMPILED)):
        raise TypeError("its engine is unknown")
    if asked.get("uncertainty") not in (None, *get_args(Uncertainty)):
        raise TypeError("its uncertainty is unknown")
    if not asked["scenarios"]:
        raise TypeError("it names no scenario")


def _differing(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Return what is not equal: names of outcomes, or ``series``."""
    old, new = before.get("outcomes", {}), now["outcomes"]
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    names += [part for part in ("luck", "series") if before.get(part) != now[part]]
    return names


def changed_since(manifest: Mapping[str, Any]) -> list[str]:
    """Return what is not as it was when a manifest was written, in words.

    Parameters
    ----------
    manifest : mapping
        As :func:`analysis.interfaces.manifest.read_manifest` returns it.
    """
    before, now = manifest.get("versions", {}), versions()
    changed = [
        f"{name} {before.get(name)} → {now[name]}"
        for name in now
        if before.get(name) != now[name]
    ]
    if manifest.get("source") != source_digest():
        changed.append("the model's source")
    if manifest.get("processor") != processor():
        changed.append(f"processor: {manifest.get('processor')} → {processor()}")
    made = _engine(manifest)
    if made != engine(fast=made != PLAIN):
        changed.append(f"engine: {made} → {engine(fast=True)}")
    return changed


def _engine(manifest: Mapping[str, Any]) -> object:
    """Return what ran the months of a result."""
    asked = manifest.get("asked")
    return asked.get("engine", PLAIN) if isinstance(asked, dict) else PLAIN
