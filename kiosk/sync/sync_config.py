"""What a device must be told before it can sync: one frozen value, checked when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kiosk.config import Config
from kiosk.net.addresses import is_private


@dataclass(frozen=True)
class SyncConfig:
    """Where the feed is, whom to trust, where to keep it, and for which screen.

    `url` is the site, over https (plain http on this machine only), or `file://` and the folder that
    `kiosk sync --to` wrote. `root` is the trusted `root.json`, `state` a folder of our own. `proxy` is the
    address of a web proxy, `ca` a file of certificate authorities besides the public ones, `baked` a folder
    of `kiosk sync --to` that a new device shows until it has reached the site.
    Raises `ValueError` for an address that would not be private.
    """

    url: str
    root: Path
    state: Path
    screen: str
    proxy: str | None = None
    ca: Path | None = None
    baked: Path | None = None

    def __post_init__(self) -> None:
        if not (is_private(self.url) or folder_of(self.url)):
            raise ValueError(f"the feed's address must start with https://, got {self.url!r}")


def sync_of(config: Config) -> SyncConfig:
    """Return what syncing needs of a device's configuration; raises `ValueError`."""
    return SyncConfig(
        config.feed,
        config.root,
        config.state,
        config.screen,
        proxy=config.proxy,
        ca=config.ca,
        baked=config.baked,
    )


def folder_of(url: str) -> Path | None:
    """Return the folder that a `file://` address names, or None for any other address."""
    parts = urlsplit(url)
    local = parts.scheme == "file" and parts.netloc in ("", "localhost") and parts.path.strip("/")
    return Path(unquote(parts.path)) if local else None
