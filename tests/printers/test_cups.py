import pytest

from kiosk.printers.cups import is_local_queue, keep_no_job_files, without_job_files


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("ipp://localhost/printers/desk", True),
        ("ipps://127.0.0.1:631/printers/desk", True),
        ("ipp://[::1]/printers/desk", True),
        ("ipp://printer.example/ipp/print", False),
        ("escpos://127.0.0.1", False),
        (None, False),
    ],
)
def test_queue_on_this_device(address, local):
    assert is_local_queue(address) is local


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "PreserveJobFiles No\n"),
        ("LogLevel warn", "LogLevel warn\nPreserveJobFiles No\n"),
        ("PreserveJobFiles Yes\nLogLevel warn\n", "LogLevel warn\nPreserveJobFiles No\n"),
        ("  preservejobfiles 9\n# PreserveJobFiles Yes\n", "# PreserveJobFiles Yes\nPreserveJobFiles No\n"),
        ("PreserveJobHistory Yes\n", "PreserveJobHistory Yes\nPreserveJobFiles No\n"),
    ],
)  # fmt: skip
def test_configuration_without_job_files(before, after):
    assert without_job_files(before) == after
    assert without_job_files(after) == after


def test_the_file_is_changed_once_and_keeps_its_mode(tmp_path):
    path = tmp_path / "cupsd.conf"
    assert not keep_no_job_files(path)
    path.write_text("LogLevel warn\n", encoding="utf-8")
    path.chmod(0o640)
    assert keep_no_job_files(path)
    assert not keep_no_job_files(path)
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_text(encoding="utf-8") == "LogLevel warn\nPreserveJobFiles No\n"
