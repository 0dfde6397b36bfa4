import pytest
from pydantic import TypeAdapter, ValidationError

from kiosk.feed.maintenance_pin import FREE_TRIES, LONGEST_WAIT_S, PinHash, PinThrottle, can_be_pin, hash_pin

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
    gate, waits = PinThrottle(), []
    for _ in range(FREE_TRIES + 9):
        gate = gate.after_wrong(100.0)
        waits.append(gate.wait_s(100.0))
    assert waits[: FREE_TRIES + 2] == [0, 0, 30, 60, 120]
    assert waits[-1] == LONGEST_WAIT_S
    assert gate.wait_s(100.0 + LONGEST_WAIT_S) == 0


def test_a_closed_gate_stays_closed_over_a_restart_and_forgets_nothing():
    gate = PinThrottle()
    for _ in range(FREE_TRIES + 1):
        gate = gate.after_wrong(5000.0)
    again = PinThrottle.read(gate.write(5001.0), 3.0)
    assert (again.wrong, again.wait_s(3.0)) == (FREE_TRIES + 1, 60)
    assert again.after_wrong(100.0).wait_s(100.0) == 120


def test_a_gate_that_was_open_again_is_open_after_a_restart():
    gate = PinThrottle(wrong=7, closed_until=100.0)
    assert PinThrottle.read(gate.write(101.0), 0.0) == PinThrottle(7, 0.0)


@pytest.mark.parametrize(
    "data",
    [b"", b"closed", b"-3 closed", b"\xff\xfe", b"\xd9\xa3 closed", b"9" * 5000 + b" closed", b"1e9 closed"],
)
def test_a_damaged_count_locks_nobody_out(data):
    assert PinThrottle.read(data, 50.0) == PinThrottle()


def test_a_count_of_many_digits_waits_no_longer_than_the_longest():
    assert PinThrottle.read(b"999999999 closed", 0.0).wait_s(0.0) == LONGEST_WAIT_S


@pytest.mark.parametrize(
    ("text", "fits"), [("", False), ("1234567", False), ("12345678", True), ("١٢٣٤٥٦٧٨", False)]
)
def test_what_can_be_a_pin(text, fits):
    assert can_be_pin(text) is fits
