"""Draw every kind of live slide and every kind of alert, to be looked at.

    python -m tests.live_screenshots [--out FOLDER] [--languages sv,ar] [--kinds weather,alert] [--long]

Writes FOLDER/<kind>/<screen>-<language>.png (default folder: build/live-screenshots): a touchscreen, a window
read from four metres, and a tall window, in each of the thirteen languages; with `--long`, in many words.
"""

import argparse
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from kiosk.drawn_checks.live_samples import live_sample
from kiosk.drawn_checks.moment import State
from kiosk.drawn_checks.slide_renderer import SlideRenderer
from kiosk.feed.live_slides import ClockSlide, CountdownSlide, EventSlide, QueueSlide
from kiosk.feed.localized_text import Text
from kiosk.feed.written_sizes import Size
from kiosk.ui import fonts
from tests.ui.conftest import TUESDAY, context_on, sample_feed

LIVE = {"library-events": "events", "news": "news", "weather": "weather", "bus-stop": "departures"}
"""Slides of the sample feed, and their kinds."""

OWN = ("event", "clock", "countdown", "queue")
KINDS = (*LIVE.values(), *OWN, "alert")


def main():
    options = _options()
    _application = fonts.make_application([])
    feed = _feed(sample_feed(), options.languages.split(","))
    live = live_sample(feed, TUESDAY, is_long=options.long)
    renderer = SlideRenderer(State(TUESDAY, None, live), "", lambda _drawing: False, all_states=False)
    count = 0
    for screen in SCREENS:
        context = context_on(feed, screen, live=live)
        for language in options.languages.split(","):
            for kind, drawing in _drawings(renderer, context, language, options.kinds.split(",")):
                path = options.out / kind / f"{screen}-{language}-{drawing.name}.png"
                path.parent.mkdir(parents=True, exist_ok=True)
                drawing.image.save(str(path))
                count += 1
                for finding in drawing.findings:
                    print(f"{path}: {finding.fault.value}: {finding.words} {finding.detail}")
    renderer.close()
    print(f"{count} pictures in {options.out}")
    return 0


def _options():
    parser = argparse.ArgumentParser(prog="python -m tests.live_screenshots")
    parser.add_argument("--out", type=Path, default=Path("build/live-screenshots"))
    parser.add_argument("--languages", default="sv,en,ar,so,fa,fa_AF,ti,ckb,uk,pl,tr,fi,es")
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--long", action="store_true")
    return parser.parse_args()


SCREENS = ("touch", "window", "tall")


def _feed(sample, languages):
    """Return the sample feed with a slide of each kind, and a screen of each form."""
    own = {
        "event": EventSlide(
            kind="event",
            title=_title(sample, "news"),
            day=date(2026, 11, 26),
            place=_title(sample, "weather"),
        ),
        "clock": ClockSlide(kind="clock"),
        "countdown": CountdownSlide(
            kind="countdown", title=_title(sample, "library-events"), to=date(2026, 12, 24)
        ),
        "queue": QueueSlide(kind="queue", title=_title(sample, "open-now"), source="tickets"),
    }
    slides = {name: sample.slides[name] for name in LIVE} | own
    desk, window = sample.screens["torget-desk"], sample.screens["torget-window"]
    own_words = {"languages": tuple(languages), "slide_languages": tuple(languages)}
    tall = replace(window, size=Size(680, 1210), resolution=Size(1080, 1920))
    screens = {
        "touch": replace(desk, **own_words),
        "window": replace(window, **own_words),
        "tall": replace(tall, **own_words),
    }
    return replace(sample, slides=slides, screens=screens, playlists={}, notices={})


def _title(sample, slide):
    return getattr(sample.slides[slide], "title", None) or Text("Torget")


def _drawings(renderer, context, language, kinds):
    for name, kind in (LIVE | {each: each for each in OWN}).items():
        if kind in kinds:
            yield from ((kind, each) for each in renderer.draw_slide(context, name, language))
    if "alert" in kinds:
        found = (each for each in renderer.draw_rest(context, language) if each.kind == "alert")
        yield from (("alert", each) for each in found)


if __name__ == "__main__":
    sys.exit(main())
