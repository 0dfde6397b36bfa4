"""A page read from the right is the same page mirrored, each part of it."""

from dataclasses import replace

import pytest

from kiosk.drawn_checks.live_samples import live_sample
from kiosk.ui.scene import visible_items
from tests.ui.conftest import TUESDAY, sample_feed
from tests.ui.slides.test_player import playing
from tests.ui.walk import PAGES, go, leave

NEAR = 4
"""Pixels between two places that are taken for one: the words are set on whole pixels."""

STILL = {"languages": ("sv",), "slide_languages": (), "motion": False}


def reading_from_the_right(sample):
    swedish = replace(sample.languages["sv"], direction="rtl")
    return replace(sample, languages=sample.languages | {"sv": swedish})


def places(screen, part="desk"):
    """Return the class and the place of each part of the desk whose direction is the visitor's."""
    whole = screen.item(part)
    return [
        (kind, (box.left(), box.right(), box.top()))
        for item in visible_items(whole)
        if (box := item.mapRectToItem(whole, item.boundingRect())).width() > 0
        and not _of_its_own(kind := item.metaObject().className(), item.objectName(), screen.page)
        and not _keeps_its_place(item)
    ]


def _keeps_its_place(item):
    """Return whether it is the control on the slides, or a part of it: no language changes its place."""
    while item and not item.metaObject().className().startswith("PauseButton"):
        item = item.parentItem()
    return item is not None


def _of_its_own(kind, name, page):
    """Return whether it keeps its direction: a language's button, words for staff, the cut of a picture."""
    if page == "language":
        return kind.startswith(("Words", "QQuickColumn", "Pictogram"))
    return name in {"staff-words", "staff-how"} or kind.startswith("SlidePicture")


@pytest.mark.parametrize("name", ["torget-desk", "kompassen-desk"])
@pytest.mark.parametrize("page", PAGES)
def test_each_part_of_a_page_is_mirrored(screen_of, context_of, sample, name, page):
    screen = screen_of(context_of(name))
    go(screen, page, "sv")
    width, straight = screen.item("desk").width(), places(screen)
    leave(screen)
    screen.shell.use(context_of(name, feed=reading_from_the_right(sample)))
    go(screen, page, "sv")
    assert len(straight) > 10
    for (kind, (left, right, top)), (_, there) in zip(straight, places(screen), strict=True):
        assert there == pytest.approx((width - right, width - left, top), abs=NEAR), kind


@pytest.mark.parametrize("where", [("torget-window", "bar"), ("kompassen-desk", "panel")])
@pytest.mark.parametrize("slide", sorted(sample_feed().slides))
def test_each_part_of_a_slide_is_mirrored(screen_of, context_of, sample, where, slide):
    name, layout = where
    own = replace(sample.screens[name], layout=layout, **STILL)
    feed = replace(playing(sample, slide), screens={name: own}, notices={})
    live = live_sample(feed, TUESDAY)
    screen = screen_of(context_of(name, feed=feed, live=live))
    screen.picture()
    width, straight = screen.item("attract").width(), places(screen, "attract")
    screen = screen_of(context_of(name, feed=reading_from_the_right(feed), live=live))
    screen.picture()
    for (kind, (left, right, top)), (_, there) in zip(straight, places(screen, "attract"), strict=True):
        assert there == pytest.approx((width - right, width - left, top), abs=NEAR), kind
