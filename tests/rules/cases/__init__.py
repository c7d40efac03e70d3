"""What is known of each rule, one file for each module of rules.

``BY_HAND`` holds one number a rule that a reader can work out beside the equation,
``BOUNDS`` what its docstring promises for any plausible input, ``FREE`` the rules of
any sign and size, ``UP`` and ``DOWN`` what raises and lowers its value.
"""

from importlib import import_module
from pkgutil import iter_modules

MODULES = [import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__)]


def gathered(table):
    """Return one table over all modules of rules; a rule has one place only."""
    entries = [
        entry for module in MODULES for entry in getattr(module, table, {}).items()
    ]
    assert len(dict(entries)) == len(entries), "a rule stands in two files"
    return dict(entries)


def free():
    """Return the names of rules without bounds."""
    return {name for module in MODULES for name in getattr(module, "FREE", ())}
