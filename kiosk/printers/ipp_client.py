"""The IPP operations of one printer or queue (RFC 8011), each a short HTTP request.

Owns the limits of the transport; does not interpret attributes. All failures are `OSError`s.
"""

from __future__ import annotations

import http
from collections.abc import Iterable, Mapping
from dataclasses import field
from urllib.parse import urlsplit

from kiosk.frozen import frozen
from kiosk.net.client import HttpClient, Request
from kiosk.net.deadline import Deadline
from kiosk.net.errors import HttpError
from kiosk.net.exchange import ResponseLimits
from kiosk.printers.ipp_message import (
    BusyError,
    Field,
    IppError,
    IppResponse,
    Tag,
    Value,
    decode_response,
    encode_request,
    number,
    text,
    true_flag,
)

CONNECT_S = 2.0
ANSWER_S = 4.0
ACCEPT_S = 10.0
"""The time limit for accepting a document."""

MAX_ANSWER_BYTES = 1 << 20
IPP_PORT = 631
_HEADERS = {"Content-Type": "application/ipp", "Accept-Encoding": "identity"}

_JOB_GROUP, _PRINTER_GROUP = 2, 4
_PRINT_JOB, _CANCEL_JOB, _GET_JOB, _GET_JOBS, _GET_PRINTER = 0x02, 0x08, 0x09, 0x0A, 0x0B
_FIRST_ERROR, _BUSY = 0x0400, 0x0507

Attributes = Mapping[str, tuple[Value, ...]]


@frozen
class IppClient:
    """The printer at an `ipp:` or `ipps:` URI, used under a user name.

    Printers are never behind a proxy, so `http` has none. Without `deadline`, each request has its own.
    """

    uri: str
    user: str
    http: HttpClient = field(default_factory=HttpClient, compare=False)
    deadline: Deadline | None = field(default=None, compare=False)

    def printer(self, *wanted: str) -> Attributes:
        """Return attributes of the printer."""
        requested = text(Tag.KEYWORD, "requested-attributes", *wanted)
        return _first(self._ask(_GET_PRINTER, [requested]).of(_PRINTER_GROUP))

    def print(self, document: bytes, kind: str, job: Iterable[Field]) -> int:
        """Send a document of a MIME type and return the id of its job."""
        about = [text(Tag.NAME, "job-name", "ticket"), text(Tag.MIME, "document-format", kind)]
        return _job_id(_first(self._ask(_PRINT_JOB, about, job, document, ACCEPT_S).of(_JOB_GROUP)))

    def job_state(self, job: int) -> int:
        """Return the state of a job."""
        requested = [number("job-id", job), text(Tag.KEYWORD, "requested-attributes", "job-state")]
        (state, *_rest) = _first(self._ask(_GET_JOB, requested).of(_JOB_GROUP)).get("job-state", (0,))
        return state if isinstance(state, int) else 0

    def unfinished(self) -> list[int]:
        """Return the ids of this user's unfinished jobs."""
        requested = [
            text(Tag.KEYWORD, "requested-attributes", "job-id", "job-originating-user-name"),
            text(Tag.KEYWORD, "which-jobs", "not-completed"),
            true_flag("my-jobs"),
        ]
        jobs = self._ask(_GET_JOBS, requested).of(_JOB_GROUP)
        return [_job_id(job) for job in jobs if job.get("job-originating-user-name") == (self.user,)]

    def cancel(self, job: int) -> None:
        """Cancel a job."""
        self._ask(_CANCEL_JOB, [number("job-id", job)])

    def _ask(
        self,
        operation: int,
        fields: Iterable[Field],
        job: Iterable[Field] = (),
        document: bytes = b"",
        within_s: float = ANSWER_S,
    ) -> IppResponse:
        """Return the printer's response; raises `IppError` for an error status."""
        # RFC 8011, 4.1.4 and 4.1.5: these come first, in this order
        first = [
            text(Tag.CHARSET, "attributes-charset", "utf-8"),
            text(Tag.LANGUAGE, "attributes-natural-language", "en"),
            text(Tag.URI, "printer-uri", self.uri),
        ]
        # the target of a job operation, printer-uri and job-id, precedes everything else
        target = [field for field in fields if field.name == "job-id"]
        rest = [field for field in fields if field.name != "job-id"]
        named = [*first, *target, text(Tag.NAME, "requesting-user-name", self.user), *rest]
        groups = [(Tag.OPERATION, named), *([(Tag.JOB, job)] if job else [])]
        response = decode_response(self._post(encode_request(operation, groups) + document, within_s))
        if response.status >= _FIRST_ERROR:
            kind = BusyError if response.status == _BUSY else IppError
            raise kind(f"the printer refuses with status {response.status:#06x}")
        return response

    def _post(self, body: bytes, within_s: float) -> bytes:
        """Return the body of the response, limited in size and time."""
        requested = Request(_http(self.uri), "POST", headers=_HEADERS, body=body)
        limits = ResponseLimits(MAX_ANSWER_BYTES, within_s, silence_s=within_s, connect_s=CONNECT_S)
        try:
            response = self.http.fetch(requested, limits, self.deadline)
        except HttpError as bad:
            raise IppError(str(bad)) from bad
        finally:
            self.http.close()  # printers close idle connections at any time
        if response.status != http.HTTPStatus.OK:
            raise IppError(f"the printer answers HTTP {response.status}")
        return response.body


def _http(uri: str) -> str:
    """Return the HTTP URL of an IPP URI (RFC 8010, 4; RFC 7472)."""
    url = urlsplit(uri)
    host = f"[{url.hostname}]" if url.hostname and ":" in url.hostname else url.hostname
    return f"http{'s' if url.scheme == 'ipps' else ''}://{host}:{url.port or IPP_PORT}{url.path or '/'}"


def _first(groups: list[Attributes]) -> Attributes:
    if not groups:
        raise IppError("the answer lacks the requested attributes")
    return groups[0]


def _job_id(job: Attributes) -> int:
    (job_id, *_rest) = job.get("job-id", (None,))
    if not isinstance(job_id, int):
        raise IppError("the answer names no job")
    return job_id
