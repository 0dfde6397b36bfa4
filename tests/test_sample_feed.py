"""The sample feed: whole in thirteen languages, on long enough to read, and nobody's real address in it."""

import re
import unicodedata
from dataclasses import fields
from datetime import datetime

import pytest

from kiosk import resources
from kiosk.checks.all_checks import inspect
from kiosk.feed.constraints import Strict
from kiosk.feed.localized_text import SAME_FOR_ALL, Text
from kiosk.feed.problems import Severity
from kiosk.feed.serialization import write_feed
from kiosk.feed.slides import HoursSlide, TimesSlide, TopicSlide, media_of
from kiosk.publish.folder_source import check_folder
from kiosk.signage.schedule import showing
from kiosk.ui.bidi import isolated_parts
from tests import days

LANGUAGES = {"sv", "en", "ar", "so", "fa", "fa_AF", "ti", "ckb", "uk", "pl", "tr", "fi", "es"}
SECONDS_AT_LEAST, SECONDS_TO_NOTICE, SECONDS_A_CHARACTER = 8, 3, 0.12  # reading rates of IReST, 2012
LIST_SECONDS = 20  # hours and times are looked up, not read through
WHEN_CHARACTERS = 40  # a topic's slide ends with the next time to come
TITLE_CHARACTERS, TEXT_CHARACTERS = 35, 90  # what four metres and ten seconds allow


def checked_sample():
    icons = [path.stem for path in (resources.assets() / "icons").glob("*.svg")]
    return check_folder(resources.sample_feed(), icons)


@pytest.fixture(scope="module")
def feed():
    checked = checked_sample()
    assert checked.feed, "\n".join(map(str, checked.problems))
    return checked.feed


def texts_of(part):
    """Yield every `Text` anywhere inside a part of the feed."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, Strict):
        for each in fields(part):
            yield from texts_of(getattr(part, each.name))
    elif isinstance(part, dict):
        for item in part.values():
            yield from texts_of(item)
    elif isinstance(part, tuple):
        for item in part:
            yield from texts_of(item)


def words(feed, slide):
    """Return the texts that a slide shows out of the feed, the title first."""
    if isinstance(slide, TopicSlide):
        topic = feed.topics[slide.topic]
        return [topic.title, topic.summary]
    shown = (getattr(slide, name, None) for name in ("title", "text", "caption"))
    return [text for text in shown if text]


def lengths(feed, slide, language):
    return [len(text.in_first([language]).text) for text in words(feed, slide)]


def seconds_to_read(feed, slide, language):
    if isinstance(slide, HoursSlide | TimesSlide):
        return LIST_SECONDS
    characters = sum(lengths(feed, slide, language)) + WHEN_CHARACTERS * isinstance(slide, TopicSlide)
    return max(SECONDS_AT_LEAST, SECONDS_TO_NOTICE + SECONDS_A_CHARACTER * characters)


def test_no_problem():
    assert checked_sample().problems == ()


@pytest.mark.parametrize("day", [*days.DAYS.values(), "2027-11-28 12:00", "2028-12-24 12:00"])
def test_the_same_verdict_on_any_day(day):
    checked = checked_sample()
    now = datetime.fromisoformat(day).replace(tzinfo=checked.feed.zone)
    found = inspect(checked.feed, checked.documents, now)
    assert [each for each in found if each.severity is not Severity.NOTE] == []


def test_size(feed):
    assert len(feed.slides) >= 12
    assert {slide.kind for slide in feed.slides.values()} == {
        "welcome", "message", "text", "topic", "hours", "now", "times", "picture", "video", "pdf", "qr",
        "events", "news", "weather", "departures",
    }  # fmt: skip
    assert (len(feed.offices), len(feed.screens), len(feed.topics)) == (3, 4, 8)
    assert feed.languages.keys() == LANGUAGES


def test_every_text_in_every_language(feed):
    texts = list(texts_of(feed))
    assert len(texts) > 100
    partial = [text for text in texts if text.languages() not in (LANGUAGES, {SAME_FOR_ALL})]
    assert partial == []


def test_every_slide_can_be_read(feed):
    too_short = {
        f"{name} in {language}: {needed:.0f} s"
        for name, slide in feed.slides.items()
        for language in LANGUAGES
        if (needed := seconds_to_read(feed, slide, language)) > slide.dwell
    }
    assert too_short == set()


def test_every_slide_is_short(feed):
    for name, slide in feed.slides.items():
        for language in LANGUAGES:
            title, *rest = ([0] if slide.kind == "text" else []) + lengths(feed, slide, language) or [0]
            assert title <= TITLE_CHARACTERS or slide.kind == "picture", f"{name} in {language}"
            assert sum(rest) <= TEXT_CHARACTERS, f"{name} in {language}"


def test_all_is_used(feed):
    seen = {path for slide in feed.slides.values() for path in media_of(slide)}
    heard = {path for topic in feed.topics.values() for path in topic.speech.values()}
    assert set(feed.media) == seen | heard
    assert set(feed.slides) == {slide for playlist in feed.playlists.values() for slide in playlist.slides}
    assert set(feed.topics) == {s.topic for s in feed.slides.values() if isinstance(s, TopicSlide)}


def test_every_topic_has_times(feed):
    offered = {rule.topic for office in feed.offices.values() for rule in office.drop_in}
    rules = [rule for office in feed.offices.values() for rule in office.bookable]
    offered |= {topic for rule in rules for topic in rule.topics}
    assert offered == set(feed.topics)


def test_nothing_leads_to_a_real_person(feed):
    for office in feed.offices.values():
        assert re.fullmatch(r"08-465 004 \d\d", office.booking.phone)
        assert office.booking.email.endswith(".example")
    written = write_feed(feed).decode()
    assert set(re.findall(r"https?://([^/\"]+)", written)) == {"boka.infodisk.example"}
    numbers = re.findall(r"(?<![\d:-])0\d{1,3}-[\d ]{5,}", written)
    assert set(numbers) == {office.booking.phone for office in feed.offices.values()}


@pytest.mark.parametrize("language", ["ar", "fa", "fa_AF", "ckb"])
def test_arabic_script_reads_from_the_right(feed, language):
    """A text takes its direction from its first letter; numbers with spaces or dashes are isolated."""
    texts = [text.root[language] for text in texts_of(feed) if language in text.languages()]
    for each in texts:
        strong = (kind for kind in map(unicodedata.bidirectional, each) if kind in {"L", "R", "AL"})
        assert next(strong) == "AL", each
        outside = re.sub("\u2066[^\u2069]*\u2069", "", isolated_parts(each))
        assert not re.search(r"\d[ –-]+\d", outside), each


@pytest.mark.parametrize(
    ("moment", "screen", "slide", "shown"),
    [
        ("2026-12-01T12:00", "torget-window", "study-today", True),
        ("2026-12-01T16:00", "torget-window", "study-today", False),
        ("2026-12-02T12:00", "torget-window", "study-today", False),
        ("2026-12-24T12:00", "torget-desk", "christmas", True),
        ("2026-12-28T12:00", "torget-desk", "christmas", False),
        ("2029-12-10T00:00", "torget-desk", "christmas", True),
        ("2029-12-28T00:00", "torget-desk", "christmas", False),
        ("2026-12-24T12:00", "lyktan-desk", "residence", True),
        ("2026-12-24T12:00", "torget-desk", "residence", False),
        ("2026-12-01T12:00", "torget-desk", "touch", True),
        ("2026-12-01T12:00", "torget-window", "touch", False),
        ("2026-12-01T12:00", "torget-window", "book-by-phone", True),
    ],
)
def test_playlists(feed, moment, screen, slide, shown):
    on = showing(feed, screen, datetime.fromisoformat(moment).replace(tzinfo=feed.zone))
    assert not on.takeover
    assert (slide in on.slides) is shown


def test_planning_day_closes_the_square_only(feed):
    day = datetime(2030, 1, 17, 12, tzinfo=feed.zone)
    assert showing(feed, "torget-desk", day).slides == ("closed-today",)
    assert not showing(feed, "kompassen-desk", day).takeover
