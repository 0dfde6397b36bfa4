"""A whole device with the sample feed: its watchdog, lockdown, counts and status."""

import json
import logging
import shutil
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kiosk.cli.demo import SCREEN
from kiosk.config import Config, FigureDrop
from kiosk.device import DeviceApp, device_status
from kiosk.feed.upgrade import Upgrade
from kiosk.printers.printer import Condition
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.sync_messages import SyncOutcome
from kiosk.sync.updater import Updater
from kiosk.ui.scene import visible_items
from kiosk.usage.counts_file import read_counts
from kiosk.visitor.events import Back, Home, Touched
from tests import days
from tests.ui.conftest import turn_until


def a_second_passes(desk):
    """Advance the desk's clock, so that the next touch counts as a separate one."""
    before = desk._monotonic
    desk._monotonic = lambda: before() + 1


@pytest.fixture(scope="module")
def synced(site, tmp_path_factory):
    """The state of a device that has fetched the feed before."""
    url, root = site
    folder = tmp_path_factory.mktemp("synced")
    Updater(SyncConfig(url, root, folder, SCREEN)).poll()
    return folder


@pytest.fixture
def start(qapp, site, synced, tmp_path, monkeypatch):
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    started = []

    def make(*, is_new=False, **changes):
        url, root = site
        if not is_new and not any(tmp_path.iterdir()):
            shutil.copytree(synced, tmp_path, symlinks=True, dirs_exist_ok=True)
        config = Config(feed=url, root=root, screen=SCREEN, state=tmp_path, **changes)
        device = DeviceApp(config, SyncConfig(url, root, tmp_path, SCREEN))
        started.append(device)
        device.start(fullscreen=True)
        turn_until(lambda: device.kiosk.stored.status().shown and device.kiosk.shell.settled)
        return device

    def end(device):
        started.remove(device)
        device.close()

    make.end = end
    yield make
    for each in started:
        each.close()


def test_a_device_shows_its_feed_fullscreen_and_reports_it(start):
    device = start(is_new=True)
    window = device.kiosk.shell.window
    assert window.windowState() == Qt.WindowState.WindowFullScreen
    status = device.device_status.status()
    assert status.generation == status.shown == device.kiosk.generation_id
    assert status.slide
    assert (status.mode, status.problem, status.in_use) == ("normal", "", False)
    names = [fact.name for fact in device.device_status.facts()]
    assert {"Version", "Innehåll", "Nät", "Skrivare", "Disk"} <= set(names)


def test_staff_see_the_printers_condition_in_words():
    assert device_status.CONDITION_WORDS.keys() == {condition.value for condition in Condition}


def test_the_first_frame_has_its_picture_on_a_display_of_any_size(start, monkeypatch):
    frames = []
    begin = DeviceApp.start

    def watched(device, **how):
        window = device.kiosk.shell.window
        window.frameSwapped.connect(
            lambda: frames.append(window.grabWindow()), Qt.ConnectionType.QueuedConnection
        )
        begin(device, **how)

    monkeypatch.setattr(DeviceApp, "start", watched)
    device = start()
    window = device.kiosk.shell.window
    assert window.width() != device.kiosk.context.screen.resolution.width
    items = visible_items(window.contentItem())
    picture = next(
        each for each in items if each.inherits("QQuickImage") and each.property("whole") is not None
    )
    place = picture.mapRectToScene(picture.boundingRect()).toRect()
    assert place.width() > 300
    assert frames[0].copy(place) == window.grabWindow().copy(place)


def test_a_device_reports_whether_it_trusts_its_clock(start):
    device = start()
    for believed in (False, True):
        device.kiosk.clock_trusted = lambda believed=believed: believed
        assert device.device_status.status().clock_trusted is believed


def test_errors_may_occur_while_they_are_listed(start):
    device = start()
    lines = device.device_status.errors.lines
    lines.extend(("first", "second"))
    messages = []
    for fact in device.device_status._facts():
        if fact.name == "Fel":
            messages.append(fact.value)
            lines.append("meanwhile")
    assert messages[:2] == ["second", "first"]


def test_warnings_from_parts_that_serve_visitors_are_not_in_the_status(start, caplog):
    device = start()
    for name in ("kiosk.printers.print_worker", "kiosk.sync.update"):
        logging.getLogger(name).warning("something")
    assert [line.split(" ", 2)[2] for line in device.device_status.status().errors] == [
        "kiosk.sync.update: something"
    ]
    caplog.clear()


def test_a_requested_end_is_recorded(start, tmp_path):
    device = start()
    history = tmp_path / "health" / "crash_history.json"
    assert json.loads(history.read_text(encoding="ascii"))["running"]
    start.end(device)
    assert json.loads(history.read_text(encoding="ascii")) == {"crashes": 0, "running": ""}


def test_safe_mode_shows_the_last_good_generation_without_pictures(start, tmp_path, caplog):
    start.end(start())
    (tmp_path / "health" / "crash_history.json").write_text(
        json.dumps({"crashes": 3, "running": ""}), encoding="ascii"
    )
    device = start()
    assert device.kiosk.is_safe
    assert device.device_status.status().mode == "safe"
    assert not any(getattr(slide, "picture", None) for slide in device.kiosk.context.feed.slides.values())
    assert "safe mode" in caplog.text
    caplog.clear()


def counted(folder):
    return {(cell.screen, cell.kind, cell.value) for cell in read_counts(folder / "counts.sqlite")}


def test_a_visit_is_counted_when_it_ends_and_deleted_in_time(start, tmp_path):
    device = start()
    desk = device.kiosk.shell.desk
    device.kiosk.clock_trusted = lambda: False
    desk.happened.emit("topic", "at-an-unknown-hour")
    device.kiosk.clock_trusted = lambda: True
    desk.send(Touched())
    desk.happened.emit("topic", "housing")
    device.counter._writer.submit(int).result()  # all pending counts have been written
    assert not counted(tmp_path)
    a_second_passes(desk)
    desk.send(Back())
    visit = {(SCREEN, "visit", "begun"), (SCREEN, "page", "language"), (SCREEN, "topic", "housing")}
    turn_until(lambda: counted(tmp_path) == visit)
    device.counter._clock = lambda: days.now() + timedelta(days=500)
    device.counter.prune()
    turn_until(lambda: not counted(tmp_path))


def test_a_long_visit_is_counted_before_it_ends(start, tmp_path):
    device = start()
    device.kiosk.clock_trusted = lambda: True
    device.kiosk.shell.desk.send(Touched())
    assert device.counter._soon.isActive()
    device.counter._soon.timeout.emit()
    turn_until(lambda: (SCREEN, "visit", "begun") in counted(tmp_path))
    assert not device.counter._soon.isActive()


def test_a_hung_disk_delays_no_touch_and_loses_no_counts(start, tmp_path):
    device, disk = start(), threading.Event()
    device.kiosk.clock_trusted = lambda: True
    device.counter._writer.submit(disk.wait, 60)
    desk = device.kiosk.shell.desk
    desk.send(Touched())
    a_second_passes(desk)
    desk.send(Back())
    assert desk.page == "attract"
    assert not counted(tmp_path)
    disk.set()
    start.end(device)
    assert (SCREEN, "visit", "begun") in counted(tmp_path)


def test_a_kiosk_with_too_much_memory_restarts_when_nobody_is_there(start, monkeypatch, caplog):
    device, left = start(), []
    monkeypatch.setattr(device.device_status, "restart", lambda: left.append("restart"))
    device.restart_if_grown(lambda: 300.0)
    device.kiosk.shell.desk.send(Touched())
    device.restart_if_grown(lambda: 900.0)
    assert left == []
    for _ in range(2):  # the first call reads the state before
        a_second_passes(device.kiosk.shell.desk)
        device.kiosk.shell.desk.send(Home())
    device.restart_if_grown(lambda: 900.0)
    assert left == ["restart"]
    assert "900 MB" in caplog.text
    caplog.clear()


def test_a_device_counts_its_running_time_and_its_slides(start, tmp_path):
    device = start()
    device.kiosk.clock_trusted = lambda: True
    ticks = device.play._monotonic
    device.play._monotonic = lambda: ticks() + 60
    start.end(device)
    assert {(SCREEN, "running", "screen")} < counted(tmp_path)
    assert any(kind == "slide" for _, kind, _ in counted(tmp_path))


def test_figures_are_uploaded_to_the_configured_host(start, tmp_path_factory):
    secret = tmp_path_factory.mktemp("secret") / "password"
    secret.write_text("secret", encoding="ascii")
    secret.chmod(0o600)
    device = start(figures_drop=FigureDrop(url="https://drop.example/figures", password=secret))
    device._release_figures()
    assert device._upload._timer.isActive()


def test_a_screen_without_a_broker_releases_its_figures_too(start):
    device = start()
    turn_until(device._later.isActive)
    device._later.timeout.emit()
    assert device._figures._timer.isActive()


def test_a_new_version_keeps_the_display_on_until_it_is_proven(start, tmp_path):
    start.end(start())
    (tmp_path / "health/proven_version").write_text("0.0.1 drawn\n", encoding="ascii")
    device = start()
    assert device._is_needed()
    assert device.kiosk.generation_id == device.kiosk.stored.status().shown
    device.watchdog._proof_timer.timeout.emit()
    assert not device._is_needed()
    assert not device.kiosk._on_trial


def test_the_permitted_version_is_written_for_the_upgrade(start, tmp_path):
    device = start()
    permitted = tmp_path / "health/permitted"
    for screen, version in ((SCREEN, "9.0"), ("another", "")):
        upgrade = Upgrade(version="9.0", screens=(screen,))
        context = device.kiosk.context
        device.kiosk.context = replace(context, feed=replace(context.feed, upgrade=upgrade))
        device.kiosk.polled.emit(SyncOutcome())
        assert permitted.read_text(encoding="utf-8").strip() == version
