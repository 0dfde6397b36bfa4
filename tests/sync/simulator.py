"""A site in memory, with its signers: a test changes and signs anything, and checks how a kiosk reacts.

After python-tuf's `tests/repository_simulator.py`. It is a `Fetcher`, so that no network is used.
"""

import hashlib
import json
from contextlib import contextmanager
from datetime import timedelta

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import DownloadHTTPError
from tuf.api.metadata import TargetFile

from kiosk.feed import site_layout
from kiosk.net.interrupt import Interrupt
from kiosk.publish import role_metadata as roles
from kiosk.sync import update
from kiosk.sync.site_fetcher import Body, ConditionalResponse, Fetcher, bounded
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.updater import Updater
from tests import days

URL = "https://feed.example"
DAY = timedelta(days=1)


QUEUE = {"queue": {"kind": "queue", "title": "Nu", "source": "tickets"}}


def feed_bytes(name, slides=None, **more):
    """Return a published feed with one screen, the name `name` and no media."""
    text = {"name": name, "languages": {"sv": {"name": "Svenska"}}, "format": 1}
    office = {"name": "Torget", "address": "Torget 1", "booking": {"link": "https://book.example/"}}
    screen = {"office": "o", "size": "500 x 300", "resolution": "1920 x 1080", "languages": ["sv"]}
    rest = {
        "offices": {"o": office},
        "screens": {"hall": screen},
        "topics": {},
        "playlists": {},
        "slides": slides or {},
    }
    return json.dumps(text | rest | more).encode()


class Simulator(Fetcher):
    """`signers` are by key name, `signed` is the current metadata, `files` are served."""

    def __init__(self, folder):
        super().__init__(Interrupt())
        self.folder = folder
        self.now = days.now()
        self.signers = {name: [CryptoSigner.generate_ed25519()] for name in roles.ROLES}
        self.signed = roles.first({name: each[0].public_key for name, each in self.signers.items()}, self.now)
        self.files = {}
        self.asked = []
        for role in ("root", "targets", *site_layout.DELEGATED):
            self.sign(role)
        (folder / "root.json").write_bytes(self.files["metadata/1.root.json"])
        self.bind()

    # the admin's actions

    def metadata(self, role):
        return self.signed.metadata(role)

    def sign(self, role, signers=None):
        """Sign a role's current metadata with its own keys or others, and serve it."""
        metadata = self.metadata(role)
        names = {"snapshot": "online", "timestamp": "online"}
        metadata.signatures.clear()
        for signer in self.signers[names.get(role, role)] if signers is None else signers:
            metadata.sign(signer, append=True)
        self.serve(role)

    def serve(self, role):
        metadata = self.metadata(role)
        name = (
            site_layout.TIMESTAMP
            if role == "timestamp"
            else site_layout.metadata_file(role, metadata.signed.version)
        )
        self.files[name] = metadata.to_bytes()

    def bind(self):
        """Sign and serve a new snapshot and timestamp of the current metadata."""
        self.signed = roles.bound(self.signed, self.signed.snapshot.signed.version + 1, self.now)
        self.sign("snapshot")
        self.stamp()

    def stamp(self):
        self.signed = roles.stamped(self.signed, self.now)
        self.sign("timestamp")

    def publish(self, name, *, bind=True, slides=None, **more):
        data = feed_bytes(name, slides, **more)
        self.signed = roles.with_feed(self.signed, data, self.now)
        self.files[site_layout.target_file(site_layout.FEED, hashlib.sha256(data).hexdigest())] = data
        self.sign("targets")
        if bind:
            self.bind()

    def publish_slots(self, data, target=site_layout.SLOTS):
        self.publish_delegated("slots", data, target)

    def publish_delegated(self, role, data, target):
        """Let a delegated role sign any one target."""
        self.signed = roles.with_target(self.signed, role, data, self.now)
        files = self.metadata(role).signed.targets
        files.clear()
        files[target] = TargetFile.from_data(target, data, ["sha256"])
        self.files[site_layout.target_file(target, hashlib.sha256(data).hexdigest())] = data
        self.sign(role)
        self.bind()

    def new_root(self, signers=None):
        """Sign and serve the next root; by default with the previous and the current root keys."""
        self.signed.root.signed.version += 1
        self.signed.root.signed.expires = self.now + 365 * DAY
        self.sign("root", signers)

    def exchange(self, name, roles_of):
        """Replace the keys of some roles with one new key; returns the old signers."""
        old, self.signers[name] = self.signers[name], [CryptoSigner.generate_ed25519()]
        root = self.signed.root.signed
        for role in roles_of:
            for signer in old:
                root.revoke_key(signer.public_key.keyid, role)
            root.add_key(self.signers[name][0].public_key, role)
        return old

    # the kiosk's view

    def kiosk(self, monkeypatch):
        """Return a kiosk of this site."""
        monkeypatch.setattr(update, "WebFetcher", lambda _config, _interrupt: self)
        return Updater(SyncConfig(URL, self.folder / "root.json", self.folder / "state", "hall"))

    def close(self):
        pass

    def fetch_if_changed(self, url, etag, limit):
        data = b"".join(bounded(self.stream(url), limit))
        tag = hashlib.sha256(data).hexdigest()
        return ConditionalResponse(None if tag == etag else data, tag)

    def stream(self, url):
        with self.body(url, 0, "", 0) as body:
            yield from body.chunks

    @contextmanager
    def body(self, url, start, etag, size):  # noqa: ARG002  # memory gives all at once
        path = url.removeprefix(f"{URL}/")
        self.asked.append(path)
        if path not in self.files:
            raise DownloadHTTPError(f"no {path}", 404)
        yield Body(0, "", iter((self.files[path],)))
