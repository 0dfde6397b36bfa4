"""What the commands `kiosk feed …` share: someone with keys, at work on a site."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli import tell

if TYPE_CHECKING:
    from kiosk.publish.cosigning import Cosigner


def keeper(site: str, keys: Path | None) -> Cosigner:
    """Return the keeper of a site; raises `PublishError`."""
    from kiosk.publish.cosigning import Cosigner
    from kiosk.publish.keyring import load_keyring
    from kiosk.publish.storage.site_storage import open_host

    return Cosigner(open_host(site), load_keyring(tell.keys_folder(keys)), datetime.now(UTC))
