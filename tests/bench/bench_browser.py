"""Side by side with Chromium in kiosk mode: the same six pictures, dwell and fade, on one X screen.

What is measured is the X screen itself: time runs from exec until the first picture is on it. Memory is PSS
and time is CPU time, both of all processes of a tree; the kiosk polls its site once a minute meanwhile.
"""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.rows import Row, print_rows
from tests.ui.conftest import turn_until

STARTS = 9
CYCLES = 2
DWELL_S = 4
CHANGES = 15
"""Of pictures while the processor time is measured: a minute, with one poll of the site in it."""

FADE_S = 0.7
COLOURS = ("#0B5C6B", "#245A41", "#8E2A4C", "#16243A", "#7A4E12", "#3F3A6B")
EMULATED = {"LIBGL_ALWAYS_SOFTWARE": "1"}
RENDERERS = {"software": {"QT_QUICK_BACKEND": "software"}, "llvmpipe": {"QT_QUICK_BACKEND": "rhi"} | EMULATED}
FLAGS = {
    "software": ["--disable-gpu"],
    "llvmpipe": ["--use-gl=angle", "--use-angle=gl", "--ignore-gpu-blocklist"],
}


@dataclass(frozen=True)
class Panel:
    """A screen in pixels, how it is drawn, and which part of Chromium's figures the kiosk may reach."""

    width: int
    height: int
    renderers: tuple[str, ...]
    first: float = 0.75
    between: float = 0.25
    fading: float = 0.30
    cpu: float = 0.25


PANELS = (
    Panel(1920, 1080, ("software", "llvmpipe")),
    Panel(3840, 2160, ("software",), between=0.30, fading=0.30, cpu=0.35),
)
PAGE = """<!doctype html><style>
body{{margin:0;overflow:hidden;background:#fff}}
img{{position:absolute;inset:0;width:100vw;height:100vh;opacity:0;
transition:opacity {fade}s ease-in-out}} img.on{{opacity:1}}</style>{images}<script>
const all=[...document.images];let at=0;all[0].classList.add('on');
setInterval(()=>{{all[at].classList.remove('on');at=(at+1)%all.length;all[at].classList.add('on')}},{dwell}000)
</script>"""


def rows():
    for number, panel in enumerate(PANELS):
        if number == int(os.environ.get("INFODISK_PANEL", "-1")):
            yield from rows_of(panel)
    if "INFODISK_PANEL" not in os.environ:
        for number in range(len(PANELS)):  # Qt serves one X screen a process
            environment = os.environ | {"INFODISK_PANEL": str(number)}
            subprocess.run([sys.executable, "-m", __spec__.name], env=environment, check=True)


def rows_of(panel):
    with tempfile.TemporaryDirectory(prefix="infodisk-bench-") as name, x_screen(panel) as display:
        folder = Path(name)
        os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415  # the display must be there

        application = QGuiApplication([])
        draw(folder, panel)
        glass = Glass(application, panel)
        with synced(folder, panel) as config:
            for renderer in panel.renderers:
                commands = {"kiosk": kiosk(config), "Chromium": chromium(folder, panel, FLAGS[renderer])}
                environment = installed() | RENDERERS[renderer]
                found = measured(glass, commands, environment, folder)
                yield from compared(f"{panel.width} × {panel.height}, {renderer}", panel, **found)


def installed():
    """The environment, but Python may keep what it has compiled, as the installed package has it."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def draw(folder, panel):
    """Six pictures of the whole screen, each with a ground of its own."""
    from PySide6.QtCore import QRectF, Qt  # noqa: PLC0415  # as above
    from PySide6.QtGui import QColor, QFont, QImage, QPainter  # noqa: PLC0415  # as above

    (folder / "feed" / "media").mkdir(parents=True)
    for number, colour in enumerate(COLOURS):
        image = QImage(panel.width, panel.height, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        painter = QPainter(image)
        painter.setPen(Qt.GlobalColor.white)
        painter.setFont(QFont("Noto Sans", 200))
        painter.drawText(QRectF(200, 200, 1500, 400), str(number))
        painter.end()
        image.save(str(folder / "feed" / "media" / f"{number}.png"))
    images = "".join(f"<img src='feed/media/{number}.png'>" for number in range(len(COLOURS)))
    page = PAGE.format(images=images, fade=FADE_S, dwell=DWELL_S)
    (folder / "page.html").write_text(page, encoding="utf-8")


@contextmanager
def synced(folder, panel):
    """Publish the pictures as a feed, serve and sync it; give what the kiosk is told."""
    from kiosk.cli.demo import publish_sample, serve_folder  # noqa: PLC0415  # Qt-free, but only needed here
    from kiosk.sync.sync_config import SyncConfig  # noqa: PLC0415  # as above
    from kiosk.sync.updater import Updater  # noqa: PLC0415  # as above

    feed = folder / "feed"
    for kind in ("offices", "screens", "slides", "playlists", "topics"):
        (feed / kind).mkdir()
    (feed / "feed.yaml").write_text("name: Bench\nlanguages: {sv: {name: Svenska}}\n", encoding="utf-8")
    (feed / "offices" / "o.yaml").write_text(
        "name: O\naddress: A 1\nbooking: {link: 'https://booking.example/'}\n", encoding="utf-8"
    )
    resolution = f"{panel.width} x {panel.height}"
    screen = f"office: o\nsize: 530 x 300\nresolution: {resolution}\nlanguages: [sv]\nlayout: full\n"
    (feed / "screens" / "s.yaml").write_text(screen, encoding="utf-8")
    for number in range(len(COLOURS)):
        text = f"kind: picture\npicture: media/{number}.png\ndwell: {DWELL_S - FADE_S} s\n"
        (feed / "slides" / f"p{number}.yaml").write_text(text, encoding="utf-8")
    names = ", ".join(f"p{number}" for number in range(len(COLOURS)))
    (feed / "playlists" / "all.yaml").write_text(f"slides: [{names}]\n", encoding="utf-8")
    root = publish_sample(feed, folder / "site", folder / "keys")
    with serve_folder(folder / "site") as url:
        config = SyncConfig(url, root, folder / "state", "s")
        problem = Updater(config).poll().problem
        assert not problem, problem
        yield config


def kiosk(config):
    """The command of the real kiosk."""
    options = {
        "--feed": config.url,
        "--root": config.root,
        "--screen": config.screen,
        "--state": config.state,
    }
    command = [
        Path(sys.executable).with_name("kiosk"),
        "run",
        *(str(x) for pair in options.items() for x in pair),
    ]
    return [str(part) for part in command] if Path(command[0]).exists() else []


def chromium(folder, panel, flags):
    command = ["chromium", "--kiosk", "--no-first-run", "--noerrdialogs", "--disable-infobars", *flags]
    command += [
        f"--user-data-dir={folder / 'profile'}",
        f"--window-size={panel.width},{panel.height}",
        "--window-position=0,0",
    ]
    if os.geteuid() == 0:
        command.append("--no-sandbox")  # it does not start as root otherwise
    return [*command, str(folder / "page.html")]


def measured(glass, commands, environment, folder):
    """Return what each program took; they take turns, so that a machine that slows down does so for all."""
    starts = {name: [] for name in commands}
    cycles = {name: [] for name in commands}
    for _ in range(STARTS + 1):  # the first warms the disk and the caches, and is not counted
        for name, command in commands.items():
            with running(glass, command, environment, folder) as process:
                starts[name].append(first_picture(glass, process))
    for _ in range(CYCLES):
        for name, command in commands.items():
            with running(glass, command, environment, folder) as process:
                cycles[name].append(cycled(glass, process))
    return {name: taken(starts[name][1:], cycles[name]) for name in commands}


def cycled(glass, process):
    """Return the memory between fades and in a fade, in MB, and the CPU seconds of a minute."""
    first_picture(glass, process)
    changes(glass, process, 1)
    begun, cpu = time.monotonic(), cpu_s(process.pid)
    changes(glass, process, CHANGES)
    spent = (cpu_s(process.pid) - cpu) * 60 / (time.monotonic() - begun)
    between = pss_mb(process.pid)
    wait_for(lambda: glass.picture() is None, process)
    return between, pss_mb(process.pid), spent


def taken(starts, cycles):
    """Return the median start and the mean cycle."""
    firsts, whites = zip(*starts, strict=True)
    between, fading, cpu = (statistics.mean(figures) for figures in zip(*cycles, strict=True))
    return Taken(statistics.median(firsts), sum(whites), between, fading, cpu)


@dataclass(frozen=True)
class Taken:
    """Seconds to the first picture, samples that were white before it, MB between and in fades, CPU s/min."""

    first: float
    white: int
    between: float
    fading: float
    cpu: float


class Glass:
    """The X screen as somebody in front of it sees it: a dot in the corner, which is a picture's ground."""

    def __init__(self, application, panel):
        from PySide6.QtGui import QColor  # noqa: PLC0415  # as above

        self._screen, self._colour = application.primaryScreen(), QColor
        self._place = panel.width - 60, panel.height - 60
        self._grounds = [QColor(colour) for colour in COLOURS]

    def dot(self):
        corner = self._screen.grabWindow(0, *self._place, 1, 1).toImage()
        return self._colour(corner.pixel(0, 0))

    def picture(self):
        """Which picture is wholly seen; None while there is none, or two are."""
        seen = self.dot()
        return next((at for at, ground in enumerate(self._grounds) if near(seen, ground)), None)

    def is_dark(self):
        return self.dot().lightness() < 8


def first_picture(glass, process):
    """Seconds from exec until a picture's ground is on the screen, and how many looks saw white before it."""
    white = 0

    def look():
        nonlocal white
        white += glass.dot().lightness() > 200
        return glass.picture() is not None

    wait_for(look, process)
    return time.monotonic() - process.begun, white


def changes(glass, process, count):
    """Wait until another picture has come so many times."""
    seen = []

    def look():
        picture = glass.picture()
        if picture is not None and picture not in seen[-1:]:
            seen.append(picture)
        return len(seen) > count

    wait_for(look, process)


def wait_for(condition, process):
    turn_until(lambda: process.poll() is not None or condition(), 60_000 + CHANGES * DWELL_S * 1000)
    if process.poll() is not None:
        raise SystemExit(f"it ended: {process.args}")


def near(one, other):
    return all(abs(getattr(one, part)() - getattr(other, part)()) < 12 for part in ("red", "green", "blue"))


@contextmanager
def running(glass, command, environment, folder):
    with (folder / "log").open("ab") as log:
        begun = time.monotonic()
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        process.begun = begun
        try:
            yield process
        finally:
            family = tree(process.pid)
            process.terminate()  # a kiosk that is killed again and again starts in safe mode
            process.wait(20)
            for pid in reversed(family):
                end(pid)
    turn_until(glass.is_dark)  # the X server clears what the windows left


def end(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def tree(pid):
    """A process and all below it."""
    below = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        below.setdefault(parent, []).append(int(stat.parent.name))
    found = [pid]
    for each in found:
        found += below.get(each, [])
    return found


def pss_mb(pid):
    total = 0
    for each in tree(pid):
        try:
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii")
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return total / 1024


def cpu_s(pid):
    ticks = 0
    for each in tree(pid):
        try:
            fields = Path(f"/proc/{each}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def compared(where, panel, *, kiosk, Chromium):  # noqa: N803  # its name
    for what, part, unit, most in (
        ("first picture", "first", "s", panel.first),
        ("samples that were white before it", "white", "", 0),
        ("memory (PSS) between fades", "between", "MB", panel.between),
        ("memory (PSS) in a fade", "fading", "MB", panel.fading),
        ("CPU time a minute, polls included", "cpu", "s", panel.cpu),
    ):
        theirs = getattr(Chromium, part)
        yield Row(f"{where}: {what}, Chromium", theirs, unit)
        yield Row(f"{where}: {what}, kiosk", getattr(kiosk, part), unit, most * theirs)


@contextmanager
def x_screen(panel):
    """An X screen of our own on a free display."""
    if not shutil.which("Xvfb") or not shutil.which("chromium"):
        raise SystemExit("Xvfb and Chromium are needed: deploy/setup.sh run test bench")
    reader, writer = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        f"{panel.width}x{panel.height}x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as options:
        number = options.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.stderr.write("side by side with Chromium: about fifteen minutes\n")
    print_rows(rows())
