"""A web page that can only be displayed: the hosts it may load from, and the features it is denied."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QAuthenticator
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from kiosk.feed.web_addresses import host_of
from kiosk.web_renderer.authorities import is_vouched_for
from kiosk.webshot.render_request import RenderRequest

LOCAL = frozenset(("data", "blob"))
"""Schemes of content that the page itself created."""

_Attribute = QWebEngineSettings.WebAttribute
FORBIDDEN = (
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalStorageEnabled,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.ShowScrollBars,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.WebGLEnabled,
)


class HostFilter(QWebEngineUrlRequestInterceptor):
    """Lets a page load only from `hosts`; `refused` records the other hosts that it tried."""

    def __init__(self, hosts: tuple[str, ...]) -> None:
        super().__init__()
        self._hosts = frozenset(hosts)
        self.refused: dict[str, None] = {}

    def allows(self, url: QUrl) -> bool:
        """Return whether a URL may be loaded; record it if not."""
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if host_of(address.replace("wss:", "https:", 1)) in self._hosts:
            return True
        self.refused[url.authority() or url.scheme()] = None
        return False

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802  # Qt's name
        """Block requests that are not allowed."""
        url = info.requestUrl()
        if url.scheme() not in LOCAL and not self.allows(url):
            info.block(True)


class LockedPage(QWebEnginePage):
    """A page that cannot leave its hosts, and never shows a prompt."""

    def __init__(self, profile: QWebEngineProfile, request: RenderRequest, host_filter: HostFilter) -> None:
        super().__init__(profile)
        self._filter, self._authorities, self._proxy = host_filter, request.authorities, QUrl(request.proxy)
        self.permissionRequested.connect(_deny)
        self.certificateError.connect(self._check_certificate)
        self.proxyAuthenticationRequired.connect(self._authenticate)
        self.setZoomFactor(request.zoom)
        for attribute in FORBIDDEN:
            self.settings().setAttribute(attribute, False)

    def acceptNavigationRequest(  # noqa: N802  # Qt's name
        self,
        url: QUrl | str,
        kind: QWebEnginePage.NavigationType,
        isMainFrame: bool,  # noqa: FBT001, N803  # Qt's
    ) -> bool:
        """Refuse every URL that the filter refuses; a frame may also show content created by the page."""
        del kind
        is_local = not isMainFrame and QUrl(url).scheme() in {*LOCAL, "about"}
        return is_local or self._filter.allows(QUrl(url))

    def javaScriptAlert(self, *_arguments: object) -> None:  # noqa: N802  # Qt's name
        """Ignore the alert."""

    def javaScriptConfirm(self, *_arguments: object) -> bool:  # noqa: N802  # Qt's name
        """Decline the confirmation."""
        return False

    def javaScriptPrompt(self, *_arguments: object) -> tuple[bool, str]:  # noqa: N802  # Qt's name
        """Decline the prompt."""
        return False, ""

    def javaScriptConsoleMessage(self, *_arguments: object) -> None:  # noqa: N802  # Qt's name
        """Drop the message."""

    def _authenticate(self, _url: QUrl, authenticator: QAuthenticator, _host: str) -> None:
        authenticator.setUser(self._proxy.userName())
        authenticator.setPassword(self._proxy.password())

    def _check_certificate(self, error: QWebEngineCertificateError) -> None:
        chain = [bytes(certificate.toDer().data()) for certificate in error.certificateChain()]
        unknown = QWebEngineCertificateError.Type.CertificateAuthorityInvalid
        host = error.url().host(QUrl.ComponentFormattingOption.FullyEncoded)
        if error.type() == unknown and is_vouched_for(chain, host, self._authorities):
            error.acceptCertificate()
        else:
            error.rejectCertificate()


def _deny(permission: QWebEnginePermission) -> None:
    permission.deny()
