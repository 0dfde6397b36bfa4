"""Every page of every topic and language in the modes with the least room: none has more than three parts."""

import pytest

from tests.ui.conftest import sample_feed
from tests.ui.sweep import counted_by_topic, states, swept
from tests.ui.test_sweep import LARGEST

DESKS = ("torget-desk", "kompassen-desk")
LANGUAGES = tuple(sample_feed().languages)
OTHERS = ("language", "search", "person")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", DESKS)
def test_no_page_of_a_topic_has_more_than_three_parts(screen_of, context_of, where, language):
    context = context_of(where)
    screen, found = screen_of(context), []
    for ease in LARGEST:
        found += counted_by_topic(screen, context.topics, language, ease)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", DESKS)
def test_no_part_of_the_other_pages_is_cut_or_one_too_many(screen_of, context_of, where, language):
    screen, found = screen_of(context_of(where)), []
    for view in states(OTHERS, (language,), LARGEST):
        found += swept(screen, view)
    assert found == [], "\n".join(found)
