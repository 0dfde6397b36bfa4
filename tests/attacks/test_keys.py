"""Somebody gives a key an id that is not its own: to replace a known key unseen, or to count twice.

Each door is tried: the device, the publisher, the co-signing admin, and what an admin is sent.
"""

import json

import pytest
from securesystemslib.signer import CryptoSigner, Key, SSlibKey
from tuf.api.metadata import Metadata
from tuf.api.serialization import DeserializationError

from kiosk.cli.setup import check_root
from kiosk.publish.keyring import read_public
from kiosk.publish.publish_errors import KeysError, SiteError
from kiosk.trust.metadata_rules import read_metadata


def renamed(key, keyid):
    return SSlibKey(keyid, key.keytype, key.scheme, key.keyval)


def swap_value(root, keyid, other):
    """Put the value of another key under a known id."""
    root.keys[keyid] = renamed(other, keyid)


FORMS = {
    "another key": lambda _key, other: other.keyval,
    "a second form": lambda key, _other: {"public": key.keyval["public"].upper()},
    "more in its value": lambda key, _other: {**key.keyval, "more": "x"},
    "no value": lambda _key, _other: {},
    "not text": lambda _key, _other: {"public": 7},
}


@pytest.mark.parametrize("form", FORMS)
def test_an_id_must_be_the_hash_of_its_key(sim, form):
    root = json.loads(sim.files["metadata/1.root.json"])
    keyid = sim.signers["targets"][0].public_key.keyid
    other = CryptoSigner.generate_ed25519().public_key
    root["signed"]["keys"][keyid]["keyval"] = FORMS[form](sim.signers["targets"][0].public_key, other)
    with pytest.raises(DeserializationError):
        read_metadata(json.dumps(root).encode())


def test_only_ed25519_keys_are_taken():
    key = CryptoSigner.generate_ecdsa().public_key
    with pytest.raises(ValueError, match="Unsupported public key"):
        Key.from_dict(key.keyid, key.to_dict())


def test_the_device_takes_no_root_with_a_key_under_a_false_id(sim, kiosk, warned):
    thief = CryptoSigner.generate_ed25519()
    known = sim.signers["targets"][0].public_key.keyid
    swap_value(sim.signed.root.signed, known, thief.public_key)
    sim.new_root()
    sim.publish("Second")
    assert kiosk.poll().problem.startswith("refused: not valid metadata")
    assert kiosk.current().feed.name.root == "First"
    warned()


def test_the_device_counts_no_key_twice(sim, kiosk, warned):
    signer = sim.signers["targets"][0]
    twice = renamed(signer.public_key, "0" * 64)
    root = sim.signed.root.signed
    root.add_key(twice, "targets")
    root.roles["targets"].threshold = 2
    sim.new_root()
    sim.publish("Alone", bind=False)
    sim.sign("targets", [signer, CryptoSigner(signer._private_key, twice)])
    sim.bind()
    assert kiosk.poll().problem.startswith("refused: not valid metadata")
    assert kiosk.current().feed.name.root == "First"
    warned()


def test_the_device_is_given_no_root_with_a_key_under_a_false_id(sim):
    swap_value(
        sim.signed.root.signed,
        sim.signers["targets"][0].public_key.keyid,
        CryptoSigner.generate_ed25519().public_key,
    )
    sim.sign("root")
    with pytest.raises(ValueError, match="not a trusted root"):
        check_root(sim.files["metadata/1.root.json"], sim.folder / "root.json")


def test_the_publisher_follows_no_root_with_a_key_under_a_false_id(world):
    path = world.site / "metadata/2.root.json"
    root = Metadata.from_bytes(world.root.read_bytes())
    swap_value(
        root.signed,
        next(iter(root.signed.roles["targets"].keyids)),
        CryptoSigner.generate_ed25519().public_key,
    )
    root.signed.version = 2
    root.signatures.clear()
    root.sign(world.publisher().ring.signers[root.signed.roles["root"].keyids[0]])
    path.write_bytes(root.to_bytes())
    with pytest.raises(SiteError, match="not signed as it should be"):
        world.publish()


@pytest.mark.parametrize("form", FORMS)
def test_an_admin_adds_no_public_key_under_a_false_id(tmp_path, form):
    key = CryptoSigner.generate_ed25519().public_key
    other = CryptoSigner.generate_ed25519().public_key
    sent = {"keyid": key.keyid, **key.to_dict(), "keyval": FORMS[form](key, other)}
    path = tmp_path / "anna.pub"
    path.write_text(json.dumps(sent))
    with pytest.raises(KeysError, match="not the public half of an Ed25519 key"):
        read_public(path)
