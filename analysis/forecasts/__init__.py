"""Forecasts as files that anyone can score: their form, their scores, plain rivals."""
