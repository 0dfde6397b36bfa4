import pytest

from kiosk.feed.loopback import is_loopback


@pytest.mark.parametrize(
    ("host", "here"),
    [("127.0.0.1", True), ("127.8.9.1", True), ("::1", True), ("localhost", True), ("192.0.2.1", False),
     ("localhost.example", False), ("127.0.0.1.example", False), ("", False)],
)  # fmt: skip
def test_only_this_machine_is_loopback(host, here):
    assert is_loopback(host) is here
