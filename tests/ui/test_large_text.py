"""Large text on the page of a topic: no word is broken, and its facts say what they are about."""

import pytest

from kiosk.drawn_checks.broken_words import parted
from tests.ui.audit import leaves
from tests.ui.walk import go

LARGEST = {"largerText": 2}


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_no_word_of_a_title_is_broken(screen_of, context_of, where):
    screen = screen_of(context_of(where))
    go(screen, "help", "fi", topic="study", **LARGEST)
    texts = [item for item in screen.items() if item.inherits("QQuickText")]
    assert not any(map(parted, texts))


def test_each_part_of_a_standing_screen_says_what_it_is_about(screen_of, context_of):
    context = context_of("kompassen-desk")
    screen, title = screen_of(context), context.text(context.feed.topics["housing"].title, "sv")
    go(screen, "help", "sv", **LARGEST)
    for _ in leaves(screen):
        assert title in screen.words()
