"""The frame judge: a fault that is put in on purpose is caught, and a real cycle over every kind has none."""

from dataclasses import replace
from itertools import cycle
from typing import get_args

import numpy as np
import pytest
from PySide6.QtCore import QObject, QUrl

from kiosk.feed.constraints import keys_of
from kiosk.feed.live_slides import ClockSlide, CountdownSlide, EventSlide
from kiosk.feed.localized_text import Text
from kiosk.feed.models import Rendition
from kiosk.feed.slides import PdfSlide, PosterSlide, Slide, VideoSlide, WebSlide
from tests.ui.conftest import TUESDAY, turn_until
from tests.ui.judge import EXPLAINED, Frame, Judge, as_it_came, explained, views
from tests.ui.slides.test_kinds import drawn
from tests.ui.slides.test_live_contents import EVENTS, LIVE, NEWS, QUEUE, STOP, WEATHER
from tests.ui.slides.test_player import playing, quick

__all__ = ["drawn"]

PICTURE = "media/talk.svg"
KINDS = get_args(get_args(Slide)[0])


def judged(screen, transitions):
    judge = Judge(screen.shell)
    turn_until(lambda: judge.transitions > transitions)
    return judge


def test_a_real_transition_has_no_fault(screen_of, context_of, sample):
    screen = screen_of(context_of("torget-window", feed=playing(quick(sample), "languages", "hours")))
    judge = judged(screen, 3)
    assert judge.frames > 10
    assert judge.faults == [], "\n".join(judge.faults)


def hide(lower, upper):
    lower.setVisible(False)
    upper.setVisible(False)


def shine_through(lower, upper):
    lower.setOpacity(1 - upper.opacity())


def tear(lower, upper):
    upper.setX(300)


class Saboteur(QObject):
    """Spoils one frame in the middle of a fade, before it is drawn, and puts right what it did."""

    def __init__(self, judge, spoil):
        super().__init__(judge)
        self.judge, self.spoil, self.spoilt = judge, spoil, None
        self.done = False
        judge.shell.window.afterAnimating.connect(self._act)

    def _act(self):
        slides = views(self.judge._stage)
        if self.spoilt:
            for slide, (visible, opacity, x) in self.spoilt.items():
                slide.setVisible(visible), slide.setOpacity(opacity), slide.setX(x)
            self.spoilt, self.done = None, True
        elif self.judge.transitions and not self.done and _half_way(slides):
            self.spoilt = {slide: (slide.isVisible(), slide.opacity(), slide.x()) for slide in slides}
            self.spoil(*slides)


def _half_way(slides):
    return len(slides) == 2 and 0.3 < slides[1].opacity() < 0.7


@pytest.mark.parametrize("spoil", [hide, shine_through, tear])
def test_one_spoilt_frame_is_caught(screen_of, context_of, sample, spoil):
    screen = screen_of(context_of("torget-window", feed=playing(quick(sample), "languages", "hours")))
    judge = Judge(screen.shell)
    saboteur = Saboteur(judge, spoil)
    turn_until(lambda: saboteur.done and judge.transitions > 3)
    assert len(judge.faults) in {1, 2}
    if spoil is hide:
        assert "is blank" in judge.faults[0]


def test_a_real_cycle_over_every_kind_has_no_fault(screen_of, context_of, sample, drawn):
    slides = every_kind(sample)
    feed = playing(quick(sample), *slides)
    feed = replace(feed, slides=slides)
    media = {"media/film": drawn / "film"}
    media |= {f"media/pages/{number}": drawn / f"{number}.png" for number in (1, 2)}
    page = QUrl.fromLocalFile(str(drawn / "page.png"))
    context = context_of("torget-window", feed=feed, web=lambda _: page, live=LIVE)
    pages = Rendition(pages={number: f"media/pages/{number}" for number in (1, 2)})
    feed = replace(context.feed, renditions={**context.feed.renditions, "media/pages": (pages,)})
    files = context.media
    screen = screen_of(replace(context, feed=feed, media=lambda path: media.get(path) or files(path)))
    judge = Judge(screen.shell)
    turn_until(lambda: len({kind for kind, _ in judge.kinds}) == len(slides))
    assert judge.faults == [], "\n".join(judge.faults)
    assert {kind for kind, _ in judge.kinds} == {get_args(keys_of(kind)["kind"])[0] for kind in KINDS}
    assert {transition for _, transition in judge.kinds} == {"cut", "fade", "slide"}


def test_a_video_that_goes_on_until_the_next_slide_comes_is_no_fault(screen_of, context_of, sample, drawn):
    ways = {"clip": VideoSlide(kind="video", video="media/film"), "welcome": sample.slides["welcome"]}
    slides = {name: replace(s, transition="slide", dwell=0.05) for name, s in ways.items()}
    feed = replace(playing(quick(sample), *slides), slides=slides)
    files = context_of().media
    context = context_of(
        "torget-window", feed=feed, media=lambda p: drawn / "film" if "film" in p else files(p)
    )
    screen = screen_of(context)
    judge, changed = Judge(screen.shell), []

    def go_on():
        slides = views(judge._stage)
        films = [i for i in screen.items() if "Film" in i.metaObject().className()]
        if films and len(slides) == 2 and slides[1].x() == slides[1].width():
            films[0]._image.invertPixels()
            films[0].update()
            changed.append(judge.transitions)

    screen.shell.window.afterAnimating.connect(go_on)
    turn_until(lambda: changed and judge.transitions > changed[0] + 1)
    assert judge.faults == [], "\n".join(judge.faults)


def letters(seed):
    """Return a slide full of thin letters, as rows of a frame."""
    dots = np.random.default_rng(seed).integers(0, 2, (30, 80, 1), np.uint8) * 255
    return dots.repeat(3, axis=2)


def glided(before, after, x):
    return np.concatenate([before[:, :x], after[:, : after.shape[1] - x]], axis=1)


def test_letters_that_glide_between_two_dots_are_no_fault_and_torn_ones_are():
    before, after = letters(1), letters(2)
    halves = (glided(before, after, 30).astype(int) + glided(before, after, 31)) // 2
    assert explained(Frame(halves.astype(np.uint8), 30.5), before, after) > EXPLAINED
    torn = glided(before, after, 30)
    torn[15:] = np.roll(torn[15:], 20, axis=1)
    assert explained(Frame(torn, 30), before, after) < EXPLAINED


def test_a_video_that_has_gone_on_before_it_is_settled_is_compared_as_it_came():
    before, first, later = letters(1), letters(2), letters(3)
    moving = [Frame(glided(before, first, x), x) for x in (60, 5)]
    after = as_it_came(moving, Frame(later))
    assert all(explained(frame, before, after) > EXPLAINED for frame in moving)
    torn = Frame(glided(before, later, 5), 5)
    assert explained(torn, before, after) < EXPLAINED


def every_kind(sample):
    """Return a slide of each kind that there is, with the three transitions in turn."""
    of_kind = {slide.kind: slide for slide in sample.slides.values()}
    of_kind |= {
        "video": VideoSlide(kind="video", video="media/film"),
        "pdf": PdfSlide(kind="pdf", document="media/pages"),
        "web": WebSlide(kind="web", url="https://kartor.example/"),
        "clock": ClockSlide(kind="clock"),
        "countdown": CountdownSlide(kind="countdown", title=Text("Val"), to=TUESDAY.date()),
        "event": EventSlide(
            kind="event", title=Text("Öppet hus"), day=TUESDAY.date(), picture="media/talk.svg"
        ),
        "poster": PosterSlide(kind="poster", title=Text("Kom in"), picture=PICTURE),
    }
    of_kind |= {slide.kind: slide for slide in (EVENTS, NEWS, QUEUE, WEATHER, STOP)}
    ways = cycle(("fade", "slide", "cut"))
    changes = {"dwell": 0.05}
    return {
        name: replace(slide, **{} if name == "video" else changes, transition=way)
        for (name, slide), way in zip(sorted(of_kind.items()), ways, strict=False)
    }
