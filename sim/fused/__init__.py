"""The month as one compiled program, for speed; rules stay as they are."""
