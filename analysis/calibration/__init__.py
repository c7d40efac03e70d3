"""Calibration: which assumptions, and which simulated histories, fit the record."""
