"""Somebody gives a key an id that is not its own: to replace a known key unseen, or to count twice.

Each door is tried: the device, the publisher, the co-signing admin, and what an admin is sent.
"""

import base64
import copy
import hashlib
import json

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from securesystemslib.formats import encode_canonical
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


def p256_key():
    return CryptoSigner.generate_ecdsa().public_key


def test_only_ed25519_keys_and_p256_keys_of_tokens_are_taken():
    key = p256_key()
    assert Key.from_dict(key.keyid, key.to_dict()) == key
    other = CryptoSigner.generate_rsa().public_key
    with pytest.raises(ValueError, match="Unsupported public key"):
        Key.from_dict(other.keyid, other.to_dict())


P256_FORMS = {
    "a second form": lambda public: public + "\n",
    "text before it": lambda public: "x\n" + public,
    "another curve": lambda _public: pem(ec.generate_private_key(ec.SECP384R1())),
    "an Ed25519 key": lambda _public: pem(ed25519.Ed25519PrivateKey.generate()),
    "a compressed point": lambda _public: COMPRESSED,
    "a long text": lambda public: public * 9,
    "no text": lambda _public: 7,
}


def pem(private):
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return private.public_key().public_bytes(serialization.Encoding.PEM, form).decode().rstrip("\n")


COMPRESSED = (
    "-----BEGIN PUBLIC KEY-----\n"
    + base64.b64encode(
        bytes.fromhex("3039301306072a8648ce3d020106082a8648ce3d030107032200")
        + ec.generate_private_key(ec.SECP256R1())
        .public_key()
        .public_bytes(serialization.Encoding.X962, serialization.PublicFormat.CompressedPoint)
    ).decode()
    + "\n-----END PUBLIC KEY-----"
)


@pytest.mark.parametrize("form", P256_FORMS)
def test_a_p256_key_has_one_form(form):
    key = p256_key()
    value = key.to_dict() | {"keyval": {"public": P256_FORMS[form](key.keyval["public"])}}
    for keyid in (key.keyid, hash_of(value)):
        with pytest.raises(ValueError, match="key"):
            Key.from_dict(keyid, copy.deepcopy(value))


def test_a_p256_key_has_one_id():
    with pytest.raises(ValueError, match="is not the hash of its key"):
        Key.from_dict(p256_key().keyid, p256_key().to_dict())


def hash_of(value):
    """Return the id of a key with this value, as securesystemslib works it out."""
    return hashlib.sha256(encode_canonical(value).encode()).hexdigest()


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
    with pytest.raises(SiteError, match="are not valid"):
        world.publish()


@pytest.mark.parametrize("form", FORMS)
def test_an_admin_adds_no_public_key_under_a_false_id(tmp_path, form):
    key = CryptoSigner.generate_ed25519().public_key
    other = CryptoSigner.generate_ed25519().public_key
    sent = {"keyid": key.keyid, **key.to_dict(), "keyval": FORMS[form](key, other)}
    path = tmp_path / "anna.pub"
    path.write_text(json.dumps(sent))
    with pytest.raises(KeysError, match="not the public half of a key"):
        read_public(path)
