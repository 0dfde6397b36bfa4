"""Takeovers, notices and campaigns without an end: they stay on screens until somebody removes them."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.checks.check_subject import Subject
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import When
from kiosk.feed.problems import Problem, warning


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each takeover, notice and campaign without an end."""
    for name, playlist in subject.feed.playlists.items():
        if playlist.takeover and _endless(playlist.when):
            message = tr("this takeover has no end; give the last day in 'when', as in 'until: 2026-12-31'")
            yield warning(subject.at("playlists", name, "takeover", key=True), message)
    for name, notice in subject.feed.notices.items():
        if _endless(notice.when):
            message = tr("this notice has no end; give the last day in 'when', as in 'until: 2026-12-31'")
            yield warning(subject.at("notices", name, "text", key=True), message)
    for number, question in enumerate(subject.feed.questions):
        if question.when != When() and _endless(question.when):
            message = tr("this campaign has no end; give the last day in 'when', as in 'until: 2026-12-31'")
            yield warning(subject.within("feed.yaml", "questions", number, "when", key=True), message)


def _endless(when: When) -> bool:
    return when.until is None and not (when.repeat and when.repeat.ends)
