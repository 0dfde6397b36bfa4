"""Alerts that would interrupt a screen without telling its readers what to do."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.checks.check_subject import Subject
from kiosk.feed.message_catalog import tr
from kiosk.feed.problems import Problem, warning


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning if alerts have no default instruction, or an instruction lacks a language."""
    feed = subject.feed
    if not feed.alerts:
        return
    if feed.alert_texts.other is None:
        message = tr("no 'other' in 'alert_texts': alerts of some kinds would have no instruction")
        yield warning(subject.within("feed.yaml", "alerts", key=True), message)
        return
    shown = {code for screen in feed.screens.values() for code in screen.turns}
    for kind in feed.alert_texts.kinds():
        text = getattr(feed.alert_texts, kind)
        known = set(text.root) if isinstance(text.root, dict) else shown
        for code in sorted(shown - known):
            message = tr(
                "no instruction in {language} for alerts of the kind '{kind}'", language=code, kind=kind
            )
            yield warning(subject.within("feed.yaml", "alert_texts", kind, key=True), message)
