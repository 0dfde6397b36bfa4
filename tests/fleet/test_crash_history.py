import os

from kiosk.fleet.crash_history import CRASHES_ALLOWED, LONGEST_WAIT_S, CrashHistory, RunRecord, wait_s


def runs(folder, *, boot="one"):
    return CrashHistory(folder, boot)


def test_a_first_run_is_not_a_crash(tmp_path):
    beginning = runs(tmp_path).begin()
    assert (beginning.crashed, beginning.safe) == (False, False)


def test_three_crashes_in_a_row_start_safe_mode(tmp_path):
    beginnings = [runs(tmp_path).begin() for _ in range(CRASHES_ALLOWED + 1)]
    assert [each.crashed for each in beginnings] == [False, True, True, True]
    assert [each.safe for each in beginnings] == [False, False, False, True]


def test_a_run_that_ends_on_request_is_not_a_crash_and_clears_none(tmp_path):
    for _ in range(CRASHES_ALLOWED):
        runs(tmp_path).begin()
    ledger = runs(tmp_path)
    assert ledger.begin().safe
    ledger.end()
    after = runs(tmp_path).begin()
    assert (after.crashed, after.safe) == (False, True)


def test_a_healthy_run_or_a_manual_restart_clears_the_crashes(tmp_path):
    for lasting in (lambda ledger: ledger.healthy(), lambda ledger: ledger.end(forgive=True)):
        for _ in range(CRASHES_ALLOWED):
            runs(tmp_path).begin()
        ledger = runs(tmp_path)
        ledger.begin()
        lasting(ledger)
        assert not runs(tmp_path).begin().safe
        runs(tmp_path).end(forgive=True)


def test_a_power_cut_is_not_a_crash(tmp_path):
    for boot in "abcdef":
        beginning = runs(tmp_path, boot=boot).begin()
        assert (beginning.crashed, beginning.safe) == (False, False)


def test_crashes_recorded_by_version_0_1_count(tmp_path):
    (tmp_path / "ledger.json").write_text('{"crashes": 2, "running": "one"}', encoding="ascii")
    assert runs(tmp_path).begin().safe


def test_a_damaged_file_is_recreated(tmp_path, caplog):
    (tmp_path / "crash_history.json").write_text("{", encoding="ascii")
    assert not runs(tmp_path).begin().crashed
    assert "damaged" in caplog.text
    caplog.clear()


def test_a_full_disk_does_not_stop_the_kiosk(tmp_path, caplog):
    (tmp_path / "file").write_text("", encoding="ascii")
    assert not runs(tmp_path / "file").begin().safe
    assert "cannot write the crash history" in caplog.text
    caplog.clear()


def test_a_failed_write_changes_nothing(tmp_path, monkeypatch, caplog):
    runs(tmp_path).begin()
    before = (tmp_path / "crash_history.json").read_bytes()

    def fail(_handle):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    runs(tmp_path).end()
    assert (tmp_path / "crash_history.json").read_bytes() == before
    assert "cannot write the crash history" in caplog.text
    caplog.clear()


def test_each_crash_delays_the_next_start_up_to_a_minute():
    assert wait_s(RunRecord()) == 0
    assert [wait_s(RunRecord(crashes, "one")) for crashes in range(4)] == [2, 4, 8, 16]
    assert wait_s(RunRecord(50, "one")) == LONGEST_WAIT_S


def test_a_power_cut_causes_no_delay(tmp_path):
    runs(tmp_path, boot="one").begin()
    assert runs(tmp_path, boot="one").wait_s == 2
    assert runs(tmp_path, boot="two").wait_s == 0
