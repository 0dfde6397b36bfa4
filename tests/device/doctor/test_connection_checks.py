import socket
import tracemalloc

import pytest

from kiosk.cli.demo import publish_sample
from kiosk.config import Config
from kiosk.device.doctor import Health, connection_checks
from kiosk.net.exchange import ResponseLimits
from kiosk.resources import sample_feed
from tests.net.raw_server import drips, raw_server


@pytest.fixture
def config(site, tmp_path):
    url, root = site

    def make(**changes):
        return Config(**{"feed": url, "root": root, "screen": "torget-desk", "state": tmp_path, **changes})

    return make


def diagnosed(config):
    return {finding.subject: finding for finding in connection_checks.reach(config)}


def test_a_reachable_signed_feed_is_well(config):
    found = diagnosed(config())
    assert {each.health for each in found.values()} == {Health.WELL}
    assert "signature is valid" in found["keys"].seen


def test_keys_of_another_feed_are_reported(config, tmp_path):
    other = publish_sample(sample_feed(), tmp_path / "site", tmp_path / "keys")
    found = diagnosed(config(root=other))
    assert found["keys"].health is Health.WRONG
    assert "root.json" in found["keys"].remedy


def test_a_wrong_address_is_reported(config, site):
    found = diagnosed(config(feed=f"{site[0]}/nothing"))
    assert "HTTP 404" in found["feed"].seen


def test_a_host_that_does_not_answer_is_reported(config):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found = diagnosed(config(feed=f"http://127.0.0.1:{free.getsockname()[1]}"))
    assert found["feed"].health is Health.WRONG


def test_a_proxy_that_does_not_answer_is_reported_as_such(config):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        proxy = f"127.0.0.1:{free.getsockname()[1]}"
        found = diagnosed(config(proxy=f"http://kiosk@{proxy}"))
    assert found["proxy"].seen == f"http://kiosk@{proxy}: no answer: 127.0.0.1: Connection refused"


def test_an_endless_response_takes_no_memory(config):
    def endless(connection, server):
        server.head(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(300):
            connection.sendall(bytes(1 << 20))

    tracemalloc.start()
    try:
        with raw_server(endless) as server:
            found = diagnosed(config(feed=server.url))
        assert tracemalloc.get_traced_memory()[1] < 32 << 20
    finally:
        tracemalloc.stop()
    assert "more than" in found["feed"].seen


@pytest.mark.parametrize("before", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n"])
def test_a_response_sent_byte_by_byte_is_abandoned(config, monkeypatch, before):
    monkeypatch.setattr(connection_checks, "LIMITS", ResponseLimits(max_bytes=1 << 20, total_s=0.2))
    with raw_server(drips(before, b"x")) as server:
        found = diagnosed(config(feed=server.url))
    assert "too slow" in found["feed"].seen


def test_an_unknown_host_ends_the_check(config):
    found = diagnosed(config(feed="https://feed.invalid"))
    assert list(found) == ["names"]
    assert found["names"].remedy
