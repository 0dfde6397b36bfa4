"""Which slide is next: the scheduled slides in order, without those that could not be drawn."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kiosk.feed.slides import Slide
from kiosk.feed.wall_time import Now
from kiosk.live.active_alerts import active_alerts
from kiosk.live.condition_facts import facts_at
from kiosk.signage.rotation import Turn, next_turn
from kiosk.signage.schedule import Schedule, Showing
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.alert_contents import ALERT_DWELL_S, alert_contents
from kiosk.ui.slides.live_contents import VANISHING, emptied
from kiosk.ui.slides.slide_card import SlideContent
from kiosk.ui.slides.slide_contents import office_content, slide_contents

if TYPE_CHECKING:
    from kiosk.live.live_data import Alert

FAILURES_ALLOWED = 3
FALLBACK_DWELL_S = 12.0
LIVE = {"hours", "now", "topic", "face", "times"} | VANISHING
"""The kinds whose texts follow the clock while they are shown."""


class SlideQueue:
    """The turns of one screen; `turn` is the current one, None for the slide of last resort."""

    def __init__(self, context: ScreenContext) -> None:
        self.context = context
        self.turn: Turn | None = None
        self._schedule = Schedule(context.feed, context.screen_id)
        self._showing = Showing()
        self._failures: Counter[str] = Counter()
        self._pages: list[SlideContent] = []
        self._slide: Slide | None = None
        self._alerts: tuple[Alert, ...] = ()
        self._alert_place = -1

    @property
    def dwell_s(self) -> float:
        """How long the current slide stays, in seconds."""
        if self._alerts:
            return ALERT_DWELL_S
        slide = self.context.feed.slides.get(self.turn.slide) if self.turn else None
        return slide.dwell if slide else FALLBACK_DWELL_S

    @property
    def taken_over(self) -> bool:
        """Whether a takeover or an alert is on."""
        return self._showing.takeover or bool(self._alerts)

    @property
    def slides(self) -> tuple[str, ...]:
        """The ids of the scheduled slides."""
        return self._showing.slides

    def use(self, context: ScreenContext) -> None:
        """Use another context after the current slide; new media or a new feed give every slide a new try."""
        if context.media != self.context.media:
            self._failures.clear()
        if context.feed is not self.context.feed or context.screen_id != self.context.screen_id:
            self._failures.clear()
            self._pages.clear()
            self._schedule = Schedule(context.feed, context.screen_id)
        self.context = context

    def look(self, now: Now) -> bool:
        """Check what is on now; return whether the current slide must give way at once.

        It must when an alert or a takeover begins, changes or ends, when the slide is withdrawn or rewritten
        during a takeover, and when it has nothing left to show.
        """
        alerts, self._alerts = self._alerts, self._alerts_at(now)
        if self._alerts != alerts:
            self._alert_place = -1
            self._showing = self._showing_at(now)
            return True
        before, self._showing = self._showing, self._showing_at(now)
        takes_over = before.takeover or self._showing.takeover
        changed = takes_over and (before.playlists != self._showing.playlists or self._is_withdrawn())
        return not self._alerts and (changed or self._has_vanished(now))

    def _showing_at(self, now: Now) -> Showing:
        context = self.context
        if not self._schedule.is_conditional:
            return self._schedule.at(now)
        facts = facts_at(context.feed, context.office_id, context.live, context.live_instant(now), now)
        return self._schedule.at(now, facts)

    def _alerts_at(self, now: Now) -> tuple[Alert, ...]:
        context = self.context
        return active_alerts(context.feed, context.office_id, context.live, context.live_instant(now), now)

    def _has_vanished(self, now: Now) -> bool:
        """Return whether the current slide has nothing left to show."""
        slide = self.context.feed.slides.get(self.turn.slide) if self.turn else None
        return slide is not None and slide.kind in VANISHING and not self._contents(now)

    def _is_withdrawn(self) -> bool:
        """Return whether the current slide is no longer scheduled, or has been rewritten."""
        if self.turn is None:
            return False
        slide = self.context.feed.slides.get(self.turn.slide)
        return self.turn.slide not in self._showing.slides or slide != self._slide

    def next_content(self, now: Now) -> SlideContent:
        """Return what to show next: a page of an alert or of a slide, the next slide, or the last resort."""
        if self._alerts:
            return self._next_alert()
        if self._pages and self.turn and self.turn.slide in self._showing.slides:
            return self._pages.pop(0)
        for _ in range(len(self._showing.slides) + 1):
            self.turn = next_turn(self._without_failed(), self.context.screen.turns, self.turn)
            self._slide = self.context.feed.slides[self.turn.slide] if self.turn else None
            first, *self._pages = self._contents(now) or (None,)
            if first:
                return first
        self.turn = None
        return office_content(self.context, self.context.screen.turns[0], now)

    def _next_alert(self) -> SlideContent:
        contents = alert_contents(self._alerts, self.context)
        self.turn, self._pages = None, []
        self._alert_place = (self._alert_place + 1) % len(contents)
        return contents[self._alert_place]

    def _contents(self, now: Now) -> tuple[SlideContent, ...]:
        if self.turn is None:
            return ()
        return self._contents_of(self.turn, now)

    def content_now(self, content: SlideContent, turn: Turn | None, now: Now) -> SlideContent:
        """Return `content`, which was made for `turn`, updated to `now`."""
        if content.kind == "alert":
            is_on = content in alert_contents(self._alerts, self.context)
            return content if is_on else emptied(content)
        if content.kind == "warning":
            is_on = turn is not None and content in self._contents_of(turn, now)
            return content if is_on else emptied(content)
        if content.kind not in LIVE:
            return content
        if turn is None:
            return office_content(self.context, content.language, now)
        contents = self._contents_of(turn, now)
        if not contents and content.kind in VANISHING:
            return emptied(content)
        return contents[0] if contents and contents[0].kind == content.kind else content

    def _contents_of(self, turn: Turn, now: Now) -> tuple[SlideContent, ...]:
        slide = self.context.feed.slides.get(turn.slide)
        return slide_contents(slide, self.context, turn.language, now) if slide else ()

    def fail(self) -> bool:
        """Note that the current slide could not be drawn; return whether it is now set aside."""
        if self.turn is None:
            return False
        self._pages.clear()
        self._failures[self.turn.slide] += 1
        return self._failures[self.turn.slide] == FAILURES_ALLOWED

    def _without_failed(self) -> Showing:
        showing = self._showing
        slides = tuple(slide for slide in showing.slides if self._failures[slide] < FAILURES_ALLOWED)
        return Showing(slides, showing.playlists, showing.takeover, showing.until)
