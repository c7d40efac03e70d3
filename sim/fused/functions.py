"""Exponential and logarithm as code of LLVM, for several rows' numbers at once.

NumPy's own take one number after another on processors without AVX-512, which is
most of a month's time. Here the argument is reduced to a short interval by a power
of two, and a series does the rest [Muller2016]. Results are within two units in the
last place of NumPy's.
"""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING

from sim.fused.assembly import BIAS, EXPONENT, LANES, Assembly

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ROOT", "function", "polynomial", "supporting_code"]

_LN2_HIGH = float.fromhex("0x1.62e42feep-1")
"""The leading digits of ln 2: a whole number below 2^20 times this is exact."""

_LN2_LOW = float.fromhex("0x1.a39ef35793c76p-33")
"""The digits that follow."""

_SMALLEST, _LARGEST = -708.0, 709.0
"""The exponential of what is below or above is that of the bound: an ordinary number,
next to 0 or next to infinity."""

_EXP_TERMS = 13
"""At half of ln 2, the largest argument left, the next is 1/25 of the last place."""

_LOG_TERMS = 11
"""At (sqrt(2) - 1)/(sqrt(2) + 1), likewise the largest, the next is less still."""

ROOT = f"llvm.sqrt.v{LANES}f64"
"""The square root, which is an instruction of its own."""


def supporting_code() -> str:
    """Return the functions ``@exp`` and ``@log`` of vectors, and what they declare."""
    double = Assembly.double
    declared = [
        f"declare {double} @llvm.fma.v{LANES}f64({double}, {double}, {double})",
        *(
            f"declare {double} @llvm.{name}.v{LANES}f64({double})"
            for name in ("fabs", "floor", "sqrt")
        ),
    ]
    return "\n".join((*declared, _exp(), _log()))


def function(name: str, body: Assembly, result: str) -> str:
    """Return a function of one vector, %x.

    It is called, not copied to each of hundreds of places: the month would no longer
    fit the nearest cache of instructions.
    """
    double = Assembly.double
    head = f"define internal {double} @{name}({double} %x) noinline {{"
    return "\n".join((head, *body.lines, f"  ret {double} {result}", "}"))


def polynomial(body: Assembly, x: str, coefficients: Sequence[float]) -> str:
    """Return a polynomial, the constant first, in pairs that need not wait in line."""
    level = [body.number(one) for one in coefficients]
    power = x
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        paired = [body.fma(high, power, low) for low, high in pairs]
        level = paired + ([level[-1]] if len(level) % 2 else [])
        if len(level) > 1:
            power = body.two("fmul", power, power)
    return level[0]


def _exp() -> str:
    r"""Return e^x = 2^n e^r, with n the nearest whole number to x/ln 2."""
    body = Assembly()
    number, two = body.number, body.two
    low, high = number(_SMALLEST), number(_LARGEST)
    x = body.choose("olt", high, "%x", high, "%x")  # both keep what is no number
    x = body.choose("ogt", low, x, low, x)
    # A large number added rounds it, and leaves n in the lowest bits.
    rounding = number(1.5 * 2.0**EXPONENT)
    shifted = body.fma(x, number(1.0 / math.log(2.0)), rounding)
    n = two("fsub", shifted, rounding)
    r = body.fma(n, number(-_LN2_LOW), body.fma(n, number(-_LN2_HIGH), x))
    series = [1.0 / math.factorial(k) for k in range(2, _EXP_TERMS + 1)]
    rest = two("fmul", two("fmul", r, r), polynomial(body, r, series))
    power = two("fadd", number(1.0), two("fadd", r, rest))
    biased = body.two_whole("add", body.as_bits(shifted), body.bits(BIAS))
    scale = body.as_number(body.two_whole("shl", biased, body.bits(EXPONENT)))
    return function("exp", body, two("fmul", power, scale))


def _log() -> str:
    r"""Return ln x = k ln 2 + ln m, with m between sqrt(1/2) and sqrt(2).

    Of m = 1 + f, with s = f/(2 + f): ln m = 2 s + s (2 s^2/3 + 2 s^4/5 + ...), and
    2 s = f - s f; written so that f, which is exact, comes last.
    """
    body = Assembly()
    number, two = body.number, body.two
    bits = body.as_bits("%x")
    root = int.from_bytes(struct.pack(">d", math.sqrt(0.5)), "big")
    # The exponent of x / sqrt(1/2), with the bias, so that it is never negative.
    moved = body.two_whole("add", bits, body.bits((BIAS << EXPONENT) - root))
    biased = body.two_whole("lshr", moved, body.bits(EXPONENT))
    exponent = body.two_whole("sub", biased, body.bits(BIAS))
    back = body.two_whole("shl", exponent, body.bits(EXPONENT))
    m = body.as_number(body.two_whole("sub", bits, back))
    # A whole number becomes a double by being written into the low bits of 2^52.
    written = body.two_whole("or", biased, body.bits((BIAS + EXPONENT) << EXPONENT))
    k = two("fsub", body.as_number(written), number(2.0**EXPONENT + BIAS))
    f = two("fsub", m, number(1.0))
    s = two("fdiv", f, two("fadd", number(2.0), f))
    z = two("fmul", s, s)
    terms = [2.0 / (2 * one + 1) for one in range(1, _LOG_TERMS + 1)]
    series = two("fmul", z, polynomial(body, z, terms))
    small = two("fmul", s, two("fsub", f, series))
    small = two("fsub", small, two("fmul", k, number(_LN2_LOW)))
    high = two("fmul", k, number(_LN2_HIGH))
    result = two("fsub", high, two("fsub", small, f))
    zero, nan, infinite = number(0.0), number(math.nan), number(math.inf)
    result = body.choose("oeq", "%x", infinite, infinite, result)
    result = body.choose("ult", "%x", zero, nan, result)
    result = body.choose("oeq", "%x", zero, number(-math.inf), result)
    return function("log", body, result)
