"""Keys on a token, a SoftHSM: what is imported, what signs, and what each fault says."""

import json
import sys

import pytest

from kiosk.publish.key_secrets import KeySecrets
from kiosk.publish.keyring import keep_key, load_keyring, write_key_file
from kiosk.publish.publish_errors import KeysError
from kiosk.publish.token_keys import TokenPlace, token_key
from tests.soft_token import MODULE, PIN, generate, soft_token

LABEL = "Anna's token"


@pytest.fixture
def token(tmp_path):
    with soft_token(tmp_path / "softhsm", LABEL) as module:
        yield TokenPlace(module, LABEL, 2)


def secrets(*answers):
    left = list(answers)
    return KeySecrets(lambda _question, _wrong: left.pop(0))


@pytest.fixture
def imported(world, token):
    """Import a key from the token."""
    write_key_file(world.keys / "anna.token", token_key(token, secrets(PIN)))
    return world


def test_a_key_signs_on_its_token(imported, token):
    signer = load_keyring(imported.keys, secrets(PIN)).called("anna")
    signer.public_key.verify_signature(signer.sign(b"data"), b"data")
    assert b"PRIVATE" not in (imported.keys / "anna.token").read_bytes()


def test_the_pin_is_asked_for_once(imported):
    questions = []
    ring = load_keyring(imported.keys, KeySecrets(lambda question, _: questions.append(question) or PIN))
    signer = ring.called("anna")
    signer.sign(b"one")
    signer.sign(b"two")
    assert [str(each) for each in questions] == [f"The PIN of the token {LABEL}"]


@pytest.mark.parametrize("pin", ["0000-0000", "1"])
def test_a_wrong_pin_is_told_and_not_tried_again(imported, pin):
    signer = load_keyring(imported.keys, secrets(pin)).called("anna")
    with pytest.raises(KeysError, match=f"wrong PIN for the token {LABEL}; nothing was signed"):
        signer.sign(b"data")


def test_a_token_that_is_not_there_is_told(imported):
    path = imported.keys / "anna.token"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"token": "another"}), "utf-8")
    with pytest.raises(KeysError, match="the key 2 on the token another: "):
        load_keyring(imported.keys, secrets(PIN)).called("anna").sign(b"data")


def test_a_module_that_is_not_there_is_told(world, tmp_path):
    with pytest.raises(KeysError, match="cannot open shared object file"):
        token_key(TokenPlace(str(tmp_path / "none.so"), LABEL, 2), secrets(PIN))


def test_a_key_that_is_not_on_the_token_is_told(token):
    with pytest.raises(KeysError, match="could not find ECDSA key"):
        token_key(TokenPlace(MODULE, LABEL, 7), secrets(PIN))


def test_a_key_over_another_curve_is_refused(token):
    generate(LABEL, 3, "secp384r1")
    with pytest.raises(KeysError, match="is not over the curve P-256"):
        token_key(TokenPlace(MODULE, LABEL, 3), secrets(PIN))


def test_another_key_in_its_place_is_found_out(imported):
    generate(LABEL, 3)
    path = imported.keys / "anna.token"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"number": 3}), "utf-8")
    with pytest.raises(KeysError, match=f"the token {LABEL} holds another key than anna"):
        load_keyring(imported.keys, secrets(PIN)).called("anna").sign(b"data")


def test_a_token_has_no_passphrase_and_no_successor(imported):
    with pytest.raises(KeysError, match="change its PIN with the token's own tool"):
        keep_key(imported.keys, "anna", KeySecrets(), "fyra små ord här")
    with pytest.raises(KeysError, match="`kiosk site keys import`"):
        load_keyring(imported.keys).successor("anna")


def test_without_the_package_the_way_out_is_told(imported, monkeypatch):
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    with pytest.raises(KeysError, match=r"pip install 'infodisk\[token\]'"):
        load_keyring(imported.keys, secrets(PIN)).called("anna").sign(b"data")


@pytest.mark.parametrize("number", ["Infinity", "NaN", '"x"', "null", "{}"])
def test_a_file_with_no_number_is_refused_by_name(imported, number):
    path = next(imported.keys.glob("*.token"))
    found = json.loads(path.read_bytes())
    path.write_text(json.dumps({**found, "number": 0}).replace('"number": 0', f'"number": {number}'), "utf-8")
    with pytest.raises(KeysError, match=r"\.token is not a key"):
        load_keyring(imported.keys)
