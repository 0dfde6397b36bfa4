"""`kiosk-setup --enrol`: reads a new device's settings from the line that `kiosk screens enrol` created."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer

from kiosk.cli import output
from kiosk.cli.setup_files import Files, Given

if TYPE_CHECKING:
    from kiosk.fleet.enrolment import Enrolment

MAX_FILE = 64 << 10  # bytes


@contextmanager
def enrolled(line: Path | None, given: Given, *, offline: bool) -> Iterator[Given]:
    """Yield the settings in the line, or `given` without one; the line's files exist while the block runs."""
    if line is None:
        yield given
        return
    files = given.files
    if any((given.feed, given.screen, given.broker, files.root, files.ca)):
        raise typer.BadParameter("--enrol sets feed, root, screen, broker and ca; leave those options out")
    if offline:
        raise typer.BadParameter("--enrol downloads the trusted root; without a network, give --root instead")
    from kiosk.fleet.enrolment import EnrolmentError, read_line

    with output.exit_on(EnrolmentError, OSError, UnicodeDecodeError):
        enrolment = read_line(_text(line))
    with TemporaryDirectory(prefix="infodisk-") as folder:
        yield _given(enrolment, given, Path(folder))


def _text(path: Path) -> str:
    if str(path) == "-" and not sys.stdin.isatty():
        return sys.stdin.buffer.read(MAX_FILE).decode("ascii")
    if str(path) == "-":
        return str(typer.prompt("Enrolment line", hide_input=True, err=True))
    with path.open("rb") as file:
        return file.read(MAX_FILE).decode("ascii")


def _given(enrolment: Enrolment, given: Given, folder: Path) -> Given:
    broker = enrolment.broker
    files = replace(
        given.files,
        ca=_write(folder / "ca.pem", enrolment.ca),
        broker_password=_write(folder / "password", broker.password if broker else ""),
        broker_ca=_write(folder / "broker-ca.pem", broker.ca if broker else ""),
    )
    root = folder / "root.json"
    root.write_bytes(_trusted_root(enrolment, given.proxy, files))
    return Given(
        enrolment.feed,
        enrolment.screen,
        f"{broker.host}:{broker.port}" if broker else None,
        given.proxy,
        replace(files, root=root),
    )


def _write(path: Path, text: str) -> Path | None:
    if not text:
        return None
    path.touch(mode=0o600)
    path.write_text(text, encoding="ascii")
    return path


def _trusted_root(enrolment: Enrolment, proxy: str | None, files: Files) -> bytes:
    """Download the root whose hash is in the line, or print what is wrong and exit with 1."""
    from tuf.api.exceptions import DownloadError

    from kiosk.feed import site_layout
    from kiosk.net.interrupt import Interrupt
    from kiosk.sync.signed_site import LIMITS
    from kiosk.sync.site_fetcher import bounded
    from kiosk.sync.sync_config import SyncConfig
    from kiosk.sync.update import open_fetcher

    url = f"{enrolment.feed.rstrip('/')}/{site_layout.metadata_file('root', enrolment.root_version)}"
    with output.exit_on(ValueError):
        unused = files.folder
        config = SyncConfig(enrolment.feed, unused, unused, enrolment.screen, proxy=proxy, ca=files.ca)
        fetcher = open_fetcher(replace(config, proxy_password=files.proxy_password), Interrupt())
    try:
        with output.exit_on(DownloadError):
            data = b"".join(map(bytes, bounded(fetcher.stream(url), LIMITS.root_max_length)))
    finally:
        fetcher.close()
    if hashlib.sha256(data).hexdigest() != enrolment.root_sha256:
        output.fail(f"{url} is not the root that the enrolment line names: do not trust this site")
    return data
