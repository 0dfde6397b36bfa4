"""The first run: a new site is begun, or an existing one joined. All raise `PublishError`.

Nothing is written for a site that cannot be reached or is not the one that was meant.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from dataclasses import field
from datetime import datetime
from pathlib import Path

from kiosk import system
from kiosk.feed import site_layout
from kiosk.feed.file_templates import NEW
from kiosk.feed.message_catalog import tr
from kiosk.frozen import frozen
from kiosk.publish import key_backup
from kiosk.publish.folder_base import Base, write_base
from kiosk.publish.keyring import TRUSTED_ROOT, Keyring, key_files, load_keyring
from kiosk.publish.publish_errors import SiteError
from kiosk.publish.published_state import MAX_METADATA_BYTES
from kiosk.publish.publisher import Publisher, init_site
from kiosk.publish.site_session import SiteSession
from kiosk.publish.storage.site_storage import open_host
from kiosk.studio.core import office_publishing
from kiosk.studio.core.site_clone import clone
from kiosk.studio.core.yaml_edit import edited

_BEGUN = "begun"
"""The file beside the keys with the site that is being begun, until all of it is there."""

LEAST_DIGITS = 32
"""Of a fingerprint: 128 bits, which nobody can make another site match."""


@frozen
class NewSite:
    """What a new site is asked for."""

    name: str
    office: str
    site: str


def create_feed_and_site(new: NewSite, folder: Path, keys: Path, now: datetime) -> None:
    """Create a feed with one office and one screen, and the site that it will be published to."""
    if not (new.name.strip() and new.office.strip() and new.site.strip()):
        raise SiteError(tr("Fill in all three lines."))
    _refuse_used(folder)
    site = address_of(new.site)
    _begin_site(site, keys, now)
    texts = dict(NEW)
    texts["feed.yaml"] = edited(texts["feed.yaml"], ("name",), new.name.strip())
    texts["offices/main.yaml"] = edited(texts["offices/main.yaml"], ("name",), new.office.strip())
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as scratch:
        made = Path(scratch) / "feed"
        for name, text in texts.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            system.write_atomically(path, text.encode())
        write_base(made, site, Base())  # what it is published to from now on
        if folder.exists():
            folder.rmdir()  # it is empty
        made.rename(folder)
    (keys / _BEGUN).unlink(missing_ok=True)


def _begin_site(site: str, keys: Path, now: datetime) -> None:
    """Create a site and its keys, or go on with what an earlier try has left of either.

    Keys of a try that made no site sign nothing, and make room for new ones; they are kept beside them.
    """
    begun, host = keys / _BEGUN, open_host(site)
    if begun.is_file():
        if begun.read_text("utf-8") == site and _is_empty_site_of(keys, site, now):
            return
        aside = (keys.with_name(f"{keys.name}-unfinished-{count}") for count in range(1, 1_000))
        keys.rename(next(each for each in aside if not each.exists()))
    if not key_files(keys):
        keys.mkdir(mode=0o700, parents=True, exist_ok=True)
        begun.write_text(site, "utf-8")
    init_site(host, keys, now)


def _is_empty_site_of(keys: Path, site: str, now: datetime) -> bool:
    """Return whether a site is signed by these keys, and nothing was published to it."""
    host = open_host(site)
    if host.size(site_layout.TIMESTAMP) is None or not (keys / TRUSTED_ROOT).is_file():
        return False
    publisher = Publisher(host, load_keyring(keys), now)
    return publisher.published() is None


def address_of(site: str) -> str:
    """Return the address of a site as it is remembered; a folder with its whole path."""
    return site if "://" in site else str(Path(site).expanduser().absolute())


@frozen
class SiteProof:
    """What a colleague has given, by which a site is known to be the right one: a file or a fingerprint.

    The file is `root.json`, or a backup of keys with its passphrase.
    """

    file: bytes = field(default=b"", repr=False)
    passphrase: str = field(default="", repr=False)
    fingerprint: str = ""


def join(site: str, folder: Path, keys: Path, now: datetime, proof: SiteProof) -> None:
    """Fetch what a site was last published from, verified; take over the keys of a backup.

    With the key of an office, the folder is one in which that office can be changed.
    """
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
    office_publishing.narrow(folder, site, keys, now)


@frozen
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
