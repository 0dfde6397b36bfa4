"""What is around the slides: notices, layouts, a turned screen, and stopping what moves."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QTransform

from kiosk.feed.models import Notice
from tests import feeds
from tests.ui.conftest import turn_until
from tests.ui.qrcodes import pixels
from tests.ui.slides.test_player import playing, quick, with_takeover
from tests.ui.walk import settle


def changed(feed, screen_id="torget-desk", **changes):
    """Return the feed with one of its screens changed."""
    screen = replace(feed.screens[screen_id], **changes)
    return replace(feed, screens={**feed.screens, screen_id: screen})


def noticed(feed, **changes):
    notice = feeds.valid(Notice, {"text": {"sv": "Hissen är trasig", "en": "The lift is broken"}, **changes})
    return replace(feed, notices={"lift": notice})


def test_a_notice_runs_over_any_slide_and_ends_on_time(screen_of, context_of, sample):
    feed = noticed(playing(sample, "welcome"), when={"until": "2026-11-24"})
    screen = screen_of(context_of(feed=feed))
    assert "Hissen är trasig" in screen.words()
    screen.time.pass_by(24 * 3600)
    turn_until(lambda: "Hissen är trasig" not in screen.words())


def test_a_notice_is_said_in_each_language_in_turn(screen_of, context_of, sample):
    screen = screen_of(context_of(feed=noticed(sample)))
    heard = set()
    for _ in range(60):
        screen.shell.notices._turn()
        heard.add((screen.shell.notices.language, screen.shell.notices.text))
    assert ("sv", "Hissen är trasig") in heard
    assert ("en", "The lift is broken") in heard


def test_a_notice_leaves_the_slide_behind_it_in_place(screen_of, context_of, sample):
    screen = screen_of(context_of("torget-window", feed=playing(sample, "welcome")))
    before = pixels(screen.picture())
    screen.shell.use(context_of("torget-window", feed=noticed(playing(sample, "welcome"))))
    after = pixels(screen.picture())
    assert not np.array_equal(before[:60], after[:60])
    assert np.array_equal(before[400:900], after[400:900])


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_layouts(screen_of, context_of, sample, where):
    stages = {}
    for layout in ("full", "bar", "panel"):
        screen = screen_of(context_of(where, feed=changed(playing(sample, "welcome"), where, layout=layout)))
        assert ("Tryck på skärmen" in screen.words()) is (layout != "full")
        (stage,) = [item for item in screen.items() if "Stage" in item.metaObject().className()]
        stages[layout] = stage.width() * stage.height()
        screen.touch("attract")
        assert screen.page == "language"
    assert stages["full"] > stages["bar"] > stages["panel"]


def test_a_screen_without_touch_shows_a_bar_in_place_of_a_panel(screen_of, context_of, sample):
    feed = changed(playing(sample, "welcome"), "torget-window", layout="panel")
    screen = screen_of(context_of("torget-window", feed=feed))
    assert screen.item("attract").property("barred")


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_screen_shows_the_same_and_is_touched_where_it_shows(screen_of, context_of, sample, degrees):
    context = context_of(feed=playing(sample, "picture-square"))
    upright = pixels(screen_of(context).picture())
    screen = screen_of(context, turned=degrees)
    turned_back = pixels(screen.picture().transformed(QTransform().rotate(-degrees)))
    assert turned_back.shape == upright.shape
    assert np.abs(turned_back[:900].astype(int) - upright[:900]).mean() < 3
    for name, page in (("attract", "language"), ("language-so", "topic"), ("topic-housing", "help")):
        screen.touch(name)
        assert screen.page == page


@pytest.mark.parametrize("slide", ["hours", "next-times"])
def test_a_table_keeps_its_place_while_its_window_is_resized(screen_of, context_of, sample, slide):
    """Qt warns of a binding loop if it does not, and a warning fails a test."""
    screen = screen_of(context_of(feed=playing(sample, slide)))
    for size in ((720, 405), (720, 1280), (1920, 1080)):
        screen.shell.window.resize(*size)
        settle()


def test_a_visitor_stops_the_slides_and_lets_them_go_on(screen_of, context_of, sample):
    screen = screen_of(context_of(feed=playing(quick(sample), "topic-housing", "topic-appeal")))
    screen.touch("pause")
    assert screen.page == "attract"
    player = screen.shell.player
    turn_until(lambda: not player._dwell.isActive())
    assert player.held
    screen.touch("pause")
    count = len(screen.shown)
    turn_until(lambda: len(screen.shown) > count + 1)


def test_stopped_slides_go_on_by_themselves_and_give_way_to_a_takeover(screen_of, context_of, sample):
    screen = screen_of(context_of(feed=playing(sample, "topic-housing", "topic-appeal")))
    player = screen.shell.player
    screen.touch("pause")
    player._hold.timeout.emit()
    assert not player.held
    assert player._dwell.isActive()
    screen.touch("pause")
    screen.shell.use(context_of(feed=with_takeover(playing(sample, "topic-housing"), "closed-today")))
    turn_until(lambda: screen.shown[-1][0] == "closed-today")
    assert not player.held


def fading(screen):
    """Return whether a slide is seen half."""
    views = [item for item in screen.items() if "SlideView" in item.metaObject().className()]
    return any(0 < view.opacity() < 1 for view in views)


@pytest.mark.parametrize("part", ["feed", "screen", "device", "none"])
def test_where_nothing_may_move_slides_change_at_once(screen_of, context_of, sample, part):
    feed = playing(quick(sample), "topic-housing", "topic-appeal")
    if part == "feed":
        feed = replace(feed, motion=False)
    if part == "screen":
        feed = changed(feed, motion=False)
    screen = screen_of(context_of(feed=feed, device_moves=part != "device"))
    seen = []
    screen.shell.window.afterAnimating.connect(lambda: seen.append(fading(screen)))
    turn_until(lambda: len(screen.shown) > 3)
    assert any(seen) is (part == "none")
