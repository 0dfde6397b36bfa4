import threading

import pytest

from kiosk.booking.sources import source_http as module
from kiosk.booking.sources.source_errors import BadAnswer, NoAnswer, Refused, TooOften
from kiosk.booking.sources.source_http import CallLimit, SourceClient, checked_url
from tests.booking.sources.stub import Reply, serving


@pytest.fixture
def web():
    made = SourceClient()
    yield made
    made.close()


def asked_of(web, reply):
    with serving(lambda _asked: reply) as server:
        return web.request(server.url)


def test_answer_has_its_body_and_tag(web):
    answer = asked_of(web, Reply(b"body", headers={"ETag": '"1"'}))
    assert (answer.body, answer.etag, answer.unchanged) == (b"body", '"1"', False)


@pytest.mark.parametrize(
    ("status", "error", "message"),
    [
        (401, Refused, r"refuses \(401\)"),
        (404, Refused, r"refuses \(404\)"),
        (500, NoAnswer, r"in trouble \(500\)"),
        (503, NoAnswer, r"in trouble \(503\)"),
    ],
)
def test_status_says_what_is_wrong(web, status, error, message):
    with pytest.raises(error, match=message):
        asked_of(web, Reply(status=status))


@pytest.mark.parametrize("status", [201, 204, 206, 300])
def test_status_that_means_nothing_here_is_reported(web, status):
    with pytest.raises(BadAnswer, match=f"the unexpected status {status}"):
        asked_of(web, Reply(status=status))


@pytest.mark.parametrize(
    ("after", "seconds"),
    [
        ("120", 120), ("0", 10), ("999999999999", 3600), ("soon", 60), ("", 60), ("-5", 60), ("²", 60),
        ("Fri, 01 Jan 2100 00:00:00 GMT", 3600),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 10),
    ],
)  # fmt: skip
def test_server_that_is_asked_too_often_says_until_when(web, after, seconds):
    with pytest.raises(TooOften) as bad:
        asked_of(web, Reply(status=429, headers={"Retry-After": after.encode("utf-8").decode("latin-1")}))
    assert bad.value.seconds == seconds


def test_credentials_follow_no_redirection(web):
    with serving(lambda _asked: Reply(b"stolen")) as other:
        reply = Reply(status=302, headers={"Location": f"{other.url}/there"})
        with serving(lambda _asked: reply) as server, pytest.raises(Refused, match="moved"):
            web.request(server.url, auth=(b"user", b"secret"))
        assert not other.asked


def test_too_much_is_refused_before_it_is_all_here(web, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 1 << 20)
    with pytest.raises(BadAnswer, match="more than 1 MiB"):
        asked_of(web, Reply(b"x" * (3 << 20)))


def test_what_comes_too_slowly_is_given_up():
    web = SourceClient(deadline_s=0)
    with pytest.raises(NoAnswer, match="too slow: 0 bytes in 0 s"):
        asked_of(web, Reply(b"slow"))
    web.close()


def test_server_that_is_silent_is_given_up(web, monkeypatch):
    monkeypatch.setattr(module, "SILENCE_S", 0.05)
    given_up = threading.Event()

    def ask():
        with serving(lambda _asked: Reply(b"late", waits_for=given_up)) as server:
            try:
                web.request(server.url)
            finally:
                given_up.set()

    with pytest.raises(NoAnswer, match=r"the host sent nothing for 0\.05 s"):
        ask()


def test_body_that_ends_early_is_no_answer(web):
    with pytest.raises(NoAnswer):
        asked_of(web, Reply(b"half", headers={"Content-Length": "8", "Connection": "close"}))


def test_number_of_calls_is_bounded():
    web = SourceClient(CallLimit(2, 60))
    with serving(lambda _asked: Reply()) as server:
        web.request(server.url)
        web.request(server.url)
        with pytest.raises(BadAnswer, match="more than 2 calls"):
            web.request(server.url)
        assert len(server.asked) == 2


def test_nobody_there(web):
    with serving(lambda _asked: Reply()) as server:
        gone = server.url
    with pytest.raises(NoAnswer, match=r"no answer: 127\.0\.0\.1: Connection refused"):
        web.request(gone)


@pytest.mark.parametrize(
    "url",
    [
        "http://cal.example/",
        "ftp://cal.example/",
        "https://user:secret@cal.example/",
        "cal.example",
        "https://",
    ],
)
def test_addresses_that_are_not_safe_are_refused(web, url):
    with pytest.raises(ValueError, match="expected an address"):
        checked_url(url)
    with pytest.raises(Refused, match="expected an address"):
        web.request(url)


@pytest.mark.parametrize(
    "url", ["https://cal.example/x", "http://127.0.0.1:5232/", "http://[::1]/", "http://localhost/"]
)
def test_addresses_that_are_safe(url):
    assert checked_url(url) == url
