"""Scenario files written for one test."""

import textwrap

import pytest


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a file of the test's own and returns its path."""

    def write_file(content, name="mine.yaml"):
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            text = textwrap.dedent(content)
            path.write_text(text, encoding="utf-8", newline="\n")
        return path

    return write_file
