"""Keeps a current picture of each web page on show: schedules new pictures, and reports failures."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQuick import QQuickItem

from kiosk.device.display_settings import DisplaySettings
from kiosk.feed.slides import WebSlide
from kiosk.feed.targeting import playlists_for
from kiosk.feed.wall_time import Now
from kiosk.net import backoff
from kiosk.net.errors import ProxyError
from kiosk.net.proxy_login import proxy_url
from kiosk.sync.sync_config import SyncConfig
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.shell.shell import Shell
from kiosk.webshot.picture_cache import MAX_PAGES, PictureCache
from kiosk.webshot.render_request import RenderRequest, RenderResult, WebError, allowed_hosts
from kiosk.webshot.renderer_client import RendererClient, has_renderer

CHECK_MS = 2000
FIRST_RETRY_S = 15.0
"""The wait after a page's first failure; doubled after each further one."""

LONGEST_RETRY_S = 300.0

LONG_AGO = 0.0
"""The time of a picture taken while the clock is not trusted: the next run takes it again."""

log = logging.getLogger(__name__)


@dataclass
class _CachedPage:
    """A web slide of this screen: when its picture is due, in monotonic seconds, and its last failure."""

    name: str
    slide: WebSlide
    due: float
    taken: float | None = None
    """When its picture was taken in this run, in monotonic seconds."""

    failures: int = 0
    problem: str = ""
    refused: tuple[str, ...] = ()


class WebPages(QObject):
    """The web slides of one screen; a worker thread takes their pictures, one at a time."""

    tried = Signal(object, object, object)  # the _CachedPage, its RenderResult or None, and a problem

    def __init__(
        self,
        sync: SyncConfig,
        device: DisplaySettings,
        shell: Shell,
        clock: Callable[[], Now],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.renderer_client = RendererClient()
        self._sync, self._device, self._shell, self._clock = sync, device, shell, clock
        self._picture_cache = PictureCache(sync.state / "web")
        self._context: ScreenContext | None = None
        self._pages: dict[str, _CachedPage] = {}
        self._reason = ""
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="web")
        self._taking: Future[None] | None = None
        self.tried.connect(self._take)
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.check)

    @property
    def problem(self) -> str:
        """Why web pages are not shown or updated; empty if they are."""
        return self._reason or next((f"{p.name}: {p.problem}" for p in self._pages.values() if p.problem), "")

    def picture(self, slide: WebSlide) -> QUrl:
        """Return the URL of the last good picture of a page; empty if there is none, or it is too old."""
        age = self._age_s(slide) if self._device.web else None
        is_good = age is not None and age <= slide.valid_for
        return QUrl.fromLocalFile(str(self._picture_cache.file(slide))) if is_good else QUrl()

    def use(self, context: ScreenContext, *, safe: bool = False) -> None:
        """Take pictures for a new context, and delete those of pages that it no longer has.

        In safe mode, which has no pages, nothing is deleted.
        """
        playlists = playlists_for(context.feed, context.screen_id).values()
        names = {name for playlist in playlists for name in playlist.slides}
        slides = ((name, context.feed.slides[name]) for name in sorted(names))
        web_slides = ((name, slide) for name, slide in slides if isinstance(slide, WebSlide))
        before, self._context = self._pages, context
        self._pages = {}
        for name, slide in islice(web_slides, MAX_PAGES):
            known = before.get(name)
            self._pages[name] = (
                known if known and known.slide == slide else _CachedPage(name, slide, self._due(slide))
            )
        self._notify_reason(self._why_not())
        if not safe:
            self._prune()
        self._timer.start() if self._pages and not self._reason else self._timer.stop()

    def _why_not(self) -> str:
        if not self._pages:
            return ""
        if not self._device.web:
            return "web slides are skipped: this device does not allow them; set web: true"
        return "" if has_renderer() else "web slides are skipped: the extra 'web' is not installed"

    def _notify_reason(self, reason: str) -> None:
        if reason and reason != self._reason:
            log.warning("%s", reason)
        self._reason = reason

    def _prune(self) -> None:
        try:
            self._picture_cache.prune(page.slide for page in self._pages.values())
        except OSError as bad:
            log.warning("old pictures of web pages stay: %s", bad)

    def _age_s(self, slide: WebSlide) -> float | None:
        """Return the age of the last picture; None if there is none, or the clock is not trusted."""
        now = self._clock()
        if now:
            return self._picture_cache.age_s(slide, now.timestamp())
        taken = (page.taken for page in self._pages.values() if page.slide == slide)
        return next((time.monotonic() - each for each in taken if each is not None), None)

    def _due(self, slide: WebSlide) -> float:
        age = self._age_s(slide)
        return time.monotonic() + (0.0 if age is None else max(0.0, slide.reload_every - age))

    @Slot()
    def check(self) -> None:
        """Take the most overdue picture of the pages on show, if the worker is free."""
        if self._reason or (self._taking is not None and not self._taking.done()):
            return
        on_show = [self._pages[name] for name in self._shell.player.slides if name in self._pages]
        page = min(on_show, key=lambda page: page.due, default=None)
        if page and page.due <= time.monotonic():
            self._taking = self._worker.submit(self._try, page, self._request(page.slide))

    def _request(self, slide: WebSlide) -> RenderRequest:
        context, stage = self._context, self._shell.window.findChild(QQuickItem, "stage")
        assert context and stage  # noqa: S101, PT018  # there are no pages without a context, no window without a stage
        return RenderRequest(
            slide.url,
            max(1, round(stage.width())),
            max(1, round(stage.height())),
            allowed_hosts(context.feed.web_hosts, self._device.web_hosts),
            slide.zoom,
            context.screen.turns[0],
            self._sync.proxy or "",
            named=tuple(sorted(self._device.web_hosts)),
        )

    def _try(self, page: _CachedPage, request: RenderRequest) -> None:
        """Take and store one picture, in the worker's thread."""
        try:
            authorities = self._sync.ca.read_text(encoding="ascii", errors="replace") if self._sync.ca else ""
            proxy = proxy_url(request.proxy, self._sync.proxy_password) if request.proxy else ""
            complete = replace(request, authorities=authorities, proxy=proxy)
            picture, result = self.renderer_client.take(complete)
            now = self._clock()
            self._picture_cache.keep(page.slide, picture, now.timestamp() if now else LONG_AGO)
            page.taken = time.monotonic()
            self.tried.emit(page, result, "")
        except (WebError, ProxyError, OSError) as bad:
            self.tried.emit(page, None, str(bad))
        except Exception as bad:  # a bug must be logged, and must not stop the worker
            log.exception("the picture of %s could not be taken", page.name)
            self.tried.emit(page, None, f"fault in the program: {type(bad).__name__}")

    @Slot(object, object, object)
    def _take(self, page: _CachedPage, result: RenderResult | None, problem: str) -> None:
        if problem and not page.problem:
            log.warning("web slide %s: %s", page.name, problem)
        elif page.problem and not problem:
            log.info("web slide %s is drawn again", page.name)
        if result and result.refused != page.refused:
            page.refused = result.refused
            log.info("web slide %s was refused %s", page.name, ", ".join(page.refused) or "nothing more")
        page.problem = problem
        page.failures = page.failures + 1 if problem else 0
        retry_s = backoff.exponential_s(page.failures, FIRST_RETRY_S, LONGEST_RETRY_S)
        page.due = time.monotonic() + (retry_s if problem else page.slide.reload_every)

    def close(self) -> None:
        """Cancel the current picture, and stop the worker."""
        self._timer.stop()
        self.renderer_client.close()
        self._worker.shutdown(wait=True, cancel_futures=True)
