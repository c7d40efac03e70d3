"""Charts: tables in, figures out; nothing is computed here.

``fans`` draws series over time, ``forest`` paired differences, ``overview``
scenarios side by side. Importing this package does not import Matplotlib; using
one of its functions does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.charts.effects import forest
    from analysis.charts.fan import fans
    from analysis.charts.page import overview

__all__ = ["fans", "forest", "overview"]

_HOMES = {"fans": "fan", "forest": "effects", "overview": "page"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
