"""The renderer client, with stand-ins for the renderer that misbehave."""

import os
import socket
import subprocess
import sys
import tempfile
import threading

import pytest

from kiosk.webshot import renderer_client
from kiosk.webshot.render_request import RenderRequest, RenderResult, WebError
from kiosk.webshot.renderer_client import RendererClient
from tests.webshot.test_render_request import PNG

REQUEST = RenderRequest("https://kartor.example/", 800, 600, ("kartor.example",), patience_s=1)
GOOD = RenderResult(len(PNG)).line() + PNG


def stand_in(code):
    return RendererClient(
        (sys.executable, "-c", f"import os, signal, sys\nrequest = sys.stdin.readline()\n{code}")
    )


def saying(data):
    return stand_in(f"os.write(1, {data!r})")


@pytest.fixture(autouse=True)
def empty_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(renderer_client, "GRACE_S", 0)
    yield
    assert list(tmp_path.iterdir()) == []


def test_the_requested_picture_is_returned():
    assert saying(GOOD + b"and more").take(REQUEST) == (PNG, RenderResult(len(PNG)))


def test_the_renderer_gets_a_minimal_environment(monkeypatch):
    monkeypatch.setenv("SECRET", "password")
    reported = stand_in("""problem = f"{'SECRET' in os.environ} {os.listdir(os.environ['HOME'])}"
os.write(1, ('{"size": 0, "problem": "' + problem + '", "refused": []}\\n').encode())""")
    with pytest.raises(WebError, match=r"False \[\]"):
        reported.take(REQUEST)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "exited without"),
        (b"no end of line", "exited without"),
        (b"nonsense\n", "cannot be read"),
        (GOOD[:-1], "exited without"),
        (RenderResult(9).line() + b"123456789", "of the requested size"),
    ],
)
def test_an_invalid_response_is_an_error(data, why):
    with pytest.raises(WebError, match=why):
        saying(data).take(REQUEST)


@pytest.mark.parametrize(
    ("code", "how"),
    [
        ("sys.stderr.write('it broke'); sys.exit(3)", "exit status 3"),
        ("os.write(2, b'it broke'); os.kill(os.getpid(), signal.SIGALRM)", "SIGALRM"),
        ("os.write(2, b'it broke'); os.close(0); os.close(1); signal.pause()", "still running"),
    ],
)
def test_the_exit_of_the_renderer_is_reported(code, how, caplog, monkeypatch):
    monkeypatch.setattr(renderer_client, "EXIT_S", 2 if "pause" not in code else 0)
    caplog.set_level("INFO", "kiosk.webshot")
    with pytest.raises(WebError, match=rf"exited without a picture \({how}\)"):
        stand_in(code).take(REQUEST)
    assert f"the renderer exited ({how}): b'it broke'" in caplog.text


@pytest.mark.parametrize(("number", "runs"), [("SIGSEGV", 2), ("SIGALRM", 1), ("SIGKILL", 1)])
def test_a_renderer_that_crashes_by_itself_is_run_once_more(tmp_path_factory, number, runs):
    count = tmp_path_factory.mktemp("runs") / "count"
    code = f"""with open({str(count)!r}, 'a') as count: count.write('I')
os.kill(os.getpid(), signal.{number})"""
    with pytest.raises(WebError, match=number):
        stand_in(code).take(REQUEST)
    assert count.read_text() == "I" * runs


def test_a_renderer_that_crashes_once_still_takes_the_picture(tmp_path_factory):
    broken = tmp_path_factory.mktemp("runs") / "broken"
    code = f"""if os.path.exists({str(broken)!r}): os.write(1, {GOOD!r}); sys.exit()
open({str(broken)!r}, 'w').close(); sys.exit(1)"""
    assert stand_in(code).take(REQUEST)[0] == PNG


def test_a_hung_renderer_is_killed_with_its_child_processes(monkeypatch):
    ear, mouth = os.pipe()
    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *words, **more: popen(*words, **more, pass_fds=(mouth,)))
    code = f"os.fork()\nos.write({mouth}, b'I')\nsignal.pause()"
    with os.fdopen(ear, "rb") as heard:
        with pytest.raises(WebError, match="timed out"):
            stand_in(code).take(REQUEST)
        os.close(mouth)
        assert heard.read() == b"II"  # end of file: no process is left that holds the pipe


def test_a_missing_program_is_an_error():
    with pytest.raises(WebError, match="No such file"):
        RendererClient(("/no/such/engine",)).take(REQUEST)


def test_close_cancels_the_current_picture(tmp_path):
    begun, reported = threading.Event(), []
    slow = stand_in("signal.pause()")

    def run():
        begun.set()
        with pytest.raises(WebError) as caught:
            slow.take(RenderRequest(**REQUEST.__dict__ | {"patience_s": 60}))
        reported.append(caught.value)

    thread = threading.Thread(target=run)
    thread.start()
    begun.wait()
    slow.close()
    thread.join(10)
    assert "closing" in str(reported[0])
    with pytest.raises(WebError):
        slow.take(REQUEST)


def test_a_service_may_run_the_renderer(tmp_path_factory, monkeypatch):
    path = tmp_path_factory.mktemp("socket") / "web"
    asked = []

    def serve():
        line, _ = listening.accept()
        with line:
            asked.append(line.makefile("rb").readline())
            line.sendall(GOOD)

    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()
        thread = threading.Thread(target=serve)
        thread.start()
        monkeypatch.setattr(renderer_client, "SERVICE", path)
        assert renderer_client.has_renderer()
        assert renderer_client.renderer_problem() == ""
        assert RendererClient(("/no/such/engine",)).take(REQUEST)[0] == PNG
        thread.join()
    assert asked == [REQUEST.line()]


def test_a_service_that_does_not_answer_is_an_error(tmp_path_factory, monkeypatch):
    path = tmp_path_factory.mktemp("socket") / "web"
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(path))
        monkeypatch.setattr(renderer_client, "SERVICE", path)
        with pytest.raises(WebError, match="cannot be reached: Connection refused"):
            RendererClient().take(REQUEST)


def test_why_the_renderer_cannot_be_loaded_is_reported(monkeypatch):
    assert renderer_client.renderer_problem() == ""
    monkeypatch.setenv("PYTHONPATH", "/no/such/folder")
    monkeypatch.setattr(sys, "executable", sys._base_executable)
    assert "No module named" in renderer_client.renderer_problem()
