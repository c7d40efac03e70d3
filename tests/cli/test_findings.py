"""History as checks, as a user asks for it."""


def test_history_prints_every_table_and_writes_them(dilemma, tmp_path):
    ended = dilemma(
        "history", "--runs", "3", "--workers", "1", "--csv", "found", cwd=tmp_path
    )
    assert ended.returncode == 0, ended.stderr
    for words in (
        "what a run must show",
        "reported only",
        "runs that show all",
        "pairs right",
        "on record",
        "variant",
    ):
        assert words in ended.stdout
    assert sorted(one.name for one in (tmp_path / "found").iterdir()) == [
        "behaviors.csv",
        "history.csv",
        "levels.csv",
        "manifest.json",
        "order.csv",
        "order_pairs.csv",
        "turn.csv",
    ]


def test_too_few_runs_are_refused_in_one_line(dilemma, tmp_path):
    ended = dilemma("history", "--runs", "1", cwd=tmp_path)
    assert ended.returncode == 2
    assert ended.stderr.strip() == "dilemma: --runs is 1; it must be 2 or more"


def test_a_folder_that_cannot_be_written_is_named(dilemma, tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    ended = dilemma(
        "history", "--runs", "2", "--workers", "1", "--csv", "taken", cwd=tmp_path
    )
    assert ended.returncode == 2
    assert "cannot write to taken" in ended.stderr
