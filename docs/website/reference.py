"""The reference of the Python interface: a page for every module that is called.

The rules have a page each; any other package has one page with all its modules. What
the command line is made of is left out: nobody calls it from Python.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = ("analysis.interfaces", "sim.__main__")
GROUPS = {"sim": "The model", "sim.rules": "Rules", "analysis": "Analysis"}
"""Packages whose modules have a page each, with the words over their list."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """List the pages in the navigation."""
    nav = config.nav
    assert nav is not None
    (python,) = (part["Python"] for part in nav if "Python" in part)
    for package, words in GROUPS.items():
        pages = [f"reference/{package}.md"]
        pages += [f"reference/{module}.md" for module in modules(package)]
        python.append({words: pages})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages, which hold nothing but what the docstrings say."""
    for package in GROUPS:
        files.append(_page(config, package, package_only=True))
        for module in modules(package):
            files.append(_page(config, module))
    return files


def modules(package: str) -> Iterator[str]:
    """Yield the modules and packages right below a package that have a page."""
    for path in sorted((ROOT / package.replace(".", "/")).iterdir()):
        name = f"{package}.{path.stem}"
        if name in LEFT_OUT or name in GROUPS or path.name.startswith(("_", ".")):
            continue
        if path.suffix == ".py" or (path / "__init__.py").exists():
            yield name


def _page(config: MkDocsConfig, name: str, *, package_only: bool = False) -> File:
    """Return the page of a module."""
    inside = "false" if package_only else "true"
    text = (
        f"---\ntitle: {name}\n---\n\n::: {name}\n    options:\n"
        f"      heading_level: 1\n      show_root_heading: true\n"
        f"      show_root_full_path: true\n      show_submodules: {inside}\n"
    )
    return File.generated(config, f"reference/{name}.md", content=text)
