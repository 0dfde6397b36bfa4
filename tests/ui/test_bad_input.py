"""Feeds that are poor or too rich: each page still says something, and fits."""

from dataclasses import replace

import pytest

from kiosk.booking.slots import SlotList
from kiosk.feed.localized_text import Text
from tests.ui.audit import all_faults, leaves
from tests.ui.conftest import TUESDAY
from tests.ui.walk import go


def feed_with(sample, topics=None, **changes):
    """Return the sample with more topics, which each screen offers in the order of their names."""
    screens = {name: replace(each, topics=()) for name, each in sample.screens.items()}
    changes = {"topics": sample.topics | (topics or {}), "screens": screens, **changes}
    return replace(sample, **changes)


def many(sample, count, title="Ämne"):
    base = sample.topics["housing"]
    return {f"t{n:02}": replace(base, title=Text(f"{title} {n}")) for n in range(count)}


def test_forty_topics_come_eight_at_a_time_and_can_be_searched(screen_of, context_of, sample):
    screen = screen_of(context_of(feed=feed_with(sample, many(sample, 32))))
    go(screen, "topic", "sv", topic="t00")
    for _ in leaves(screen):
        shown = [
            item for item in screen.items() if item.objectName().startswith("topic-") and _seen(screen, item)
        ]
        assert 0 < len(shown) <= 8
    assert screen.names("search")
    screen.touch("search")
    assert screen.page == "search"


def _seen(screen, item):
    box = next(each for each in screen.items() if each.clip() and each.isAncestorOf(item))
    return box.contains(item.mapToItem(box, item.boundingRect().center()))


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
@pytest.mark.parametrize("page", ["topic", "help", "ticket"])
def test_a_title_of_two_hundred_characters_fits(screen_of, context_of, sample, where, page):
    title = Text("Ansökningar om allt möjligt och omöjligt " * 5)
    topics = sample.topics | {"housing": replace(sample.topics["housing"], title=title)}
    screen = screen_of(context_of(where, feed=feed_with(sample, topics)))
    go(screen, page, "sv")
    assert all_faults(screen) == []


def test_an_office_without_hours_is_closed_and_says_how_else(screen_of, context_of, sample):
    office = replace(sample.offices["torget"], hours=(), exceptions={})
    feed = feed_with(sample, offices=sample.offices | {"torget": office})
    screen = screen_of(context_of(feed=feed))
    go(screen, "person", "sv")
    assert "Stängt" in screen.words()
    assert "08-465 004" in screen.words()


def test_no_free_time_is_said_and_another_can_be_asked_for(screen_of, context_of):
    screen = screen_of(context_of(slots=SlotList(generated_at=TUESDAY)))
    go(screen, "help", "ti")
    assert "ክፉት ቆጸራ የለን" in screen.words()
    screen.touch("office-torget")
    assert screen.page == "ticket"


def test_a_topic_without_this_language_is_shown_in_another_and_says_so(screen_of, context_of, sample):
    plain = {"title": Text({"sv": "Skatt"}), "help": (Text({"sv": "Fylla i deklarationen"}),), "bring": ()}
    topics = sample.topics | {"housing": replace(sample.topics["housing"], **plain)}
    screen = screen_of(context_of(feed=feed_with(sample, topics)))
    for page in ("topic", "help"):
        go(screen, page, "ti")
        assert "Skatt" in screen.words()
        assert "Svenska" in screen.words().split("\n")
        assert all_faults(screen) == []


def test_letters_without_a_font_do_no_harm_and_are_found_by_the_audit(screen_of, context_of, sample):
    topics = sample.topics | {"housing": replace(sample.topics["housing"], title=Text("Söka \U000f0001"))}
    screen = screen_of(context_of(feed=feed_with(sample, topics)))
    go(screen, "help", "sv")
    assert "Söka" in screen.words()
    found = all_faults(screen)
    assert found
    assert all("no font can draw" in fault for fault in found)


def test_an_old_page_does_not_wait_for_a_screen(screen_of, context_of):
    """A window whose screen goes and comes back is drawn again, and the visitor is still there."""
    screen = screen_of(context_of())
    go(screen, "help", "sv")
    screen.shell.window.hide()
    screen.shell.window.show()
    assert screen.page == "help"
    assert screen.picture().pixelColor(5, 5).isValid()
    assert "Söka bostad" in screen.words()
