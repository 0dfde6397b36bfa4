"""The table of docs/security.md: each row names tests, and each test that it names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    line
    for line in (ROOT / "docs/security.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| someone who", "| ---"))
]
NAMED = re.findall(r"`([a-z_0-9]+(?:/[a-z_0-9]+)*\.py(?:::[a-z_0-9]+)?)`", "\n".join(ROWS))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2:50])
def test_each_row_names_a_test(row):
    assert re.search(r"`(?:[a-z_0-9/]+/)?test_[a-z_]+\.py", row.rsplit("|", 2)[1])


@pytest.mark.parametrize("named", sorted(set(NAMED)))
def test_each_test_that_is_named_is_there(named):
    file, _, name = named.partition("::")
    text = (ROOT / "tests" / file).read_text("utf-8")
    assert re.search(rf"^def {name}\(" if name else "^def test_", text, re.MULTILINE)
