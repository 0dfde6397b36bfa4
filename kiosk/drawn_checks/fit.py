"""Whether every text fits its place, as laid out by the real QML.

A text must not be cut off or elided, must lie within all the items that contain it, and must not run into
another text. Text that a visitor can scroll to is not measured against the window.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.drawn_checks.broken_words import broken_word
from kiosk.drawn_checks.finding import Fault, Finding
from kiosk.drawn_checks.items import SLACK_PX, area, box, is_scrolled_away, is_scroller, painted, texts, views
from kiosk.feed.message_catalog import short_value, tr
from kiosk.ui.scene import plain_words

MOST_COVERED = 0.5
"""The largest part of the screen that a notice may cover."""


def misfits(root: QQuickItem) -> Iterator[Finding]:
    """Yield a finding for each text below `root` that does not fit; at most one finding per text."""
    unscrolled = [(text, painted(text)) for text in texts(root) if not is_scrolled_away(text)]
    wrong = set()
    for index, (text, letters) in enumerate(unscrolled):
        detail = _cut(text) or _outside(text, letters, root)
        if detail:
            wrong.add(index)
            yield _finding(text, letters, detail)
    shown = [(text, _shown(text, letters)) for text, letters in unscrolled]
    for (first, (text, letters)), (second, (_, others)) in combinations(enumerate(shown), 2):
        if first not in wrong and second not in wrong and _meet(letters, others):
            wrong.add(second)
            yield _finding(text, letters.intersected(others), tr("runs into another text"))


def covers(notice: QQuickItem, screen: QQuickItem) -> Iterator[Finding]:
    """Yield a finding for a notice that covers too much of the slides."""
    share = notice.height() / screen.height()
    if share > MOST_COVERED:
        words = next((plain_words(text) for text in texts(notice)), "")
        detail = tr(
            "covers {share:.0%} of the slides; shorten it to less than {most:.0%}",
            share=share,
            most=MOST_COVERED,
        )
        yield Finding(Fault.FIT, detail, box(area(notice)), words)


def _shown(text: QQuickItem, letters: QRectF) -> QRectF:
    """Return the part of a text that is not scrolled away."""
    for view in views(text):
        letters = letters.intersected(view)
    return letters


def _finding(text: QQuickItem, letters: QRectF, detail: str) -> Finding:
    return Finding(Fault.FIT, detail, box(letters), plain_words(text))


def _cut(text: QQuickItem) -> str:
    if text.property("truncated"):
        return tr("is cut off")
    over = float(text.property("contentWidth")) - text.width()
    if over > SLACK_PX:
        return tr("is {over:.0f} px too wide", over=over)
    over = float(text.property("contentHeight")) - text.height()
    return tr("is {over:.0f} px too tall", over=over) if over > SLACK_PX else _broken(text)


def _broken(text: QQuickItem) -> str:
    """Return a message about a word that is broken where no break is allowed, or nothing."""
    word = broken_word(text)
    return tr("breaks {word} in two", word=short_value(word)) if word else ""


def _outside(text: QQuickItem, letters: QRectF, root: QQuickItem) -> str:
    """Return a message about how far the letters leave one of the items around them, or nothing."""
    around = text.parentItem()
    while around is not None:
        if is_scroller(around):
            return ""
        if around.width() > 0 and around.height() > 0:
            over = _beyond(letters, area(around))
            if over > SLACK_PX:
                return tr("runs {over:.0f} px over the edge of its place", over=over)
        if around == root:
            return ""
        around = around.parentItem()
    return ""


def _beyond(inner: QRectF, outer: QRectF) -> float:
    return max(
        outer.left() - inner.left(),
        inner.right() - outer.right(),
        outer.top() - inner.top(),
        inner.bottom() - outer.bottom(),
    )


def _meet(first: QRectF, second: QRectF) -> bool:
    """Return whether two texts overlap by more than the space that fonts leave above and below letters."""
    both = first.intersected(second)
    return both.width() > SLACK_PX and both.height() > 0.3 * min(first.height(), second.height())
