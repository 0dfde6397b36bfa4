"""The settings that both local files of sources share: proxy and authorities, and who may read the file."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import AfterValidator

from kiosk.feed import validation_errors, yaml_reader
from kiosk.feed.message_catalog import tr
from kiosk.feed.problems import ContentError, Position, error
from kiosk.feed.proxy_address import proxy_address
from kiosk.feed.strict_model import StrictModel
from kiosk.feed.yaml_reader import Document
from kiosk.net.errors import ProxyError
from kiosk.net.proxy_login import proxy_url


class SourceSettings(StrictModel):
    """A web proxy for reaching the sources, and certificate authorities in addition to the public ones."""

    proxy: Annotated[str, AfterValidator(proxy_address)] | None = None
    proxy_password: Path | None = None
    """The file with the password for the user in the proxy's address."""

    ca: Path | None = None

    @property
    def proxy_url(self) -> str | None:
        """The proxy's address with its password; raises `ProxyError`."""
        return proxy_url(self.proxy, self.proxy_password) if self.proxy else None


Settings = TypeVar("Settings", bound=SourceSettings)


def load_settings(path: Path, form: type[Settings]) -> tuple[Settings, Document]:
    """Return the settings in a file; raises `ContentError`, or `OSError` if there is no such file.

    A file that other users can read is refused, since it may contain credentials.
    """
    if stat.S_IMODE(path.stat().st_mode) & (stat.S_IRGRP | stat.S_IROTH):
        wrong = tr(
            "others on this machine may read it, and the passwords in it; run: chmod 600 {path}",
            path=str(path),
        )
        raise ContentError([error(Position(str(path)), wrong)])
    document = yaml_reader.read(path.read_bytes(), str(path))
    settings: Settings = validation_errors.validate(document, form)
    try:
        _ = settings.proxy_url
    except ProxyError as bad:
        raise ContentError([error(document.position(("proxy_password",)), str(bad))]) from bad
    return settings, document
