"""The feed: offices, screens, languages, topics, playlists and slides, as frozen data.

An object's id is the name of its file. A text is a map from language to text. Durations are in seconds,
lengths in millimetres, clock times in minutes after midnight in the feed's time zone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Annotated, Literal, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.feed.alert_rules import AlertRule, AlertTexts
from kiosk.feed.constraints import Deferred, Strict, after, limits
from kiosk.feed.localized_text import Language, Text
from kiosk.feed.maintenance_pin import PinHash
from kiosk.feed.message_catalog import tr
from kiosk.feed.office import Bookable, DayHours, DropIn, Office
from kiosk.feed.recurrence import Recurrence
from kiosk.feed.slides import Slide
from kiosk.feed.upgrade import Upgrade
from kiosk.feed.web_addresses import Host, MediaPath
from kiosk.feed.written_sizes import Millimetres, Size
from kiosk.feed.written_times import Day, Duration, TimeRange, WeeklyHours
from kiosk.feed.written_values import MAX_VALUE, Id, LanguageCode, raise_expected
from kiosk.frozen import frozen

__all__ = ["Bookable", "DayHours", "DropIn", "Office"]  # re-exported


_P = TypeVar("_P", "ReadyAnswer", "Question")


def _known_zone(name: str) -> str:
    if len(name) > MAX_VALUE:
        raise_expected(tr("a value of at most {count} characters", count=MAX_VALUE), name)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder of zones
        raise_expected(tr("a time zone such as 'Europe/Stockholm'"), name)
    return name


def _own_ids(parts: tuple[_P, ...]) -> tuple[_P, ...]:
    ids = [part.id for part in parts]
    twice = next((each for each in ids if ids.count(each) > 1), None)
    return raise_expected(tr("a different id for each"), twice) if twice else parts


def _at_least_a_minute(seconds: float) -> float:
    return seconds if seconds >= 60 else raise_expected(tr("at least '1 min'"), f"{seconds:g} s")  # noqa: PLR2004  # seconds in a minute


@frozen(kw_only=True)
class Topic(Strict):
    """What a visitor wants help with; `icon` is the name of one of the product's pictograms."""

    title: Text
    icon: Id
    summary: Text
    help: Annotated[tuple[Text, ...], limits(min_length=1, max_length=5)]
    bring: Annotated[tuple[Text, ...], limits(max_length=5)] = ()
    cost: Text | None = None
    takes: Duration | None = None
    """The usual length of a visit, in seconds."""

    speech: Mapping[LanguageCode, MediaPath] = field(default_factory=dict)
    """The topic read aloud by a person, for languages that no synthetic voice speaks."""

    drafts: tuple[LanguageCode, ...] = ()


@frozen(kw_only=True)
class Screen(Strict):
    """One display. `size` is its picture in millimetres, `resolution` in pixels, both as mounted."""

    office: Id
    size: Size
    resolution: Size
    touch: bool = False
    distance: Millimetres = 600.0
    """The viewing distance; text size is proportional to it."""

    bottom: Millimetres | None = None
    """The height of the lower edge of the picture above the floor; determines how high a hand must reach."""

    languages: Annotated[tuple[LanguageCode, ...], limits(min_length=1)]
    """The languages a visitor can choose, in this order."""

    slide_languages: tuple[LanguageCode, ...] = ()
    """The languages the slides rotate through; all of `languages` if empty."""

    topics: tuple[Id, ...] = ()
    """The topics its desk offers, in this order; all topics of the feed if empty."""

    tags: tuple[Id, ...] = ()
    layout: Literal["bar", "panel", "full"] = "bar"
    """What is beside the slides: a bar below them, a panel at their side, or nothing.

    A screen without touch shows a bar instead of a panel, which has no room for letters read from afar.
    """

    evening: TimeRange | None = None
    """The hours with darker colours, such as `16:00-07:00`; ignored while the time is not trusted."""

    motion: bool = True
    """Whether anything may move on it, if the feed allows it; otherwise nothing fades, slides or plays."""

    @property
    def turns(self) -> tuple[LanguageCode, ...]:
        """The languages of the slides, in order."""
        return self.slide_languages or self.languages


@frozen(kw_only=True)
class Screens(Strict):
    """Some screens, by id, office and tag."""

    screens: tuple[Id, ...] = ()
    offices: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()


@frozen(kw_only=True)
class Targets(Screens):
    """The screens that a playlist is for: those matched by each non-empty list, and not by `except`."""

    excluded: Screens = Screens()


@frozen(kw_only=True)
class When(Strict):
    """When a playlist applies: on which days, and in which hours that start on them; always if empty.

    The days are those of the recurrence between two dates, both included, with or without public holidays,
    minus those in `except`.
    """

    since: Day | None = None
    until: Day | None = None
    repeat: Recurrence | None = None
    """The recurrence, counted from `since`."""

    excluded: tuple[Day, ...] = ()
    holidays: Literal["only", "skip"] | None = None
    hours: tuple[WeeklyHours, ...] = ()

    def check(self) -> None:
        """Refuse dates and a recurrence that can never apply."""
        if self.repeat and not self.since:
            what = tr("'since' beside 'repeat': the day the recurrence counts from")
            raise_expected(what, None, key="repeat")
        if self.since and self.until and self.until < self.since:
            raise_expected(tr("'until' on the day of 'since' or later"), self.until, key="until")
        if self.repeat and self.since and not self._falls(self.repeat, self.since):
            what = tr("a recurrence that falls on a day from 'since' to 'until'")
            raise_expected(what, self.repeat, key="repeat")

    def _falls(self, repeat: Recurrence, since: date) -> bool:
        first = next(repeat.days(since), None)
        return first is not None and (self.until is None or first <= self.until)


@frozen(kw_only=True)
class Playlist(Strict):
    """An ordered list of slides, and when and where it applies; a takeover interrupts ordinary playlists."""

    slides: Annotated[tuple[Id, ...], limits(min_length=1)]
    where: Targets = Targets()
    when: When = When()
    priority: Annotated[int, limits(ge=0, le=100)] = 0
    share: Annotated[int | None, limits(ge=1, le=100)] = None
    """Its share of the time among playlists of equal priority; without shares they are shown in sequence."""

    takeover: bool = False


@frozen(kw_only=True)
class Notice(Strict):
    """A line of text shown over any slide while it applies, in each of the screen's languages in turn."""

    text: Text
    where: Targets = Targets()
    when: When = When()
    drafts: tuple[LanguageCode, ...] = ()


@frozen(kw_only=True)
class ReadyAnswer(Strict):
    """One of the answers to a question; answers are counted by `id`."""

    id: Id
    text: Text


@frozen(kw_only=True)
class Question(Strict):
    """Asked after a visitor has rated the visit; without dates, only while no question with dates applies."""

    id: Id
    text: Text
    answers: Annotated[tuple[ReadyAnswer, ...], limits(min_length=2, max_length=6), after(_own_ids)]
    where: Targets = Targets()
    when: When = When()


@frozen(kw_only=True)
class Media(Strict):
    """A media file of the feed, identified by the hash of its content."""

    sha256: Annotated[str, Deferred("Field", pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, limits(ge=0)]  # bytes


@frozen(kw_only=True)
class Rendition(Strict):
    """The pictures shown instead of a media file that screens cannot show; created when publishing."""

    resolution: Size | None = None
    """The resolution of the screens it was drawn for; None for all screens."""

    pages: Annotated[Mapping[int, MediaPath], limits(min_length=1)]
    """The pictures by page number, from 1; a picture has one page."""


@frozen(kw_only=True)
class Settings(Strict):
    """The contents of `feed.yaml` in a folder: the name, the languages and the settings of the whole feed."""

    name: Text
    timezone: Annotated[str, after(_known_zone)] = "Europe/Stockholm"
    languages: Annotated[Mapping[LanguageCode, Language], limits(min_length=1)]
    slots_valid_for: Annotated[Duration, after(_at_least_a_minute)] = 900.0
    """Seconds after which a list of free times expires."""

    idle_after: Duration = 60.0
    """Seconds without a touch before a visitor is asked whether they are still there."""

    maintenance_pin: PinHash | None = None
    """The hash of the maintenance page's PIN, as printed by `kiosk pin`; without it there is no such page."""

    motion: bool = True
    """Whether anything may move on the screens."""

    counts_kept_for: Duration = 400 * 86400.0
    """Seconds after which the anonymous counts of an hour are deleted from a screen."""

    web_hosts: tuple[Host, ...] = ()
    """The hosts that web slides may load content from; a device may allow fewer, or none."""

    alerts: Mapping[Id, AlertRule] = field(default_factory=dict)
    """Which alerts interrupt everything, by source on the machine that publishes live data."""

    alert_texts: AlertTexts = field(default_factory=AlertTexts)
    """The instructions to show, by kind of alert."""

    questions: Annotated[tuple[Question, ...], limits(max_length=50), after(_own_ids)] = ()
    """Questions asked after the rating; those that apply take turns."""

    live_hosts: tuple[Host, ...] = ()
    """The hosts that live data may mention; entries that mention other hosts are not shown."""

    upgrade: Upgrade | None = None
    """The version to which screens with `kiosk-setup --updates` may upgrade; without it they never do."""

    drafts: tuple[LanguageCode, ...] = ()


@frozen(kw_only=True)
class Feed(Settings):
    """Everything that admins write, as one value; published as one signed `feed.yaml`."""

    format: Literal[1]
    offices: Mapping[Id, Office]
    screens: Mapping[Id, Screen]
    topics: Mapping[Id, Topic]
    playlists: Mapping[Id, Playlist]
    slides: Mapping[Id, Slide]
    notices: Mapping[Id, Notice] = field(default_factory=dict)
    media: Mapping[MediaPath, Media] = field(default_factory=dict)
    renditions: Mapping[MediaPath, tuple[Rendition, ...]] = field(default_factory=dict)
    """Renditions by the path that slides use. A file without one is shown as it is."""

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of all clock times in the feed."""
        return ZoneInfo(self.timezone)

    def topics_on(self, screen_id: str) -> tuple[str, ...]:
        """Return the topics that a screen's desk offers, in its order."""
        return self.screens[screen_id].topics or tuple(self.topics)

    def chain(self, language: str) -> tuple[str, ...]:
        """Return the languages to try for a reader of `language`: itself, then its declared fallbacks."""
        known = self.languages.get(language)
        return (language, *(known.fallback if known else ()))
