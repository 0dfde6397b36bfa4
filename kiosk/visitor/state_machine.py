"""The visitor's session over time: each event results in one transition.

Time is passed in as seconds of a monotonic clock. An event that would turn the page again before anyone can
have seen it changes nothing, such as the second of two quick touches, or another finger of the same hand.
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
    """The result of one event."""

    before: Session
    session: Session
    """The session after the event; the same object as `before` if nothing changed."""

    deadline_s: float | None
    """When a `Tick` is due, in seconds of the same clock; None if there is no visitor."""

    happened: tuple[Happening, ...] = ()
    """What to count."""

    @property
    def changed(self) -> bool:
        """Whether anything changed besides the time of the last touch."""
        return self.session != replace(self.before, last_touch=self.session.last_touch)

    @property
    def reached(self) -> Page | None:
        """The new page; None if the page is still the same."""
        return self.session.page if self.session.page is not self.before.page else None

    @property
    def came(self) -> bool:
        """Whether a visit has begun."""
        return self.before.page is Page.ATTRACT and self.reached is not None

    @property
    def left(self) -> bool:
        """Whether the visit has ended."""
        return self.reached is Page.ATTRACT


def advance(session: Session, event: Event, now_s: float, limits: SessionLimits) -> Transition:
    """Return the result of `event` at `now_s`."""
    following = _following(session, event, now_s, limits)
    happened = tuple(happenings(session, following)) if following is not session else ()
    return Transition(session, following, _deadline(following, limits), happened)


def _following(session: Session, event: Event, now_s: float, limits: SessionLimits) -> Session:
    if isinstance(event, Tick):
        return _after_tick(session, now_s, limits)
    if session.leaving_at is not None and _is_ignored(event, session.leaving_at, now_s, limits):
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
    """Return the parts of a session that decide what the visitor reads on the page."""
    return session.shown, session.pointed, session.question, session.answer


def _is_ignored(event: Event, leaving_at: float, now_s: float, limits: SessionLimits) -> bool:
    """Return whether an event has no effect while starting over is pending: only `Home` and `Stay` have."""
    return not isinstance(event, Home | Stay) or now_s - leaving_at < limits.settle_s


def _can_be_undone(session: Session) -> bool:
    """Return whether `Home` allows time to undo it: something can be lost, and no prompt is shown yet."""
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
    """Return how long the page may go without a touch."""
    return max(limits.idle_s, limits.ticket_idle_s) if session.page is Page.TICKET else limits.idle_s


def _after_tick(session: Session, now_s: float, limits: SessionLimits) -> Session:
    """Warn the visitor, or reset the session; even after a late tick the visitor has the full `warning_s`."""
    deadline = _deadline(session, limits)
    if deadline is None or now_s < deadline:
        return session
    if session.leaving:
        following = started_over(session, limits) or session
        return replace(following, last_touch=now_s, turned_at=now_s)
    if session.warned or session.page is Page.FAREWELL:
        return Session(last_touch=now_s, turned_at=now_s)
    return replace(session, warned_at=now_s)
