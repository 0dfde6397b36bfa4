"""What docs/operations.md says that a kiosk reports is what the program says."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SECTION = (ROOT / "docs/operations.md").read_text("utf-8").partition("## When a kiosk does not update")[2]
REPORTS = re.findall(r"^\| (?!it says|---)([^|]+) \|", SECTION, re.MULTILINE)
OF_THE_SYSTEM = "No space left on device, Read-only file system"


def printed():
    """Return every string in the program."""
    nodes = (
        node
        for path in (ROOT / "kiosk").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    )
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


@pytest.fixture(scope="module")
def strings():
    return printed()


@pytest.mark.parametrize("report", [each for each in REPORTS if each != OF_THE_SYSTEM])
def test_the_program_says_so(report, strings):
    parts = [part.strip(" :") for part in re.split(r"…|\b\d{3}\b|refused: ", report)]
    missing = [part for part in parts if part and not any(part in string for string in strings)]
    assert missing == []
