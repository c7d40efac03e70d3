"""The page that carries the evidence of a result, written from its folder alone."""
