"""The scenarios: YAML files, found through :mod:`importlib.resources`."""
