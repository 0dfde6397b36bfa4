"""Large text: no word is broken, and the facts of a topic say what they are about."""

import pytest

from tests.ui.audit import all_faults, leaves
from tests.ui.conftest import theme_of
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


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
@pytest.mark.parametrize("size", [1, 2])
def test_each_part_says_what_it_is_about(screen_of, context_of, where, size):
    context = context_of(where)
    screen, title = screen_of(context), context.text(context.feed.topics["housing"].title, "sv")
    go(screen, "help", "sv", largerText=size)
    for _ in leaves(screen):
        assert title in screen.words()


@pytest.mark.parametrize("ease", [LARGEST, {**LARGEST, "toggleLower": 1}])
def test_it_says_as_of_when_the_times_are_known(screen_of, context_of, ease):
    screen = screen_of(context_of())
    go(screen, "help", "sv", **ease)
    assert "Uppdaterat kl." in screen.words()


def test_a_band_does_not_touch_the_title_above_it(screen_of, context_of):
    screen = screen_of(context_of())
    go(screen, "help", "fi", topic="study", **LARGEST)
    texts = [item for item in screen.items() if item.inherits("QQuickText")]
    title, band = (
        next(item for item in texts if item.property("text") == words)
        for words in (screen.pages.help_page.value.title, screen.pages.next_times.value.drop_in)
    )
    lowest = title.mapRectToScene(title.boundingRect()).bottom()
    highest = band.parentItem().mapRectToScene(band.parentItem().boundingRect()).top()
    assert highest - lowest >= theme_of(screen.shell).property("gap") / 2
