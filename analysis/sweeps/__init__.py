"""Sweeps: designs over assumptions, run as many futures, and what drives outcomes."""
