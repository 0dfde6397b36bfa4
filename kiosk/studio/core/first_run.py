"""The first run: a new site is begun, or an existing one joined. All raise `PublishError`.

Nothing is written for a site that cannot be reached or is not the one that was meant.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kiosk import system
from kiosk.feed import site_layout
from kiosk.feed.file_templates import NEW
from kiosk.feed.message_catalog import tr
from kiosk.publish import key_backup
from kiosk.publish.folder_base import Base, write_base
from kiosk.publish.keyring import TRUSTED_ROOT, Keyring
from kiosk.publish.publish_errors import SiteError
from kiosk.publish.published_state import MAX_METADATA_BYTES
from kiosk.publish.publisher import init_site
from kiosk.publish.site_session import SiteSession
from kiosk.publish.storage.site_storage import open_host
from kiosk.studio.core.site_clone import clone
from kiosk.studio.core.yaml_edit import edited

LEAST_DIGITS = 32
"""Of a fingerprint: 128 bits, which nobody can make another site match."""


@dataclass(frozen=True)
class NewSite:
    """What a new site is asked for."""

    name: str
    office: str
    site: str


def begin(new: NewSite, folder: Path, keys: Path, now: datetime) -> None:
    """Create a feed with one office and one screen, and the site that it will be published to."""
    if not (new.name.strip() and new.office.strip() and new.site.strip()):
        raise SiteError(tr("Fill in all three lines."))
    _refuse_used(folder)
    site = address_of(new.site)
    init_site(open_host(site), keys, now)
    texts = dict(NEW)
    texts["feed.yaml"] = edited(texts["feed.yaml"], ("name",), new.name.strip())
    texts["offices/main.yaml"] = edited(texts["offices/main.yaml"], ("name",), new.office.strip())
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        system.write_atomically(path, text.encode())
    write_base(folder, site, Base())  # what it is published to from now on


def address_of(site: str) -> str:
    """Return the address of a site as it is remembered; a folder with its whole path."""
    return site if "://" in site else str(Path(site).expanduser().absolute())


@dataclass(frozen=True)
class SiteProof:
    """What a colleague has given, by which a site is known to be the right one: a file or a fingerprint.

    The file is `root.json`, or a backup of keys with its passphrase.
    """

    file: bytes = field(default=b"", repr=False)
    passphrase: str = field(default="", repr=False)
    fingerprint: str = ""


def join(site: str, folder: Path, keys: Path, now: datetime, proof: SiteProof) -> None:
    """Fetch what a site was last published from, verified; take over the keys of a backup."""
    _refuse_used(folder)
    site = address_of(site)
    host = open_host(site)
    if not proof.file:
        files = {TRUSTED_ROOT: _root_by_fingerprint(site, proof.fingerprint)}
    elif key_backup.is_backup(proof.file):
        files = key_backup.opened(proof.file, proof.passphrase)
    else:
        files = {TRUSTED_ROOT: proof.file}
    root = files.get(TRUSTED_ROOT, b"")
    known = keys / TRUSTED_ROOT
    if known.exists() and known.read_bytes() != root:
        raise SiteError(tr("{folder} has the keys of another site", folder=str(keys)))
    clone(SiteSession(host, _RootOnly(keys, {}, root), now), folder)
    key_backup.write(keys, files)


@dataclass(frozen=True)
class _RootOnly(Keyring):
    """A keyring without keys, whose root is not on the disk yet."""

    root: bytes

    def trusted_root(self) -> bytes:
        return self.root


def _root_by_fingerprint(site: str, given: str) -> bytes:
    digits = re.sub(r"[^0-9a-f]", "", given.lower())
    data = open_host(site).read(site_layout.metadata_file("root", 1), MAX_METADATA_BYTES)
    if data is None:
        raise SiteError(tr("there is no site at {site}", site=site))
    if len(digits) < LEAST_DIGITS or not hashlib.sha256(data).hexdigest().startswith(digits):
        raise SiteError(tr("This is not the fingerprint of the site at {site}.", site=site))
    return data


def fingerprint_of(keys: Path) -> str:
    """Return the fingerprint of the site whose keys these are, for people to read to each other."""
    digits = hashlib.sha256((keys / TRUSTED_ROOT).read_bytes()).hexdigest()[:LEAST_DIGITS]
    return " ".join(digits[place : place + 4] for place in range(0, LEAST_DIGITS, 4))


def _refuse_used(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise SiteError(tr("{folder} is not empty", folder=str(folder)))
