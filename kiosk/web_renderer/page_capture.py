"""Captures one page, writes one result, and exits."""

from __future__ import annotations

import os
from typing import BinaryIO, NoReturn

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWebEngineCore import QWebEngineLoadingInfo, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView

from kiosk.web_renderer.locked_page import HostFilter, LockedPage
from kiosk.webshot.render_request import RenderRequest, RenderResult

CAPTURE_MS = 1000
"""The interval between captures: a page is complete when two in a row are equal."""

LOADED_BY_MS = 20_000
"""When to capture a page even if parts of it are still loading."""

MAX_CAPTURES = 8
"""After this many captures, a page that keeps changing is accepted in its current state."""


class PageCapture(QObject):
    """Captures one page, and writes one result."""

    def __init__(self, request: RenderRequest, output: BinaryIO) -> None:
        super().__init__()
        self._request, self._output = request, output
        self._filter = HostFilter(request.hosts)
        self._profile = QWebEngineProfile(self)  # without a name: off the record
        self._profile.setHttpAcceptLanguage(request.language)
        self._profile.setUrlRequestInterceptor(self._filter)
        self._profile.downloadRequested.connect(lambda download: download.cancel())
        self._page = LockedPage(self._profile, request, self._filter)
        self._page.loadingChanged.connect(self._loading)
        self._page.renderProcessTerminated.connect(lambda *_: self._fail("the page crashed the renderer"))
        self._view = QWebEngineView(self._page)
        self._view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._view.resize(request.width, request.height)
        self._last_image = QImage()
        self._captures = 0
        self._timer = QTimer(self, interval=CAPTURE_MS)
        self._timer.timeout.connect(self._capture)

    def start(self) -> None:
        """Start loading."""
        self._view.show()
        self._page.load(QUrl(self._request.url))
        QTimer.singleShot(LOADED_BY_MS, self._timer.start)

    def _loading(self, info: QWebEngineLoadingInfo) -> None:
        status, good = info.status(), QWebEngineLoadingInfo.LoadStatus.LoadSucceededStatus
        if status == QWebEngineLoadingInfo.LoadStatus.LoadStartedStatus:
            return
        if status != good:
            self._fail(_why(info))
        self._timer.start()

    def _capture(self) -> None:
        """Send the picture once it is stable; a page of a single colour has not been drawn yet."""
        self._captures += 1
        image = self._view.grab().toImage()
        is_stable = image == self._last_image and not _is_empty(image)
        self._last_image = image
        if is_stable:
            self._send(image)
        elif self._captures >= MAX_CAPTURES:
            self._fail("the page is empty") if _is_empty(image) else self._send(image)

    def _send(self, image: QImage) -> None:
        if not self._filter.allows(self._page.url()):
            self._fail("the page went to another host")
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.convertToFormat(QImage.Format.Format_RGB32).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs require bytes
        data = bytes(buffer.data().data())
        self._end(RenderResult(len(data), refused=tuple(self._filter.refused)), data)

    def _fail(self, why: str) -> NoReturn:
        self._end(RenderResult(problem=why, refused=tuple(self._filter.refused)))

    def _end(self, result: RenderResult, data: bytes = b"") -> NoReturn:
        """Write the result, and exit without cleaning up."""
        self._output.write(result.line() + data)
        self._output.flush()
        os._exit(0)


def _why(info: QWebEngineLoadingInfo) -> str:
    if info.errorDomain() == QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain:
        return f"the host returned status {info.errorCode()}"
    return f"it cannot be loaded: {info.errorString().removeprefix('net::')}"


def _is_empty(image: QImage) -> bool:
    """Return whether there is only one colour."""
    pixels = bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
    return pixels == pixels[:4] * (len(pixels) // 4)
