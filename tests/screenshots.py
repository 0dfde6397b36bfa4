"""Draw every page of the desk, to be looked at.

    python -m tests.screenshots [--out FOLDER] [--languages sv,ar] [--pages help] [--scales 1,2] …

Writes FOLDER/<screen>/<page>-<language>[-<size>][-contrast][-lower].png (default folder: build/screenshots).
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtTest import QTest

from kiosk.ui import fonts
from kiosk.ui.shell.shell import Shell
from tests.ui.conftest import TUESDAY, Ear, Screen, Time, context_on, sample_feed, theme_of, turn_until
from tests.ui.walk import PAGES, go, settle

SCREENS = ("torget-desk", "kompassen-desk")
LANGUAGES = ("sv", "ar", "ti", "so")


def main():
    options = _options()
    _application = fonts.make_application([])
    count = 0
    for name in options.screens.split(","):
        screen = open_screen(name)
        for picture, shot in _pictures(screen, options, options.out / name):
            picture.parent.mkdir(parents=True, exist_ok=True)
            shot.save(str(picture))
            count += 1
        screen.shell.close()
    print(f"{count} pictures in {options.out}")
    return 0


def _options():
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--pages", default=",".join(PAGES))
    parser.add_argument("--screens", default=",".join(SCREENS))
    parser.add_argument("--scales", default="1")
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--lower", action="store_true")
    parser.add_argument("--listening", action="store_true")
    return parser.parse_args()


def open_screen(name, feed=None, now=TUESDAY):
    time = Time(now)
    shell = Shell(lambda: time.now, lambda: time.seconds)
    theme_of(shell).setProperty("turnMs", 0)
    shell.use(context_on(feed or sample_feed(), name, now))
    shell.window.show()
    shell.read_aloud.serve(Ear(shell.read_aloud), shell.window)
    screen = Screen(shell, time, QTest.createTouchDevice())
    shell.player.slideShown.connect(lambda slide, language: screen.shown.append((slide, language)))
    turn_until(lambda: screen.shown and screen.shell.settled)
    return screen


def _pictures(screen, options, folder):
    yield folder / "slides.png", screen.picture()
    ease = {
        "toggleContrast": options.contrast,
        "toggleLower": options.lower,
        "toggleListening": options.listening,
    }
    words = "".join(f"-{word}" for word in ("contrast", "lower", "listening") if getattr(options, word))
    for language in options.languages.split(","):
        for scale in options.scales.split(","):
            size = {"1": 0, "1.5": 1, "2": 2}[scale]
            for page in options.pages.split(","):
                go(screen, page, language, largerText=size, **ease)
                settle()
                mark = f"-{scale}" if size else ""
                yield folder / f"{page}-{language}{mark}{words}.png", screen.picture()


if __name__ == "__main__":
    sys.exit(main())
