"""Uploads released figures to a folder on a web host, by PUT, for screens without a broker.

The player loads no HTTP client, so `upload` runs in a separate process (`kiosk.isolated`). A screen needs
only permission to write: nothing is read back, listed or deleted.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

import msgspec

from kiosk.config import Config, FigureDrop
from kiosk.frozen import frozen

STORED = frozenset((HTTPStatus.OK, HTTPStatus.CREATED, HTTPStatus.NO_CONTENT))
TOTAL_S = 60.0
MAX_ANSWER = 64 << 10  # bytes


@frozen(kw_only=True)
class UploadRequest:
    """What to upload: documents by file name. Paths are strings."""

    url: str
    user: str
    password: str
    proxy: str | None
    proxy_password: str | None
    ca: str | None
    documents: dict[str, bytes]

    @property
    def authorization(self) -> str:
        """The value of the header (RFC 7617); raises `SecretFileError`."""
        from kiosk.net.secret_file import read_secret  # noqa: PLC0415  # the player needs the types only

        secret = read_secret("password of the drop", Path(self.password))
        return f"Basic {base64.b64encode(f'{self.user}:{secret}'.encode()).decode()}"


@frozen(kw_only=True)
class UploadOutcome:
    """The names of the documents that the host has stored, and why the others were not stored."""

    stored: frozenset[str] = frozenset()
    problem: str = ""


def upload_request(drop: FigureDrop, config: Config, documents: Mapping[str, bytes]) -> bytes:
    """Return the request for `upload`."""
    request = UploadRequest(
        url=drop.url,
        user=drop.user or config.screen,
        password=str(drop.password),
        proxy=config.proxy,
        proxy_password=str(config.proxy_password) if config.proxy_password else None,
        ca=str(config.ca) if config.ca else None,
        documents=dict(documents),
    )
    return msgspec.msgpack.encode(request)


def read_outcome(answer: bytes) -> UploadOutcome:
    """Return the outcome that `upload` returned; raises `ValueError`."""
    return msgspec.msgpack.decode(answer, type=UploadOutcome)


def upload(request: bytes) -> bytes:
    """Upload all documents within a minute; return an encoded `UploadOutcome`."""
    return msgspec.msgpack.encode(_upload(msgspec.msgpack.decode(request, type=UploadRequest)))


def _upload(request: UploadRequest) -> UploadOutcome:
    """Upload one document after another; a refused one is skipped, a failed request stops the upload."""
    from kiosk.net.client import HttpClient, Request  # noqa: PLC0415  # as above
    from kiosk.net.deadline import Deadline  # noqa: PLC0415  # as above
    from kiosk.net.errors import HttpError  # noqa: PLC0415  # as above
    from kiosk.net.exchange import ResponseLimits  # noqa: PLC0415  # as above
    from kiosk.net.secret_file import SecretFileError  # noqa: PLC0415  # as above

    stored, problem = set(), ""
    limits, deadline = ResponseLimits(max_bytes=MAX_ANSWER), Deadline(TOTAL_S)
    client = HttpClient(
        proxy=request.proxy, proxy_password=_path(request.proxy_password), ca=_path(request.ca)
    )
    try:
        headers = {"Authorization": request.authorization, "Content-Type": "application/json"}
        for name, document in request.documents.items():
            put = Request(f"{request.url}/{name}", method="PUT", headers=headers, body=document)
            response = client.fetch(put, limits, deadline)
            if response.status in STORED:
                stored.add(name)
            else:
                problem = f"{name}: HTTP {response.status}, {response.reason}"
    except (HttpError, SecretFileError) as bad:
        problem = str(bad)
    finally:
        client.close()
    return UploadOutcome(stored=frozenset(stored), problem=problem)


def _path(text: str | None) -> Path | None:
    return Path(text) if text else None
