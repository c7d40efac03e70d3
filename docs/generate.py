"""Write the generated parts of the pages anew: ``python docs/generate.py``.

Between a pair of markers in a page stands a table made from the code, so that no
number or equation is written down twice. ``make docs`` runs this; a test fails when a
page is out of date.
"""

from __future__ import annotations

import csv
import inspect
import re
from collections import Counter
from math import isinf
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from analysis.claims.ledger import claims as ledger
from analysis.classroom.guide import page_sections
from analysis.game.choices import CHOICES
from analysis.interfaces.claims import read_table, sections
from analysis.interfaces.show import shown
from analysis.interfaces.text import TEXT
from analysis.interfaces.validated import page_tables
from analysis.loops import LOOPS
from analysis.mechanisms import MECHANISMS, rules_reading
from analysis.observed.tables import QUANTITIES, of_whom, record
from analysis.observed.votes import slope
from analysis.pattern.lines import CHECKS, LEVELS
from analysis.pattern.order import GUESSES, RANGES, READINGS
from sim.card import BASES
from sim.cast import LABELS, PAIRS, STATES
from sim.figures import BASES as BASE_YEARS
from sim.figures import TABLES
from sim.figures import table as figure_table
from sim.model import StrategicModel
from sim.parameters import CARDS, FLAT_NAMES, card_of
from sim.rules import MODULES, RULES
from sim.scenario import load_scenario, scenario_names, write_schema
from sim.scenario.bundles import levers as policy_levers
from sim.state import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import ModuleType

    import pandas as pd

    from analysis.mechanisms import Mechanism
    from analysis.observed.tables import Quantity
    from sim.card import Card

ROOT = Path(__file__).resolve().parents[1]
FINDINGS = ROOT / "docs" / "findings"
PAGES = (
    "README.md",
    "README.ko.md",
    "docs/model.md",
    "docs/mechanisms.md",
    "docs/levers.md",
    "docs/loops.md",
    "docs/history.md",
    "docs/forecasts.md",
    "docs/references.md",
    "docs/validation.md",
    "docs/claims.md",
    "docs/claims.ko.md",
    "scenarios/calibrated/README.md",
    "docs/teaching/index.md",
    "docs/teaching/index.ko.md",
    "docs/teaching/worksheets.md",
    "docs/teaching/worksheets.ko.md",
    "docs/teaching/answers.md",
    "docs/teaching/answers.ko.md",
    "docs/teaching/glossary.md",
    "docs/teaching/glossary.ko.md",
    "docs/teaching/game.md",
    "docs/teaching/game.ko.md",
)
MARKED = re.compile(
    r"(?P<open><!-- generated: (?P<name>[a-z]+) -->\n).*?(?P<close><!-- end -->)", re.S
)


def filled(text: str) -> str:
    """Return a page with every generated part made anew."""
    return MARKED.sub(
        lambda found: found["open"] + SECTIONS[found["name"]]() + found["close"], text
    )


def counts() -> str:
    """Return how many numbers are measured, estimated and assumed, as a sentence."""
    numbers = Counter(card_of(flat)[0].basis for flat in FLAT_NAMES)
    strengths = sum(card.kind == "mechanism" for card in CARDS.values())
    measured, estimated, assumed = (f"{numbers[one]} are {one}" for one in BASES)
    return (
        f"Of the {len(FLAT_NAMES)} numbers that can be set\n({len(CARDS)} parameters, "
        f"some with a value for each state;\n{strengths} of them are strengths of "
        f"mechanisms),\n{measured}, {estimated} and **{assumed}**.\n"
    )


def countsko() -> str:
    """Return the same sentence in Korean."""
    numbers = Counter(card_of(flat)[0].basis for flat in FLAT_NAMES)
    strengths = sum(card.kind == "mechanism" for card in CARDS.values())
    measured, estimated, assumed = (numbers[one] for one in BASES)
    return (
        f"정할 수 있는 수치 {len(FLAT_NAMES)}개(모수 {len(CARDS)}개, 일부는 나라마다"
        f" 값이 다르며\n{strengths}개는 메커니즘의 강도) 가운데 측정값은 {measured}개,"
        f" 추정값은 {estimated}개이고\n**{assumed}개는 가정**입니다.\n"
    )


def states() -> str:
    """Return the table of the six states."""
    rows = [(f"`{name}`", LABELS["en"][name], LABELS["ko"][name]) for name in STATES]
    return table("key | state | 한국어", rows)


def parameters() -> str:
    """Return one table of parameter cards for each module of rules."""
    return "\n".join(
        f"#### {heading(module)}\n\n{card_table(module.CARDS.values())}"
        for module in MODULES
    )


def card_table(cards: Iterable[Card]) -> str:
    """Return parameter cards as a table."""
    header = "parameter | | first guess | range | unit | basis | meaning | source"
    rows = [
        (
            f"`{card.name}`",
            f"${card.symbol}$",
            by_state(card, guess),
            by_state(card, span),
            card.unit,
            card.basis,
            card.meaning,
            card.source,
        )
        for card in cards
    ]
    return table(header, rows)


def guess(card: Card, state: str | None) -> str:
    """Return a parameter's first guess in words."""
    return f"{card.value(state):g}"


def span(card: Card, state: str | None) -> str:
    """Return a parameter's range in words."""
    low, high = card.range(state)
    return f"{low:g} to {high:g}"


def by_state(card: Card, say: Callable[[Card, str | None], str]) -> str:
    """Return what is said of a parameter, state by state where states differ."""
    if not card.states:
        return say(card, None)
    said = {state: say(card, state) for state in card.states}
    if len(set(said.values())) > 1:
        return ", ".join(f"{state} {words}" for state, words in said.items())
    owners = "each" if card.states == STATES else ", ".join(card.states)
    return f"{said[card.states[0]]} ({owners})"


def figures() -> str:
    """Return the tables of initial figures, what shares a source on one line."""
    parts = []
    for name in TABLES:
        lines: dict[tuple[str, ...], list[str]] = {}
        for one in figure_table(name):
            line = (one.quantity, one.unit, one.basis, one.source, one.note)
            lines.setdefault(line, []).append(f"{one.of} {one.value:g}".strip())
        header = "figure | values | unit | basis | source | note"
        rows = [
            (f"`{line[0]}`", ", ".join(of), *line[1:]) for line, of in lines.items()
        ]
        parts.append(f"#### `{name}`\n\n{table(header, rows)}")
    return "\n".join(parts)


def rules() -> str:
    """Return every registered rule: summary, equation, notes, references."""
    parts = []
    for module in MODULES:
        parts.append(f"#### {heading(module)}\n")
        names = sorted(module.__all__, key=lambda one: line_of(RULES[one]))
        parts += [described(name, RULES[name]) for name in names]
    return "\n".join(parts)


def described(name: str, rule: Callable[..., Any]) -> str:
    """Return one rule as a paragraph, an equation and its notes."""
    text = inspect.getdoc(rule) or ""
    summary, _, rest = text.partition("\n")
    parts = [f"**`{name}`**: {plain(summary)}\n"]
    parts += [
        f"```math\n{inspect.cleandoc(one)}\n```\n" for one in EQUATION.findall(rest)
    ]
    for section in ("Notes", "References"):
        found = re.search(
            rf"^{section}\n-+\n(.*?)(?=^\w[^\n]*\n-{{3,}}\n|\Z)", text, re.S | re.M
        )
        if found:
            parts.append(f"{plain(found[1])}\n")
    return "\n".join(parts)


def line_of(rule: Callable[..., Any]) -> int:
    """Return the line on which a function starts, to list rules as they are written."""
    return rule.__code__.co_firstlineno


EQUATION = re.compile(r"^\.\. math::[ \n]*(.+?)(?=\n\s*\n|\Z)", re.S | re.M)


def order() -> str:
    """Return the stages of a month, as the model's own docstring numbers them."""
    text = inspect.getdoc(StrategicModel) or ""
    stages = re.findall(r"^(\d\. .+?[;.])$", text, re.S | re.M)
    return "".join(f"{plain(' '.join(one.split()))}\n" for one in stages)


def variables() -> str:
    """Return the state variables, owner by owner."""
    parts = []
    for owner in dict.fromkeys(field.owner for field in FIELDS):
        header = "variable | per | unit | bounds | recorded | meaning"
        rows = [
            (
                f"`{field.name}`",
                PER[field.shape],
                field.unit,
                bounds(field.low, field.high),
                "yes" if field.recorded else "",
                field.en,
            )
            for field in FIELDS
            if field.owner == owner
        ]
        parts.append(f"**{OWNERS.get(owner, owner)}**\n\n{table(header, rows)}")
    return "\n".join(parts)


OWNERS = {
    "each": "Each state",
    "NK": "North Korea in addition",
    "order": "The order of arms control",
    "dialogue": "The security dialogue",
    "Russia": "Russia in addition",
    "Japan": "Japan in addition",
    "ties": "Ties",
    "exchange": "The exchange between North Korea and Russia",
    "war": "The war in Ukraine",
    "council": "The Security Council and the sanctions",
}
PER = {
    "rows": "",
    "others": "other state",
    "pairs": "pair of states",
    "dyads": "hostile pair",
    "domains": "domain of technology",
    "postures": "posture",
    "roles": "role",
    "theatres": "theatre",
    "queue": "month of waiting",
}


def bounds(low: float, high: float) -> str:
    """Return a range in words, open where it has no end."""
    if isinf(low) and isinf(high):
        return "none"
    if isinf(high):
        return f"from {low:g}"
    return f"{low:g} to {high:g}"


def scenarios() -> str:
    """Return the table of the scenarios that ship with the package."""
    shipped = [load_scenario(name) for name in scenario_names()]
    rows = [
        (one.id or "", f"`{one.name}`", one.question, one.outcome or "", one.title.ko)
        for one in shipped
    ]
    return table(" | scenario | question | about | 한국어", rows)


def heading(module: ModuleType) -> str:
    """Return the first line of a module's docstring as a heading."""
    first = (module.__doc__ or "").strip().splitlines()[0].rstrip(".")
    return f"{first} (`{module.__name__}`)"


def plain(text: str) -> str:
    """Return reStructuredText marks as the Markdown of the pages."""
    text = re.sub(r":math:`([^`]+)`", r"$\1$", text.strip())
    text = re.sub(r":\w+:`~?([^`]+)`", r"`\1`", text)
    return text.replace("``", "`")


def choices() -> str:
    """Return what teams of the game choose from."""
    return choices_in("en", "state | what is decided | options")


def choicesko() -> str:
    """Return the same in Korean."""
    return choices_in("ko", "나라 | 정할 것 | 선택지")


def choices_in(lang: str, header: str) -> str:
    """Return the table of the game's choices in a language."""
    rows = [
        (
            ", ".join(LABELS[lang][state] for state in one.states)
            if len(one.states) < len(STATES)
            else {"en": "every state", "ko": "모든 나라"}[lang],
            one.label(lang),
            "; ".join(one.said(option, lang) for option in one.options),
        )
        for one in CHOICES.values()
    ]
    return table(header, rows)


def table(header: str, rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table under a header whose columns ``|`` parts."""
    columns = header.split("|")
    lines = [columns, ["---"] * len(columns), *rows]
    cells = [
        [" ".join(cell.split()).replace("|", r"\|") for cell in line] for line in lines
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


_READ = {
    "sum": "sum of the month",
    "any": "1 if there was any",
    "mean": "mean of the year",
    "end": "end of the year",
    "growth": "growth of its yearly mean",
    "votes": "votes that go with it",
}
"""How figures are read off series, in words."""


def observed() -> str:
    """Return what is on record, of whom, when, on whose word, and what compares."""
    times = record().groupby("quantity")["time"].agg(["min", "max"])
    return table(
        "quantity | what | unit | of | from | to | source | in the model",
        (
            (
                f"`{one.name}`",
                one.label["en"],
                one.unit["en"],
                _whom(of_whom(one.name)),
                str(times.loc[one.name, "min"]),
                str(times.loc[one.name, "max"]),
                one.source,
                _compared(one),
            )
            for one in QUANTITIES.values()
        ),
    )


def _compared(one: Quantity) -> str:
    """Return what the model has in place of a quantity's figures."""
    if not one.series:
        return "–"
    only = f", of {one.only} alone" if one.only else ""
    return f"`{one.series}`: {_READ[one.reading]}{only}"


def votes() -> str:
    """Return the slope of votes on ties, of each base year."""
    lines = []
    for base in sorted(BASE_YEARS):
        found = slope(base)
        ratio = abs(found.value) / found.error
        lines.append(
            f"- from the figures of the end of {base}:"
            f" {shown(found.value, 2, sign=True)}"
            f" (standard error {found.error:.2f}, a ratio of {ratio:.1f});\n"
        )
    return "".join(lines)


def _whom(names: tuple[str, ...]) -> str:
    return "any two of the six" if len(names) == len(PAIRS) else ", ".join(names)


def _finding(name: str) -> list[dict[str, str]]:
    """Return a committed table of findings, a line a dictionary."""
    with (FINDINGS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def history() -> str:
    """Return the table of the lines of history that runs show."""
    words = {check.name: check.words["en"] for check in CHECKS}
    rows = []
    for row in _finding("history"):
        share, span = "–", "–"
        if row["share"]:
            low, high = float(row["low"]), float(row["high"])
            share, span = f"{float(row['share']):.0%}", f"{low:.0%} to {high:.0%}"
        line = words[row["check"]]
        rows.append((row["phase"], line, share, span, row["runs"], row["use"]))
    return table("period | line | runs that show it | 95% | of | used for", rows)


def sets() -> str:
    """Return where the shipped parameter sets come from."""
    path = ROOT / "scenarios" / "calibrated" / "provenance.csv"
    columns = (
        "sets | distinct | parameters | histories | sample | years | seed | version"
        " | model"
    )
    names = columns.split(" | ")
    with path.open(encoding="utf-8") as lines:
        rows = [
            (f"`{row['lens']}`", *(_grouped(row[name]) for name in names))
            for row in csv.DictReader(lines)
        ]
    return table(f"lens | {columns}", rows)


def _grouped(text: str) -> str:
    """Return a count with its thousands apart, and anything else as it is."""
    return f"{int(text):,}" if text.isdecimal() and len(text) > 4 else text


def behaviors() -> str:
    """Return the table of how much of each period's story a run shows."""
    rows = [
        (
            row["phase"],
            row["lines"],
            _share(row, "shown"),
            _share(row, "all"),
            _verdict(row),
        )
        for row in _finding("behaviors")
    ]
    header = "period | lines | the mean run shows | runs that show all | verdict"
    return table(header, rows)


def periods() -> str:
    """Return the table of how runs order the periods, variable by variable."""
    known = {one.name: one for one in READINGS}
    found = {(row["points"], row["variable"]): row for row in _finding("order")}
    rows = []
    for name, one in known.items():
        row, wide = found[GUESSES, name], found[RANGES, name]
        judged = "given" if one.given else _verdict(row)
        rows.append(
            (
                f"{one.words['en']} ({one.stand_in['en']})",
                row["reading"],
                row["found"],
                _share(row, "right"),
                _share(row, "early"),
                f"{float(row['tau']):+.2f}".replace("-", "−"),
                judged,
                row["fails"] or "–",
                _share(wide, "right"),
            )
        )
    header = (
        "variable | as paper B is read | median run | pairs right | of those to 2020 |"
        " τ | verdict | wrong in most runs | pairs right over whole ranges"
    )
    return table(header, rows)


def _verdict(row: Mapping[str, str]) -> str:
    verdict = TEXT["en"]["shown " + row["verdict"]]
    return f"**{verdict}**"


def _share(row: Mapping[str, str], name: str) -> str:
    """Return a share with its interval, empty where there is none."""
    if not row[name]:
        return "–"
    low, high = float(row[f"{name}_from"]), float(row[f"{name}_to"])
    return f"{float(row[name]):.0%} ({low:.0%} to {high:.0%})"


def levels() -> str:
    """Return yearly levels by period beside the record's."""
    words = {level.name: level.words["en"] for level in LEVELS}
    rows = [
        (
            words[row["quantity"]],
            row["phase"],
            f"{float(row['mean']):.1f}",
            f"{float(row['p05']):.1f} to {float(row['p95']):.1f}",
            f"{float(row['record']):g} {row['source']}" if row["record"] else "",
        )
        for row in _finding("levels")
    ]
    return table("a year | period | mean | 5–95% of runs | on record", rows)


def turn() -> str:
    """Return the table of what the turn of 2018 hangs on."""
    rows = [
        (
            row["variant"],
            f"{float(row['talks']):.0%}",
            f"{float(row['complete']):.0%}",
            row["median"] or "–",
        )
        for row in _finding("turn")
    ]
    return table("variant | talks open 2018–19 | complete by 2020 | median month", rows)


def claims() -> str:
    """Return the ledger of claims."""
    return sections(_judged(), ledger(), "en")


def claimsko() -> str:
    """Return the ledger of claims in Korean."""
    return sections(_judged(), ledger(), "ko")


def tally() -> str:
    """Return how many readings came to which verdict."""
    counts = Counter(row["verdict"] for row in _finding("claims"))
    return table(
        "verdict | readings", [(f"**{k}**", str(v)) for k, v in counts.most_common()]
    )


def _judged() -> pd.DataFrame:
    return read_table(FINDINGS / "claims.csv", ledger())


def loops() -> str:
    """Return the table of the gains of the feedback loops."""
    rows = []
    for row in _finding("loops"):
        loop = LOOPS[row["loop"]]
        size, low, high = (100.0 * float(row[one]) for one in ("gain", "low", "high"))
        share = f"{float(row['amplifies']):.0%}" if row["amplifies"] else ""
        rows.append(
            (
                f"**{loop.id}** {loop.words['en']}",
                " → ".join(loop.path),
                f"{loop.kind} ({loop.closed})",
                f"{size:+.2f}% ({low:+.2f} to {high:+.2f})",
                f"{float(row['shift']):+.2f}",
                row["verdict"],
                share,
                loop.note,
            )
        )
    header = "loop | path | papers | gain | shift, SD | verdict | amplifies at | note"
    return table(header, rows)


def mechanisms() -> str:
    """Return the register: every mechanism, where it lives, and how it is tried."""
    header = " | mechanism | where | how firmly | lives in | off | shows in | sign"
    rows = [
        (
            one.id,
            f"**{one.title}.** When {one.when}: {one.then}."
            + (f" *{one.note}*" if one.note else ""),
            one.section,
            one.status,
            *lives(one),
        )
        for one in MECHANISMS.values()
    ]
    return table(header, rows)


def lives(one: Mechanism) -> tuple[str, str, str, str]:
    """Return where a mechanism lives, what turns it off, where it shows, its sign."""
    link = one.link
    if link is None:
        return "not carried", "", "", ""
    rules = rules_reading(link.off)
    where = ", ".join(f"`{rule}`" for rule in rules) or "an argument of rules"
    what = f"{' + '.join(f'`{name}`' for name in link.series)}, {link.months} months"
    if link.scenario != "baseline":
        what += f" of {link.scenario}"
    given = f"; with {set_to(link.on)}" if link.on else ""
    return where, set_to(link.off), what + given, "+" if link.sign > 0 else "−"


def set_to(settings: Mapping[str, float]) -> str:
    """Return settings as code."""
    return ", ".join(f"`{name}={value:g}`" for name, value in settings.items())


def sources() -> str:
    """Return the bibliography, an entry a line, with an anchor for its key."""
    text = (ROOT / "docs" / "references.bib").read_text(encoding="utf-8")
    parts = []
    for found in ENTRY.finditer(text):
        if found["heading"]:
            parts.append(f"\n## {found['heading']}\n\n")
            continue
        entry = dict(FIELD.findall(found["fields"]))
        key = found["key"]
        parts.append(f'- <a id="{key.lower()}"></a>**{key}** {cited(entry)}\n')
    return "".join(parts)


ENTRY = re.compile(
    r"^% --- (?P<heading>[^\n]+) ---$|^@\w+\{(?P<key>\w+),\n(?P<fields>.*?)^\}",
    re.S | re.M,
)
FIELD = re.compile(r"^\s*(\w+)\s*=\s*\{(.*?)\},?$(?=\s*\w+\s*=|\s*\Z)", re.S | re.M)
ACCENTS = {'\\"': "\u0308", "\\'": "\u0301"}
"""Accents of BibTeX, and of Unicode, where they follow their letter."""


def cited(entry: Mapping[str, str]) -> str:
    """Return one source as a reader expects it: who, when, what, where."""
    said = {name: legible(value) for name, value in entry.items()}
    whole = said.get("journal") or said.get("booktitle")
    number = f"({said['number']})" if "number" in said else ""
    places = (f"*{whole}*", said.get("volume", "") + number, said.get("pages", ""))
    editors = people(entry.get("editor", ""))
    sentences = (
        people(entry["author"]) + (f" ({said['year']})" if "year" in said else ""),
        said["title"] if whole else f"*{said['title']}*",
        f"In {editors} ({'eds' if ';' in editors else 'ed.'})" if editors else "",
        ", ".join(one for one in places if one) if whole else "",
        ", ".join(said[one] for one in ("publisher", "address") if one in said),
        f"Edition {said['edition']}" if "edition" in said else "",
        said.get("note", ""),
    )
    return " ".join(f"{one.rstrip('.')}." for one in sentences if one)


def people(names: str) -> str:
    """Return authors or editors; what stands in braces is one name."""
    if names.startswith("{"):
        return legible(names)
    return "; ".join(legible(one) for one in re.split(r"\s+and\s+", names))


def legible(value: str) -> str:
    """Return the value of a field as plain text."""
    for mark, accent in ACCENTS.items():
        value = re.sub(rf"{re.escape(mark)}\{{?(\w)\}}?", rf"\1{accent}", value)
    value = re.sub(r"[{}]", "", value).replace(r"\&", "&").replace("--", "–")
    return normalize("NFC", " ".join(value.split()))


def levers() -> str:
    """Return the levers of policy, with what each is said to do and feared to do."""
    header = " | lever | who | moves | claimed benefit | predicted side effect | source"
    rows = [
        (
            one.id,
            f"`{name}`: {one.title['en']} ({one.title['ko']})",
            one.actor,
            set_to(one.moves),
            one.benefit["en"],
            one.side_effect["en"],
            one.source,
        )
        for name, one in sorted(policy_levers().items(), key=lambda each: each[1].id)
    ]
    return table(header, rows)


SECTIONS: dict[str, Callable[[], str]] = (
    {
        section.__name__: section
        for section in (
            counts,
            countsko,
            states,
            order,
            figures,
            parameters,
            rules,
            variables,
            scenarios,
            history,
            behaviors,
            periods,
            levels,
            sets,
            turn,
            observed,
            votes,
            claims,
            claimsko,
            tally,
            mechanisms,
            levers,
            loops,
            sources,
            choices,
            choicesko,
        )
    }
    | page_tables(FINDINGS, table)
    | page_sections(FINDINGS / "lessons.csv", table)
)


def main() -> None:
    """Write every page, and the schema of scenario files, anew."""
    write_schema(ROOT / "scenarios" / "schema.json")
    for page in PAGES:
        path = ROOT / page
        path.write_text(
            filled(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n"
        )


if __name__ == "__main__":
    main()
