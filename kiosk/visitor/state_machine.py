"""The visitor's session in time: one event, one answer.

Time is passed in as seconds of a clock that only goes forward. An event that would turn the page again before
it can have been seen changes nothing: the second of two quick touches, another finger of a palm.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.frozen import frozen
from kiosk.visitor.counts import Happening, happenings
from kiosk.visitor.events import Event, Home, Stay, Tick
from kiosk.visitor.session import Page, Session, SessionLimits
from kiosk.visitor.transitions import started_over, transformed


@frozen
class Transition:
    """What came of one event."""

    before: Session
    session: Session
    """The session now; the same object as `before` if the event changed nothing."""

    deadline_s: float | None
    """When a `Tick` is due, in seconds of the clock that was passed in; None while no one is here."""

    happened: tuple[Happening, ...] = ()
    """What is to be counted."""

    @property
    def changed(self) -> bool:
        """Whether anything is different that a visitor sees."""
        return self.session != replace(self.before, last_touch=self.session.last_touch)

    @property
    def reached(self) -> Page | None:
        """The page that the session has turned to; None if it is still the same."""
        return self.session.page if self.session.page is not self.before.page else None

    @property
    def came(self) -> bool:
        """Whether a visitor has come."""
        return self.before.page is Page.ATTRACT and self.reached is not None

    @property
    def left(self) -> bool:
        """Whether the visitor has left."""
        return self.reached is Page.ATTRACT


def advance(session: Session, event: Event, now_s: float, limits: SessionLimits) -> Transition:
    """Return what comes of `event` at `now_s`."""
    following = _following(session, event, now_s, limits)
    happened = tuple(happenings(session, following)) if following is not session else ()
    return Transition(session, following, _deadline(following, limits), happened)


def _following(session: Session, event: Event, now_s: float, limits: SessionLimits) -> Session:
    if isinstance(event, Tick):
        return _after(session, now_s, limits)
    if session.leaving_at is not None and _waits(session.leaving_at, event, now_s, limits):
        return session
    if isinstance(event, Home) and _can_be_undone(session):
        return replace(session, leaving_at=now_s)
    following = transformed(session, event, limits)
    if following is None:
        return session
    turns = _seen(following) != _seen(session)
    if turns and session.turned_at is not None and now_s - session.turned_at < limits.settle_s:
        return session
    turned_at = now_s if turns else session.turned_at
    return replace(following, last_touch=now_s, warned_at=None, leaving_at=None, turned_at=turned_at)


def _seen(session: Session) -> tuple[object, ...]:
    """Return what makes a page one that has to be read again."""
    return session.shown, session.pointed, session.question, session.answer


def _waits(since_s: float, event: Event, now_s: float, limits: SessionLimits) -> bool:
    """Return whether starting over goes on: only undoing it, or saying it again, counts meanwhile."""
    return not isinstance(event, Home | Stay) or now_s - since_s < limits.settle_s


def _can_be_undone(session: Session) -> bool:
    """Return whether starting over waits: where there is something to lose and nobody has been asked yet."""
    asked = session.warned or session.leaving
    return session.language is not None and session.page is not Page.FAREWELL and not asked


def _deadline(session: Session, limits: SessionLimits) -> float | None:
    if session.page is Page.ATTRACT:
        return None
    if session.page is Page.FAREWELL:
        asked_s = limits.question_s if session.questioned else limits.thanks_s
        return session.last_touch + (asked_s if session.face else limits.farewell_s)
    if session.leaving_at is not None:
        return session.leaving_at + limits.undo_s
    if session.warned_at is not None:
        return session.warned_at + limits.warning_s
    return session.last_touch + _idle_s(session, limits)


def _idle_s(session: Session, limits: SessionLimits) -> float:
    """Return how long nothing may be touched on the page."""
    return max(limits.idle_s, limits.ticket_idle_s) if session.page is Page.TICKET else limits.idle_s


def _after(session: Session, now_s: float, limits: SessionLimits) -> Session:
    """Warn, or reset; a late tick still leaves the whole time to answer."""
    deadline = _deadline(session, limits)
    if deadline is None or now_s < deadline:
        return session
    if session.leaving:
        following = started_over(session, limits) or session
        return replace(following, last_touch=now_s, turned_at=now_s)
    if session.warned or session.page is Page.FAREWELL:
        return Session(last_touch=now_s, turned_at=now_s)
    return replace(session, warned_at=now_s)
