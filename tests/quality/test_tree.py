"""What may not be in the repository: one machine's folders, package indexes."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = re.compile(r"(?<![\w.~/}*-])/(?:home|root|Users|tmp|work|opt|mnt)/[\w.]")
WINDOWS_FOLDERS = re.compile(r"\b[A-Z]:\\+Users")
INDEXES = re.compile(
    r"pypi\.org|python[h]osted|index[-_]url|find[-]links|trusted[-]host"
)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git checkout")
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = [name for name in listing.stdout.decode("utf-8").split("\0") if name]
    assert len(names) > 10, "the listing is empty: this test would test nothing"
    found = {}
    for name in names:
        path = ROOT / name
        if path.is_file():
            raw = path.read_bytes()
            if b"\0" not in raw:
                found[name] = raw.decode("utf-8")
    return found


@pytest.mark.parametrize("pattern", [FOLDERS, WINDOWS_FOLDERS, INDEXES])
def test_no_file_names_one_machine(texts, pattern):
    hits = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]
    assert not hits, "\n".join(hits)


def test_every_text_file_ends_in_one_newline_and_has_no_carriage_return(texts):
    wrong = [
        name
        for name, text in texts.items()
        if text and (not text.endswith("\n") or text.endswith("\n\n") or "\r" in text)
    ]
    assert not wrong, wrong
