"""What `bench_studio` measures. Processor time besides, which other programs on the machine hardly change."""

import itertools
import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.studio.drawing.draw_client import DrawClient
from kiosk.ui import fonts
from tests.bench.rows import Row
from tests.studio.windows import SAMPLE, find, items, opened, until

KEYS, SLIDES, FIRST = 60, 1_000, 8
FRAMES, PIXELS = 240, 30
"""Of scrolling: half a screen a second."""

PAUSES_MS = (60, 120, 160, 200, 400)
"""Between two keys; some are long enough for a check to begin, or to be over."""

SLIDE = "kind: message\ntitle: {{sv: Bild {number}, en: Slide {number}}}\ntone: sea\n"


def rows():
    _application = fonts.make_application([])
    with tempfile.TemporaryDirectory() as scratch:
        yield from _typing(Path(scratch) / "feed")
        yield from _thousand(Path(scratch) / "large")


def _typing(folder):
    """Type as a person does: quick letters, and pauses in which the whole feed is checked."""
    shown = opened(folder)
    studio, drawn, swapped = shown.studio, [], []
    studio.drawing.drawn.connect(lambda key, *_: drawn.append(key) if key == "slide/edited" else None)
    shown.window.frameSwapped.connect(lambda: swapped.append(True) if drawn else None)
    studio.slide_model.open("letter")
    shown.window.setProperty("page", "slide")
    until(lambda: drawn and swapped and find(shown, "titleSv"))
    until(lambda: not studio.drawing._busy)  # nor waits one of the first page's pictures any more
    field = next(each for each in items(find(shown, "titleSv")) if each.inherits("QQuickTextInput"))
    field.forceActiveFocus()
    children = studio.drawing._process.pid
    seconds, own, drawing = [], [], []
    for count in range(KEYS):
        QTest.qWait(PAUSES_MS[count % len(PAUSES_MS)])
        drawn.clear()
        swapped.clear()
        before, was = time.perf_counter(), (_cpu_s(os.getpid()), _cpu_s(children))
        QTest.keyClick(shown.window, Qt.Key.Key_X if count < KEYS / 2 else Qt.Key.Key_Backspace)
        until(lambda: swapped)
        seconds.append(time.perf_counter() - before)
        own.append(_cpu_s(os.getpid()) - was[0])
        drawing.append(_cpu_s(children) - was[1])
    what = "a key to the changed preview"
    yield Row(f"{what}, median", 1000 * statistics.median(seconds), "ms")
    yield Row(f"{what}, p95", 1000 * statistics.quantiles(seconds, n=20)[-1], "ms", aim=50)
    yield Row("the same, processor time of the window, median", 1000 * statistics.median(own), "ms")
    yield Row("the same, of the drawing process, median", 1000 * statistics.median(drawing), "ms")
    yield Row("memory of the window and of its drawing", _mb(os.getpid()) + _mb(children), "MB", aim=400)
    shown.close()


def _thousand(folder):
    shutil.copytree(SAMPLE, folder)
    names = [f"slide-{number:04}" for number in range(SLIDES)]
    for number, name in enumerate(names):
        (folder / f"slides/{name}.yaml").write_text(SLIDE.format(number=number), "utf-8")
    (folder / "playlists/many.yaml").write_text(f"slides: [{', '.join(names)}]\n", "utf-8")
    before, was = time.perf_counter(), _cpu_s(os.getpid())
    drawing = DrawClient()
    drawing.start()
    shown = opened(folder, drawing=drawing)
    drawn = []
    shown.studio.slides_model.drawn.connect(drawn.append)
    shown.window.setProperty("page", "slides")
    until(lambda: len(drawn) >= FIRST)
    seconds = time.perf_counter() - before
    yield Row(f"a feed of {SLIDES:,} more slides to its first {FIRST} pictures", seconds, "s", aim=1.5)
    yield Row("the same, processor time of the window", _cpu_s(os.getpid()) - was, "s")
    yield Row("the same, of the drawing process", _cpu_s(drawing._process.pid), "s")
    yield Row("a frame while all slides scroll, p95", _scrolled(shown), "ms", aim=1000 / 60)
    shown.close()


def _scrolled(shown):
    """Scroll as fast as frames come, while the pictures of the slides are drawn; return the p95 in ms."""
    grid, swapped = find(shown, "grid"), []
    shown.window.frameSwapped.connect(lambda: swapped.append(time.perf_counter()))
    for step in range(FRAMES):
        count = len(swapped)
        grid.setProperty("contentY", step * PIXELS)
        until(lambda count=count: len(swapped) > count)
    between = [1000 * (after - before) for before, after in itertools.pairwise(swapped)]
    return statistics.quantiles(between, n=20)[-1]


def _cpu_s(process):
    """The processor time of a process so far, of all its threads."""
    threads = Path(f"/proc/{process}/task").iterdir()
    return sum(int((each / "schedstat").read_text("ascii").split()[0]) for each in threads) / 1e9


def _mb(process):
    """The memory that a process has for itself, with its share of what it has with others."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(each.split()[1]) for each in lines if each.startswith("Pss:")) / 1024
