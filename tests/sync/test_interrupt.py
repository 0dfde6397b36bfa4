"""Connections through a proxy, and what ends a wait on them."""

import socket
import threading
from contextlib import contextmanager

import pytest

from tests.sync.authority import Authority
from tests.sync.proxy import WHO, proxying
from tests.sync.world import World, serving


@pytest.fixture
def proxy(tmp_path):
    with proxying(tmp_path) as server:
        yield server


def test_proxy_is_asked_for_whole_addresses_and_given_the_user_agent(world, proxy):
    assert world.kiosk(proxy=proxy.address).poll().problem == ""
    assert {(command, who) for command, _, who in proxy.asked} == {("GET", WHO)}
    assert proxy.asked[0][1] == f"{world.url}/metadata/timestamp.json"


def test_tls_goes_through_the_proxy_in_a_tunnel(tmp_path, proxy):
    authority, made = Authority(tmp_path), World(tmp_path / "world")
    made.publish()
    with serving(made.site, context=authority.context()) as server:
        poll = made.kiosk(url=server.url, ca=authority.path, proxy=proxy.address).poll()
    assert poll.problem == ""
    assert set(proxy.asked) == {("CONNECT", f"127.0.0.1:{server.server_port}", WHO)}
    assert not [path for path in server.asked if "//" in path]


@contextmanager
def polled(kiosk):
    """Poll in another thread; gives what will hold the outcome once that is joined."""
    outcome = []
    thread = threading.Thread(target=lambda: outcome.append(kiosk.poll()), daemon=True)
    thread.start()
    yield outcome
    thread.join(8)  # without an end it waits for ten seconds or more
    assert not thread.is_alive()


@pytest.mark.parametrize("part", ["timestamp", "targets.json", "media/"])
@pytest.mark.parametrize(
    "head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"], ids=["head", "body"]
)
def test_wait_for_a_silent_host_ends_when_it_is_told_to(world, part, head):
    asked, ended = threading.Event(), threading.Event()

    def silence(handler):
        handler.wfile.write(head)
        asked.set()
        ended.wait(25)
        handler.close_connection = True

    world.server.tricks[part] = silence
    kiosk = world.kiosk()
    with polled(kiosk) as outcome:
        assert asked.wait(20)
        kiosk.close()
    ended.set()
    assert outcome[0].problem == "the request was cancelled"
    assert kiosk.status().problem == ""


def test_wait_for_a_silent_host_of_tls_ends_when_it_is_told_to(world):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        kiosk = world.kiosk(url=f"https://127.0.0.1:{listener.getsockname()[1]}")
        with polled(kiosk) as outcome:
            silent, _ = listener.accept()
            assert silent.recv(1)  # it greets
            kiosk.close()
        silent.close()
    assert outcome[0].problem == "the request was cancelled"


def test_no_poll_begins_after_the_end(world):
    kiosk = world.kiosk()
    kiosk.close()
    assert kiosk.poll().problem == "the request was cancelled"
    assert world.server.asked == []


def test_authority_that_cannot_be_read_is_reported(world, tmp_path, warned):
    kiosk = world.kiosk(url="https://127.0.0.1:1", ca=tmp_path / "gone.crt")
    assert "gone.crt does not exist; check ca:" in kiosk.poll().problem
    warned()
