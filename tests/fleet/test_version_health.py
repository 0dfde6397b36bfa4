"""The health of the running version, and the report of one that was rolled back."""

import pytest

from kiosk.fleet import version_health
from kiosk.fleet.version_health import VersionHealth, failed_upgrade


def test_the_file_holds_the_newest_word_and_is_written_once(tmp_path, monkeypatch):
    health = VersionHealth(tmp_path, tmp_path, "1.0")
    health.note("starting")
    health.note("dark")
    assert (tmp_path / "version").read_text(encoding="utf-8") == "1.0 dark\n"
    monkeypatch.setattr(version_health.system, "write_atomically", None)
    health.note("dark")


def test_a_read_only_disk_stops_nothing(tmp_path, caplog):
    (tmp_path / "file").touch()
    VersionHealth(tmp_path / "file", tmp_path, "1.0").note("starting")
    assert "cannot record the health" in caplog.text
    caplog.clear()


@pytest.mark.parametrize(
    ("data", "failed"),
    [(b"1.1\n", "1.1"), (b"1.0\n", ""), (b"", ""), (b"\xff\n", "\ufffd"), (b"1" * 10**6, "1" * 100)],
)
def test_a_failed_upgrade_is_another_version_than_the_running_one(tmp_path, data, failed):
    (tmp_path / "failed").write_bytes(data)
    assert failed_upgrade("1.0", tmp_path / "failed") == failed


def test_without_a_file_no_upgrade_failed(tmp_path):
    assert not failed_upgrade("1.0", tmp_path / "failed")
    assert not failed_upgrade("1.0", tmp_path)


def runs(folder, version):
    """A run of a version after a power cut, which clears the runtime folder."""
    (folder / "version").unlink(missing_ok=True)
    return VersionHealth(folder, folder, version)


def test_a_version_that_replaced_another_is_on_trial_until_it_is_proven(tmp_path):
    first = runs(tmp_path, "1.0")
    assert (first.begin(), first.is_on_trial) == (False, False)
    first.prove()
    for began in (True, False):  # also after a restart
        second = runs(tmp_path, "1.1")
        assert (second.begin(), second.is_on_trial) == (began, True)
        assert (tmp_path / "version").read_text(encoding="utf-8") == "1.1 starting\n"
    second.prove()
    assert not second.is_on_trial


def test_a_proven_version_stays_proven_after_a_restart(tmp_path):
    first = runs(tmp_path, "1.0")
    first.begin()
    assert (tmp_path / "version").read_text(encoding="utf-8") == "1.0 starting\n"
    first.prove()
    assert runs(tmp_path, "1.0").begin() is False
    assert (tmp_path / "version").read_text(encoding="utf-8") == "1.0 drawn\n"


@pytest.mark.parametrize("data", [b"", b"\xff", b"1.0", b"1.0 drawn more", b"drawn"])
def test_a_damaged_record_is_no_proof(tmp_path, data):
    (tmp_path / "proven_version").write_bytes(data)
    health = runs(tmp_path, "1.0")
    health.begin()
    assert not health.is_proven
