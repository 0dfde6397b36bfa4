"""A proxy's password is read from a separate file, which must not be world-readable."""

import pytest

from kiosk.net.client import HttpClient, Request
from kiosk.net.errors import ProxyError
from kiosk.net.exchange import ResponseLimits
from kiosk.net.proxy_login import proxy_url

ADDRESS = "http://kiosk@proxy.example:3128"


@pytest.fixture
def secret(tmp_path):
    """A function that writes a password's file."""

    def write(data, mode=0o640):
        path = tmp_path / "proxy.password"
        path.write_bytes(data)
        path.chmod(mode)
        return path

    return write


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o400])
def test_password_is_inserted_into_the_url(secret, mode):
    assert proxy_url(ADDRESS, secret(b"p@ss:w/rd \xc3\xa5\n", mode)) == (
        "http://kiosk:p%40ss%3Aw%2Frd%20%C3%A5@proxy.example:3128"
    )
    assert proxy_url(ADDRESS, None) == ADDRESS


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o642])
def test_a_world_readable_file_is_refused(secret, mode):
    with pytest.raises(ProxyError, match=r"everybody on this machine may read .* run: chmod 640") as bad:
        proxy_url(ADDRESS, secret(b"hunter2", mode))
    assert "hunter2" not in str(bad.value)


@pytest.mark.parametrize(("data", "message"), [(b"", "is empty"), (b"\xff", "it is not text")])
def test_a_file_without_a_password_is_refused(secret, data, message):
    with pytest.raises(ProxyError, match=message):
        proxy_url(ADDRESS, secret(data))


def test_an_address_without_a_user_is_refused(secret):
    with pytest.raises(ProxyError, match="names no user"):
        proxy_url("http://proxy.example:3128", secret(b"hunter2"))


def test_a_file_created_later_needs_no_restart(tmp_path):
    """The client reads it for each request, so that a screen starts without it and reports the problem."""
    path = tmp_path / "proxy.password"
    client = HttpClient(proxy="http://kiosk@127.0.0.1:1", proxy_password=path)
    limits = ResponseLimits(100)
    with pytest.raises(ProxyError, match="cannot be read: No such file"):
        client.fetch(Request("http://127.0.0.1:9/"), limits)
    path.write_text("hunter2", encoding="utf-8")
    path.chmod(0o600)
    with pytest.raises(ProxyError, match="refused") as bad:
        client.fetch(Request("http://127.0.0.1:9/"), limits)
    assert "hunter2" not in str(bad.value)
    client.close()
