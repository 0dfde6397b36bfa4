"""Why a request brought no usable response.

HttpError
├── NoResponseError        the name, the connection, TLS, or a response that broke off or is not HTTP
│   ├── DeadlineError      it took too long as a whole, or nothing came for too long
│   ├── ProxyError         the proxy is not there, or refuses
│   └── TlsError           the server's certificate is not trusted, or TLS failed
├── TooLargeError          more bytes than were allowed
├── RedirectError          a redirect that is not followed
├── BadRequestError        an address that cannot be asked
├── CertificatesError      the authorities that a configuration names cannot be read
└── InterruptedRequestError  no response is wanted any more
"""

from __future__ import annotations

from kiosk.feed.printable import safe_line

_MOST_LETTERS = 500


class HttpError(Exception):
    """A request that failed; the message is one printable line, whatever the server sent."""

    def __init__(self, message: str) -> None:
        super().__init__(safe_line(message, _MOST_LETTERS))


class NoResponseError(HttpError):
    """The server, the network or the name service is to blame; trying again may help."""


class DeadlineError(NoResponseError):
    """The response did not come in time."""


class ProxyError(NoResponseError):
    """The proxy cannot be reached, or refuses."""


class TlsError(NoResponseError):
    """The server's certificate is not trusted, or TLS failed."""


class TooLargeError(HttpError):
    """The response is larger than was allowed."""


class RedirectError(HttpError):
    """The server redirects to where nobody follows."""


class BadRequestError(HttpError):
    """The request cannot be made at all."""


class CertificatesError(HttpError):
    """The file of certificate authorities cannot be read."""


class InterruptedRequestError(HttpError):
    """Whoever asked wants no response any more."""
