"""The player alone: 10,000 transitions over all kinds of slides, each frame judged, and what it costs.

Other generations and other free times arrive meanwhile, at any point of a transition. Of a faulty frame the
picture is kept in `build/faulty-frames/`, with those before and after it.

The transitions are hurried (a fade of 40 ms) and the screen is small, so that they end within half an hour;
frame times are measured on a full screen at the product's own pace. `INFODISK_TRANSITIONS` asks for another
number, `INFODISK_MINUTES` for an end after so many minutes.
"""

import gc
import itertools
import math
import os
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QImage, QPainter

from kiosk import resources
from kiosk.booking.bookable_rules import slots_by_rule
from kiosk.booking.slots import SlotList
from kiosk.cli.icons import icons
from kiosk.device.heap import return_freed_memory
from kiosk.device.qt_application import quieten_ffmpeg
from kiosk.feed.models import Rendition
from kiosk.feed.slides import PdfSlide, VideoSlide, WebSlide
from kiosk.feed.written_sizes import Size
from kiosk.publish.folder_source import check_folder
from kiosk.ui import fonts
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.shell.shell import Shell
from tests import films, posters, prepared
from tests.bench.rows import Row, print_rows
from tests.ui.conftest import Time, turn_until
from tests.ui.judge import Judge
from tests.ui.slides.test_kinds import GREEN_FILM

TRANSITIONS = int(os.environ.get("INFODISK_TRANSITIONS", "10000"))
MINUTES = float(os.environ.get("INFODISK_MINUTES", "1440"))
FAULTY_FRAMES = Path(__file__).resolve().parents[2] / "build" / "faulty-frames"
HURRIED_MS = 40
SMALL = Size(960, 540)
CHANGE_MS = 230
"""How often something else comes: no multiple of the time of a slide, so that it comes at any point."""

WARM = 1000
"""Transitions before memory is counted: by then each kind was seen in each language, and caches are full."""


def rows():
    return_freed_memory()
    quieten_ffmpeg()
    _application = fonts.make_application([])
    feed = check_folder(resources.sample_feed(), icons()).feed
    with tempfile.TemporaryDirectory() as folder:
        yield from judged(every_kind(feed, Path(folder)), Path(folder))
    yield from paced(feed)


def every_kind(feed, folder):
    """The feed with one playlist of a slide of each kind, the three transitions in turn."""
    shutil.copy(GREEN_FILM, folder / "film")
    for number in (1, 2):
        posters.picture(folder / f"{number}.png", SMALL, posters.no_queue)
    page = QImage(SMALL.width, SMALL.height, QImage.Format.Format_RGB32)
    painter = QPainter(page)
    films.to_the_desk(painter, 0.5)
    painter.end()
    page.save(str(folder / "page.png"))
    of_kind = {slide.kind: slide for slide in feed.slides.values()} | {
        "video": VideoSlide(kind="video", video="media/film"),
        "pdf": PdfSlide(kind="pdf", document="media/pages"),
        "web": WebSlide(kind="web", url="https://kartor.example/"),
    }
    ways = ("fade", "slide", "fade", "cut")
    slides = {
        f"{way}-{index}-{name}": replace(slide, dwell=0.03, transition=way)
        for index, way in enumerate(ways)
        for name, slide in of_kind.items()
    }
    return with_slides(feed, slides, resolution=SMALL)


def with_slides(feed, slides, **screen):
    first = next(iter(feed.playlists.values()))
    plain = {"slides": tuple(slides), "where": type(first.where)(), "when": type(first.when)()}
    window = replace(feed.screens["torget-window"], **screen)
    screens = {**feed.screens, "torget-window": window}
    playlists = {"only": replace(first, **plain)}
    return replace(feed, slides=slides, playlists=playlists, screens=screens)


def judged(feed, folder):
    clock = Time()
    shell = Shell(lambda: clock.now, lambda: clock.seconds)
    set_fade(shell, HURRIED_MS)
    made = {f"media/pages/{number}": folder / f"{number}.png" for number in (1, 2)}
    made["media/film"] = folder / "film"
    media = prepared.sample().locate
    pages = Rendition(pages={number: f"media/pages/{number}" for number in (1, 2)})
    feed = replace(feed, renditions={**prepared.shown(feed).renditions, "media/pages": (pages,)})
    page = QUrl.fromLocalFile(str(folder / "page.png"))
    context = ScreenContext(feed, "torget-window", lambda p: made.get(p) or media(p), web=lambda _: page)
    shell.use(context)
    shell.when_seen(shell.window.show)
    changes = keep_changing(shell, context, clock)
    judge = Judge(shell, FAULTY_FRAMES)
    memory = MemoryReadings(shell, judge)
    end = time.monotonic() + MINUTES * 60
    turn_until(lambda: judge.transitions >= TRANSITIONS or time.monotonic() > end, 24 * 3_600_000)
    yield Row(f"transitions judged, over {len({k for k, _ in judge.kinds})} kinds", judge.transitions, "")
    yield Row("transitions too fast for a frame of their own", judge.skipped, "")
    yield Row("frames judged", judge.frames, "")
    yield Row("blank or torn frames", len(judge.faults), "", 0)
    yield Row("growth of its own memory in 10,000 transitions", memory.growth() * 10_000, "MB", 1)
    yield Row("changes of generation and free times meanwhile", next(changes), "")
    print(*judge.faults[:20], sep="\n", file=sys.stderr)
    shell.close()


class MemoryReadings:
    """The process's memory each time the same slide is seen: from slide to slide it differs by pictures."""

    def __init__(self, shell, judge):
        self._judge, self._readings, self._slide = judge, [], None
        shell.player.slideShown.connect(self._read)

    def _read(self, *slide):
        self._slide = self._slide or slide
        if slide == self._slide:
            self._readings.append((self._judge.transitions, own_mb()))
            print(*self._readings[-1], file=sys.stderr, flush=True)

    def growth(self):
        """Return the MB that a transition adds, once caches are full; NaN after a run too short to tell."""
        warm = [each for each in self._readings if each[0] >= min(WARM, TRANSITIONS // 2)]
        if len(warm) < 2:
            return math.nan
        return statistics.linear_regression(*zip(*warm, strict=True)).slope


def keep_changing(shell, context, clock):
    """Let other generations and other free times come, as a poll brings them; return what counts them."""
    count, slots = itertools.count(), slots_by_rule(context.feed, clock.now)

    def change():
        number = next(count)
        feed = replace(context.feed, counts_kept_for=context.feed.counts_kept_for + number)
        times = SlotList(generated_at=clock.now, slots=slots[number % 5 :])
        shell.use(replace(context, feed=feed, slots=times))

    timer = QTimer(shell, interval=CHANGE_MS)
    timer.timeout.connect(change)
    timer.start()
    return count


def set_fade(shell, milliseconds):
    shell.engine.singletonInstance("Kiosk", "Theme").setProperty("fadeMs", milliseconds)


def own_mb():
    """The memory that no other process has part in: a mapped file counts for less when others open it too."""
    gc.collect()
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    own = [line.split() for line in rollup.splitlines() if line.startswith(("Pss_Anon:", "Pss_Shmem:"))]
    return sum(int(size) for _, size, _ in own) / 1024


def paced(feed):
    """Frame times of fades at their own pace on a full screen, and equal pictures."""
    picture = replace(feed.slides["picture-square"], dwell=0.2, caption=None)
    shell, clock = Shell(lambda: clock.now, lambda: clock.seconds), Time()
    took, began, light = [], [0.0], []
    shell.window.afterAnimating.connect(lambda: began.__setitem__(0, time.perf_counter()))
    shell.window.frameSwapped.connect(lambda: took.append((time.perf_counter() - began[0]) * 1000))
    same = with_slides(feed, {"a": picture, "b": picture})
    shell.use(ScreenContext(prepared.shown(same), "torget-window", prepared.sample().locate))
    shell.window.show()
    judge = Judge(shell)
    watched = judge._take
    judge._take = lambda: (frame := watched(), light.append(float(frame.rows.mean())))[0]
    turn_until(lambda: judge.transitions > 1, 120_000)
    took.clear(), light.clear()
    turn_until(lambda: judge.transitions > 20, 120_000)
    fades = statistics.quantiles(took, n=100)
    yield Row("frame in a fade at 1920 × 1080, median", statistics.median(took), "ms")
    yield Row("frame in a fade at 1920 × 1080, p99", fades[98], "ms")
    yield Row("dip of brightness between equal pictures", (1 - min(light) / max(light)) * 100, "%", 2)
    shell.close()


if __name__ == "__main__":
    print_rows(rows())
