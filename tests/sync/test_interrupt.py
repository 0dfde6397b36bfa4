"""Connections through a proxy, and the interruption of waits."""

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


def test_proxy_receives_absolute_urls_and_the_user_agent(world, proxy):
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
    """Poll in another thread; returns the list that holds the outcome after the thread is joined."""
    outcome = []
    thread = threading.Thread(target=lambda: outcome.append(kiosk.poll()), daemon=True)
    thread.start()
    yield outcome
    thread.join(8)  # without an interrupt it waits for ten seconds or more
    assert not thread.is_alive()


@pytest.mark.parametrize("part", ["timestamp", "targets.json", "media/"])
@pytest.mark.parametrize(
    "head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"], ids=["head", "body"]
)
def test_interrupt_ends_the_wait_for_a_silent_host(world, part, head):
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


def test_interrupt_ends_the_wait_for_a_silent_tls_host(world):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        kiosk = world.kiosk(url=f"https://127.0.0.1:{listener.getsockname()[1]}")
        with polled(kiosk) as outcome:
            silent, _ = listener.accept()
            assert silent.recv(1)  # it greets
            kiosk.close()
        silent.close()
    assert outcome[0].problem == "the request was cancelled"


def test_no_poll_starts_after_close(world):
    kiosk = world.kiosk()
    kiosk.close()
    assert kiosk.poll().problem == "the request was cancelled"
    assert world.server.asked == []


def test_authority_that_cannot_be_read_is_reported(world, tmp_path, warned):
    kiosk = world.kiosk(url="https://127.0.0.1:1", ca=tmp_path / "gone.crt")
    assert "gone.crt does not exist; check ca:" in kiosk.poll().problem
    warned()
