"""`kiosk demo` as a newcomer runs it: a process of its own, without a display, and over VNC.

It runs on an ordinary day: on others the sample shows what belongs to the day, such as a takeover.
"""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtGui import QImage

from tests import days
from tests.ui.qrcodes import read_qr

LOOPBACK = {"0100007F", "00000000000000000000000001000000"}
"""127.0.0.1 and ::1, as the kernel writes them."""

KIOSK = [Path(sys.executable).with_name("kiosk"), "demo"]


def environment(**more):
    plain = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("QT_", "DISPLAY", "WAYLAND"))
    }
    return plain | days.ordinary() | more


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    ended = subprocess.run(
        [*KIOSK, "--output", folder],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "milliseconds" in ended.stdout
    assert not ended.stderr
    return sorted(folder.iterdir())


def test_a_picture_of_every_step_is_kept(pictures):
    steps = [re.sub(r"^\d+-|\.png$", "", picture.name) for picture in pictures]
    assert steps == ["first-slide", "second-slide", "touch", "language", "topic", "ticket"]
    sizes = {(QImage(str(picture)).width(), QImage(str(picture)).height()) for picture in pictures}
    assert sizes == {(1920, 1080)}
    assert len({picture.read_bytes() for picture in pictures}) == len(pictures)


def test_the_last_picture_has_a_code_for_topic_office_language_and_slot(pictures):
    by_zxing, by_opencv = read_qr(QImage(str(pictures[-1])))
    assert by_zxing == by_opencv
    link = urlsplit(by_zxing)
    assert link.path == "/torget/housing"
    asked = parse_qs(link.query)
    assert asked["lang"] == ["ar"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d", asked["slot"][0])


def test_a_screen_that_the_sample_lacks_is_named_at_once():
    ended = subprocess.run(
        [*KIOSK, "--screen", "torget-dekk"], env=environment(), capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "the feed has no screen 'torget-dekk' (did you mean 'torget-desk'?)" in ended.stderr


def test_over_vnc_the_screen_is_served_on_this_machine_only():
    demo = subprocess.Popen(
        [*KIOSK, "--vnc"], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        printed = next((line for line in demo.stdout if "VNC viewer at" in line), "")
        port = int(re.search(r"127\.0\.0\.1:(\d+)", printed)[1])
        with socket.create_connection(("127.0.0.1", port), timeout=30) as viewer:
            assert viewer.recv(12).startswith(b"RFB 003.")
        assert listening(port) <= LOOPBACK
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.communicate(timeout=30)


def listening(port):
    """Return the addresses, as the kernel writes them, on which something listens at `port`."""
    found = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text(encoding="ascii").splitlines()[1:]:
            _, local, _, state, *_ = line.split()
            address, _, number = local.partition(":")
            if state == "0A" and int(number, 16) == port:
                found.add(address)
    return found
