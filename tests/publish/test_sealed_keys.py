"""Keys behind a passphrase: what asks, what signs, and what a wrong passphrase changes."""

import json

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from kiosk.publish import sealing
from kiosk.publish.key_secrets import TRIES, KeySecrets
from kiosk.publish.keyring import keep_key, load_keyring, make_key
from kiosk.publish.publish_errors import KeysError
from kiosk.publish.publisher import Publisher

WORDS = "fyra små ord här"
OTHER = "fyra andra små ord"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(sealing, "SCRYPT_COST", 1 << 8)


class Asked:
    """Answers in order, and remembers the questions."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.questions = []

    def __call__(self, question, _wrong):
        self.questions.append(str(question))
        return self.answers.pop(0)


@pytest.fixture
def lock(world):
    def lock(*names):
        for name in names:
            keep_key(world.keys, name, KeySecrets(), WORDS)

    return lock


def publish(world, asked):
    publisher = world.publisher()
    locked = Publisher(publisher.host, load_keyring(world.keys, KeySecrets(asked)), publisher.now)
    locked.check_destination()
    locked.publish(locked.feed(), world.folder.joinpath)


def test_nothing_is_asked_for_a_key_that_does_not_sign(world, lock):
    lock("root", "targets")
    asked = Asked()
    ring = load_keyring(world.keys, KeySecrets(asked))
    slots = next(keyid for keyid in ring.signers if ring.signers[keyid] is ring.called("slots"))
    ring.unlock([slots])
    assert (asked.questions, ring.kept(slots)) == ([], "file")
    assert [ring.kept(ring.called(name).public_key.keyid) for name in ("root", "targets")] == [
        "passphrase"
    ] * 2


def test_one_passphrase_for_several_keys_is_asked_for_once(world, lock):
    lock("targets", "online")
    asked = Asked(WORDS)
    publish(world, asked)
    assert asked.questions == ["The passphrase of the key targets"]


def test_a_wrong_passphrase_is_told_and_publishes_nothing(world, lock):
    lock("targets")
    before = {path: path.read_bytes() for path in world.site.rglob("*.json")}
    with pytest.raises(KeysError, match="wrong passphrase for the key targets; nothing was signed"):
        publish(world, Asked(*[OTHER] * TRIES))
    assert {path: path.read_bytes() for path in world.site.rglob("*.json")} == before


def test_the_second_try_may_be_right(world, lock):
    lock("targets")
    asked = Asked(OTHER, WORDS)
    publish(world, asked)
    assert len(asked.questions) == 2


def test_where_nobody_can_be_asked_the_reason_is_told(world, lock):
    lock("targets")
    with pytest.raises(
        KeysError, match="The passphrase of the key targets is needed and cannot be asked for"
    ):
        world.publisher().check_destination()


def test_a_signature_counts_like_that_of_the_plain_key(world, lock):
    keyid = world.publisher().ring.called("targets").public_key.keyid
    lock("targets")
    ring = load_keyring(world.keys, KeySecrets(Asked(WORDS)))
    signer = ring.called("targets")
    assert signer.public_key.keyid == keyid
    signer.public_key.verify_signature(signer.sign(b"data"), b"data")


def test_no_plain_key_is_left_beside_the_sealed_one(world):
    plain = (world.keys / "targets.pem").read_bytes()
    path = keep_key(world.keys, "targets", KeySecrets(), WORDS)
    assert (path.name, path.stat().st_mode & 0o077) == ("targets.sealed", 0)
    assert not (world.keys / "targets.pem").exists()
    secret = plain.splitlines()[1]
    assert not any(secret in each.read_bytes() for each in world.keys.iterdir())


def test_a_passphrase_is_changed_and_removed(world, lock):
    plain = (world.keys / "targets.pem").read_bytes()
    lock("targets")
    keep_key(world.keys, "targets", KeySecrets(Asked(WORDS)), OTHER)
    path = keep_key(world.keys, "targets", KeySecrets(Asked(OTHER)), "")
    assert (path.name, path.read_bytes()) == ("targets.pem", plain)
    assert not (world.keys / "targets.sealed").exists()


def test_a_short_passphrase_is_refused_and_the_key_stays(world):
    with pytest.raises(KeysError, match="at least 12 characters"):
        keep_key(world.keys, "targets", KeySecrets(), "hej")
    assert (world.keys / "targets.pem").exists()


def test_an_encrypted_pem_is_told_and_can_be_sealed(world):
    path = world.keys / "targets.pem"
    private = load_pem_private_key(path.read_bytes(), None)
    form = (Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(OTHER.encode()))
    path.write_bytes(private.private_bytes(*form))
    with pytest.raises(KeysError, match="convert it with `kiosk site keys passphrase targets`"):
        load_keyring(world.keys)
    keep_key(world.keys, "targets", KeySecrets(Asked("wrong wrong wrong", OTHER)), WORDS)
    publish(world, Asked(WORDS))


@pytest.mark.parametrize("name", ["public", "sealed", "salt"])
def test_a_damaged_file_is_told_by_name(world, lock, name):
    lock("targets")
    path = world.keys / "targets.sealed"
    found = json.loads(path.read_bytes())
    found[name] = "å"
    path.write_text(json.dumps(found), "utf-8")
    with pytest.raises(KeysError, match=r"targets\.sealed is not a key"):
        publish(world, Asked(WORDS))


def test_a_public_half_of_another_key_does_not_open(world, lock):
    lock("targets", "root")
    one, two = (json.loads((world.keys / f"{name}.sealed").read_bytes()) for name in ("targets", "root"))
    (world.keys / "targets.sealed").write_text(json.dumps(one | {"public": two["public"]}), "utf-8")
    (world.keys / "root.sealed").unlink()
    signer = load_keyring(world.keys, KeySecrets(Asked(*[WORDS] * TRIES))).called("targets")
    with pytest.raises(KeysError, match="wrong passphrase"):
        signer.unlock()


def test_a_sealed_key_that_others_can_read_is_refused(world, lock):
    lock("targets")
    (world.keys / "targets.sealed").chmod(0o644)
    with pytest.raises(KeysError, match=r"chmod 600 .*targets\.sealed"):
        load_keyring(world.keys)


def test_a_successor_is_kept_as_its_key_was(world, lock):
    lock("targets")
    ring = load_keyring(world.keys, KeySecrets(Asked(WORDS)))
    new = ring.successor("targets")
    assert (world.keys / "targets-2.sealed").exists()
    assert not (world.keys / "targets-2.pem").exists()
    ring.successor("online")
    assert (world.keys / "online-2.pem").exists()
    again = load_keyring(world.keys, KeySecrets(Asked(WORDS)))
    assert again.called("targets-2").public_key == new.public_key


def test_a_name_is_taken_in_whatever_way_its_key_is_kept(world, lock):
    lock("targets")
    with pytest.raises(KeysError, match="already there"):
        make_key(world.keys, "targets")
