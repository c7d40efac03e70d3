"""Which font has the letters: Korean needs one that Matplotlib does not carry."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from matplotlib import font_manager

from sim.errors import InputError

__all__ = ["family_for"]

_LATIN = "DejaVu Sans"
_PACKAGE, _FILE = "pylopdf_fonts_ko", "NotoSansKR-Regular.otf"
_ON_MACHINES = (
    "Noto Sans KR",
    "Noto Sans CJK KR",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "NanumGothic",
    "Nanum Gothic",
)


def families_for(lang: str) -> list[str]:
    """Return the font families of a language's charts, the first one preferred.

    Names of scenarios are the user's own, so a family for the other script follows
    where there is one.

    Parameters
    ----------
    lang : {'en', 'ko'}
        The language of the chart.

    Raises
    ------
    InputError
        As for :func:`family_for`.
    """
    first = family_for(lang)
    try:
        korean = family_for("ko")
    except InputError:
        return [first]
    return [first, _LATIN if lang == "ko" else korean]


@cache
def family_for(lang: str) -> str:
    """Return the font family in which a language is set.

    Parameters
    ----------
    lang : {'en', 'ko'}
        The language of the chart.

    Returns
    -------
    str
        A family that Matplotlib can find.

    Raises
    ------
    InputError
        If no font with Korean letters is installed; the message says how to get
        one.

    Notes
    -----
    Noto Sans KR (SIL Open Font License) comes with the extra ``ko``. Its file is
    found without importing the package that carries it. Without the extra, a
    Korean font of the machine serves.
    """
    if lang != "ko":
        return _LATIN
    spec = find_spec(_PACKAGE)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / _FILE
        if path.is_file():
            font_manager.fontManager.addfont(path)
            return font_manager.FontProperties(fname=path).get_name()
    installed = {font.name for font in font_manager.fontManager.ttflist}
    for name in _ON_MACHINES:
        if name in installed:
            return name
    raise InputError(
        "charts in Korean need a font with Korean letters, and none was found;"
        " install one with: pip install 'dilemma[ko]'"
    )
