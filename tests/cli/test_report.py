"""`kiosk report`: the days of its period."""

import pytest


@pytest.fixture
def counts(tmp_path):
    path = tmp_path / "counts.sqlite"
    path.touch()
    return path


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2026-11-30", "2026-11-01", "the period ends before it begins"),
        ("2026-02-30", "2026-03-01", "expected a day such as '2026-11-30'"),
        ("2026-11-01", "november", "expected a day such as '2026-11-30'"),
    ],
)
def test_period_that_cannot_be(run, counts, first, last, told):
    done = run("report", counts, "--from", first, "--to", last, "-o", counts.with_name("report.html"))
    assert done.exit_code == 2
    assert told in " ".join(done.stderr.replace("│", " ").split())
    assert not counts.with_name("report.html").exists()
