import pytest
from pydantic import ValidationError

from kiosk.feed.localized_text import SAME_FOR_ALL, Language, Localized, Text
from tests import feeds


def test_reader_gets_the_first_language_of_their_chain():
    text = feeds.valid(Text, {"sv": "Hej", "en": "Hello"})
    assert text.in_first(("so", "en", "sv")) == Localized("Hello", "en")
    assert text.in_first(("ar",)) == Localized("Hej", "sv")  # the first it was written in
    assert text.languages() == {"sv", "en"}


def test_one_line_is_the_same_for_all():
    text = feeds.valid(Text, "Torget 1")
    assert text.in_first(("ar",)) == Localized("Torget 1", SAME_FOR_ALL)
    assert text.languages() == {SAME_FOR_ALL}


@pytest.mark.parametrize(
    "value", ["", "   ", {"sv": " "}, {"swedish": "Hej"}, {"sv": 3}, ["Hej"], 3, "x" * 2001]
)
def test_what_is_no_text(value):
    with pytest.raises(ValidationError):
        feeds.valid(Text, value)


def test_spaces_around_are_dropped():
    assert feeds.valid(Text, {"sv": " Hej\n"}).root == {"sv": "Hej"}


def test_language_has_one_of_two_directions():
    with pytest.raises(ValidationError):
        feeds.valid(Language, {"name": "X", "direction": "up"})
    assert feeds.valid(Language, {"name": "X"}).direction == "ltr"
