"""The session as on a device: cage, Qt's Wayland plugin, a user without rights, somebody at a keyboard.

cage draws into a virtual X screen, so that keys pressed there go through the real compositor to the kiosk.
The kiosk runs on an ordinary day, and its feed was published on that day.
"""

import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
import time_machine
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

import kiosk
from kiosk.cli.demo import SCREEN, publish_sample, serve_folder
from kiosk.resources import sample_feed
from tests import days

MOST_S = 120
TRIES = 5
NOBODY = 65534
TOOLS = ("cage", "Xvfb", "Xwayland", "xdotool", "grim", "setpriv")
ROOT = Path(kiosk.__file__).resolve().parents[1]
KIOSK_SESSION = ROOT / "deploy" / "systemd" / "kiosk-session"
PYTHONPATH = os.pathsep.join([str(ROOT), *(part for part in sys.path if "site-packages" in part)])
KEYS = Path(__file__).with_name("escape_keys.txt").read_text(encoding="ascii").split()

pytestmark = [
    pytest.mark.skipif(
        not all(map(shutil.which, TOOLS)),
        reason=f"{', '.join(TOOLS)} are not all installed: deploy/setup.sh test installs them",
    ),
    pytest.mark.xdist_group("sessions"),  # this and the trial of the package each want the machine
]


def unprivileged():
    """The words before a command, and the Python that a user without rights may run."""
    if os.geteuid() != 0:
        return (), sys.executable
    words = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--no-new-privs")
    system = subprocess.run(["/usr/bin/python3", "-V"], capture_output=True, text=True, check=False).stdout
    if f"{sys.version_info.major}.{sys.version_info.minor}." not in system:
        pytest.skip(f"{sys.executable} belongs to root, and /usr/bin/python3 is another: {system.strip()}")
    return words, "/usr/bin/python3"


@contextmanager
def running(command, **more):
    process = subprocess.Popen(list(map(str, command)), start_new_session=True, **more)
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(MOST_S)


@contextmanager
def x_screen():
    """An X server; gives its display, or nothing if another that began meanwhile took the same number.

    With -displayfd, which takes no lock, two servers that begin together tell the same number, and one of
    them ends (seen with X.Org 21.1).
    """
    reader, writer = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        "1024x768x24",
        "-noreset",
        "-nolisten",
        "tcp",
    ]
    with running(command, pass_fds=(writer,), stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader) as logged:
            number = logged.readline().strip()
        yield f":{number}" if number and listener(f"/tmp/.X11-unix/X{number}") == server.pid else ""  # noqa: S108  # X's place


def listener(path):
    """Return the process that listens on a Unix socket."""
    with socket.socket(socket.AF_UNIX) as client, suppress(OSError):
        client.connect(path)
        return struct.unpack("3i", client.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]
    return 0


@dataclass
class Session:
    process: subprocess.Popen
    folder: Path
    environment: dict
    words: tuple

    def press(self, keys):
        env = {**os.environ, "DISPLAY": self.environment["DISPLAY"]}
        subprocess.run(["xdotool", *keys], env=env, check=True, timeout=MOST_S)

    def picture(self):
        path = self.folder / "shot.png"
        subprocess.run(
            [*self.words, "grim", path], env=self.environment, check=True, timeout=MOST_S, capture_output=True
        )
        return QImage(str(path))

    def heard(self):
        """How many keys the compositor has handed to the kiosk."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace").count(".key(")

    def kiosk_pid(self):
        found = subprocess.run(
            ["pgrep", "-g", str(self.process.pid), "-f", "kiosk.cli.main"],
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()


@dataclass
class Device:
    """A folder, an environment and a command, as the unit gives them to a session."""

    folder: Path
    environment: dict
    command: list
    words: tuple

    @contextmanager
    def start(self, session=()):
        """Start the session, and give its process and what it tells systemd."""
        with ExitStack() as stack:
            address = self.folder / "notify"
            address.unlink(missing_ok=True)
            notify = stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM))
            notify.bind(str(address))
            address.chmod(0o777)
            log = stack.enter_context((self.folder / "log").open("wb"))
            command = [*self.words, *session, *self.command]
            yield stack.enter_context(running(command, env=self.environment, stdout=log, stderr=log)), notify


@pytest.fixture(scope="module")
def device():
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="infodisk-session-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        with nullcontext() if days.is_set() else time_machine.travel(days.moment(days.ORDINARY)):
            root = publish_sample(sample_feed(), folder / "site", folder / "keys")
        url = stack.enter_context(serve_folder(folder / "site"))
        words, python = unprivileged()
        display = next(filter(None, (stack.enter_context(x_screen()) for _ in range(TRIES))))
        for path in (folder, root, root.parent):
            path.chmod(0o777)
        environment = {
            **os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "DISPLAY": display,
            "WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman", "LIBSEAT_BACKEND": "noop",
            "QT_QPA_PLATFORM": "wayland", "QT_QUICK_BACKEND": "software", "WAYLAND_DEBUG": "client",
            "PYTHONPATH": PYTHONPATH,
            "NOTIFY_SOCKET": str(folder / "notify"), "RUNTIME_DIRECTORY": str(folder / "run"),
        }  # fmt: skip
        environment.pop("WAYLAND_DISPLAY", None)
        program = f"{python} -c 'from kiosk.cli.main import main; main()' run --config {folder}/none.yaml"
        logged = f"--feed {url} --root {root} --screen {SCREEN} --state {folder}/state"
        name = f"echo $WAYLAND_DISPLAY >{folder}/wayland; exec {program} {logged}  # kiosk.cli.main"
        # Only without rights: libfaketime shares its state with the processes that one starts.
        day = ("env", *(f"{name}={value}" for name, value in days.ordinary(PYTHONPATH).items()))
        yield Device(folder, environment, ["cage", "-d", "--", "sh", "-c", name], (*words, *day))


@pytest.fixture(scope="module")
def session(device):
    with device.start() as (process, notify):
        wait_until_ready(notify, process, device.folder)
        display = (device.folder / "wayland").read_text(encoding="ascii").strip()
        environment = {**device.environment, "WAYLAND_DISPLAY": display}
        started = Session(process, device.folder, environment, device.words)
        started.press(["mousemove", "500", "300"])
        yield started


def wait_until_ready(notify, process, folder):
    """Wait for the first picture; a session that ends, or never shows one, fails with its last words."""
    notify.settimeout(1)
    for _ in range(MOST_S):
        with suppress(TimeoutError):
            assert notify.recv(64) == b"READY=1"
            return
        if process.poll() is not None:
            break
    raise AssertionError((folder / "log").read_text(encoding="utf-8", errors="replace")[-3000:])


def whole(picture):
    """Whether something is drawn over the whole picture: neither one colour nor the compositor's black.

    While the first slide is on its way there are only paper and bar.
    """
    colours = {
        picture.pixel(x, y) for x in range(2, picture.width(), 16) for y in range(2, picture.height(), 16)
    }
    corners = [
        picture.pixelColor(x, y).lightness()
        for x in (2, picture.width() - 3)
        for y in (2, picture.height() - 3)
    ]
    return len(colours) > 1 and all(corners)


def stopped(device, reached):
    """Return the exit status and the crashes counted of a session that is stopped after `reached`."""
    (device.folder / "wayland").unlink(missing_ok=True)
    with device.start([KIOSK_SESSION]) as (process, notify):
        reached(notify, process, device.folder)
        process.send_signal(signal.SIGTERM)
        status = process.wait(MOST_S)
    history = device.folder / "state" / "health" / "crash_history.json"
    return status, json.loads(history.read_text(encoding="utf-8"))["crashes"]


def wait_until_started(_, process, folder):
    """Wait until the compositor runs its client, which is the kiosk."""
    for _ in range(10 * MOST_S):
        if (folder / "wayland").exists():
            return
        assert process.poll() is None
        time.sleep(0.1)
    raise AssertionError(f"the compositor started no client within {MOST_S} s")


def test_a_session_that_is_stopped_ends_in_order(device):
    """It runs before the tests of the other session, which keeps the same state folder."""
    assert stopped(device, wait_until_ready) == (0, 0)
    assert stopped(device, wait_until_started) == (0, 0)
    assert stopped(device, wait_until_ready) == (0, 0), "a stop soon after the start was taken for a crash"


def test_the_first_feed_leaves_the_window_as_large_as_the_screen(session):
    picture = session.picture()
    log = (session.folder / "log").read_text(encoding="utf-8", errors="replace")
    logged = re.findall(r"set_window_geometry\(0, 0, (\d+), (\d+)\)", log)
    assert logged
    assert {(int(width), int(height)) for width, height in logged} == {(picture.width(), picture.height())}
    assert picture.size() != QSize(1920, 1080), "as large as the feed says: nothing was tried"


def test_no_key_leads_out(session):
    pids = session.kiosk_pid()
    assert pids
    before = session.heard()
    for keys in KEYS:
        session.press(["key", keys])
        assert session.process.poll() is None, f"{keys} ended the session"
    session.press(["key", "a"])
    assert session.heard() - before > len(KEYS), "the keys did not reach the kiosk through the compositor"
    assert session.kiosk_pid() == pids
    assert whole(session.picture())


def test_neither_do_many_clicks_drags_and_long_presses(session):
    for words in (
        ["click", "3"], ["click", "2"], ["click", "--repeat", "5", "--delay", "20", "1"],
        ["mousedown", "1", "mousemove", "900", "700", "mouseup", "1"],
        ["mousemove", "0", "0", "mousedown", "1", "mousemove", "1020", "760", "mouseup", "1"],
    ):  # fmt: skip
        session.press(words)
        assert session.process.poll() is None
    assert whole(session.picture())


def test_nothing_listens(session):
    inodes = set()
    for pid in session.kiosk_pid():
        for link in Path(f"/proc/{pid}/fd").iterdir():
            target = str(link.readlink())
            if target.startswith("socket:["):
                inodes.add(target[8:-1])
    listening = set()
    for table in ("tcp", "tcp6"):
        rows = Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]
        listening |= {row.split()[9] for row in rows if row.split()[3] == "0A"}
    assert inodes
    assert not inodes & listening


def test_the_user_has_no_rights(session):
    for pid in session.kiosk_pid():
        printed = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
        caps = next(line for line in printed.splitlines() if line.startswith("CapEff"))
        assert int(caps.split()[1], 16) == 0
        assert next(line for line in printed.splitlines() if line.startswith("Uid")).split()[1] != "0"
