"""Exponential and logarithm as code of LLVM, for several numbers at once.

NumPy's own take one number after another on processors without AVX-512, which is
most of a month's time. Both forms here are the usual ones [Muller2016]: the argument
is reduced to a short interval by a power of two, and a polynomial does the rest. They
are within two units in the last place of NumPy's.
"""

from __future__ import annotations

import math
import struct

from sim.fused.assembly import LANES, Assembly

__all__ = ["supporting_code"]

_LN2_HIGH = float.fromhex("0x1.62e42feep-1")
"""The leading digits of ln 2: a multiple of it by a small whole number is exact."""

_LN2_LOW = float.fromhex("0x1.a39ef35793c76p-33")
"""The digits that follow."""

_MAGIC = 1.5 * 2.0**52
"""Added to a number it rounds it, and leaves the whole number in its lowest bits."""

_SMALLEST, _LARGEST = -708.0, 709.0
"""Between them the exponential is an ordinary number; beyond, it is 0 or infinite."""

_TERMS = 13
"""Of the exponential's series: at ln(2)/2 the next one is below a hundredth of the
last place."""

_LOG_SERIES = (
    6.666666666666735130e-01,
    3.999999999940941908e-01,
    2.857142874366239149e-01,
    2.222219843214978396e-01,
    1.818357216161805012e-01,
    1.531383769920937332e-01,
    1.479819860511658591e-01,
)
"""Coefficients of log((1+s)/(1-s)) as in FDLIBM's e_log.c [FDLIBM]."""


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


def _function(name: str, body: Assembly, result: str) -> str:
    """Return a function of one vector %x."""
    double = Assembly.double
    head = f"define internal {double} @{name}({double} %x) noinline {{"
    return "\n".join((head, *body.lines, f"  ret {double} {result}", "}"))


def _polynomial(body: Assembly, x: str, coefficients: list[float]) -> str:
    """Return a polynomial, the constant first, in pairs that do not wait for another."""
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
    number = body.number
    low, high = number(_SMALLEST), number(_LARGEST)
    x = body.choose("ogt", "%x", high, high, "%x")
    x = body.choose("olt", x, low, low, x)
    shifted = body.fma(x, number(1.0 / math.log(2.0)), number(_MAGIC))
    n = body.two("fsub", shifted, number(_MAGIC))
    r = body.fma(n, number(-_LN2_HIGH), x)
    r = body.fma(n, number(-_LN2_LOW), r)
    series = [1.0 / math.factorial(k) for k in range(2, _TERMS + 1)]
    rest = body.two("fmul", body.two("fmul", r, r), _polynomial(body, r, series))
    power = body.two("fadd", number(1.0), body.two("fadd", r, rest))
    whole = body.two_whole("add", body.as_bits(shifted), body.bits(1023))
    scale = body.as_number(body.two_whole("shl", whole, body.bits(52)))
    scaled = body.two("fmul", power, scale)
    scaled = body.choose("olt", "%x", low, number(0.0), scaled)
    infinite = number(math.inf)
    result = body.choose("ogt", "%x", high, infinite, scaled)
    return _function("exp", body, result)


def _log() -> str:
    r"""Return ln x = k ln 2 + ln m, with m between sqrt(1/2) and sqrt(2)."""
    body = Assembly()
    number, two = body.number, body.two
    bits = body.as_bits("%x")
    root = int.from_bytes(struct.pack(">d", math.sqrt(0.5)), "big")
    # The exponent of x / sqrt(1/2), plus 1023 so that it is never negative.
    moved = body.two_whole("add", bits, body.bits((1023 << 52) - root))
    biased = body.two_whole("lshr", moved, body.bits(52))
    exponent = body.two_whole("sub", biased, body.bits(1023))
    back = body.two_whole("shl", exponent, body.bits(52))
    m = body.as_number(body.two_whole("sub", bits, back))
    # Whole numbers below 2^52 become doubles by being written under the exponent 52.
    written = body.two_whole("or", biased, body.bits(0x4330000000000000))
    k = two("fsub", body.as_number(written), number(2.0**52 + 1023.0))
    f = two("fsub", m, number(1.0))
    s = two("fdiv", f, two("fadd", number(2.0), f))
    z = two("fmul", s, s)
    series = two("fmul", z, _polynomial(body, z, list(_LOG_SERIES)))
    half = two("fmul", two("fmul", f, f), number(0.5))
    inner = body.fma(s, two("fadd", half, series), two("fmul", k, number(_LN2_LOW)))
    high = two("fmul", k, number(_LN2_HIGH))
    result = two("fsub", high, two("fsub", two("fsub", half, inner), f))
    zero, nan, infinite = number(0.0), number(math.nan), number(math.inf)
    result = body.choose("oeq", "%x", infinite, infinite, result)
    result = body.choose("ult", "%x", zero, nan, result)
    result = body.choose("oeq", "%x", zero, number(-math.inf), result)
    return _function("log", body, result)
