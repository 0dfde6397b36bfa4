"""Pages in parts, with names of any length: every part holds something besides the title."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from kiosk.feed.localized_text import Text
from kiosk.ui.scene import visible_items
from tests import feeds
from tests.ui.audit import leaves
from tests.ui.sweep import open_leaves
from tests.ui.walk import go

LONG = "Medborgarkontoret Hässelby-Vällingby, huset vid torget"
NAMES = (
    "Torget",
    LONG,
    f"{LONG}, ingång från gården",
    f"{LONG}, ingång från gården, våning två, till höger om biblioteket",
    f"{LONG}, {LONG}, {LONG}",
)


def named(feed, screen, name):
    """Return the feed with this name, and a place as long, for the office of a screen."""
    office_id = feed.screens[screen].office
    text = feeds.valid(Text, name)
    office = replace(feed.offices[office_id], name=text, place=text)
    return replace(feed, offices={**feed.offices, office_id: office})


def rect(item):
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def held(screen):
    """Return the texts of the part that is open, and the code, which is on every part."""
    (view,) = open_leaves(screen)
    seen = [item for item in visible_items(view) if item.inherits("QQuickText") and item.property("text")]
    codes = [item for item in screen.items() if item.objectName() == "qr"]
    return [*codes, *(item for item in seen if not rect(item).intersected(rect(view)).isEmpty())]


EASES = ({}, {"toggleLower": 1}, {"largerText": 2}, {"largerText": 2, "toggleLower": 1})


@pytest.mark.parametrize("page", ["ticket", "days", "person", "help"])
@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_every_part_holds_something(screen_of, context_of, sample, where, page):
    screen = screen_of(context_of(where))
    for name in NAMES:
        screen.shell.use(context_of(where, feed=named(sample, where, name)))
        for language, ease in (("sv", EASES[0]), ("so", EASES[0]), *(("ar", each) for each in EASES)):
            go(screen, page, language, **ease)
            for part, _ in enumerate(leaves(screen), 1):
                assert [item for item in held(screen) if item.objectName() != "qr"], (
                    f"{name}, {language}, {ease}: nothing in part {part}"
                )


@pytest.mark.parametrize("ease", EASES)
@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_no_code_is_cut_in_two(screen_of, context_of, where, ease):
    screen = screen_of(context_of(where))
    go(screen, "ticket", "sv", **ease)
    whole = []
    for _ in leaves(screen):
        view = rect(screen.item("page-ticket"))
        whole += [view.contains(rect(item)) for item in held(screen) if item.objectName() == "qr"]
    assert all(whole)


@pytest.mark.parametrize("name", NAMES)
def test_the_first_part_of_a_ticket_has_the_code_and_the_time(screen_of, context_of, sample, name):
    screen = screen_of(context_of(feed=named(sample, "torget-desk", name)))
    for language in ("sv", "en", "ar", "so"):
        go(screen, "ticket", language)
        found = held(screen)
        assert "qr" in {item.objectName() for item in found}
        words = "\n".join(str(item.property("text")) for item in found)
        assert "12:30" in words or "\u200f12:30" in words
