import logging
import subprocess
import sys

import pytest

from kiosk.fleet.crash_report import CrashRecorder

CRASH = """
import logging, os, sys
from pathlib import Path
from kiosk.fleet.crash_report import CrashRecorder
logging.getLogger().setLevel(logging.INFO)
CrashRecorder(Path(sys.argv[1]), Path(sys.argv[1])).record()
logging.getLogger("kiosk").info("the last words")
os.abort()
"""


@pytest.fixture
def box(tmp_path):
    return CrashRecorder(tmp_path, tmp_path)


def test_the_run_after_a_crash_finds_the_fault_and_the_last_lines(box, tmp_path):
    ended = subprocess.run([sys.executable, "-c", CRASH, tmp_path], check=False)
    assert ended.returncode < 0
    report = box.find("1.0", "abc")
    assert "Fatal Python error: Aborted" in report.fault
    assert "the last words" in report.lines[-1]


def test_a_report_is_kept_until_it_is_sent_and_sent_once(box, tmp_path):
    report = box.find("1.0", "abc")
    assert CrashRecorder(tmp_path, tmp_path).unsent() == report
    box.sent()
    assert CrashRecorder(tmp_path, tmp_path).unsent() is None
    assert (tmp_path / "crash.sent.json").exists()


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b'{"x":' * 50_000, b"\xff"])
def test_a_damaged_report_is_ignored(box, tmp_path, data):
    (tmp_path / "crash.json").write_bytes(data)
    assert box.unsent() is None


def test_the_lines_are_bounded(box, tmp_path):
    box.record()
    log = logging.getLogger("kiosk.test")
    log.setLevel(logging.INFO)
    for number in range(3000):
        log.info("line %d %s", number, "x" * 100)
    box.close()
    log.setLevel(logging.NOTSET)
    assert sum(path.stat().st_size for path in tmp_path.glob("last.log*")) < 70_000
    assert "line 2999" in box.find("1.0", "").lines[-1]


def test_a_read_only_folder_does_not_stop_a_run(tmp_path, caplog):
    (tmp_path / "file").write_bytes(b"")
    box = CrashRecorder(tmp_path / "file" / "run", tmp_path / "file" / "health")
    box.find("1.0", "abc")
    box.record()
    assert "cannot record this run" in caplog.text
    box.close()
    caplog.clear()


def test_a_report_that_cannot_be_renamed_is_still_sent_once(box, tmp_path, caplog):
    box.find("1.0", "abc")
    (tmp_path / "crash.sent.json").mkdir()
    box.sent()
    assert box.unsent() is None
    assert "will be sent again" in caplog.text
    caplog.clear()
