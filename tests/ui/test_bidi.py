"""Numbers and addresses inside text that runs from right to left keep their order, on screen and on paper."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextLayout

from kiosk.feed.localized_text import Text
from kiosk.ui.bidi import isolated_parts
from kiosk.ui.desk.ticket_image import Words
from kiosk.ui.scene import plain_words
from kiosk.ui.slides.slide_contents import slide_contents
from tests import feeds
from tests.ui.slides.test_player import playing
from tests.ui.walk import go

ARABIC = "اتصل"

KEPT = (
    "08-465 004 00",
    "+46 8 465 004 00",
    "(08) 465 004 00",
    "2026-12-24",
    "24/12 2026",
    "10:00–16:00",
    "10-12",
    "1,5",
    "torget@infodisk.example",
    "torget+tider@kontoret.infodisk.example",
    "https://infodisk.example/boka/?tid=2026-12-24",
    "www.infodisk.example",
    "Hässelby torg 10 B",
    "10 Downing Street",
    "SFI C",
    "08 – 465 004 00",
    "13:00 – 15:00",
    "C++",
    "kl. 10.30",
    "St. Eriksgatan 5",
    "Läs mer. Boka tid! Välkommen",
    "5 km",
)


@pytest.mark.parametrize("value", KEPT)
@pytest.mark.parametrize(
    "form", ["{} {}", "{1} {0}", "{} ({}) {}", "{}: {}.", "{}، {}، {}", "{}\n{}", "{}{}"]
)
def test_it_is_isolated_wherever_it_stands(value, form):
    text = form.format(ARABIC, value, ARABIC)
    assert f"\u2066{value}\u2069" in isolated_parts(text)
    assert isolated_parts(text).replace("\u2066", "").replace("\u2069", "") == text


@pytest.mark.parametrize("value", ["-5 °C", "-5°", "\u22125 °C"])
@pytest.mark.parametrize("form", ["{} {}", "{1} {0}", "{} ({}) {}", "{}، {}، {}"])
def test_a_minus_stays_before_its_number(value, form):
    assert f"\u2066{value}\u2069" in isolated_parts(form.format(ARABIC, value, ARABIC))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ring 08-465 004 00 i dag, 10-12.",
        "اتصل بنا اليوم.",
        "الطابق 5",
        "50 %",
        "اتصل \u206608-465 004 00\u2069",
        "١٢-٣٤",
        "ال-5",
    ],
)
def test_what_needs_nothing_stays_as_it_is(text):
    assert isolated_parts(text) == text


def test_two_times_are_read_one_after_the_other():
    found = isolated_parts("اتصل 10:00، 12:00. Hässelby torg 10 · 08-465 004 00")
    assert found.count("\u2066") == 4


def order(qapp, text):
    """Return the figures of a line from left to right, as Qt draws them."""
    layout = QTextLayout(text, qapp.font())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    wanted = QTextLayout.GlyphRunRetrievalFlag
    runs = line.glyphRuns(-1, -1, wanted.RetrieveStringIndexes | wanted.RetrieveGlyphPositions)
    places = [
        (position.x(), text[index])
        for run in runs
        for position, index in zip(run.positions(), run.stringIndexes(), strict=True)
    ]
    return "".join(sign for _, sign in sorted(places) if sign.isdigit())


@pytest.mark.parametrize("number", ["08-465 004 00", "2026-12-24", "10-12"])
def test_qt_draws_it_in_its_order(qapp, number):
    digits = "".join(sign for sign in number if sign.isdigit())
    text = f"{ARABIC} {number} {ARABIC}"
    assert order(qapp, isolated_parts(text)) == digits
    assert order(qapp, text) != digits


def with_number(feed):
    """Return the feed with a number in each Arabic text that the tests below show."""
    both = feeds.valid(Text, {"sv": "Ring 08-465 004 00", "ar": "اتصل 08-465 004 00 الآن"})
    topic = replace(
        feed.topics["housing"],
        title=both,
        summary=both,
        help=(both,),
        bring=(both,),
        cost=both,
    )
    office = replace(feed.offices["torget"], name=both, address=both, place=both)
    slide = replace(feed.slides["closed-today"], title=both, text=both)
    return replace(
        feed,
        topics={**feed.topics, "housing": topic},
        offices={**feed.offices, "torget": office},
        slides={**feed.slides, "closed-today": slide},
    )


BARE, KEPT_NUMBER = "اتصل 08-465 004 00", "اتصل \u206608-465 004 00\u2069"


@pytest.mark.parametrize("page", ["topic", "help", "days", "ticket", "person"])
def test_every_page_and_the_paper_isolate_it(screen_of, context_of, sample, page):
    screen = screen_of(context_of(feed=with_number(sample)))
    go(screen, page, "ar")
    assert KEPT_NUMBER in screen.words()
    assert BARE not in screen.words()
    slip = "\n".join(part.text for part in screen.desk.printed_parts() if isinstance(part, Words))
    assert BARE not in slip
    assert (KEPT_NUMBER in slip) is (page == "ticket")


def test_slides_and_the_bar_isolate_it(qapp, screen_of, context_of, sample):
    feed = with_number(sample)
    for name in ("closed-today", "topic-housing", "hours"):
        for content in slide_contents(feed.slides[name], context_of(feed=feed), "ar", None):
            words = f"{content.title}\n{content.body}".replace("\u00a0", " ")
            assert KEPT_NUMBER in words
            assert BARE not in words
    screen = screen_of(context_of("torget-window", feed=playing(feed, "welcome")))
    for _ in feed.languages:
        screen.shell.bar._turn()
        assert BARE not in screen.shell.bar.property("invitation")


def test_it_is_read_aloud_without_marks(screen_of, context_of, sample):
    screen = screen_of(context_of(feed=with_number(sample)))
    go(screen, "person", "ar")
    read = "\n".join(plain_words(item) for item in screen.items() if item.inherits("QQuickText"))
    assert "08-465 004 00" in read
    assert "\u2066" not in read
