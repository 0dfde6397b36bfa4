"""Why a request produced no usable response.

HttpError
├── NoResponseError        the look-up or the connection failed, or the response is truncated or not HTTP
│   ├── DeadlineError      the transfer took too long, or stalled
│   ├── ProxyError         the proxy is unreachable, or refuses
│   └── TlsError           the server's certificate is not trusted, or TLS failed
├── TooLargeError          more bytes than allowed
├── RedirectError          a redirect that is not followed
├── BadRequestError        an invalid URL
├── CertificatesError      the configured certificate authorities cannot be read
└── InterruptedRequestError  the caller cancelled the request
"""

from __future__ import annotations

from kiosk.feed.printable import safe_line

_MAX_CHARACTERS = 500


class HttpError(Exception):
    """A failed request; the message is one printable line, whatever the server sent."""

    def __init__(self, message: str) -> None:
        super().__init__(safe_line(message, _MAX_CHARACTERS))


class NoResponseError(HttpError):
    """The server, the network or the name service failed; a retry may help."""


class DeadlineError(NoResponseError):
    """The response did not arrive in time."""


class ProxyError(NoResponseError):
    """The proxy cannot be reached, or refuses."""


class TlsError(NoResponseError):
    """The server's certificate is not trusted, or TLS failed."""


class TooLargeError(HttpError):
    """The response is larger than allowed."""


class RedirectError(HttpError):
    """The server redirects to a URL that must not be followed."""


class BadRequestError(HttpError):
    """The request is invalid."""


class CertificatesError(HttpError):
    """The file of certificate authorities cannot be read."""


class InterruptedRequestError(HttpError):
    """The caller cancelled the request."""
