"""Opens the remote storage at an address that an admin has entered: SFTP, WebDAV or S3.

SSH hosts must be listed in `known_hosts`; WebDAV passwords come from `~/.netrc`; S3 uses the configuration of
its own tools, including `AWS_ENDPOINT_URL` for a store other than Amazon's.
"""

from __future__ import annotations

import importlib
import netrc
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from kiosk import system
from kiosk.feed.loopback import is_loopback
from kiosk.feed.message_catalog import error_message, tr
from kiosk.publish.publish_errors import HostError
from kiosk.publish.storage.remote_storage import S3Storage, SftpStorage, WebdavStorage
from kiosk.publish.storage.site_storage import SiteStorage


def open_remote(place: str) -> SiteStorage:
    """Return the storage at an address; raises `HostError` if it is not supported or cannot be reached."""
    try:
        parts = urlsplit(place)
        _refuse_password(parts)
        return _KINDS.get(parts.scheme, _unknown)(parts)
    except HostError:
        raise
    except Exception as bad:  # each kind of host has its own exceptions
        raise HostError(
            tr("{place}: {reason}", place=place, reason=error_message(bad) or type(bad).__name__)
        ) from bad


def _unknown(parts: SplitResult) -> SiteStorage:
    raise HostError(
        tr(
            "{address}: a site is a folder, or an address with {kinds}",
            address=parts.geturl(),
            kinds=", ".join(_KINDS),
        )
    )


def _refuse_password(parts: SplitResult) -> None:
    """Refuse a password in an address: it would appear in the shell history and the process list."""
    if parts.password is not None:
        raise HostError(
            tr(
                "{address} has a password in it: leave it out; a password of WebDAV "
                "belongs in ~/.netrc, SSH needs a key, and S3 reads the configuration of its own tools",
                address=parts.geturl(),
            )
        )


def _module(name: str, package: str) -> Any:  # noqa: ANN401  # fsspec and its file systems have no types
    try:
        return importlib.import_module(name)
    except ImportError as bad:
        raise HostError(
            tr("install {package} to publish there: pip install 'infodisk[publish]'", package=package)
        ) from bad


def _sftp(parts: SplitResult) -> SiteStorage:
    policy = _module("kiosk.publish.storage.known_hosts", "paramiko").KnownHosts()
    files = _module("fsspec.implementations.sftp", "fsspec and paramiko").SFTPFileSystem(
        parts.hostname,
        port=parts.port or 22,
        username=parts.username,
        host_key_policy=policy,
        timeout=30,
        skip_instance_cache=True,
    )
    storage = SftpStorage(files, unquote(parts.path) or "/", parts.geturl())
    weakref.finalize(storage, files.client.close)  # nothing else closes the connection and its thread
    return storage


def _s3(parts: SplitResult) -> SiteStorage:
    files = _module("s3fs", "s3fs").S3FileSystem(use_listings_cache=False, skip_instance_cache=True)
    return S3Storage(files, f"{parts.netloc}{unquote(parts.path)}", parts.geturl())


def _webdav(parts: SplitResult) -> SiteStorage:
    if parts.scheme == "dav" and not is_loopback(parts.hostname or ""):
        raise HostError(
            tr("{address}: use davs://, or the password could be read on the way", address=parts.geturl())
        )
    url = parts._replace(
        scheme={"dav": "http", "davs": "https"}[parts.scheme], netloc=parts.netloc.rpartition("@")[2]
    ).geturl()
    auth = _password(parts)
    files = _module("webdav4.fsspec", "webdav4").WebdavFileSystem(url, auth=auth, skip_instance_cache=True)
    return WebdavStorage(files, "", parts.geturl())


def _password(parts: SplitResult) -> tuple[str, str] | None:
    try:
        # the `default` entry is not used: it is not meant for this host
        entry = netrc.netrc().hosts.get(parts.hostname or "")
    except FileNotFoundError:
        return None
    except netrc.NetrcParseError as bad:
        if not system.is_private(Path.home() / ".netrc"):
            raise HostError(tr("others on this machine may read ~/.netrc; run: chmod 600 ~/.netrc")) from None
        # netrc's own message quotes the token that it could not parse, which may be the password
        raise HostError(tr("~/.netrc, line {line}: not a line of a netrc file", line=bad.lineno)) from None
    return (parts.username or entry[0], entry[2]) if entry else None


_KINDS: dict[str, Callable[[SplitResult], SiteStorage]] = {
    "sftp": _sftp,
    "s3": _s3,
    "dav": _webdav,
    "davs": _webdav,
}
