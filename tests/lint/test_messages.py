"""No message lacks its Swedish, none is left over, and the placeholders of both agree."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.feed.swedish_messages import SWEDISH

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    "feed",
    "booking",
    "checks",
    "live",
    "media",
    "drawn_checks",
    "publish",
    "ui",
    "cli",
    "signage",
    "studio",
    "usage",
)
MESSAGES = {"error": 1, "warning": 1, "note": 1, "expected": 0}
"""Functions that take a message, and its place among their arguments."""


def templates() -> Iterator[tuple[str, str]]:
    """Yield the file and line of each `tr`, and its template; "" if it is no literal."""
    for room in ROOMS:
        for path in sorted((ROOT / "kiosk" / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                    first = node.args[0] if node.args else None
                    literal = first.value if isinstance(first, ast.Constant) else ""
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", str(literal)


TEMPLATES = list(templates())


def placeholders(template):
    """Return the placeholders; the words that one chooses by its number differ by language."""
    return {
        (name, form, conversion)
        for _, name, form, conversion in string.Formatter().parse(template)
        if name and "|" not in form
    }


def test_messages_are_literal():
    assert [place for place, template in TEMPLATES if not template] == []


def test_each_message_has_its_swedish():
    assert sorted({template for _, template in TEMPLATES} - SWEDISH.keys()) == []


def test_no_swedish_is_left_over():
    assert sorted(SWEDISH.keys() - {template for _, template in TEMPLATES}) == []


@pytest.mark.parametrize("template", SWEDISH)
def test_placeholders_agree(template):
    assert placeholders(SWEDISH[template]) == placeholders(template)


@pytest.mark.parametrize("template", SWEDISH)
def test_swedish_is_another_text(template):
    words = re.sub(r"\{[^}]*\}", "", template)
    assert SWEDISH[template].strip()
    assert SWEDISH[template] != template or not re.search(r"[a-z]{4}", words)


def words_in(node):
    """Return the text that stands in the code of an f-string, or of a plain one."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(str(part.value) for part in parts if isinstance(part, ast.Constant))


def test_errors_of_publishing_are_made_of_messages():
    """What stops a publish can be said in each language."""
    plain = []
    for path in sorted((ROOT / "kiosk" / "publish").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            made = node.exc if isinstance(node, ast.Raise) else None
            if isinstance(made, ast.Call) and made.args and re.search("[a-z]{3}", words_in(made.args[0])):
                plain.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert plain == []


def test_findings_are_made_of_messages():
    """What is wrong on a drawing can be said in each language."""
    plain = []
    for path in sorted((ROOT / "kiosk" / "drawn_checks").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_finding = (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding"
            )
            is_detail = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "detail"
            detail = node.args[1] if is_finding and len(node.args) > 1 else node.value if is_detail else None
            if isinstance(detail, ast.Constant | ast.JoinedStr):
                plain.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert plain == []


def test_problems_are_made_of_messages():
    """A problem, and what a value was expected to be, can be said in each language."""
    plain = []
    for room in ("feed", "checks"):
        for path in sorted((ROOT / "kiosk" / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Name)
                    and node.func.id in MESSAGES
                ):
                    place = MESSAGES[node.func.id]
                    given = node.args[place] if len(node.args) > place else None
                    if isinstance(given, ast.Constant | ast.JoinedStr | ast.BinOp):
                        plain.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert plain == []
