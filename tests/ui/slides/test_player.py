"""The slides on the real stage: in order, without a gap, and past what cannot be drawn."""

from dataclasses import replace

from PySide6.QtCore import QTimer

from kiosk.feed.localized_text import Text
from kiosk.feed.models import When
from kiosk.ui.slides import slide_queue
from tests import feeds
from tests.ui.conftest import turn_until
from tests.ui.qrcodes import pixels


def quick(feed, **changes):
    """Return the feed with slides that stay for a moment only."""
    slides = {name: replace(slide, dwell=0.02) for name, slide in feed.slides.items()}
    return replace(feed, slides=slides, **changes)


def playing(feed, *slides, **changes):
    """Return the feed with one playlist of these slides."""
    first = next(iter(feed.playlists.values()))
    always = replace(first, slides=slides, where=type(first.where)(), when=type(first.when)(), **changes)
    return replace(feed, playlists={"only": always})


def test_before_any_feed_a_page_says_that_it_is_on_its_way(screen_of):
    screen = screen_of()
    assert "Informationen hämtas" in screen.words()


def test_slides_follow_each_other_in_each_language(screen_of, context_of, sample):
    feed = playing(quick(sample), "topic-housing", "topic-appeal", "topic-work")
    screen = screen_of(context_of(feed=feed))
    turn_until(lambda: len(screen.shown) >= 5)
    assert [slide for slide, _ in screen.shown[:4]] == [
        "topic-housing",
        "topic-appeal",
        "topic-work",
        "topic-housing",
    ]
    assert {language for _, language in screen.shown[:5]} == {"sv", "en", "ar", "so"}


def test_the_old_slide_stays_opaque_below_until_the_new_one_is_whole(screen_of, context_of, sample):
    """A cross-fade of two equal slides changes nothing that is seen: brightness dips by no 2 %."""
    feed = playing(quick(sample), "picture-square", "picture-square")
    bare = replace(feed.slides["picture-square"], caption=None)
    feed = replace(feed, slides={**feed.slides, "picture-square": bare})
    screen = screen_of(context_of("torget-window", feed=feed))
    grabs = []
    look = QTimer(interval=25)
    look.timeout.connect(lambda: grabs.append(pixels(screen.picture())[:900].mean()))
    look.start()
    turn_until(lambda: len(screen.shown) >= 4 and len(grabs) > 10)
    look.stop()
    assert max(grabs) - min(grabs) < 0.02 * max(grabs)


def test_a_slide_that_cannot_be_drawn_is_set_aside_after_three_tries(
    screen_of, context_of, sample, tmp_path, caplog
):
    def media(path):
        return tmp_path / "missing" if "square-wide" in path else screen_media(path)

    screen_media = context_of().media
    feed = playing(quick(sample), "topic-housing", "picture-square")
    screen = screen_of(context_of(feed=feed, media=media))
    aside = []
    screen.shell.player.slideSetAside.connect(aside.append)
    turn_until(lambda: aside)
    turn_until(lambda: len(screen.shown) > 8)
    assert aside == ["picture-square"]
    assert {slide for slide, _ in screen.shown} == {"topic-housing"}
    assert "cannot be drawn" in caplog.text
    caplog.clear()


def test_when_nothing_can_be_drawn_the_opening_hours_stay(screen_of, context_of, sample):
    feed = replace(sample, playlists={})
    context = context_of(feed=feed)
    screen = screen_of()
    screen.shell.use(context)
    turn_until(lambda: "Öppettider" in screen.words())


def with_takeover(feed, slide, **changes):
    """Return the feed with a takeover of one slide, always or `when` it says."""
    first = next(iter(feed.playlists.values()))
    alarm = replace(first, slides=(slide,), where=type(first.where)(), takeover=True, **changes)
    return replace(feed, playlists={**feed.playlists, "alarm": alarm})


def from_to(first, last):
    return feeds.valid(When, {"since": first, "until": last})


def test_a_takeover_does_not_wait_for_its_turn_and_ends_on_time(screen_of, context_of, sample):
    feed = with_takeover(playing(sample, "welcome"), "closed-today", when=from_to("2026-11-25", "2026-11-25"))
    screen = screen_of(context_of(feed=feed))
    screen.time.pass_by(24 * 3600)
    turn_until(lambda: screen.shown[-1][0] == "closed-today")
    screen.time.pass_by(24 * 3600)
    turn_until(lambda: screen.shown[-1][0] == "welcome")


def titled(feed, slide, title):
    """Return the feed with another title on one of its slides."""
    changed = replace(feed.slides[slide], title=feeds.valid(Text, title))
    return replace(feed, slides={**feed.slides, slide: changed})


def test_what_a_takeover_withdraws_or_rewrites_leaves_at_once(screen_of, context_of, sample):
    plain = playing(sample, "welcome")
    alarm = with_takeover(plain, "closed-today")
    screen = screen_of(context_of(feed=alarm))
    for feed, shown in (
        (titled(alarm, "closed-today", "Öppet igen"), "Öppet igen"),
        (with_takeover(plain, "touch"), sample.slides["touch"].title.in_first(("sv",)).text),
        (with_takeover(plain, "closed-today"), "Stängt i dag"),
        (plain, "Välkommen!"),
    ):
        screen.shell.player._dwell.stop()  # no dwell ends in this test
        screen.shell.use(context_of(feed=feed))
        words = feed.slides[screen.shell.player._queue.turn.slide].title
        assert shown in {words.in_first((code,)).text for code in ("sv", "en", "ar", "so")}


def test_a_takeover_that_stays_as_it_is_goes_on_undisturbed(screen_of, context_of, sample):
    alarm = with_takeover(playing(sample, "welcome"), "closed-today")
    screen = screen_of(context_of(feed=alarm))
    card = screen.shell.player.card
    screen.shell.use(context_of(feed=titled(alarm, "welcome", "Hej")))
    assert screen.shell.player.card is card


def test_a_clock_that_is_not_trusted_shows_what_is_undated(screen_of, context_of, sample):
    feed = with_takeover(playing(sample, "welcome"), "closed-today", when=from_to("2026-11-24", "2026-11-24"))
    believed = []
    screen = screen_of(context_of(feed=feed), trusted=lambda: bool(believed))
    assert screen.shown == [("welcome", "sv")]
    believed.append(True)
    turn_until(lambda: screen.shown[-1][0] == "closed-today")


def test_an_edited_feed_waits_for_the_next_slide(screen_of, context_of, sample):
    screen = screen_of(context_of(feed=playing(sample, "welcome", "topic-work")))
    card = screen.shell.player.card
    screen.shell.use(context_of(feed=playing(sample, "welcome", "topic-housing")))
    assert screen.shell.player.card is card
    screen.shell.player.advance()
    turn_until(lambda: screen.shown[-1][0] == "topic-housing")


def test_a_slide_that_waits_to_be_drawn_gives_way_to_the_next(screen_of, context_of, sample):
    screen = screen_of(context_of(feed=playing(sample, "welcome", "picture-square", "topic-work")))
    screen.shell.player.advance()
    screen.shell.player.advance()  # the picture is still being decoded
    turn_until(lambda: len(screen.shown) > 1)
    assert [slide for slide, _ in screen.shown] == ["welcome", "topic-work"]


def test_a_slide_that_cannot_be_worded_stops_no_other(screen_of, context_of, sample, monkeypatch, caplog):
    whole = slide_queue.slide_contents

    def stumble(slide, *rest):
        if slide is feed.slides["topic-appeal"]:
            raise KeyError("nobody thought of this")
        return whole(slide, *rest)

    monkeypatch.setattr(slide_queue, "slide_contents", stumble)
    feed = playing(quick(sample), "topic-appeal", "topic-housing", "topic-work")
    screen, aside = screen_of(context_of(feed=feed)), []
    screen.shell.player.slideSetAside.connect(aside.append)
    turn_until(lambda: len(screen.shown) >= 8 and aside)
    assert {slide for slide, _ in screen.shown} == {"topic-housing", "topic-work"}
    assert aside == ["topic-appeal"]
    assert "cannot create the content of a slide" in caplog.text
    caplog.clear()


def test_a_dwell_of_years_is_waited_for_as_long_as_a_timer_can(screen_of, context_of, sample, caplog):
    slides = {name: replace(slide, dwell=9 * 366 * 86400.0) for name, slide in sample.slides.items()}
    screen = screen_of(context_of(feed=playing(replace(sample, slides=slides), "topic-housing")))
    assert screen.shown
    assert not caplog.text


def test_a_slide_whose_file_is_mended_is_shown_again(screen_of, context_of, sample, tmp_path, caplog):
    feed = playing(quick(sample), "topic-housing", "picture-square")
    whole = context_of(feed=feed)
    lost = feed.slides["picture-square"].picture
    damaged = replace(
        whole, media=lambda path: tmp_path / "lost" if path.startswith(lost) else whole.media(path)
    )
    screen, aside = screen_of(damaged), []
    screen.shell.player.slideSetAside.connect(aside.append)
    turn_until(lambda: aside)
    screen.shell.use(whole)
    turn_until(lambda: "picture-square" in {slide for slide, _ in screen.shown})
    caplog.clear()
