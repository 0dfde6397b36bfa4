"""Recordings spoken by a machine: those that are out of date, and those that a person should replace."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.checks.check_subject import Subject
from kiosk.feed.message_catalog import tr
from kiosk.feed.misplaced_files import SETTINGS
from kiosk.feed.problems import Position, Problem, note, warning
from kiosk.feed.recording_names import is_draft, is_stale, language_texts, topic_texts


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each draft whose texts have changed since, and a note for every other draft."""
    for name, topic in subject.feed.topics.items():
        for code, file in topic.speech.items():
            position = subject.at("topics", name, "speech", code)
            yield from _problems(file, topic_texts(topic, code), position)
    for code, language in subject.feed.languages.items():
        if language.speech:
            position = subject.within(SETTINGS, "languages", code, "speech")
            yield from _problems(language.speech, language_texts(language), position)


def _problems(file: str, texts: str | None, position: Position) -> Iterator[Problem]:
    if is_stale(file, texts):
        message = tr("stale: the texts have changed since this was spoken; run `kiosk feed speak` again")
        yield warning(position, message)
    elif is_draft(file):
        yield note(position, tr("spoken by a machine; let a person who speaks the language read it"))
