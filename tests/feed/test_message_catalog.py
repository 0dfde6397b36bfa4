"""Messages with numbers, in both languages."""

import pytest

from kiosk.feed.message_catalog import from_plain, in_language, to_plain, tr


@pytest.mark.parametrize(
    ("count", "english", "swedish"),
    [
        (0, "so: exported 0 texts", "so: 0 texter exporterade"),
        (1, "so: exported 1 text", "so: 1 text exporterad"),
        (2, "so: exported 2 texts", "so: 2 texter exporterade"),
        (21, "so: exported 21 texts", "so: 21 texter exporterade"),
        (101, "so: exported 101 texts", "so: 101 texter exporterade"),
    ],
)
def test_a_word_follows_its_number(count, english, swedish):
    message = tr("{language}: exported {count} {count:text|texts}", language="so", count=count)
    assert (message, in_language(message, "sv")) == (english, swedish)
    copy = from_plain(to_plain(message))
    assert (copy, in_language(copy, "sv")) == (english, swedish)


def test_a_number_keeps_its_other_formats():
    assert tr("{count:05d} {count!r} {size:.1f} {yes}", count=7, size=7.25, yes=True) == "00007 7 7.2 True"
