"""The options given to `kiosk-setup`: settings, and the files that it copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import typer

from kiosk.frozen import frozen

if TYPE_CHECKING:
    from kiosk.config import Config
    from kiosk.sync.sync_config import SyncConfig


@frozen
class Files:
    """The files that were given; they are copied to `folder`, where the kiosk can read them."""

    folder: Path
    root: Path | None = None
    ca: Path | None = None
    broker_password: Path | None = None
    broker_ca: Path | None = None
    proxy_password: Path | None = None

    NAMES: ClassVar = {
        "root": "root.json",
        "ca": "ca.pem",
        "broker_password": "broker.password",
        "broker_ca": "broker-ca.pem",
        "proxy_password": "proxy.password",
    }

    def kept(self, *keys: str) -> dict[str, Path | None]:
        """Return the paths of the copies of these files, by key; None for a file that was not given."""
        return {key: self.folder / self.NAMES[key] if getattr(self, key) else None for key in keys}

    def where_they_are(self, settings: Config, sync: SyncConfig) -> tuple[Config, SyncConfig]:
        """Return the settings with the paths of the original files, to test them before they are copied."""
        sync = replace(
            sync,
            root=self.root or sync.root,
            ca=self.ca or sync.ca,
            proxy_password=self.proxy_password or sync.proxy_password,
        )
        if settings.broker:
            password = self.broker_password or settings.broker.password
            broker_ca = self.broker_ca or settings.broker.ca
            settings = replace(settings, broker=replace(settings.broker, password=password, ca=broker_ca))
        return settings, sync

    def copies(self) -> Iterator[tuple[Path, bytes, bool]]:
        """Yield each copy's path, its bytes, and whether it is a secret."""
        for key, name in self.NAMES.items():
            path = getattr(self, key)
            if path:
                yield self.folder / name, path.read_bytes(), key.endswith("_password")


@frozen
class Given:
    """The settings and files that were given; None for what remains unchanged."""

    feed: str | None
    screen: str | None
    broker: str | None
    """Its address, HOST or HOST:PORT."""

    proxy: str | None
    files: Files

    def settings(self) -> dict[str, object]:
        """Return the settings by their keys in the configuration."""
        broker = _broker(self.broker, self.files) if self.broker else None
        return {"feed": self.feed, "screen": self.screen, "proxy": self.proxy, "broker": broker}


def _broker(address: str, files: Files) -> dict[str, object]:
    """Return the broker settings for an address such as `broker.example:8883`."""
    host, _, port = address.partition(":")
    if port and not (port.isascii() and port.isdigit()):
        raise typer.BadParameter(f"--broker: expected HOST or HOST:PORT, got {address!r}")
    paths = files.kept("broker_password", "broker_ca")
    settings = {"host": host, "password": paths["broker_password"], "ca": paths["broker_ca"]}
    return {key: value for key, value in settings.items() if value} | ({"port": int(port)} if port else {})
