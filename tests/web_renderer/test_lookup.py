"""Name look-ups for web pages: which addresses are allowed, and which of them the renderer is given."""

import socket

import pytest

from kiosk.feed.private_hosts import is_written_private
from kiosk.web_renderer import chromium, lookup
from kiosk.web_renderer.lookup import ResolvedHost, look_up
from kiosk.webshot.render_request import RenderRequest, WebError, allowed_hosts

PUBLIC, OTHER, SIX = "1.1.1.1", "9.9.9.9", "2606:4700::1111"


def resolving(**known):
    asked = []

    def resolve(host, _port):
        asked.append(host)
        if host not in known:
            raise socket.gaierror(-2, "unknown")
        return known[host]

    resolve.asked = asked
    return resolve


@pytest.fixture
def answers(monkeypatch):
    """Record connection attempts, and refuse all of them."""
    tried = []

    def connect(where, _timeout):
        tried.append(where[0])
        raise OSError("refused")

    monkeypatch.setattr(socket, "create_connection", connect)
    return tried


def test_a_private_address_is_used_only_if_the_device_names_the_host():
    resolve = resolving(inside=["10.0.0.7"], outside=[PUBLIC])
    found = look_up(["inside", "outside"], [], resolve)
    assert found["outside"] == ResolvedHost(PUBLIC)
    assert found["inside"] == ResolvedHost(problem="its address 10.0.0.7 is not on the internet")
    assert look_up(["inside"], ["inside"], resolve)["inside"] == ResolvedHost("10.0.0.7")


def test_of_public_and_private_addresses_only_public_ones_are_used(answers):
    assert look_up(["both"], [], resolving(both=["127.0.0.1", PUBLIC, "::1"]))["both"] == ResolvedHost(PUBLIC)
    assert answers == []


def test_of_several_addresses_one_that_answers_is_chosen(answers, monkeypatch):
    assert look_up(["many"], [], resolving(many=[SIX, PUBLIC]))["many"] == ResolvedHost(SIX)
    assert answers == [SIX, PUBLIC]

    def connect(where, _timeout):
        if where[0] == SIX:
            raise OSError("unreachable")
        return socket.socket()

    monkeypatch.setattr(socket, "create_connection", connect)
    assert look_up(["many"], [], resolving(many=[SIX, PUBLIC]))["many"] == ResolvedHost(PUBLIC)


def test_a_port_must_be_named_too():
    assert look_up(["inside:8443"], ["inside"], resolving(inside=["10.0.0.7"]))["inside:8443"].problem


@pytest.mark.parametrize("found", [{}, {"gone": []}])
def test_an_unknown_host_is_reported(found):
    assert look_up(["gone"], [], resolving(**found))["gone"].problem


def test_a_slow_name_service_does_not_delay_other_hosts(monkeypatch):
    import threading  # noqa: PLC0415  # only here

    monkeypatch.setattr(lookup, "LOOKUP_S", 0.01)
    go = threading.Event()

    def resolve(host, _port):
        if host == "slow":
            go.wait(30)
        return [PUBLIC]

    try:
        assert "does not answer" in look_up(["slow"], [], resolve)["slow"].problem
    finally:
        go.set()


def request_for(*hosts, url="https://kartor.example/", **more):
    return RenderRequest(url, 800, 600, hosts, **more)


def test_the_renderer_is_given_one_address_per_host_and_no_name_service(monkeypatch):
    resolve = resolving(**{"kartor.example": [PUBLIC], "six.example": [SIX], "inside.example": ["10.0.0.7"]})
    monkeypatch.setattr(chromium, "look_up", lambda hosts, named: look_up(hosts, named, resolve))
    usable, addresses = chromium.permitted(request_for("kartor.example", "six.example", "inside.example"))
    assert usable.hosts == ("kartor.example", "six.example")
    flags = chromium.flags(usable, addresses)
    assert f'rules=MAP kartor.example {PUBLIC}, MAP six.example [{SIX}], MAP * ~NOTFOUND"' in flags
    assert "EXCLUDE" not in flags
    resolve.asked.clear()


def test_a_page_at_a_private_address_is_not_rendered(monkeypatch):
    resolve = resolving(**{"kartor.example": ["192.168.1.1"]})
    monkeypatch.setattr(chromium, "look_up", lambda hosts, named: look_up(hosts, named, resolve))
    with pytest.raises(WebError, match=r"192\.168\.1\.1 is not on the internet; web_hosts in kiosk.yaml"):
        chromium.permitted(request_for("kartor.example"))
    assert chromium.permitted(request_for("kartor.example", named=("kartor.example",)))[1] == {
        "kartor.example": "192.168.1.1"
    }


def test_the_error_for_a_host_that_is_not_allowed_names_the_remedy():
    with pytest.raises(WebError, match=r"kartor\.example:8443: it is not among the hosts.*web_hosts"):
        chromium.permitted(request_for(url="https://kartor.example:8443/"))


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "10.0.0.7:8443", "localhost", "a.localhost", "nas.local"),
        *("2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "127.1", "10.7", "192.168.257"),
        *("0xa9.254.0251.254", "0", "router", "intranet:8443", "nas.lan", "x.home.arpa", "a.corp"),
    ],
)
def test_private_names_are_not_requested_through_a_proxy(host):
    request = request_for(host, url=f"https://{host}/", proxy="http://proxy.example:3128")
    assert is_written_private(host)
    with pytest.raises(WebError, match="not on the internet"):
        chromium.permitted(request)


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "localhost"])
def test_other_notations_of_loopback_addresses_are_refused(host):
    """Uses the real C library, which sends no query to a server for these."""
    assert look_up([host], [])[host].address == ""


def test_with_a_proxy_only_the_proxy_is_resolved():
    request = request_for("kartor.example", proxy="http://a:b@proxy.example:3128")
    flags = chromium.flags(*chromium.permitted(request))
    assert '"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE proxy.example"' in flags


def test_another_port_is_allowed_only_if_the_device_names_it():
    feed = ("kartor.example", "kartor.example:8443", "tider.example")
    assert allowed_hosts(feed, ()) == ("kartor.example", "tider.example")
    assert allowed_hosts(feed, {"kartor.example:8443"}) == ("kartor.example:8443",)
