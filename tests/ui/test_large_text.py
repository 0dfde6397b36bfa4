"""Large text: no word is broken, and the facts of a topic say what they are about."""

import pytest

from tests.ui.audit import all_faults, leaves
from tests.ui.walk import go

LARGEST = {"largerText": 2}


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_no_word_of_a_title_is_broken(screen_of, context_of, where):
    screen = screen_of(context_of(where))
    go(screen, "help", "fi", topic="study", **LARGEST)
    assert all_faults(screen) == []


def test_a_broken_word_is_found(screen_of, context_of):
    screen = screen_of(context_of())
    go(screen, "help", "sv")
    texts = [item for item in screen.items() if item.inherits("QQuickText")]
    words = next(item for item in texts if item.property("text") == "Legitimation, om du har")
    words.setWidth(words.property("contentWidth") / 4)
    assert any("breaks the word Legitimation" in fault for fault in all_faults(screen))


def test_each_part_of_a_standing_screen_says_what_it_is_about(screen_of, context_of):
    context = context_of("kompassen-desk")
    screen, title = screen_of(context), context.text(context.feed.topics["housing"].title, "sv")
    go(screen, "help", "sv", **LARGEST)
    for _ in leaves(screen):
        assert title in screen.words()
