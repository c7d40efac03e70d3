"""Thousands of futures: rows cut into chunks, chunks run by a crew of workers."""

from sim.ensemble.chunks import Rows, release
from sim.ensemble.running import run, run_rows

__all__ = ["Rows", "release", "run", "run_rows"]
