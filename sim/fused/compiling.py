"""A program as machine code that runs over rows, made by LLVM [LattnerAdve2004].

The whole month is one straight line of instructions, each for as many rows as there
are lanes, in a loop over the rows; LLVM chooses registers and keeps the rest on the
stack, which stays in the nearest cache. No instruction is reordered or contracted in a
way that changes results, and rows are always taken by full vectors: a row has the same
bits alone and in any company.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sim.fused import require_llvm
from sim.fused.assembly import LANES, Assembly
from sim.fused.draws import normal_code, uniform
from sim.fused.functions import ROOT, supporting_code
from sim.fused.program import Rate, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sim.fused.program import Program

__all__ = ["Compiled", "Layout", "compile_program"]

_ARITHMETIC = {
    "add": "fadd",
    "subtract": "fsub",
    "multiply": "fmul",
    "divide": "fdiv",
}
_OF_ONE = {
    "absolute": f"llvm.fabs.v{LANES}f64",
    "floor": f"llvm.floor.v{LANES}f64",
    "sqrt": ROOT,
    "exp": "exp",
    "log": "log",
}
_COMPARED = {
    "equal": "oeq",
    "not_equal": "une",
    "less": "olt",
    "less_equal": "ole",
    "greater": "ogt",
    "greater_equal": "oge",
}
_CHOSEN = {"minimum": "olt", "maximum": "ogt"}


@dataclass(frozen=True)
class Layout:
    """Where machine code finds and leaves the numbers of a program.

    Attributes
    ----------
    program : Program
        The program.
    """

    program: Program

    @cached_property
    def by_month(self) -> tuple[Source, ...]:
        """What is given once a month, in the order of a table of numbers."""
        return self._given(Rate.MONTH)

    @cached_property
    def by_row(self) -> tuple[Source, ...]:
        """What is given by row, in the order of a table of arrays."""
        return self._given(Rate.ROW)

    def _given(self, rate: Rate) -> tuple[Source, ...]:
        found = self.program.sources()
        return tuple(
            source
            for source, place in found.items()
            if self.program.operations[place].rate is rate
        )

    @cached_property
    def written(self) -> tuple[Source, ...]:
        """The fields that change, all places of each, in the order of a table."""
        outputs, found = self.program.outputs, self.program.sources()
        moving = {one.name for one, place in outputs.items() if found.get(one) != place}
        return tuple(one for one in outputs if one.name in moving)

    @cached_property
    def shared(self) -> tuple[int, ...]:
        """Numbers of the month that rows read, in the order of a table of them."""
        every = self.program.operations
        read = {at for one in every if one.rate is Rate.ROW for at in one.of}
        read.update(self.program.outputs[one] for one in self.written)
        return tuple(sorted(at for at in read if every[at].rate is Rate.MONTH))


@dataclass(frozen=True)
class Compiled:
    """A program that is ready to run.

    Attributes
    ----------
    layout : Layout
        What it reads and writes, and in which order.
    run : callable
        Takes the addresses of: pointers to what is given by row, pointers to what is
        written, numbers given by month, room for ``len(layout.shared)`` numbers; and
        the number of rows, a multiple of :data:`~sim.fused.assembly.LANES`. A field may
        be written where it was given: it is read first.
    """

    layout: Layout
    run: Callable[[int, int, int, int, int], None]
    _engine: Any


def compile_program(program: Program) -> Compiled:
    """Return a program as machine code of this processor.

    Raises
    ------
    InputError
        If llvmlite is not installed.
    """
    llvm = require_llvm()
    layout = Layout(program)
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    module = llvm.parse_assembly(_module(layout))
    module.verify()
    machine = llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=3,
    )
    engine = llvm.create_mcjit_compiler(module, machine)
    engine.finalize_object()
    kind = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 4, ctypes.c_int64)
    return Compiled(layout, kind(engine.get_function_address("month")), engine)


def _module(layout: Layout) -> str:
    """Return the code: what is shared by rows is worked out first, then each row."""
    first, then = _month_code(layout), _row_code(layout)
    return "\n".join(
        (
            supporting_code(),
            normal_code(),
            "define void @month(ptr noalias %in, ptr noalias %out, ptr noalias %given, "
            "ptr noalias %shared, i64 %rows) {",
            "entry:",
            *first.lines,
            "  br label %loop",
            "loop:",
            "  %i = phi i64 [ 0, %entry ], [ %next, %loop ]",
            *then.lines,
            f"  %next = add i64 %i, {LANES}",
            "  %more = icmp ult i64 %next, %rows",
            "  br i1 %more, label %loop, label %done",
            "done:",
            "  ret void",
            "}",
        )
    )


def _month_code(layout: Layout) -> Assembly:
    """Return what is worked out once for all rows, and written down for them."""
    code = Assembly("m")
    tables = {one: ("%given", entry) for entry, one in enumerate(layout.by_month)}
    values = _Values(code, layout.program, tables)
    for place, one in enumerate(layout.program.operations):
        if one.rate is Rate.MONTH:
            values.make(place)
    for entry, place in enumerate(layout.shared):
        code.store_first(values[place], code.pointer("%shared", entry))
    return code


def _row_code(layout: Layout) -> Assembly:
    """Return what is worked out for each row, written where it is known."""
    code = Assembly("r")
    operations, outputs = layout.program.operations, layout.program.outputs
    values = _Values(
        code,
        layout.program,
        {one: ("%in", entry) for entry, one in enumerate(layout.by_row)},
        {place: ("%shared", entry) for entry, place in enumerate(layout.shared)},
    )
    targets: dict[int, list[int]] = {}
    for entry, field in enumerate(layout.written):
        targets.setdefault(outputs[field], []).append(entry)
    worked_out = [
        place
        for place, one in enumerate(operations)
        if one.rate is Rate.ROW and isinstance(one.what, str)
    ]
    handed_on = [place for place in targets if place not in set(worked_out)]
    before = layout.program.sources()
    for place in (*worked_out, *handed_on):
        values.make(place)
        for entry in targets.get(place, ()):
            if layout.written[entry] in before:  # it is read before it is overwritten
                values.read(before[layout.written[entry]])
            code.store(values[place], code.row_of("%out", entry))
    return code


class _Values:
    """Names of a program's numbers in a block of code, read when first needed.

    Parameters
    ----------
    code : Assembly
        The block.
    program : Program
        The program.
    given : mapping of Source to (str, int)
        Table and entry of what comes from outside.
    shared : mapping of int to (str, int)
        The same of numbers that were worked out once for all rows.
    """

    def __init__(
        self,
        code: Assembly,
        program: Program,
        given: Mapping[Source, tuple[str, int]],
        shared: Mapping[int, tuple[str, int]] | None = None,
    ) -> None:
        self._code, self._operations = code, program.operations
        self._given, self._shared = given, shared or {}
        self._names: dict[int, str] = {}

    def __getitem__(self, place: int) -> str:
        self.read(place)
        return self._names[place]

    def read(self, place: int) -> None:
        """Read a number now, unless it is there already."""
        if place not in self._names:
            self._names[place] = self._read(place)

    def _read(self, place: int) -> str:
        one, code = self._operations[place], self._code
        if isinstance(one.what, float):
            return code.number(one.what)
        if place in self._shared:
            return code.load_for_all(code.pointer(*self._shared[place]))
        if isinstance(one.what, str):
            raise RuntimeError(f"{one.what} is read before it is worked out")
        table, entry = self._given[one.what]
        if one.what.kind in ("uniform", "normal"):
            draw = uniform(code, code.load_bits(code.row_of(table, entry)))
            return draw if one.what.kind == "uniform" else code.call("normal", draw)
        if one.rate is Rate.ROW:
            return code.load(code.row_of(table, entry))
        return code.load_for_all(code.pointer(table, entry))

    def make(self, place: int) -> None:
        """Work a number out, if it is one that is worked out here."""
        one = self._operations[place]
        if isinstance(one.what, str) and place not in self._shared:
            of = [self[earlier] for earlier in one.of]
            self._names[place] = _made(self._code, one.what, *of)


def _made(code: Assembly, name: str, *of: str) -> str:
    """Return what one of a program's operations makes of numbers."""
    one, zero = code.number(1.0), code.number(0.0)
    if name in _ARITHMETIC:
        return code.two(_ARITHMETIC[name], of[0], of[1])
    if name in _OF_ONE:
        return code.call(_OF_ONE[name], of[0])
    if name in _COMPARED:
        return code.choose(_COMPARED[name], of[0], of[1], one, zero)
    if name in _CHOSEN:
        return _chosen(code, _CHOSEN[name], of[0], of[1])
    if name == "negative":
        return code.put(f"fneg {code.double} {of[0]}")
    if name == "square":
        return code.two("fmul", of[0], of[0])
    if name == "log2":
        per_ln = code.number(1.0 / math.log(2.0))
        return code.two("fmul", code.call("log", of[0]), per_ln)
    if name == "heaviside":
        at_zero = code.choose("oeq", of[0], zero, of[1], zero)
        step = code.choose("ogt", of[0], zero, one, at_zero)
        return _or_no_number(code, of[0], step)
    if name == "where":
        return code.choose("une", of[0], zero, of[1], of[2])
    raise NotImplementedError(name)


def _chosen(code: Assembly, comparison: str, one: str, other: str) -> str:
    """Return the smaller or the larger, and no number where either is none.

    A processor's own instruction gives the second where either is none, so it does
    alone where the first is a constant.
    """
    if code.is_number(other):
        one, other = other, one
    chosen = code.choose(comparison, one, other, one, other)
    return chosen if code.is_number(one) else _or_no_number(code, one, chosen)


def _or_no_number(code: Assembly, source: str, made: str) -> str:
    """Return what was made of a source, or the source where it is no number."""
    return code.choose("uno", source, source, source, made)
