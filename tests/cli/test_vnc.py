"""An X screen of one's own, also when another takes its number: with a server that only claims to be one."""

import shutil
import socket
import sys

import pytest

from kiosk.cli import vnc

SERVER = """#!{python} -S
import os, pathlib, signal, socket, sys
tries = pathlib.Path({folder!r}, "tries")
tries.write_text((tries.read_text() if tries.exists() else "") + "x")
display = {numbers}[len(tries.read_text()) - 1]
with socket.socket(socket.AF_UNIX) as ours:
    if display:
        path = {folder!r} + "/X" + str(display)
        if not os.path.exists(path):
            ours.bind(path)
            ours.listen()
        os.write(int(sys.argv[2]), b"%d\\n" % display)
        signal.pause()
"""


@pytest.fixture
def server(tmp_path, monkeypatch):
    """Put a server in the place of TigerVNC that takes these numbers, one each time it is started."""

    def make(*numbers):
        program = tmp_path / "Xtigervnc"
        text = SERVER.format(python=sys.executable, folder=str(tmp_path), numbers=numbers)
        program.write_text(text, encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(shutil, "which", lambda _name: str(program))
        monkeypatch.setattr(vnc, "SOCKETS", tmp_path)

    return make


def test_a_number_that_another_server_has_taken_meanwhile_is_not_ours(server, tmp_path):
    server(1, 0, 2)
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(tmp_path / "X1"))
        other.listen()
        with vnc.vnc_screen() as screen:
            assert screen.display == 2


def test_a_server_that_never_comes_up_is_reported(server):
    server(*[0] * vnc.TRIES)
    with pytest.raises(vnc.VncError, match="ended before"), vnc.vnc_screen():
        pass


def test_what_goes_wrong_in_the_block_is_not_tried_again(server):
    server(1, 2)
    with pytest.raises(KeyError), vnc.vnc_screen():
        raise KeyError


def test_without_the_server_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(vnc.VncError, match="tigervnc-standalone-server"), vnc.vnc_screen():
        pass
