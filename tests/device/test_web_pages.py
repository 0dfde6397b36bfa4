"""When each web page is captured, and how failures are reported, with a fake renderer."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.device import web_pages as pages
from kiosk.device.display_settings import DisplaySettings
from kiosk.device.web_pages import WebPages
from kiosk.feed.slides import WebSlide
from kiosk.sync.sync_config import SyncConfig
from kiosk.webshot.render_request import RenderResult, WebError
from tests import days
from tests.ui.conftest import sample_feed, turn_until
from tests.ui.slides.test_player import playing, quick

ALLOWED = DisplaySettings(web=True)
HOSTS = ("kartor.example", "tider.example")
MAP = WebSlide(kind="web", url="https://kartor.example/", zoom=2.0)
TIMES = WebSlide(kind="web", url="https://tider.example/", reload_every=60.0)


class Obeying:
    """A renderer client whose results the test chooses."""

    def __init__(self):
        self.orders, self.answers = [], {}

    def take(self, order):
        self.orders.append(order)
        answer = self.answers.get(order.url, b"a picture")
        if isinstance(answer, str):
            raise WebError(answer)
        if isinstance(answer, Exception):
            raise answer
        return answer, RenderResult(len(answer), refused=("else.example",))

    def close(self):
        pass

    def urls(self):
        return [order.url for order in self.orders]


@pytest.fixture
def web(screen_of, context_of, tmp_path, monkeypatch, caplog):
    """A device with two web slides, which are captured when a test calls `check`."""
    monkeypatch.setattr(pages, "has_renderer", lambda: True)
    monkeypatch.setattr(pages, "CHECK_MS", 3_600_000)
    opened = []

    def make(device=ALLOWED, **slides):
        slides = slides or {"map": MAP, "times": TIMES}
        feed = playing(quick(sample_feed()), "welcome", *slides)
        changes = {"slides": {**feed.slides, **slides}, "web_hosts": HOSTS}
        context = context_of("torget-window", feed=replace(feed, **changes))
        screen = screen_of(context)
        config = SyncConfig("https://feed.example/", tmp_path / "root.json", tmp_path, "torget-window")
        made = WebPages(config, device, screen.shell, days.now, screen.shell)
        made.renderer_client = Obeying()
        opened.append(made)
        caplog.set_level(logging.INFO, "kiosk.device.web_pages")
        made.use(context)
        made.context = context
        return made

    yield make
    for each in opened:
        each.close()


def check(web):
    """Call `check`, and wait for the result if a page is due."""
    before, logged = web._taking, []
    hearing = web.tried.connect(lambda *_: logged.append(1))
    web.check()
    turn_until(lambda: logged or web._taking is before)
    web.tried.disconnect(hearing)


def test_a_request_contains_size_url_and_hosts(web):
    made = web(device=DisplaySettings(web=True, web_hosts=frozenset(["kartor.example"])))
    check(made)
    (order,) = made.renderer_client.orders
    assert (order.url, order.zoom, order.hosts) == (MAP.url, 2.0, ("kartor.example",))
    assert order.width == 1920
    assert 900 < order.height < 1080  # there is a bar below the slide


def test_pages_are_captured_in_turn_and_again_when_due(web):
    made = web()
    for _ in range(3):
        check(made)
    assert made.renderer_client.urls() == [MAP.url, TIMES.url]
    assert made.picture(MAP).toLocalFile()
    made._pages["times"].due -= 61
    check(made)
    assert made.renderer_client.urls() == [MAP.url, TIMES.url, TIMES.url]


def test_after_a_restart_only_due_pages_are_captured(web):
    made = web()
    check(made)
    check(made)
    later = days.now() + timedelta(seconds=100)
    made._clock = lambda: later
    made._pages.clear()
    made.use(made.context)
    check(made)
    check(made)
    assert made.renderer_client.urls() == [MAP.url, TIMES.url, TIMES.url]


def test_nothing_is_captured_while_a_visitor_is_there(web):
    made = web()
    made._shell.player.pause()
    check(made)
    assert made.renderer_client.orders == []


def test_a_failing_page_is_reported_once_and_retried_ever_later(web, caplog):
    made = web(map=MAP)
    made.renderer_client.answers[MAP.url] = "the host returned status 500"
    rests = []
    for _ in range(9):
        made._pages["map"].due = 0
        check(made)
        rests.append(made._pages["map"].due - pages.time.monotonic())
    assert [round(rest) for rest in rests] == [15, 30, 60, 120, 240, 300, 300, 300, 300]
    made._pages["map"].failures = 10_000  # a month without the network
    made._pages["map"].due = 0
    check(made)
    assert round(made._pages["map"].due - pages.time.monotonic()) == 300
    assert made.problem == "map: the host returned status 500"
    del made.renderer_client.answers[MAP.url]
    made._pages["map"].due = 0
    check(made)
    assert made.problem == ""
    assert [record.getMessage() for record in caplog.records] == [
        "web slide map: the host returned status 500",
        "web slide map is drawn again",
        "web slide map was refused else.example",
    ]
    caplog.clear()


def test_a_bug_is_reported_and_retried_like_any_failure(web, caplog):
    made = web(map=MAP)
    made.renderer_client.answers[MAP.url] = KeyError("nobody thought of this")
    check(made)
    assert made.problem == "map: fault in the program: KeyError"
    assert made._pages["map"].due > pages.time.monotonic()
    assert "nobody thought of this" in caplog.text
    caplog.clear()


def test_authorities_may_have_non_ascii_names(web, tmp_path):
    made = web(map=MAP)
    ca = tmp_path / "ca.pem"
    ca.write_text("Hässelby\n-----BEGIN CERTIFICATE-----\n", encoding="utf-8")
    made._sync = replace(made._sync, ca=ca)
    check(made)
    (order,) = made.renderer_client.orders
    assert order.authorities.endswith("\n-----BEGIN CERTIFICATE-----\n")


def test_a_full_disk_is_reported(web, monkeypatch, caplog):
    made = web(map=MAP)
    monkeypatch.setattr(
        made._picture_cache, "keep", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left"))
    )
    check(made)
    assert "No space left" in made.problem
    caplog.clear()


def test_pictures_are_deleted_with_their_slides(web, context_of):
    made = web()
    check(made)
    check(made)
    feed = made.context.feed
    without = context_of("torget-window", feed=playing(feed, "welcome"))
    made.use(without, safe=True)
    assert not made.picture(MAP).isEmpty()
    made.use(context_of("torget-window", feed=playing(feed, "welcome", "times")))
    assert made.picture(MAP).isEmpty()
    assert not made.picture(TIMES).isEmpty()
    made.use(without)
    assert made.picture(TIMES).isEmpty()


def test_a_device_that_does_not_allow_web_pages_says_so_once(web, caplog):
    made = web(device=DisplaySettings())
    made.use(made.context)
    check(made)
    assert made.renderer_client.orders == []
    assert "does not allow" in made.problem
    assert len(caplog.records) == 1
    caplog.clear()


def test_a_missing_renderer_is_reported(web, monkeypatch, caplog):
    made = web()
    monkeypatch.setattr(pages, "has_renderer", lambda: False)
    made.use(made.context)
    assert "not installed" in made.problem
    assert made.problem in caplog.text
    caplog.clear()
