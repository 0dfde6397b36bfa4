"""The settings for syncing: one frozen value, checked on creation."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from kiosk.config import Config
from kiosk.frozen import frozen
from kiosk.net.addresses import is_protected_url


@frozen
class SyncConfig:
    """Where the feed is, which root to trust, where to store it, and for which screen.

    `url` is the site, over https (plain http on this machine only), or the `file://` URL of a folder that
    `kiosk sync --to` wrote. `root` is the trusted `root.json`, `state` the folder of the store. `proxy` is
    the URL of a web proxy, `proxy_password` the file that holds its password, and `ca` a file of certificate
    authorities in addition to the public ones. `baked` is a folder written by `kiosk sync --to`, whose feed a
    new device shows until it has reached the site.

    Raises `ValueError` for a URL whose traffic others on the network could read.
    """

    url: str
    root: Path
    state: Path
    screen: str
    proxy: str | None = None
    ca: Path | None = None
    baked: Path | None = None
    proxy_password: Path | None = None

    def __post_init__(self) -> None:
        if not (is_protected_url(self.url) or folder_of(self.url)):
            raise ValueError(f"the feed's address must start with https://, got {self.url!r}")


def sync_of(config: Config) -> SyncConfig:
    """Return the settings for syncing from a device's configuration; raises `ValueError`."""
    return SyncConfig(
        config.feed,
        config.root,
        config.state,
        config.screen,
        proxy=config.proxy,
        ca=config.ca,
        baked=config.baked,
        proxy_password=config.proxy_password,
    )


def folder_of(url: str) -> Path | None:
    """Return the folder of a `file://` URL, or None for any other URL."""
    parts = urlsplit(url)
    local = parts.scheme == "file" and parts.netloc in ("", "localhost") and parts.path.strip("/")
    return Path(unquote(parts.path)) if local else None
