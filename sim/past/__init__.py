"""The past of some rows: everything that goes from one month to the next."""

from sim.past.moment import MOST_ROWS, Past

__all__ = ["MOST_ROWS", "Past"]
