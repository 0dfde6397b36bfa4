"""The rules that hold for every test do refuse what they are there to refuse."""

from pathlib import Path

from tests import days

CONFTEST = Path(__file__).with_name("conftest.py")

CASES = """
    import logging, threading, warnings
    from PySide6.QtCore import QThreadPool
    from PySide6.QtQml import QQmlApplicationEngine

    done = threading.Event()

    def test_log():
        logging.getLogger("kiosk").warning("unexpected")

    def test_log_expected(caplog):
        logging.getLogger("kiosk").warning("expected")
        assert caplog.messages == ["expected"]
        caplog.clear()

    def test_thread():
        threading.Thread(target=done.wait, daemon=True).start()

    def test_thread_ended():
        threading.Thread(target=int).start()

    def test_pool():
        QThreadPool.globalInstance().start(done.wait)

    def test_let_go():
        done.set()

    def test_warning():
        warnings.warn("unexpected")

    def test_qml(qapp):
        engine = QQmlApplicationEngine()
        engine.loadData(b"import QtQml; QtObject { property int width: unknown }")
"""

TIMES = """
    import subprocess, sys, time
    from datetime import timedelta

    import pytest
    from tests import days

    def is_set(seconds):
        began = days.moment(days.ORDINARY).timestamp()
        return began <= seconds < began + 60

    @pytest.fixture(scope="session")
    def in_session():
        return time.time()

    @pytest.fixture(scope="module")
    def in_module():
        return time.time()

    def test_fixtures(in_session, in_module):
        assert is_set(in_session)
        assert is_set(in_module)

    def test_itself():
        assert is_set(time.time())

    def test_process():
        told = subprocess.check_output([sys.executable, "-c", "import time; print(time.time())"])
        assert is_set(float(told))
"""


def test_unexpected_things_fail_the_test(pytester):
    conftest = CONFTEST.read_text(encoding="utf-8")
    pytester.makeconftest(conftest.replace("THREAD_END_S = 5", "THREAD_END_S = 1"))
    pytester.makepyfile(CASES)
    result = pytester.runpytest_subprocess(
        "-Werror", "-oqt_log_level_fail=WARNING", "-oqt_api=pyside6", "-rA"
    )
    refused = [line.split()[1] for line in result.outlines if line.startswith(("FAILED ", "ERROR "))]
    assert {name.partition("::")[2] for name in refused} == {
        "test_log",
        "test_thread",
        "test_pool",
        "test_warning",
        "test_qml",
    }


def test_no_test_fixture_or_process_sees_the_real_time(pytester, monkeypatch):
    for name in (days.VARIABLE, "LD_PRELOAD"):
        monkeypatch.delenv(name, raising=False)  # a day that holds for the whole run
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    pytester.makepyfile(TIMES)
    result = pytester.runpytest_subprocess("-oqt_api=pyside6")
    result.assert_outcomes(passed=3)
