"""Charts: tables in, figures out; nothing is computed here.

``fans`` draws series over time, ``stacks`` what makes up a whole, ``threat_matrix``
who fears whom, ``ties_network`` ties, ``forest`` paired differences, ``overview``
scenarios side by side, ``loop_diagram`` what drives what, ``ledger_chart`` what is left
of the claims, ``phase_diagram`` where one changes its sign, ``waterfall_chart`` what is
owed to which mechanism, ``terms_chart`` how the terms of a value add up; of a sweep
``tornado_chart``, ``index_bars``, ``morris_plane`` and ``index_lines`` draw what drives
an outcome, ``discovery_chart`` under which assumptions it comes about. Importing this
package does not import Matplotlib; using one of its functions does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.charts.bars import index_bars
    from analysis.charts.boxes import discovery_chart
    from analysis.charts.claims import ledger_chart
    from analysis.charts.courses import index_lines
    from analysis.charts.effects import forest
    from analysis.charts.fan import fans
    from analysis.charts.loops import loop_diagram
    from analysis.charts.matrix import threat_matrix
    from analysis.charts.morris import morris_plane
    from analysis.charts.network import ties_network
    from analysis.charts.page import overview
    from analysis.charts.phases import phase_diagram
    from analysis.charts.record import record_chart
    from analysis.charts.stack import stacks
    from analysis.charts.tornado import tornado_chart
    from analysis.charts.waterfall import waterfall_chart
    from analysis.charts.why import terms_chart

__all__ = [
    "discovery_chart",
    "fans",
    "forest",
    "index_bars",
    "index_lines",
    "ledger_chart",
    "loop_diagram",
    "morris_plane",
    "overview",
    "phase_diagram",
    "record_chart",
    "stacks",
    "terms_chart",
    "threat_matrix",
    "ties_network",
    "tornado_chart",
    "waterfall_chart",
]

_HOMES = {
    "discovery_chart": "boxes",
    "fans": "fan",
    "forest": "effects",
    "index_bars": "bars",
    "index_lines": "courses",
    "ledger_chart": "claims",
    "loop_diagram": "loops",
    "morris_plane": "morris",
    "overview": "page",
    "phase_diagram": "phases",
    "record_chart": "record",
    "stacks": "stack",
    "threat_matrix": "matrix",
    "ties_network": "network",
    "tornado_chart": "tornado",
    "waterfall_chart": "waterfall",
    "terms_chart": "why",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
