"""The debrief as a page that the class keeps: words, charts, and how to play it again.

All of it is computed from :class:`analysis.game.debrief.Debrief` alone.
"""
