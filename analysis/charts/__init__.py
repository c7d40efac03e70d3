"""Charts: tables in, figures out; nothing is computed here.

``fans`` draws series over time, ``stacks`` what makes up a whole, ``threat_matrix``
who fears whom, ``ties_network`` ties, ``forest`` paired differences, ``overview``
scenarios side by side, ``loop_diagram`` what drives what, ``waterfall`` how the terms
of a value add up. Importing this package does not import Matplotlib; using one of its
functions does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.charts.effects import forest
    from analysis.charts.fan import fans
    from analysis.charts.loops import loop_diagram
    from analysis.charts.matrix import threat_matrix
    from analysis.charts.network import ties_network
    from analysis.charts.page import overview
    from analysis.charts.stack import stacks
    from analysis.charts.why import waterfall

__all__ = [
    "fans",
    "forest",
    "loop_diagram",
    "overview",
    "stacks",
    "threat_matrix",
    "ties_network",
    "waterfall",
]

_HOMES = {
    "fans": "fan",
    "forest": "effects",
    "loop_diagram": "loops",
    "overview": "page",
    "stacks": "stack",
    "threat_matrix": "matrix",
    "ties_network": "network",
    "waterfall": "why",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
