"""Every reader of bytes that somebody else wrote, with what it may raise, and bytes that it reads.

Each also uses what it has read as the program does: a value that cannot be used was not read.
"""

import hashlib
import json
from datetime import UTC, datetime, timedelta

from tuf.api.serialization import DeserializationError

from kiosk.booking.slots import freshness, open_slots, read_slots, write_slots
from kiosk.feed import site_layout, yaml_reader
from kiosk.feed.compiled_feed import NotCompiledError, compile_feed, load_feed
from kiosk.feed.printable import printable, safe_line
from kiosk.feed.problems import ContentError
from kiosk.feed.serialization import read_feed, write_feed
from kiosk.fleet.crash_report import CrashReport
from kiosk.fleet.screen_status import StatusError, read_crash, read_status, troubles, write_status
from kiosk.printers.ipp_message import IppError, decode_response
from kiosk.printers.ipp_state import condition_of, paper_of
from kiosk.publish import role_metadata as roles
from kiosk.publish.changes import changes
from kiosk.publish.json_differences import differences, read_json
from kiosk.publish.publish_lease import Lease
from kiosk.publish.storage.known_hosts import distrusted
from kiosk.sync.last_signed import signed_at
from kiosk.sync.update_trust import SeenTimestamp
from kiosk.trust.metadata_rules import foreign_targets, read_metadata
from tests.fuzz.command_readers import COMMAND_READERS
from tests.fuzz.file_readers import FILE_READERS
from tests.fuzz.key_readers import KEY_READERS
from tests.fuzz.live_readers import LIVE_READERS
from tests.fuzz.reader import Reader
from tests.fuzz.source_readers import SOURCE_READERS

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def _feed(data: bytes) -> None:
    feed = read_feed(data)
    assert read_feed(write_feed(feed)) == feed


def _compiled(data: bytes) -> None:
    """Load a body whose header is right, as whoever can write to the disk could make it."""
    version, _, _ = COMPILED.partition(b" ")
    header = f" {FEED_SHA256} {hashlib.sha256(data).hexdigest()}\n".encode()
    load_feed(version + header + data, FEED_SHA256)


def _printer(data: bytes) -> None:
    for _, attributes in decode_response(data).groups:
        condition_of(attributes)
        paper = paper_of(attributes)
        assert paper.width * paper.height < MOST_DOTS


def _slots(data: bytes) -> None:
    found = read_slots(data)
    freshness(found, 900.0, NOW)
    open_slots(found, "housing", NOW)
    write_slots(found)


def _status(data: bytes) -> None:
    status = read_status(data, "hall")
    list(troubles(status, online=True, now=NOW))
    write_status(status)


def _crash(data: bytes) -> None:
    write_status(read_crash(data))


def _lease(data: bytes) -> None:
    lease = Lease.read(data)
    if lease:
        lease.holds(NOW)
        assert Lease.read(lease.write()) == lease
        safe_line(lease)


def _names(data: bytes) -> None:
    found = site_layout.versions_among(data.decode("utf-8", "surrogateescape").split("/"), "targets")
    assert all(0 < version < 10**9 for version in found)


def _metadata(data: bytes) -> None:
    metadata = read_metadata(data)
    list(differences({}, metadata.signed.to_dict()))
    if metadata.signed.type == "targets":
        foreign_targets(metadata.signed)
        roles.origin(metadata.signed)


def _vouched(data: bytes) -> None:
    signed_at({"targets": data, "root": data})


def _seen(data: bytes) -> None:
    SeenTimestamp.read(data, b"", "")


def _changes(data: bytes) -> None:
    for change in changes(FEED, data):
        assert printable(str(change)).isprintable()
        assert all(printable(str(line)).isprintable() for line in change.details)


def _known_hosts(data: bytes) -> None:
    distrusted(data.decode("utf-8", "replace").splitlines(), "host.example", _HostKey())


class _HostKey:
    """As much of a key as a look into `known_hosts` needs."""

    def get_name(self) -> str:
        return "ssh-ed25519"

    def get_base64(self) -> str:
        return "AAAAC3NzaC1lZDI1NTE5AAAAIGJ1dCBub3QgYSByZWFsIGtleSBvZiBhbnlib2R5"

    def asbytes(self) -> bytes:
        return b"x"


def _yaml(data: bytes) -> None:
    yaml_reader.read(data, "slides/x.yaml")


FEED = json.dumps(
    {
        "name": {"sv": "Test", "en": "Test"},
        "languages": {"sv": {"name": "Svenska"}, "en": {"name": "English", "fallback": ["sv"]}},
        "format": 1,
        "offices": {
            "square": {
                "name": "Torget",
                "address": "Torget 1",
                "hours": ["mon-fri 09:00-16:00"],
                "exceptions": {"2026-12-24": "closed"},
                "booking": {"link": "https://book.example/{topic}"},
            }
        },
        "screens": {
            "hall": {
                "office": "square",
                "size": "530 x 300",
                "resolution": "1920 x 1080",
                "languages": ["sv"],
            }
        },
        "topics": {"housing": {"title": "Bostad", "icon": "home", "summary": "Hjälp", "help": ["Ansökan"]}},
        "playlists": {
            "all": {"slides": ["hello"], "when": {"since": "2026-11-01", "hours": ["tue 08:00-16:00"]}}
        },
        "slides": {"hello": {"kind": "message", "title": "Hej", "dwell": "10 s"}},
        "notices": {"n": {"text": "Stängt"}},
        "media": {"media/a.png": {"sha256": "0" * 64, "size": 7}},
    }
).encode()

FEED_SHA256 = "0" * 64
COMPILED = compile_feed(read_feed(FEED), FEED_SHA256)

SLOT = {
    "office": "square",
    "topic": "housing",
    "start": NOW.isoformat(),
    "end": (NOW + timedelta(hours=1)).isoformat(),
}
SLOTS = json.dumps(
    {
        "generated_at": NOW.isoformat(),
        "slots": [SLOT],
        "older": [{"office": "o", "topic": "t", "as_of": None}],
    }
).encode()

STATUS = json.dumps(
    {
        "screen": "hall",
        "at": NOW.isoformat(),
        "started": NOW.isoformat(),
        "version": "1.0",
        "generation": "0" * 64,
        "reached_at": NOW.isoformat(),
        "signed_until": NOW.isoformat(),
        "rejected": 1,
        "disk_free": 1,
        "temperature_c": 81.5,
        "memory_mb": 1.5,
        "errors": ["x"],
        "problem": "no answer",
    }
).encode()

CRASH = write_status(CrashReport(at=NOW, version="1.0", generation="x", fault="y", lines=("z",)))
LEASE = Lease(token="0" * 32, machine="elsewhere", process=7, since=NOW).write()
NAMES = "/".join(f"{number}.{role}.json" for number in (1, 22, 333) for role in ("targets", "root")).encode()
TARGETS = json.dumps(
    {
        "signatures": [{"keyid": "0" * 64, "sig": "00"}],
        "signed": {
            "_type": "targets",
            "version": 3,
            "spec_version": "1.0.31",
            "expires": "2027-11-28T12:00:00Z",
            "targets": {"feed.yaml": {"length": 7, "hashes": {"sha256": "0" * 64}}},
            "delegations": {
                "keys": {},
                "roles": [
                    {
                        "name": "slots",
                        "keyids": [],
                        "threshold": 1,
                        "terminating": True,
                        "paths": ["slots.yaml"],
                    }
                ],
            },
        },
    }
).encode()
SEEN = SeenTimestamp.of(b"", '"etag"', "a problem", "").write()
KNOWN = f"host.example ssh-ed25519 {_HostKey().get_base64()}\n@revoked * ssh-rsa AAAA\n".encode()
YAML = b"kind: message\ntitle: {sv: Hej, en: 'Hi'}\nlines:\n  - a: 1\n    b: [x, \"y\"]\n# z\n"
IPP = (
    b"\x02\x00\x00\x00\x00\x00\x00\x01\x01\x47\x00\x12attributes-charset\x00\x05utf-8"
    b"\x48\x00\x1battributes-natural-language\x00\x02en\x04\x23\x00\x0dprinter-state\x00\x04\x00\x00\x00\x03"
    b"\x44\x00\x15printer-state-reasons\x00\x04none\x34\x00\x09media-col\x00\x00\x4a\x00\x00\x00\x0amedia-size"
    b"\x37\x00\x00\x00\x00\x03"
)

IPP_PAPER = (
    b"\x02\x00\x00\x00\x00\x00\x00\x01\x04\x44\x00\x0bmedia-ready\x00\x10iso_a6_105x148mm"
    b"\x32\x00\x1cprinter-resolution-supported\x00\x09\x00\x00\x01\x2c\x00\x00\x01\x2c\x03\x03"
)
MOST_DOTS = 500_000_000
"""Of a sheet: the largest at the finest resolution that is believed."""

READERS = {
    **COMMAND_READERS,
    **FILE_READERS,
    **KEY_READERS,
    **SOURCE_READERS,
    **LIVE_READERS,
    "changes": Reader(_changes, (ValueError,), (FEED,)),
    "compiled": Reader(_compiled, (NotCompiledError,), (COMPILED.partition(b"\n")[2],)),
    "crash": Reader(_crash, (StatusError,), (CRASH,)),
    "feed": Reader(_feed, (ContentError,), (FEED,)),
    "ipp": Reader(_printer, (IppError,), (IPP, IPP_PAPER)),
    "json": Reader(read_json, (ValueError,), (FEED, STATUS)),
    "known_hosts": Reader(_known_hosts, (), (KNOWN,)),
    "lease": Reader(_lease, (), (LEASE,)),
    "metadata": Reader(_metadata, (DeserializationError,), (TARGETS,)),
    "names": Reader(_names, (), (NAMES,)),
    "seen": Reader(_seen, (), (SEEN,)),
    "slots": Reader(_slots, (ContentError,), (SLOTS,)),
    "status": Reader(_status, (StatusError,), (STATUS,)),
    "vouched": Reader(_vouched, (), (TARGETS,)),
    "yaml": Reader(_yaml, (ContentError,), (YAML, FEED)),
}
