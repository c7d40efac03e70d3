"""Dependencies point one way, and importing a package does nothing heavy."""

import subprocess
import sys
from pathlib import Path

import pytest

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
HEAVY = ("matplotlib", "mesa", "networkx", "pandas", "pyarrow", "scipy")


def test_imports_follow_the_layers(capsys):
    cli = pytest.importorskip("importlinter.cli")
    status = cli.lint_imports(config_filename=str(PYPROJECT), no_cache=True)
    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize("package", ["sim", "analysis", "scenarios"])
def test_importing_a_package_does_nothing_heavy(package):
    program = (
        f"import sys, {package}\n"
        f"sys.exit(' '.join(name for name in {HEAVY!r} if name in sys.modules) or 0)"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, f"import {package} imports {result.stderr}"
