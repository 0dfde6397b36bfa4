"""A real Prometheus reads the exporter, the alerts and every question of the dashboard."""

import json
import queue
import re
import subprocess
import threading
import urllib.parse
import urllib.request
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.fleet import prometheus_exporter
from kiosk.fleet.screen_registry import ScreenEntry
from kiosk.fleet.screen_status import ScreenStatus
from tests import days

HERE = Path(__file__).parent
FILES = HERE.parents[1] / "deploy" / "prometheus"
RULES_TEST = HERE / "alerts_test.yaml"
PATIENCE_S = 60


def hall():
    """What a screen says now, by the real time: Prometheus compares it with its own clock."""
    now = days.now()
    return ScreenStatus(
        screen="hall",
        at=now,
        started=now,
        version='1 "å"',
        generation="abc",
        mode="safe",
        reached_at=now,
        signed_until=now + timedelta(days=30),
        printer="escpos://192.0.2.7",
        clock_trusted=True,
        disk_free=10**9,
        temperature_c=41.5,
    )


def promtool(*words):
    return subprocess.run(["promtool", *words], cwd=FILES, capture_output=True, text=True, check=False)


def test_prometheus_takes_the_examples():
    done = promtool("check", "config", "prometheus.yaml")
    assert done.returncode == 0, done.stderr
    assert "rules found" in done.stdout


def test_each_alert_is_raised_by_its_trouble_and_by_no_other():
    alerts = set(re.findall(r"alert: (\w+)", (FILES / "alerts.yaml").read_text(encoding="utf-8")))
    tried = re.findall(r"- alertname: (\w+)\n.*\n +exp_alerts:", RULES_TEST.read_text(encoding="utf-8"))
    assert set(tried) == alerts
    done = promtool("test", "rules", str(RULES_TEST))
    assert done.returncode == 0, done.stdout + done.stderr


class Scrapes:
    """What the exporter is asked for, and how often it was."""

    def __init__(self):
        self.count, self.came = 0, threading.Condition()

    def entries(self):
        with self.came:
            self.count += 1
            self.came.notify_all()
        return [ScreenEntry("hall", hall(), online=True)]

    def wait_for(self, count):
        with self.came:
            assert self.came.wait_for(lambda: self.count >= count, PATIENCE_S)


@contextmanager
def prometheus(folder, port):
    """Run one with the example's configuration, faster, on a port of its own; gives its address."""
    metrics = (FILES / "prometheus.yaml").read_text(encoding="utf-8")
    metrics = metrics.replace("30s", "1s").replace("127.0.0.1:9464", f"127.0.0.1:{port}")
    metrics = metrics.replace("alerts.yaml", str(FILES / "alerts.yaml"))
    (folder / "prometheus.yaml").write_text(
        f"global: {{evaluation_interval: 1s}}\n{metrics}", encoding="utf-8"
    )
    words = ("--config.file=prometheus.yaml", "--storage.tsdb.path=data", "--web.listen-address=127.0.0.1:0")
    with subprocess.Popen(["prometheus", *words], cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        sent = queue.SimpleQueue()
        reader = threading.Thread(target=read, args=(process.stderr, sent))
        reader.start()
        try:
            address = sent.get(timeout=PATIENCE_S)
            assert address, "prometheus ended before it listened"
            yield address
        finally:
            process.terminate()
            reader.join()


def read(log, sent):
    """Say the address that it listens at, and nothing when its log ends."""
    for line in log:
        if found := re.search(r"Listening on\S* address=(127\.0\.0\.1:\d+)", line):
            sent.put(found[1])
    sent.put("")


def ask(where, path, **words):
    query = urllib.parse.urlencode(words)
    with urllib.request.urlopen(f"http://{where}/api/v1/{path}?{query}", timeout=PATIENCE_S) as answer:
        return json.load(answer)["data"]


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    scrapes = Scrapes()
    with (
        prometheus_exporter.serve_metrics(scrapes.entries, lambda: True, "127.0.0.1", 0) as port,
        prometheus(tmp_path_factory.mktemp("prometheus"), port) as where,
    ):
        scrapes.wait_for(3)  # then the first ones have been taken in
        yield where, scrapes


def test_every_question_of_the_dashboard_has_an_answer(real):
    where, _ = real
    panels = json.loads((FILES / "dashboard.json").read_text(encoding="utf-8"))["panels"]
    for panel in panels:
        for target in panel["targets"]:
            assert ask(where, "query", query=target["expr"])["result"], target["expr"]


def test_what_a_screen_says_comes_whole(real):
    where, _ = real
    (info,) = ask(where, "query", query="infodisk_screen_info")["result"]
    assert info["metric"]["version"] == "?"
    (online,) = ask(where, "query", query="infodisk_screen_temperature_celsius")["result"]
    assert (online["metric"]["screen"], online["value"][1]) == ("hall", "41.5")


def test_an_alert_is_raised(real):
    where, scrapes = real
    firing = []
    while not firing and scrapes.count < PATIENCE_S:
        scrapes.wait_for(scrapes.count + 1)
        rules = ask(where, "rules")["groups"][0]["rules"]
        firing = [rule["name"] for rule in rules if rule["state"] == "firing"]
    assert firing == ["SafeMode"]
    assert {rule["health"] for rule in rules} == {"ok"}
