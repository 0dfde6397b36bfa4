"""Every page of the desk in every language, text size and orientation: read, seen and reached by anyone."""

from dataclasses import replace

import pytest

from kiosk.feed.written_times import TimeRange
from tests.ui.audit import faults, leaves
from tests.ui.conftest import sample_feed
from tests.ui.page_rules import rule_faults
from tests.ui.walk import PAGES, go

SCREENS = ("torget-desk", "kompassen-desk")
SAMPLE = sample_feed()
LANGUAGES = tuple(SAMPLE.languages)


def audited(screen, language, *, colours, **ease):
    found = []
    for page in PAGES:
        go(screen, page, language, **ease)
        for _ in leaves(screen):
            wrong = [*faults(screen, colours=colours), *rule_faults(screen, colours=colours)]
            found += [f"{page} {ease}: {fault}" for fault in wrong]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", SCREENS)
def test_nothing_is_cut_covered_too_small_or_out_of_reach(screen_of, context_of, where, language):
    screen = screen_of(context_of(where))
    for size in range(3):
        assert audited(screen, language, colours=False, largerText=size) == []


@pytest.mark.parametrize("evening", [None, TimeRange.parse("00:00-24:00")], ids=["day", "evening"])
@pytest.mark.parametrize("contrast", [0, 1])
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_every_word_stands_out_from_its_ground(screen_of, context_of, language, contrast, evening):
    desk = replace(SAMPLE.screens["torget-desk"], evening=evening)
    screen = screen_of(context_of(feed=replace(SAMPLE, screens={**SAMPLE.screens, "torget-desk": desk})))
    assert audited(screen, language, colours=True, toggleContrast=contrast) == []


@pytest.mark.parametrize("size", [0, 2])
@pytest.mark.parametrize("where", SCREENS)
def test_all_buttons_can_be_low(screen_of, context_of, where, size):
    screen = screen_of(context_of(where))
    ease = {"toggleLower": 1, "toggleListening": 1, "largerText": size}
    assert audited(screen, "sv", colours=False, **ease) == []
