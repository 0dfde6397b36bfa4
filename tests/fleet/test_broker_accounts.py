"""The broker's answers; the real plugin is tested in `tests/end2end/test_enrolment.py`."""

import json

import pytest

from kiosk.fleet.broker_accounts import MAX_ANSWER, new_password, read_errors


def test_an_answer_contains_the_error_of_each_command():
    answers = [{"correlationData": "a1"}, {"correlationData": "b2", "error": "Client\x07not found"}]
    payload = json.dumps({"responses": answers}).encode()
    assert read_errors(payload) == {"a1": "", "b2": "Client\\x07not found"}


@pytest.mark.parametrize(
    "payload",
    [b"", b"null", b"[]", b"{}", b'{"responses": [1]}', b"\xff", b"[" * 40_000, b" " * MAX_ANSWER + b"{}"],
    ids=range(8),
)
def test_an_invalid_answer_contains_no_errors(payload):
    assert read_errors(payload) == {}


def test_passwords_are_long_and_never_repeat():
    passwords = {new_password() for _ in range(50)}
    assert len(passwords) == 50
    assert min(map(len, passwords)) >= 26
