"""The supported subset of Markdown, and the reasons for refusing the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kiosk.feed.markdown import Block, MarkdownText, Run, blocks, runs
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


def one(text):
    (block,) = blocks(text)
    return block.runs


def test_bold_and_italics_together():
    assert one("***båda***") == (Run("båda", bold=True, italic=True),)
    assert one("**fet *båda* fet**") == (
        Run("fet ", bold=True),
        Run("båda", bold=True, italic=True),
        Run(" fet", bold=True),
    )


def test_a_sign_of_multiplication_is_no_mark():
    assert one("2*3 *och*") == (Run("2*3 "), Run("och", italic=True))
    assert one("2 * 3 * 4") == (Run("2 * 3 * 4"),)


def test_a_point_goes_on_in_the_next_line():
    assert blocks("- Ta med\n  ditt brev\n- och\nen penna") == (
        Block("item", (Run("Ta med ditt brev"),)),
        Block("item", (Run("och en penna"),)),
    )
    assert blocks("1. Ett\n   till\n2) två")[0] == Block("number", (Run("Ett till"),), "1.")


def test_a_point_of_several_parts():
    assert blocks("- Ett\n\n  mer\n- Två") == (
        Block("item", (Run("Ett"),)),
        Block("paragraph", (Run("mer"),)),
        Block("item", (Run("Två"),)),
    )


def test_lists_inside_lists_follow_each_other():
    assert [block.style for block in blocks("- a\n  - b\n    1. c\n- d")] == [
        "item",
        "item",
        "number",
        "item",
    ]


def test_what_is_not_kept_of_markdown_is_text():
    for text in ("> citat", "---", "&amp; &lt;", "    indraget", "www.infodisk.example", "~~x~~", "_____"):
        (block,) = blocks(text)
        assert "".join(run.text for run in block.runs) == text.strip()
    assert [block.style for block in blocks("Rad\n===")] == ["paragraph"]


def test_a_number_begins_a_point_wherever_a_line_begins_with_it():
    assert [block.mark for block in blocks("Så här:\n3. Ring\n4. Kom")] == ["", "3.", "4."]


def test_too_deeply_nested_lists_are_refused():
    with pytest.raises(ValidationError, match="at most 4 levels"):
        feeds.valid(MarkdownText, "- - - - - a")
    with pytest.raises(ValidationError, match="at most 4 levels"):
        feeds.valid(MarkdownText, "- " * 900 + "a")


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
