import pytest
from pydantic import TypeAdapter, ValidationError

from kiosk.content.pin import FREE_TRIES, LONGEST_WAIT_S, Gate, PinHash, hash_pin

SALT = bytes(range(16))


def test_a_pin_opens_its_own_hash_only():
    kept = hash_pin("20261124", SALT)
    assert kept.opens("20261124")
    assert not kept.opens("20261125")
    assert not kept.opens("")
    assert hash_pin("20261124", SALT[::-1]) != kept


def test_a_hash_is_read_as_it_is_written():
    kept = hash_pin("20261124", SALT)
    assert PinHash.parse(str(kept)) == kept
    assert "20261124" not in str(kept)


@pytest.mark.parametrize("short", ["1234567", "", "abcdefgh", "٠١٢٣٤٥٦٧"])
def test_a_pin_has_eight_digits(short):
    with pytest.raises(ValueError, match="at least 8 digits"):
        hash_pin(short, SALT)


@pytest.mark.parametrize("bad", ["1234", "scrypt:abc:def", "scrypt:", "md5:AAAA:AAAA", "scrypt:å:ä"])
def test_anything_else_is_no_hash(bad):
    with pytest.raises(ValidationError, match="kiosk pin"):
        TypeAdapter(PinHash).validate_python(bad)


def test_the_gate_closes_after_three_wrong_pins_and_for_longer_each_time():
    gate, waits = Gate(), []
    for _ in range(FREE_TRIES + 9):
        gate = gate.after_wrong(100.0)
        waits.append(gate.wait_s(100.0))
    assert waits[: FREE_TRIES + 2] == [0, 0, 30, 60, 120]
    assert waits[-1] == LONGEST_WAIT_S
    assert gate.wait_s(100.0 + LONGEST_WAIT_S) == 0
