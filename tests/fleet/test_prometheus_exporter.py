import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from prometheus_client import generate_latest

from kiosk.fleet.prometheus_exporter import registry_of
from kiosk.fleet.screen_registry import ScreenEntry
from kiosk.fleet.screen_status import ScreenStatus

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
HALL = ScreenStatus(screen="hall", at=NOW, started=NOW, version='1 "x"\n', generation="abc" * 9)
SILENT = ScreenStatus(screen="door", at=NOW, started=NOW, version="1", clock_trusted=None, printer="")
FILES = Path(__file__).resolve().parents[2] / "deploy" / "prometheus"
NAME = re.compile(r"\binfodisk_\w+")


def text(*status, connected=True):
    entries = [ScreenEntry(each.screen, each, online=True) for each in status]
    return generate_latest(registry_of(lambda: entries, lambda: connected, lambda: NOW)).decode()


def test_prometheus_reads_every_line_and_no_screen_can_forge_one():
    page = text(HALL)
    assert 'infodisk_screen_online{screen="hall"} 1.0\n' in page
    assert 'version="?"' in page
    assert 'version="0.1.0+later"' in text(replace(HALL, version="0.1.0+later"))
    for line in page.splitlines():
        assert re.match(r"(# (HELP|TYPE) )?infodisk_(broker|screen)_", line), line


def test_unknown_values_are_left_out():
    page = text(SILENT)
    assert "infodisk_screen_memory_bytes{" in page
    assert "infodisk_screen_printer_ok{" not in page
    assert "infodisk_screen_clock_trusted{" not in page


def test_expiry_times_are_exported():
    ends = ("admins_signed_until", "site_certificate_until", "broker_certificate_until")
    page = text(replace(HALL, **dict.fromkeys(ends, NOW)))
    for name in ends:
        assert f'infodisk_screen_{name}_timestamp_seconds{{screen="hall"}} {NOW.timestamp():.9e}'[:60] in page
        assert f"infodisk_screen_{name}_timestamp_seconds{{" not in text(HALL)


def test_a_lost_broker_is_exported():
    assert "infodisk_broker_connected 1.0\n" in text(HALL)
    assert "infodisk_broker_connected 0.0\n" in text(HALL, connected=False)


def test_a_slide_creates_no_separate_series():
    assert text(HALL) == text(replace(HALL, slide="hello"))


def test_dashboard_and_alerts_use_existing_metrics():
    page = {line.split()[2] for line in text(HALL).splitlines() if line.startswith("# TYPE")}
    panels = json.loads((FILES / "dashboard.json").read_text(encoding="utf-8"))["panels"]
    asked = set(NAME.findall(" ".join(target["expr"] for panel in panels for target in panel["targets"])))
    alerts = (FILES / "alerts.yaml").read_text(encoding="utf-8")
    asked |= set(NAME.findall(" ".join(re.findall(r"expr: (.*)", alerts))))
    assert len(asked) > 10
    assert asked <= page
