"""The month compiled into one program over rows, for speed.

The model's rules know nothing of it. One month is taken down as a program
(:mod:`~sim.fused.recording`), compiled by LLVM (:mod:`~sim.fused.compiling`), and runs
in place of :meth:`sim.model.StrategicModel.step` (:mod:`~sim.fused.engine`). The plain
form stays the reference: both agree but for the last digits of what they compute.
"""

from __future__ import annotations

from typing import Any

from sim.errors import InputError

__all__ = ["require_llvm"]


def require_llvm() -> Any:  # noqa: ANN401 (a module)
    """Return llvmlite, or raise InputError that says how to install it."""
    try:
        import llvmlite.binding as llvm
    except ImportError:
        raise InputError(
            "the fast form needs llvmlite; install it with "
            "pip install 'dilemma[fast]', or run without fast"
        ) from None
    return llvm
