"""The rules that hold for every test do refuse what they are there to refuse."""

from pathlib import Path

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
