"""Words from outside are one line of plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed.characters import hidden
from kiosk.live.plain_text import plain_text


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("  Språk\ncafé\t kl. 10 ", "Språk café kl. 10"),
        ("<b>Fika</b>", "<b>Fika</b>"),  # shown as it is: the screen reads no markup
        ("mjuk\u00adt \u200bbind\ufeffestreck", "mjukt bindestreck"),
        ("e\u0301t\u00e9", "été"),
        ("ordet " * 10, "ordet ordet ordet…"),
        ("x" * 50, "x" * 19 + "…"),
    ],
)
def test_text_is_one_line_of_bounded_length(raw, plain):
    assert plain_text(raw, 20) == plain


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u0007", "\u001b[2J", "\ue000", "\u2028x\u202c"])
def test_characters_that_hide_or_reorder_are_refused(sign):
    with pytest.raises(ValueError, match="invisible character"):
        plain_text(f"fika{sign}idag", 20)


@given(st.text(max_size=300), st.integers(2, 60))
def test_no_text_is_longer_than_allowed_or_of_several_lines(raw, most):
    try:
        text = plain_text(raw, most)
    except ValueError:
        return
    assert len(text) <= most
    assert not hidden(text)
