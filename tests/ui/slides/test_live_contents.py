"""Live slides: fresh or not there, and gone within a look when they grow old."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.feed.alert_rules import AlertRule
from kiosk.feed.live_slides import (
    ClockSlide,
    CountdownSlide,
    DeparturesSlide,
    EventSlide,
    EventsSlide,
    NewsSlide,
    QueueSlide,
    WeatherSlide,
)
from kiosk.feed.localized_text import Text
from kiosk.feed.models import Playlist
from kiosk.feed.written_times import TimeRange
from kiosk.live.live_data import (
    Alert,
    AlertList,
    Departure,
    DepartureList,
    EventList,
    Forecast,
    ForecastHour,
    LiveData,
    LiveEvent,
    NewsItem,
    NewsList,
    QueueState,
    Serving,
)
from kiosk.ui.slides.live_contents import VANISHING, live_parts
from kiosk.ui.slides.slide_queue import SlideQueue
from tests.ui.conftest import TUESDAY, turn_until

QUEUE = QueueSlide(kind="queue", title=Text("Nu betjänas"), source="tickets")
EVENTS = EventsSlide(
    kind="events", title=Text("Händer"), sources=("library",), link="https://x.example/{?lang}"
)
WEATHER = WeatherSlide(kind="weather", title=Text("Vädret"), source="weather")
STOP = DeparturesSlide(kind="departures", title=Text("Torget"), source="stop")
NEWS = NewsSlide(kind="news", title=Text("Nyheter"), sources=("news",), link="https://x.example/{?lang}")
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def at(hours, title, **more):
    start = TUESDAY + timedelta(hours=hours)
    return LiveEvent(title=title, start=start, end=start + HOUR, **more)


LIVE = LiveData(
    generated_at=TUESDAY,
    events={
        "library": EventList(
            as_of=TUESDAY,
            events=(at(-0.5, "Nu"), at(3, "Sen", place="Studion"), at(24, "I morgon"), at(72, "Fredag")),
        )
    },
    queues={
        "tickets": QueueState(
            as_of=TUESDAY,
            serving=(Serving(number="A 2", desk="Lucka 1"), Serving(number="A 1")),
            waiting=6,
            wait_minutes=12,
        )
    },
    weather={
        "weather": Forecast(
            as_of=TUESDAY,
            credit="SMHI",
            hours=tuple(
                ForecastHour(time=TUESDAY + HOUR * step, temperature=-2.4 + step, sky="snow")
                for step in range(30)
            ),
        )
    },
    news={
        "news": NewsList(
            as_of=TUESDAY,
            items=(
                NewsItem(title="Hej", line="En rad", language="sv", time=TUESDAY - HOUR),
                NewsItem(title="Hello", language="en", time=TUESDAY - 2 * HOUR),
            ),
        )
    },
    departures={
        "stop": DepartureList(
            as_of=TUESDAY,
            departures=(
                Departure(line="117", destination="Spånga", time=TUESDAY + 1.5 * MINUTE),
                Departure(line="118", destination="Vällingby", time=TUESDAY + 12 * MINUTE),
                Departure(line="117", destination="Spånga", time=TUESDAY + 45 * MINUTE),
            ),
        )
    },
)


def plain(text):
    return text.translate({0x2066: None, 0x2068: None, 0x2069: None, 0xA0: " "})


def test_events_by_day_with_the_one_that_is_on(context_of):
    parts = live_parts(EVENTS, context_of(live=LIVE), "en", TUESDAY)
    rows = [(plain(row.group), plain(row.label), row.emphasis) for row in parts["rows"]]
    assert rows[:3] == [("Today", "Nu", True), ("", "Sen · Studion", False), ("Tomorrow", "I morgon", False)]
    assert rows[3][0].startswith("Friday")
    assert plain(parts["body"]).startswith("Updated ")
    assert not parts["qr"].isEmpty()


def test_queue(context_of):
    parts = live_parts(QUEUE, context_of(live=LIVE), "en", TUESDAY)
    assert (plain(parts["figure"]), plain(parts["state"])) == ("A 2", "Lucka 1")
    assert [plain(row.label) for row in parts["rows"]] == ["A 1"]
    assert plain(parts["body"]) == "Waiting time: 12 min\nPeople waiting: 6"
    assert "12\u2069\u00a0min" in parts["body"]  # which no line parts


@pytest.mark.parametrize("slide", [QUEUE, EVENTS, NEWS, WEATHER, STOP], ids=lambda slide: slide.kind)
def test_nothing_is_shown_without_data_when_stale_or_without_the_time(context_of, slide):
    late = TUESDAY + timedelta(seconds=slide.valid_for + 1)
    assert live_parts(slide, context_of(), "sv", TUESDAY) is None
    assert live_parts(slide, context_of(live=LIVE), "sv", late) is None
    assert live_parts(slide, context_of(live=LIVE), "sv", None) is None
    assert live_parts(slide, context_of(live=LIVE), "sv", late - timedelta(seconds=2)) is not None


def test_news_in_the_language_of_the_reader(context_of):
    context = context_of(live=LIVE)
    swedish, english = (live_parts(NEWS, context, language, TUESDAY) for language in ("sv", "en"))
    assert [(plain(row.label), plain(row.detail)) for row in swedish["rows"]] == [("Hej", "En rad")]
    assert [(plain(row.label), plain(row.detail)) for row in english["rows"]] == [("Hello", "")]
    assert plain(english["body"]).startswith("Updated ")
    assert not english["qr"].isEmpty()


def test_weather_now_and_later_names_its_source(context_of):
    parts = live_parts(WEATHER, context_of(live=LIVE), "en", TUESDAY)
    assert (parts["icon"], plain(parts["figure"])) == ("sky-snow", "\u22122°")
    assert [plain(row.detail) for row in parts["rows"]] == ["1°", "4°", "10°", "22°"]
    assert plain(parts["updated"]).endswith("SMHI")


def warning(**more):
    return Alert(
        identifier="1",
        sender="smhi.se",
        kind="weather",
        start=TUESDAY,
        end=TUESDAY + HOUR,
        headline="Gul varning från SMHI: Snöfall",
        offices=("torget",),
        **({"severity": "moderate", "certainty": "likely"} | more),
    )


@pytest.fixture
def weather_of(context_of, sample):
    """Return the queue of a screen that shows the weather, while there is a warning."""

    def make(alert):
        feed = replace(
            sample,
            alerts={"smhi": AlertRule(senders=("smhi.se",), exercises=True, valid_for=600.0)},
            slides={"w": WEATHER, "welcome": sample.slides["welcome"]},
            playlists={"all": Playlist(slides=("w",))},
        )
        live = replace(LIVE, alerts={"smhi": AlertList(as_of=TUESDAY, alerts=(alert,))})
        found = SlideQueue(context_of(feed=feed, live=live))
        found.look(TUESDAY)
        return found

    return make


def test_a_yellow_warning_is_told_after_the_weather(weather_of):
    queue = weather_of(warning())
    pages = [queue.next_content(TUESDAY) for _ in range(2)]
    assert [page.kind for page in pages] == ["weather", "warning"]
    assert (pages[1].title, plain(pages[1].body)) == ("Varning", "Gul varning från SMHI: Snöfall")
    assert queue.content_now(pages[1], queue.turn, TUESDAY) == pages[1]
    for later in (TUESDAY + HOUR, TUESDAY + timedelta(seconds=601), None):
        assert queue.content_now(pages[1], queue.turn, later).body == ""


@pytest.mark.parametrize(
    "more",
    [
        {"severity": "minor"},
        {"severity": None},
        {"exercise": True},
        {"sender": "thief@evil.example"},
        {"offices": ("shis",)},
        {"kind": "fire"},
        {"start": TUESDAY + HOUR / 2},
    ],
)
def test_no_warning_but_one_of_the_weather_here_and_now_is_told_after_it(weather_of, more):
    queue = weather_of(replace(warning(), **more))
    assert [queue.next_content(TUESDAY).kind for _ in range(2)] == ["weather", "weather"]


def test_an_orange_warning_interrupts(weather_of):
    queue = weather_of(warning(severity="severe"))
    assert {queue.next_content(TUESDAY).kind for _ in range(3)} == {"alert"}


def test_minutes_count_down_between_the_readings(context_of):
    context, leaves = context_of(live=LIVE), []
    for seconds in (0, 60, 100, 119):
        parts = live_parts(STOP, context, "en", TUESDAY + timedelta(seconds=seconds))
        leaves.append([plain(row.detail) for row in parts["rows"]][:2])
    assert leaves == [["1 min", "12 min"], ["Now", "11 min"], ["Now", "10 min"], ["Now", "10 min"]]
    assert ":" in plain(live_parts(STOP, context, "en", TUESDAY)["rows"][2].detail)
    assert live_parts(replace(STOP, lines=("9",)), context, "en", TUESDAY) is None


def test_minutes_are_right_though_the_clock_is_late(context_of):
    context = context_of(live=LIVE, live_instant=lambda now: now + timedelta(seconds=60))
    parts = live_parts(STOP, context, "en", TUESDAY)
    assert [plain(row.detail) for row in parts["rows"]][:2] == ["Now", "11 min"]


def test_age_is_judged_by_the_clock_that_never_goes_back(context_of):
    late = TUESDAY + timedelta(minutes=3)
    context = context_of(live=LIVE, live_instant=lambda _now: late)
    assert live_parts(QUEUE, context, "sv", TUESDAY) is None


def test_clock_and_countdown(context_of):
    context = context_of()
    assert plain(live_parts(ClockSlide(kind="clock"), context, "en", TUESDAY)["figure"]).count(":") == 1
    assert live_parts(ClockSlide(kind="clock"), context, "en", None) is None
    today = context.today(TUESDAY)
    figures = []
    for days in (12, 0, -1):
        slide = CountdownSlide(kind="countdown", title=Text("Till jul"), to=today + timedelta(days=days))
        parts = live_parts(slide, context, "en", TUESDAY)
        figures.append(plain(parts["figure"]) if parts else None)
    assert figures == ["12", "Today", None]


@pytest.mark.parametrize(
    ("days", "hours", "plain_day"),
    [
        (0, None, "Today"),
        (0, TimeRange(13 * 60, 15 * 60), "Today"),
        (1, None, "Tomorrow"),
        (2, None, "Thursday"),
        (-1, None, None),
        (0, TimeRange(7 * 60, 9 * 60), None),  # over
        (0, TimeRange(22 * 60, 2 * 60), "Today"),  # past midnight
        (-1, TimeRange(22 * 60, 11 * 60), "Monday"),  # since yesterday
        (-1, TimeRange(22 * 60, 10 * 60), None),
    ],
)
def test_an_event_until_it_is_over(context_of, days, hours, plain_day):
    context = context_of()
    day = context.today(TUESDAY) + timedelta(days=days)
    slide = EventSlide(kind="event", title=Text("Öppet hus"), day=day, hours=hours, place=Text("Salen"))
    parts = live_parts(slide, context, "en", TUESDAY)
    assert (parts and parts["day"]) == plain_day
    if parts:
        assert (plain(parts["figure"]), parts["state"]) == (str(day.day), "November")
        assert parts["footnote"] == "Salen"
    assert live_parts(slide, context, "en", None) is None


@pytest.fixture
def queue(context_of, sample):
    feed = replace(
        sample,
        slides={"q": QUEUE, "welcome": sample.slides["welcome"]},
        playlists={"all": Playlist(slides=("q", "welcome"))},
    )
    found = SlideQueue(context_of(feed=feed, live=LIVE))
    found.look(TUESDAY)
    return found


def test_slide_that_grows_old_gives_way_at_once_and_says_nothing_meanwhile(queue):
    content = queue.next_content(TUESDAY)
    assert (content.kind, content.kind in VANISHING) == ("queue", True)
    just = TUESDAY + timedelta(seconds=120)
    late = just + timedelta(seconds=1)
    assert not queue.look(just)
    assert queue.content_now(content, queue.turn, just).figure
    assert queue.look(late)
    emptied = queue.content_now(content, queue.turn, late)
    assert (emptied.figure, emptied.body, len(emptied.rows), emptied.updated) == ("", "", 0, "")
    assert queue.next_content(late).kind == "welcome"


def test_new_data_are_seen_on_the_slide_that_is_on(queue):
    content = queue.next_content(TUESDAY)
    later = TUESDAY + timedelta(seconds=200)
    state = replace(LIVE.queues["tickets"], as_of=later, waiting=1)
    queue.use(replace(queue.context, live=replace(LIVE, queues={"tickets": state})))
    assert not queue.look(later)
    assert "1" in queue.content_now(content, queue.turn, later).body


def test_slide_behind_the_desk_says_nothing_once_it_is_old(screen_of, queue):
    screen = screen_of(queue.context)
    player = screen.shell.player
    card = player.card
    assert card.value.figure
    player.pause()
    screen.time.now += timedelta(seconds=121)
    turn_until(lambda: card.value.figure == "")
    assert player.card is card
