"""The actions that an admin can command, which never reveal a visitor's page."""

import base64
import logging
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QImage

from kiosk.cli.demo import SCREEN
from kiosk.config import Config, Power
from kiosk.device import DeviceApp, remote_actions
from kiosk.device.display_power import DisplayPower
from kiosk.fleet.screen_commands import MAX_PICTURE
from kiosk.printers.printer_address import printer_at
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.sync_messages import SyncOutcome
from kiosk.ui.scene import visible_items
from kiosk.visitor.events import Touched
from tests.printers import receipt_printer
from tests.printers.receipt_printer import ReceiptPrinter
from tests.ui.conftest import turn_until


@pytest.fixture(scope="module")
def state(tmp_path_factory):
    """The first test downloads the feed, and the others use it."""
    return tmp_path_factory.mktemp("state")


@pytest.fixture
def start(qapp, site, state, monkeypatch):
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    started = []

    def make(printer=None, folder=state, **changes):
        url, root = site
        config = Config(feed=url, root=root, screen=SCREEN, state=folder, **changes)
        device = DeviceApp(config, SyncConfig(url, root, folder, SCREEN), printer)
        started.append(device)
        device.start(fullscreen=True)
        turn_until(lambda: device.kiosk.stored.status().shown)
        return device

    yield make
    for each in started:
        each.close()


class Answer:
    """The answer to one command."""

    def __init__(self, device, action):
        self.given = None
        device.remote_actions.run(action, self._take)

    def _take(self, **given):
        assert self.given is None, "answered twice"
        self.given = given

    def wait(self):
        turn_until(lambda: self.given)
        return self.given


def texts(device):
    items = visible_items(device.kiosk.shell.window.contentItem())
    return [item.property("text") for item in items if item.objectName() == "identityName"]


def test_the_id_is_shown_for_ten_seconds_on_top(start):
    device = start()
    assert texts(device) == []
    assert Answer(device, "identify").given == {"done": True, "words": "shows its id for ten seconds"}
    assert texts(device) == [SCREEN]
    assert device.remote_actions._id_shown.interval() == 10_000
    assert device.remote_actions._id_shown.isActive()
    device.remote_actions._id_shown.stop()
    device.remote_actions._id_shown.timeout.emit()
    assert texts(device) == []


def test_a_dark_screen_is_switched_on_to_show_its_id(start, monkeypatch):
    ran = []
    monkeypatch.setattr(DisplayPower, "_run", lambda _self, command: ran.append(command[-1]))
    monkeypatch.setattr("kiosk.device.display_power.is_lit", lambda *_: False)
    device = start(power=Power(), output="HDMI-A-1")
    device.display_power.check()
    assert ran == ["--off"]
    Answer(device, "identify")
    assert ran == ["--off", "--on"]
    device.remote_actions._id_shown.stop()
    device.remote_actions._id_shown.timeout.emit()
    assert ran == ["--off", "--on", "--off"]


@pytest.mark.parametrize("action", ["restart", "screenshot", "test-ticket", "identify"])
def test_no_action_disturbs_or_reveals_a_visit(start, monkeypatch, action):
    device, done = start(), []
    monkeypatch.setattr(device.device_status, "restart", lambda: done.append("restart"))
    monkeypatch.setattr(device.device_status, "print_test", lambda _on_end: done.append("ticket"))
    monkeypatch.setattr(remote_actions, "as_jpeg", lambda *_: done.append("picture"))
    device.kiosk.shell.desk.send(Touched())
    words = "somebody is using the screen; try again later"
    assert Answer(device, action).given == {"done": False, "words": words}
    assert (done, texts(device)) == ([], [])


def test_a_screenshot_is_a_jpeg_of_the_slides_that_fits_in_an_answer(start):
    given = Answer(start(), "screenshot").given
    assert given["done"]
    assert len(given["picture"]) <= MAX_PICTURE
    image = QImage.fromData(base64.b64decode(given["picture"]), "JPEG")
    assert image.width() in {960, 480, 240}


def test_a_screenshot_that_is_too_large_is_scaled_down_and_an_empty_one_is_not_sent(start, monkeypatch):
    device = start()
    monkeypatch.setattr(remote_actions, "as_jpeg", lambda _image, width: bytes(width * 250))
    assert len(base64.b64decode(Answer(device, "screenshot").given["picture"])) == 480 * 250
    monkeypatch.setattr(remote_actions, "as_jpeg", lambda _image, _width: b"")
    given = Answer(device, "screenshot").given
    assert given == {"done": False, "words": "nothing can be drawn", "picture": ""}


def test_a_restart_is_answered_first(start, monkeypatch):
    device, order = start(), []
    monkeypatch.setattr(device.device_status, "restart", lambda: order.append("restart"))
    device.remote_actions.run("restart", lambda **_: order.append("answer"))
    assert order == ["answer", "restart"]


def test_a_poll_reports_the_shown_version(start, tmp_path):
    given = Answer(start(folder=tmp_path), "sync").wait()
    assert given["done"]
    assert given["words"].startswith("up to date, shows version ")


def test_a_failed_poll_reports_why(start, tmp_path, monkeypatch, caplog):
    device = start(folder=tmp_path)
    turn_until(lambda: not device.kiosk.sync.is_running)
    monkeypatch.setattr(device.kiosk.sync._process, "_command", ("false",))
    given = Answer(device, "sync").wait()
    assert (given["done"], "without an outcome" in given["words"]) == (False, True)
    caplog.clear()


def test_a_poll_that_started_before_the_command_does_not_answer_it(start, monkeypatch):
    device, polls = start(), []
    running = SimpleNamespace(is_running=True, stop=lambda: None, start=polls.append)
    monkeypatch.setattr(device.kiosk, "sync", running)
    first = Answer(device, "sync")
    device.kiosk._has_news = False  # the next poll is this test's
    running.is_running = False
    device.kiosk.polled.emit(SyncOutcome())
    assert first.given is None
    device.kiosk.polled.emit(SyncOutcome(problem="no answer"))
    assert first.given == {"done": False, "words": "no answer"}


def test_a_test_ticket_is_printed_or_the_problem_is_reported(start, caplog):
    with ReceiptPrinter() as paper:
        device = start(printer_at(paper.uri))
        turn_until(lambda: device.kiosk.printer.last and device.kiosk.printer.last.paper)
        assert Answer(device, "test-ticket").wait() == {"done": True, "words": "printed"}
        paper.state = receipt_printer.PAPER_OUT
        assert Answer(device, "test-ticket").wait() == {"done": False, "words": "the printer: paper-out"}
    caplog.clear()


def test_a_test_ticket_without_a_printer_is_a_problem(start, caplog):
    given = Answer(start(), "test-ticket").given
    assert given == {"done": False, "words": "there is no printer to test"}
    caplog.clear()


def test_the_log_has_lines_of_the_device_and_none_of_a_visit(start):
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.INFO)
    try:
        device = start()
        assert device.remote_actions  # without a broker, they are created on first use
        logging.getLogger("kiosk.sync.update").info("generation abc is current")
        visited = Answer(device, "logs").given["lines"]
        device.kiosk.shell.desk.send(Touched())
        device.kiosk.shell.desk.happened.emit("topic", "housing")
        logging.getLogger("kiosk.ui.desk.desk").info("housing")
        given = Answer(device, "logs").given
    finally:
        root.setLevel(before)
    assert any("generation abc is current" in line for line in visited)
    assert given["lines"] == visited
    assert given["words"] == f"{len(visited)} lines in the last hour"
