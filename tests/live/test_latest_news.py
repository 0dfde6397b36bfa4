"""News in the reader's language, from sources that are fresh."""

from datetime import timedelta

import pytest

from kiosk.feed.live_slides import NewsSlide
from kiosk.feed.localized_text import Text
from kiosk.live.latest_news import latest, oldest
from kiosk.live.live_data import NewsItem, NewsList
from kiosk.live.named_hosts import allowed
from tests.ui.conftest import TUESDAY

SLIDE = NewsSlide(kind="news", title=Text("Nyheter"), sources=("a", "b"))
HOUR = timedelta(hours=1)


def news(title, language="", hours=0):
    return NewsItem(title=title, language=language, time=TUESDAY - hours * HOUR)


def shown(chain, *items, **more):
    known = {"a": NewsList(as_of=TUESDAY, items=items)} | more
    return [each.title for each in latest(SLIDE, known, TUESDAY, chain)]


@pytest.mark.parametrize(
    ("chain", "titles"),
    [
        (("sv",), ["Hej"]),
        (("ar", "sv"), ["مرحبا"]),
        (("fa_AF", "fa"), ["دری"]),
        (("fa",), ["دری"]),
        (("so", "sv"), ["Hej"]),
        (("so",), ["Hej", "مرحبا", "دری"]),  # nothing is hidden from those whose language no source has
    ],
)
def test_the_first_language_that_has_some(chain, titles):
    items = news("Hej", "sv-SE"), news("مرحبا", "ar", 1), news("دری", "fa-AF", 2)
    assert shown(chain, *items) == titles


def test_what_has_no_language_is_for_everyone():
    assert shown(("ar",), news("Hej", "sv"), news("Öppet", hours=1)) == ["Öppet"]
    assert shown(("sv",), news("Hej", "sv"), news("Öppet", hours=1)) == ["Hej", "Öppet"]


def test_several_sources_together_the_latest_first_and_old_ones_not():
    stale = NewsList(as_of=TUESDAY - timedelta(hours=7), items=(news("Gammal"),))
    other = NewsList(as_of=TUESDAY - HOUR, items=(news("B"), news("A", hours=5)))
    assert shown(("sv",), news("A", hours=2), b=other) == ["B", "A"]
    assert shown(("sv",), news("A"), b=stale) == ["A"]
    known = {"a": NewsList(as_of=TUESDAY), "b": other}
    assert oldest(SLIDE, known, TUESDAY) == TUESDAY - HOUR
    assert latest(SLIDE, {"b": stale}, TUESDAY, ("sv",)) == ()
    assert latest(SLIDE, known, None, ("sv",)) == ()


def test_news_that_names_a_host_of_others_is_left_out():
    known = NewsList(as_of=TUESDAY, items=(news("Se evil.example"), news("Se kommun.example"), news("Hej")))
    kept, hosts = allowed(known, {"kommun.example"})
    assert [each.title for each in kept.items] == ["Se kommun.example", "Hej"]
    assert hosts == ("evil.example",)
