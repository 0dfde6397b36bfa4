"""What an answer of the broker is taken for; the real plugin is in `tests/end2end/test_enrolment.py`."""

import json

import pytest

from kiosk.fleet.broker_accounts import MAX_ANSWER, new_password, read_errors


def test_an_answer_has_the_error_of_each_command():
    answers = [{"correlationData": "a1"}, {"correlationData": "b2", "error": "Client\x07not found"}]
    payload = json.dumps({"responses": answers}).encode()
    assert read_errors(payload) == {"a1": "", "b2": "Client\\x07not found"}


@pytest.mark.parametrize(
    "payload",
    [b"", b"null", b"[]", b"{}", b'{"responses": [1]}', b"\xff", b"[" * 40_000, b" " * MAX_ANSWER + b"{}"],
    ids=range(8),
)
def test_nonsense_answers_nothing(payload):
    assert read_errors(payload) == {}


def test_each_password_is_another_one_and_long():
    passwords = {new_password() for _ in range(50)}
    assert len(passwords) == 50
    assert min(map(len, passwords)) >= 26
