"""Which screens may install a version: some, then ten, then all; in case of doubt, none."""

from datetime import date

import pytest
from pydantic import ValidationError

from kiosk.feed.upgrade import Upgrade
from kiosk.fleet import upgrade_waves
from kiosk.fleet.upgrade_waves import UpgradePermission, permitted_version, second_wave
from tests import feeds

SCREENS = tuple(f"s{number}" for number in range(1, 31))
DAYS = {"ten_from": "2026-12-03", "all_from": "2026-12-08"}


def feed(**upgrade):
    made = feeds.plain(feeds.feed(screens={name: feeds.screen() for name in SCREENS}))
    return feeds.valid(feeds.Feed, made | ({"upgrade": upgrade} if upgrade else {}))


def takers(fed, today):
    return {name for name in SCREENS if permitted_version(fed, name, today) == "1.2.0"}


@pytest.mark.parametrize(
    ("today", "count"),
    [
        (date(2026, 12, 1), 1),
        (date(2026, 12, 2), 1),
        (date(2026, 12, 3), 10),
        (date(2026, 12, 7), 10),
        (date(2026, 12, 8), 30),
        (date(2027, 12, 8), 30),
        (None, 1),
    ],
)
def test_one_screen_then_ten_then_all(today, count):
    found = takers(feed(version="1.2.0", screens=["s7"], **DAYS), today)
    assert len(found) == count
    assert "s7" in found


def test_a_wave_without_a_date_never_starts():
    late = date(2099, 1, 1)
    assert takers(feed(version="1.2.0", screens=["s7"]), late) == {"s7"}
    assert len(takers(feed(version="1.2.0", screens=["s7"], ten_from="2026-12-03"), late)) == 10
    assert takers(feed(), late) == set()


def test_a_screen_that_is_not_in_the_feed_is_not_upgraded():
    fed = feed(version="1.2.0", screens=["s7"], **DAYS)
    assert permitted_version(fed, "s99", date(2099, 1, 1)) == ""


def test_all_screens_compute_the_same_ten_and_versions_differ():
    def ten(version, screens):
        return set(second_wave(feeds.valid(Upgrade, {"version": version, "screens": ["s7"]}), screens))

    assert ten("1.2.0", SCREENS) == ten("1.2.0", SCREENS[::-1])
    assert ten("1.2.0", SCREENS) != ten("1.3.0", SCREENS)
    assert ten("1.2.0", SCREENS[:7]) == set(SCREENS[:7])


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": "1.2 --allow-unauthenticated"},
        {"version": "../1.2"},
        {"version": "v1"},
        {"version": 1.2},
        {"version": "1" * 61},
        {"screens": []},
        {"screens": list(SCREENS[:11])},
        {"ten_from": "2026-12-03", "all_from": "2026-12-02"},
        {"hours": 4},
    ],
)
def test_an_invalid_upgrade_is_refused(wrong):
    with pytest.raises(ValidationError):
        feed(**({"version": "1.2.0", "screens": ["s7"]} | wrong))


def test_the_file_holds_the_newest_version_and_is_written_once(tmp_path, monkeypatch):
    permission = UpgradePermission(tmp_path)
    permission.note("1.2.0")
    permission.note("")
    assert (tmp_path / "permitted").read_text(encoding="utf-8") == "\n"
    monkeypatch.setattr(upgrade_waves.system, "write_atomically", None)
    permission.note("")


def test_a_failed_write_is_retried(tmp_path, caplog):
    (tmp_path / "run").touch()
    permission = UpgradePermission(tmp_path / "run")
    permission.note("1.2.0")
    assert "cannot record which version" in caplog.text
    caplog.clear()
    (tmp_path / "run").unlink()
    permission.note("1.2.0")
    assert (tmp_path / "run/permitted").read_text(encoding="utf-8") == "1.2.0\n"
