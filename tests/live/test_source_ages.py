"""What doctor, status and the maintenance page tell of the age of the sources."""

from dataclasses import replace
from datetime import timedelta

from kiosk.device.doctor.all_diagnoses import live as diagnose
from kiosk.device.doctor.diagnosis import Health
from kiosk.fleet.screen_status import read_status, troubles, write_status
from kiosk.live.freshness import age_line, source_ages, stale_sources
from tests.fleet.test_screen_status import NOW as REPORTED
from tests.fleet.test_screen_status import WELL
from tests.live.test_active_alerts import FEED, NOW, live


def test_ages_of_the_sources_that_the_feed_names():
    assert source_ages(FEED, live()) == {"vma": NOW}
    assert source_ages(FEED, live(source="other")) == {"vma": None}
    assert age_line("vma", NOW) == "vma: as of 2026-11-24 11:00:00 UTC"
    assert age_line("vma", None) == "vma: not known"


def test_sources_that_are_too_old():
    assert stale_sources(FEED, live(), NOW + timedelta(minutes=10)) == ()
    assert stale_sources(FEED, live(), NOW + timedelta(minutes=11)) == ("vma",)
    assert stale_sources(FEED, live(), None) == stale_sources(FEED, None, NOW) == ("vma",)


def test_doctor_tells_the_age_and_warns_of_an_old_source():
    fine, late = diagnose(FEED, live(), NOW), diagnose(FEED, live(), NOW + timedelta(hours=1))
    assert (fine.health, fine.seen) == (Health.WELL, "vma: as of 2026-11-24 11:00:00 UTC")
    assert (late.health, "too old to be shown: vma" in late.seen) == (Health.WARNING, True)


def test_status_tells_the_age_and_what_is_too_old():
    printed = replace(WELL, live=("vma: as of 2026-11-24 11:00:00 UTC",), stale=("vma",))
    read = read_status(write_status(printed), printed.screen)
    assert (read.live, read.stale) == (printed.live, printed.stale)
    assert "live data too old: vma" in list(troubles(read, online=True, now=REPORTED))
