"""First run: create a new site, or join an existing one. All functions raise `PublishError`.

Nothing is written if the site cannot be reached or is not the expected one.
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
from kiosk.feed.file_templates import STARTER_FILES
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

_UNFINISHED = "begun"
"""A file in the keys folder: the address of a site that is not completely created yet."""

MIN_DIGITS = 32
"""The minimum length of a fingerprint in hex digits: 128 bits, too many to forge a matching site."""


@frozen
class NewSite:
    """The answers needed to create a site."""

    name: str
    office: str
    site: str


def create_feed_and_site(new: NewSite, folder: Path, keys: Path, now: datetime) -> None:
    """Create a feed with one office and one screen, and the site that it will be published to."""
    if not (new.name.strip() and new.office.strip() and new.site.strip()):
        raise SiteError(tr("Fill in all three lines."))
    _require_empty(folder)
    site = address_of(new.site)
    _create_site(site, keys, now)
    texts = dict(STARTER_FILES)
    texts["feed.yaml"] = edited(texts["feed.yaml"], ("name",), new.name.strip())
    texts["offices/main.yaml"] = edited(texts["offices/main.yaml"], ("name",), new.office.strip())
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as scratch:
        staged = Path(scratch) / "feed"
        for name, text in texts.items():
            path = staged / name
            path.parent.mkdir(parents=True, exist_ok=True)
            system.write_atomically(path, text.encode())
        write_base(staged, site, Base())  # from now on, the folder is published to this site
        if folder.exists():
            folder.rmdir()  # it is empty
        staged.rename(folder)
    (keys / _UNFINISHED).unlink(missing_ok=True)


def _create_site(site: str, keys: Path, now: datetime) -> None:
    """Create a site and its keys, or resume an earlier attempt that was interrupted.

    Keys left by an attempt that did not create this site are moved to a folder beside them.
    """
    marker, host = keys / _UNFINISHED, open_host(site)
    if marker.is_file():
        if marker.read_text("utf-8") == site and _is_empty_site_of(keys, site, now):
            return
        aside = (keys.with_name(f"{keys.name}-unfinished-{count}") for count in range(1, 1_000))
        keys.rename(next(each for each in aside if not each.exists()))
    if not key_files(keys):
        keys.mkdir(mode=0o700, parents=True, exist_ok=True)
        marker.write_text(site, "utf-8")
    init_site(host, keys, now)


def _is_empty_site_of(keys: Path, site: str, now: datetime) -> bool:
    """Return whether a site is signed with these keys and has nothing published yet."""
    host = open_host(site)
    if host.size(site_layout.TIMESTAMP) is None or not (keys / TRUSTED_ROOT).is_file():
        return False
    publisher = Publisher(host, load_keyring(keys), now)
    return publisher.published() is None


def address_of(site: str) -> str:
    """Return the address of a site as it is stored; a folder becomes an absolute path."""
    return site if "://" in site else str(Path(site).expanduser().absolute())


@frozen
class SiteProof:
    """What a colleague has provided to identify the right site: a file or a fingerprint.

    The file is `root.json`, or a key backup with its passphrase.
    """

    file: bytes = field(default=b"", repr=False)
    passphrase: str = field(default="", repr=False)
    fingerprint: str = ""


def join(site: str, folder: Path, keys: Path, now: datetime, proof: SiteProof) -> None:
    """Download and verify the files that a site was last published from; install the keys of a backup.

    With an office key, the folder becomes one in which only that office can be edited.
    """
    _require_empty(folder)
    site = address_of(site)
    host = open_host(site)
    if not proof.file:
        files = {TRUSTED_ROOT: _root_by_fingerprint(site, proof.fingerprint)}
    elif key_backup.is_backup(proof.file):
        files = key_backup.open_backup(proof.file, proof.passphrase)
    else:
        files = {TRUSTED_ROOT: proof.file}
    root = files.get(TRUSTED_ROOT, b"")
    known = keys / TRUSTED_ROOT
    if known.exists() and known.read_bytes() != root:
        raise SiteError(tr("{folder} has the keys of another site", folder=str(keys)))
    clone(SiteSession(host, _RootOnly(keys, {}, root), now), folder)
    key_backup.write(keys, files)
    office_publishing.limit_to_office(folder, site, keys, now)


@frozen
class _RootOnly(Keyring):
    """A keyring without keys, and with a root that is not on disk yet."""

    root: bytes

    def trusted_root(self) -> bytes:
        return self.root


def _root_by_fingerprint(site: str, given: str) -> bytes:
    digits = re.sub(r"[^0-9a-f]", "", given.lower())
    data = open_host(site).read(site_layout.metadata_file("root", 1), MAX_METADATA_BYTES)
    if data is None:
        raise SiteError(tr("there is no site at {site}", site=site))
    if len(digits) < MIN_DIGITS or not hashlib.sha256(data).hexdigest().startswith(digits):
        raise SiteError(tr("This is not the fingerprint of the site at {site}.", site=site))
    return data


def fingerprint_of(keys: Path) -> str:
    """Return the fingerprint of the site that these keys belong to, grouped for reading aloud."""
    digits = hashlib.sha256((keys / TRUSTED_ROOT).read_bytes()).hexdigest()[:MIN_DIGITS]
    return " ".join(digits[place : place + 4] for place in range(0, MIN_DIGITS, 4))


def _require_empty(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise SiteError(tr("{folder} is not empty", folder=str(folder)))
