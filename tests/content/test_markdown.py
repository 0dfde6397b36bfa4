"""The kept part of Markdown, and what is refused with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kiosk.content.markdown import Block, MarkdownText, Run, blocks, runs
from tests import feeds

TEXT = """# Winter hours
From **1 December** we close
at *three*.

## Bring
- your letter
- a pen
2. then this
"""


def test_the_parts_of_a_text():
    assert blocks(TEXT) == (
        Block("title", (Run("Winter hours"),)),
        Block(
            "paragraph",
            (
                Run("From "),
                Run("1 December", bold=True),
                Run(" we close at "),
                Run("three", italic=True),
                Run("."),
            ),
        ),
        Block("heading", (Run("Bring"),)),
        Block("item", (Run("your letter"),)),
        Block("item", (Run("a pen"),)),
        Block("number", (Run("then this"),), "2."),
    )


@pytest.mark.parametrize("text", ["3 * 4 = 12", "5 *", "**", "a ** b", "#1 of 3", "08-465 004 00", "1,5 m"])
def test_a_sign_that_marks_nothing_stays(text):
    (block,) = blocks(text)
    assert "".join(run.text for run in block.runs) == text
    assert block.style == "paragraph"
    assert not any(run.bold or run.italic for run in block.runs)


def test_a_backslash_keeps_a_sign():
    assert "".join(run.text for run in runs(r"\*not\* slanted")) == "*not* slanted"
    assert not any(run.italic for run in runs(r"\*not\* slanted"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("![a](https://evil.example/a.png)", "no picture"),
        ("[read](https://evil.example)", "no link"),
        ("[read][1]", "no link"),
        ("<b>bold</b>", "no HTML"),
        ("<!-- note -->", "no HTML"),
        ("<script", "no HTML"),
        ("`code`", "no code"),
        ("| a | b |", "no table"),
    ],
)
def test_what_is_refused(text, reason):
    for value in (text, {"sv": "Bra", "en": f"Fine\n\n{text}"}):
        with pytest.raises(ValidationError, match=reason):
            feeds.valid(MarkdownText, value)


def test_a_smaller_than_sign_is_no_html():
    assert feeds.valid(MarkdownText, "Barn < 7 år").root == "Barn < 7 år"


@given(st.text(alphabet="ab *#-1.\n\\", max_size=60))
def test_no_letter_is_lost(text):
    kept = "".join(run.text for block in blocks(text) for run in block.runs)
    assert [c for c in text if c in "ab"] == [c for c in kept if c in "ab"]
