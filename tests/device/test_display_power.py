"""When the display is on, and the commands that switch it."""

import os
from datetime import UTC, datetime

import pytest

from kiosk import resources
from kiosk.cli.icons import icons
from kiosk.config import Config, Power
from kiosk.device.display_power import DisplayPower, is_lit, power_command
from kiosk.publish.folder_source import check_folder
from kiosk.ui.screen_context import ScreenContext
from tests import prepared
from tests.ui.conftest import turn_until

OPEN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
POWER = Power(before=900.0, after=900.0)


@pytest.fixture(scope="module")
def context():
    feed = check_folder(resources.sample_feed(), icons()).feed
    return ScreenContext(prepared.shown(feed), "torget-desk", prepared.sample().locate)


def config(**changes):
    return Config(feed="https://feed.example", screen="torget-desk", **changes)


def test_a_screen_is_on_during_and_around_opening_hours(context):
    assert is_lit(context, POWER, OPEN)
    assert not is_lit(context, POWER, NIGHT)
    assert is_lit(context, Power(before=12 * 3600.0), NIGHT)


def test_a_screen_is_always_on_without_hours_or_settings(context):
    assert is_lit(None, POWER, NIGHT)
    assert is_lit(context, None, NIGHT)


@pytest.mark.parametrize(
    ("by", "lit", "words"),
    [
        ("wlr-randr", False, ["wlr-randr", "--output", "HDMI-A-1", "--off"]),
        ("wlr-randr", True, ["wlr-randr", "--output", "HDMI-A-1", "--on"]),
        ("cec", False, ["cec-ctl", "--to", "0", "--standby"]),
        ("cec", True, ["cec-ctl", "--to", "0", "--image-view-on"]),
    ],
)
def test_each_method_has_its_command(by, lit, words):
    assert power_command(config(power=Power(by=by)), "HDMI-A-1", lit=lit) == words


def test_only_a_change_runs_a_command_and_the_end_switches_the_screen_on(qapp, context, monkeypatch):
    ran, now = [], [OPEN]
    monkeypatch.setattr(DisplayPower, "_run", lambda _self, command: ran.append(command[-1]))
    light = DisplayPower(config(power=POWER), lambda: context, lambda: now[0], lambda: "HDMI-A-1")
    light.start()
    light.check()
    assert ran == ["--on"]  # the previous run may have left it off
    now[0] = NIGHT
    light.check()
    light.check()
    assert (ran, light.lit) == (["--on", "--off"], False)
    light.stop()
    assert ran == ["--on", "--off", "--on"]


@pytest.mark.parametrize("why", ["needed", "doubted"])
def test_a_user_or_an_untrusted_clock_keeps_the_screen_on(qapp, context, monkeypatch, why):
    ran = []
    monkeypatch.setattr(DisplayPower, "_run", lambda _self, command: ran.append(command[-1]))
    light = DisplayPower(
        config(power=POWER),
        lambda: context,
        lambda: None if why == "doubted" else NIGHT,
        lambda: "HDMI-A-1",
        needed=lambda: why == "needed",
    )
    light.start()
    light.stop()
    assert ran == ["--on"]


def test_a_missing_tool_is_reported(qapp, context, monkeypatch, caplog):
    monkeypatch.setattr("shutil.which", lambda _name: None)
    light = DisplayPower(config(power=POWER), lambda: context, lambda: NIGHT, lambda: "HDMI-A-1")
    light.check()
    assert "wlr-randr is not installed" in caplog.text
    caplog.clear()


def test_the_last_known_connector_is_used_and_none_if_unknown(qapp, context, monkeypatch):
    ran, now, plugged = [], [OPEN], [""]
    monkeypatch.setattr(DisplayPower, "_run", lambda _self, command: ran.append(command[-2:]))
    light = DisplayPower(config(power=POWER), lambda: context, lambda: now[0], lambda: plugged[0])
    light.start()
    assert (ran, light.lit) == ([], True)
    plugged[0], now[0] = "HDMI-A-1", NIGHT
    light.check()
    plugged[0] = ""  # a display that is off is not listed
    light.stop()
    assert ran == [["HDMI-A-1", "--off"], ["HDMI-A-1", "--on"]]


@pytest.fixture
def tool(tmp_path, monkeypatch):
    """A wlr-randr that behaves as the test specifies."""

    def make(does):
        path = tmp_path / "wlr-randr"
        path.write_text(f"#!/bin/sh\n{does}\n", encoding="ascii")
        path.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    return make


@pytest.mark.parametrize("does", ["echo this compositor cannot >&2; exit 1", "kill -9 $$"])
def test_a_screen_that_stays_on_is_not_reported_as_off(qapp, context, tool, caplog, does):
    tool(does)
    light = DisplayPower(config(power=POWER), lambda: context, lambda: NIGHT, lambda: "HDMI-A-1")
    light.start()
    assert not light.lit
    turn_until(lambda: light.lit)
    assert "the screen stays as it is: wlr-randr says" in caplog.text
    assert ("this compositor cannot" in caplog.text) is ("cannot" in does)
    caplog.clear()
    light.stop()
    assert caplog.text == ""


def test_switching_on_is_retried_at_the_next_check(qapp, context, tool, tmp_path, caplog):
    tool(f"echo $3 >>{tmp_path}/told; test $3 = --off -o -e {tmp_path}/mended")
    now = [NIGHT]
    light = DisplayPower(config(power=POWER), lambda: context, lambda: now[0], lambda: "HDMI-A-1")
    light.check()
    now[0] = OPEN
    for _ in range(3):
        light.check()
        turn_until(light._is_free)
        assert not light.lit
    assert caplog.text.count("the screen stays as it is") == 1
    (tmp_path / "mended").touch()
    light.check()
    turn_until(light._is_free)
    light.check()
    assert light.lit
    assert (tmp_path / "told").read_text().split() == ["--off"] + ["--on"] * 4
    caplog.clear()


def test_no_change_is_lost_during_a_slow_command(qapp, context, tool, tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.device.display_power.PATIENCE_MS", 1)
    os.mkfifo(tmp_path / "end")
    tool(f"echo $3 >>{tmp_path}/told; test $3 = --on || read line <{tmp_path}/end")
    now = [NIGHT]
    light = DisplayPower(config(power=POWER), lambda: context, lambda: now[0], lambda: "HDMI-A-1")
    light.check()
    now[0] = OPEN
    light.check()
    assert not light.lit
    (tmp_path / "end").write_text("\n", encoding="ascii")
    turn_until(lambda: light.check() or light.lit)
    turn_until(light._is_free)
    assert (tmp_path / "told").read_text().split() == ["--off", "--on"]


def test_stop_waits_until_the_screen_is_on(qapp, context, tool, tmp_path):
    tool(f"echo $3 >>{tmp_path}/told")
    light = DisplayPower(config(power=POWER), lambda: context, lambda: NIGHT, lambda: "HDMI-A-1")
    light.start()
    light.stop()
    assert sorted((tmp_path / "told").read_text().split()) == ["--off", "--on"]
