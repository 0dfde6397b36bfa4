"""Anonymous counts of what happens in visits.

A happening has only a kind and a value, so that no two can be linked. `kiosk.usage` stores hourly totals.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kiosk.visitor.session import Page, Session


class Happening(NamedTuple):
    """One thing to count, such as `topic housing` or `face 4`."""

    kind: str
    value: str


def happenings(before: Session, after: Session) -> Iterator[Happening]:
    """Yield what to count when a session changes from `before` to `after`.

    A page counts when the visitor reaches it, not when they go back to it.
    """
    if after.page is Page.ATTRACT:
        return
    if before.page is Page.ATTRACT:
        yield Happening("visit", "begun")
    yield from (Happening("page", page) for page in _reached(before, after))
    if after.language and after.language != before.language and after.page is not Page.FAREWELL:
        yield Happening("language", after.language)
    if after.topic and after.topic != before.topic:
        yield Happening("topic", after.topic)
    if after.face and after.face != before.face:
        yield Happening("face", str(after.face))
    if after.answer and after.answer != before.answer:
        yield Happening("answer", f"{after.question}/{after.answer}")


def _reached(before: Session, after: Session) -> Iterator[str]:
    forward = list(Page).index(after.page) > list(Page).index(before.page)
    if after.page is not before.page and forward and after.page is not Page.FAREWELL:
        yield after.page.value
    if after.asides and after.shown is Page.PERSON and Page.PERSON not in before.asides:
        yield Page.PERSON.value
