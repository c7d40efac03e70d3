"""Luck as code of LLVM: from Philox's words to uniform and to normal draws.

Uniform draws are those of :class:`sim.luck.Luck` to the bit. The normal quantile is
algorithm AS 241 [Wichura1988]: three ratios of polynomials, one for the middle, two for
the tails; all are worked out and one is taken, as rows of one vector need different
ones. It is within a few units in the last place of SciPy's, which takes one number
after another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.fused.assembly import BIAS, EXPONENT, Assembly
from sim.fused.functions import ROOT, function, polynomial

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["normal_code", "uniform"]

_MIDDLE_SQUARE = 0.180625
"""The square of how far from 1/2 the middle reaches."""
_NEAR, _FAR = 1.6, 5.0
"""What is taken from the tails' argument; from the second on, they are far ones."""

_MIDDLE_OVER = (
    3.3871328727963666080e0,
    1.3314166789178437745e2,
    1.9715909503065514427e3,
    1.3731693765509461125e4,
    4.5921953931549871457e4,
    6.7265770927008700853e4,
    3.3430575583588128105e4,
    2.5090809287301226727e3,
)
_MIDDLE_UNDER = (
    1.0,
    4.2313330701600911252e1,
    6.8718700749205790830e2,
    5.3941960214247511077e3,
    2.1213794301586595867e4,
    3.9307895800092710610e4,
    2.8729085735721942674e4,
    5.2264952788528545610e3,
)
_NEAR_OVER = (
    1.42343711074968357734e0,
    4.63033784615654529590e0,
    5.76949722146069140550e0,
    3.64784832476320460504e0,
    1.27045825245236838258e0,
    2.41780725177450611770e-1,
    2.27238449892691845833e-2,
    7.74545014278341407640e-4,
)
_NEAR_UNDER = (
    1.0,
    2.05319162663775882187e0,
    1.67638483018380384940e0,
    6.89767334985100004550e-1,
    1.48103976427480074590e-1,
    1.51986665636164571966e-2,
    5.47593808499534494600e-4,
    1.05075007164441684324e-9,
)
_FAR_OVER = (
    6.65790464350110377720e0,
    5.46378491116411436990e0,
    1.78482653991729133580e0,
    2.96560571828504891230e-1,
    2.65321895265761230930e-2,
    1.24266094738807843860e-3,
    2.71155556874348757815e-5,
    2.01033439929228813265e-7,
)
_FAR_UNDER = (
    1.0,
    5.99832206555887937690e-1,
    1.36929880922735805310e-1,
    1.48753612908506148525e-2,
    7.86869131145613259100e-4,
    1.84631831751005468180e-5,
    1.42151175831644588870e-7,
    2.04426310338993978564e-15,
)


def uniform(code: Assembly, word: str) -> str:
    """Return the draw of a word: (k + 1/2) / 2^52, with k its upper 52 bits.

    Written as the fraction of a number between 1 and 2, they need no conversion.
    """
    upper = code.two_whole("lshr", word, code.bits(64 - EXPONENT))
    between = code.two_whole("or", upper, code.bits(BIAS << EXPONENT))
    fraction = code.two("fsub", code.as_number(between), code.number(1.0))
    return code.two("fadd", fraction, code.number(2.0 ** -(EXPONENT + 1)))


def normal_code() -> str:
    """Return the function ``@normal`` of vectors between 0 and 1."""
    body = Assembly()
    number, two = body.number, body.two
    zero, one = number(0.0), number(1.0)
    q = two("fsub", "%x", number(0.5))
    squared = two("fsub", number(_MIDDLE_SQUARE), two("fmul", q, q))
    middle = two("fmul", q, _ratio(body, squared, _MIDDLE_OVER, _MIDDLE_UNDER))
    other = two("fsub", one, "%x")
    tail = body.choose("olt", q, zero, "%x", other)
    log = body.put(f"fneg {body.double} {body.call('log', tail)}")
    r = body.call(ROOT, log)
    near = _ratio(body, two("fsub", r, number(_NEAR)), _NEAR_OVER, _NEAR_UNDER)
    far = _ratio(body, two("fsub", r, number(_FAR)), _FAR_OVER, _FAR_UNDER)
    out = body.choose("ogt", r, number(_FAR), far, near)
    out = body.choose("olt", q, zero, body.put(f"fneg {body.double} {out}"), out)
    return function("normal", body, body.choose("oge", squared, zero, middle, out))


def _ratio(
    body: Assembly, x: str, over: Sequence[float], under: Sequence[float]
) -> str:
    return body.two("fdiv", polynomial(body, x, over), polynomial(body, x, under))
