"""Readers of keys on a disk, and of what the staff of an office sign."""

import json
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import SSlibKey

from kiosk.feed.office_part import compose
from kiosk.feed.problems import ContentError
from kiosk.publish.key_secrets import KeySecrets
from kiosk.publish.publish_errors import KeysError
from kiosk.publish.sealed_keys import read_sealed_key
from kiosk.publish.token_keys import read_token_key
from tests.fuzz.reader import Reader

OFFICE = {"name": "Torget", "address": "Torget 1", "booking": {"link": "https://book.example/"}}
FEED = json.dumps({"offices": {"square": OFFICE}, "slides": {}, "media": {}}).encode()
PART = {
    "format": 1,
    "office": "square",
    "hours": {"hours": ["mon-fri 09:00-16:00"], "exceptions": {"2026-12-24": "closed"}},
    "slides": {"cake": {"kind": "picture", "picture": "media/a.png"}},
    "notices": {"lift": {"text": "Hissen", "when": {"since": "2026-11-01"}}},
    "media": {"media/a.png": {"sha256": "0" * 64, "size": 7}},
    "source": {"hours.yaml": "hours: []"},
}
KEY = SSlibKey.from_crypto(Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key())
PUBLIC = {"keyid": KEY.keyid, **KEY.to_dict()}
FIELDS = {"salt": "AAAA", "nonce": "AAAA", "sealed": "AAAA"}
SEALED = {"format": "infodisk-key-1", "public": PUBLIC, **FIELDS}
TOKEN = {"format": "infodisk-token-1", "module": "x.so", "token": "x", "number": 2, "public": PUBLIC}


def _part(data: bytes) -> None:
    whole = json.loads(compose(FEED, {"square": data}))
    assert [*whole["offices"]] == ["square"]
    assert {key: whole["offices"]["square"][key] for key in OFFICE} == OFFICE
    assert all(name.startswith("square--") for name in (*whole["slides"], *whole.get("notices", {})))
    assert all(path.startswith("media/offices/square/") for path in whole["media"])
    assert not any(each.get("takeover") for each in whole.get("playlists", {}).values())


def _sealed(data: bytes) -> None:
    read_sealed_key(Path("x.sealed"), data, KeySecrets())


def _token(data: bytes) -> None:
    read_token_key(Path("x.token"), data, KeySecrets())


KEY_READERS = {
    "office part": Reader(_part, (ContentError,), (json.dumps(PART).encode(),)),
    "sealed key": Reader(_sealed, (KeysError,), (json.dumps(SEALED).encode(),)),
    "token key": Reader(_token, (KeysError,), (json.dumps(TOKEN).encode(),)),
}
