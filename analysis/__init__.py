"""Reading what happened: outcomes, paired comparisons, charts, the command line.

Everything here reads a :class:`sim.history.History`; nothing touches a model
object. Importing the package does nothing: import the part that is wanted
(``from analysis import compare, outcomes``).
"""
