"""The names of offices, topics and languages in a report: those in the feed, or their ids without a feed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from kiosk.feed.localized_text import Text
from kiosk.feed.message_catalog import in_language, tr
from kiosk.feed.models import Feed, Question, When
from kiosk.frozen import frozen
from kiosk.usage.released_figures import Days

_LANGUAGES = {
    "sv": tr("Swedish"),
    "en": tr("English"),
    "ar": tr("Arabic"),
    "so": tr("Somali"),
    "fa": tr("Persian"),
    "fa_AF": tr("Dari"),
    "ti": tr("Tigrinya"),
    "ckb": tr("Sorani"),
    "uk": tr("Ukrainian"),
    "pl": tr("Polish"),
    "tr": tr("Turkish"),
    "fi": tr("Finnish"),
    "es": tr("Spanish"),
}
"""The languages of the product; a feed may have others, with their own names."""


@frozen
class AskedQuestion:
    """A second question: its text and answers and, for a campaign, its first and last day."""

    id: str
    text: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    is_campaign: bool = False

    def is_asked_in(self, period: Days) -> bool:
        """Return whether it may have been asked on any of these days; false for one no longer in the feed."""
        begins, ends = self.first or period.first, self.last or period.last
        return bool(self.text) and begins <= period.last and period.first <= ends


@frozen
class ReportNames:
    """Names by id, and the office of each screen; an id without a name stands for itself."""

    offices: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    office_of: Mapping[str, str] = field(default_factory=dict)
    questions: tuple[AskedQuestion, ...] = ()

    def place_of(self, screen: str) -> str:
        """Return the name of a screen's office, or the screen if its office is not known."""
        office = self.office_of.get(screen, screen)
        return self.offices.get(office, office)

    def name(self, kind: str, value: str) -> str:
        """Return the name of a topic, a language or an answer, else the value itself."""
        names = {"language": self.languages, "topic": self.topics, "none free": self.topics}
        if kind == "answer":
            question, _, answer = value.partition("/")
            known = next((each for each in self.questions if each.id == question), AskedQuestion(question))
            return f"{known.text or question}: {known.answers.get(answer, answer)}"
        return names.get(kind, {}).get(value, value)


def names_of(feed: Feed, language: str) -> ReportNames:
    """Return the names of a feed in one of its languages."""
    others = {code: each.name for code, each in feed.languages.items() if code not in _LANGUAGES}
    return ReportNames(
        offices={name: _text(each.name, language) for name, each in feed.offices.items()},
        topics={name: _text(each.title, language) for name, each in feed.topics.items()},
        languages=language_names(language) | others,
        office_of={name: each.office for name, each in feed.screens.items()},
        questions=tuple(_question(each, language) for each in feed.questions),
    )


def _question(question: Question, language: str) -> AskedQuestion:
    when = question.when
    return AskedQuestion(
        id=question.id,
        text=_text(question.text, language),
        answers={each.id: _text(each.text, language) for each in question.answers},
        first=when.since,
        last=when.until,
        is_campaign=when != When(),
    )


def language_names(language: str) -> dict[str, str]:
    """Return the names of the product's languages, in `language`."""
    return {code: in_language(name, language) for code, name in _LANGUAGES.items()}


def _text(text: Text, language: str) -> str:
    if isinstance(text.root, str):
        return text.root
    return text.root.get(language) or text.root.get("sv") or next(iter(text.root.values()))
