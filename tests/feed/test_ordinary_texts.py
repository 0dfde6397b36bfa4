"""Texts that are skipped as ordinary break none of the rules."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed import wording
from kiosk.feed.characters import hidden

TEXTS = st.from_regex(wording._ORDINARY, fullmatch=True)
KEYS = st.sampled_from(("title", "text", "caption", "name"))
LANGUAGES = st.sampled_from(("sv", "en", "ar", ""))


@given(TEXTS, KEYS, LANGUAGES)
def test_no_rule_finds_anything_in_an_ordinary_text(text, key, language):
    written = wording._Written((key, language), text, language)
    assert wording._mistakes(written, frozenset(("sv", "en", "ar")), formatted=False) == ()


def test_every_printable_character_of_ascii_is_seen():
    assert not any(hidden(f"å{chr(code)}") for code in range(0x20, 0x7F))
    assert hidden("\x7f")
