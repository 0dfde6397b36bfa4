"""Every page of every topic, language, size, mode and orientation: no part is cut, blank or one too many."""

import pytest

from tests.ui.conftest import sample_feed
from tests.ui.sweep import BY_TIME, BY_TOPIC, MODES, View, states, swept
from tests.ui.walk import go

DESKS = ("torget-desk", "kompassen-desk", "lyktan-desk")
LANGUAGES = tuple(sample_feed().languages)
OTHERS = ("language", "topic", "search", "person")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", DESKS)
def test_no_part_is_cut_blank_or_one_too_many(screen_of, context_of, where, language):
    context = context_of(where)
    screen, found = screen_of(context), []
    for view in states(OTHERS, (language,)):
        found += swept(screen, view)
    for topic in context.topics:
        go(screen, "help", language, topic)
        pages = BY_TOPIC + (BY_TIME if screen.pages.next_times.value.first else ())
        for view in states(pages, (language,), MODES):
            found += swept(screen, View(view.page, language, view.ease, topic))
    assert found == [], "\n".join(found)
