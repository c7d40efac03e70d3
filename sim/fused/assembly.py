"""Lines of LLVM's language, for vectors of several rows' numbers."""

from __future__ import annotations

import struct

__all__ = ["BIAS", "EXPONENT", "LANES", "Assembly"]

EXPONENT = 52
"""Where the exponent begins among the bits of a double."""

BIAS = 1023
"""What is added to an exponent before it is written there."""

LANES = 4
"""Rows that one instruction works on: a register of AVX2 holds four doubles, and two
registers at a time gained nothing where it was measured."""

_CONSTANT = "splat"
"""How a constant begins that is the same in every lane."""


class Assembly:
    """The lines of one block of code; every line makes a value with a new name.

    Parameters
    ----------
    stem : str
        What the names begin with, so that two blocks of a function keep apart.
    """

    double = f"<{LANES} x double>"
    """The type of numbers."""

    whole = f"<{LANES} x i64>"
    """The type of whole numbers, and of a number's bits."""

    truth = f"<{LANES} x i1>"
    """The type of comparisons."""

    def __init__(self, stem: str = "v") -> None:
        self.lines: list[str] = []
        self._stem = stem

    def put(self, code: str) -> str:
        """Add a line that makes a value, and return the value's name."""
        name = f"%{self._stem}{len(self.lines)}"
        self.lines.append(f"  {name} = {code}")
        return name

    def do(self, code: str) -> None:
        """Add a line that makes no value."""
        self.lines.append(f"  {code}")

    def number(self, value: float) -> str:
        """Return a constant, the same in every lane."""
        (bits,) = struct.unpack("<Q", struct.pack("<d", value))
        return f"{_CONSTANT} (double 0x{bits:016X})"

    def is_number(self, value: str) -> bool:
        """Return whether a value is a constant."""
        return value.startswith(_CONSTANT)

    def bits(self, value: int) -> str:
        """Return a whole constant, the same in every lane."""
        return f"{_CONSTANT} (i64 {value})"

    def two(self, operation: str, one: str, other: str) -> str:
        """Return what an instruction makes of two numbers."""
        return self.put(f"{operation} {self.double} {one}, {other}")

    def two_whole(self, operation: str, one: str, other: str) -> str:
        """Return what an instruction makes of two whole numbers."""
        return self.put(f"{operation} {self.whole} {one}, {other}")

    def call(self, function: str, *of: str) -> str:
        """Return what a function makes of numbers."""
        given = ", ".join(f"{self.double} {one}" for one in of)
        return self.put(f"call {self.double} @{function}({given})")

    def fma(self, one: str, other: str, more: str) -> str:
        """Return one * other + more, rounded once."""
        return self.call(f"llvm.fma.v{LANES}f64", one, other, more)

    def as_bits(self, value: str) -> str:
        """Return the bits of a number."""
        return self.put(f"bitcast {self.double} {value} to {self.whole}")

    def as_number(self, value: str) -> str:
        """Return the number of some bits."""
        return self.put(f"bitcast {self.whole} {value} to {self.double}")

    def choose(
        self, comparison: str, one: str, other: str, then: str, left: str
    ) -> str:
        """Return `then` where a comparison of two numbers holds, else `left`."""
        holds = self.put(f"fcmp {comparison} {self.double} {one}, {other}")
        chosen = f"{self.double} {then}, {self.double} {left}"
        return self.put(f"select {self.truth} {holds}, {chosen}")

    def pointer(self, table: str, place: int | str) -> str:
        """Return the address of a double in a table of them."""
        return self.put(f"getelementptr double, ptr {table}, i64 {place}")

    def row_of(self, table: str, place: int) -> str:
        """Return where row %i lies in one of the arrays that a table points to."""
        entry = self.put(f"getelementptr ptr, ptr {table}, i64 {place}")
        array = self.put(f"load ptr, ptr {entry}, align 8")
        return self.pointer(array, "%i")

    def load(self, pointer: str) -> str:
        """Return the numbers of as many rows as there are lanes."""
        return self.put(f"load {self.double}, ptr {pointer}, align 8")

    def load_bits(self, pointer: str) -> str:
        """Return whole numbers of 64 bits of as many rows as there are lanes."""
        return self.put(f"load {self.whole}, ptr {pointer}, align 8")

    def load_for_all(self, pointer: str) -> str:
        """Return one number in every lane."""
        one = self.put(f"load double, ptr {pointer}, align 8")
        lane = self.put(f"insertelement {self.double} poison, double {one}, i64 0")
        zeros = f"<{LANES} x i32> zeroinitializer"
        return self.put(
            f"shufflevector {self.double} {lane}, {self.double} poison, {zeros}"
        )

    def store(self, value: str, pointer: str) -> None:
        """Write the numbers of as many rows as there are lanes."""
        self.do(f"store {self.double} {value}, ptr {pointer}, align 8")

    def store_first(self, value: str, pointer: str) -> None:
        """Write a number that is the same in every lane."""
        one = self.put(f"extractelement {self.double} {value}, i64 0")
        self.do(f"store double {one}, ptr {pointer}, align 8")
