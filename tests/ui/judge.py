"""Judging frames by what is on them: nothing blank, nothing torn, nothing that shines through.

Taken is what has reached the screen, not what the scene would draw if asked again. A frame in a transition
must be made of the slide before it and the slide after it: in a fade each of its dots is the same mixture of
theirs, in a slide it is the one on one side of a line and the other on the other side.

Where a folder is given, it keeps the pictures of a transition with a fault.
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.ui.shell.scripted_visit import visible_items
from tests.ui.qrcodes import pixels

STEP = 8
"""Every so manieth row is looked at."""

BLANK_SPREAD = 2.0
"""Of 255: how much the dots of a slide differ at least in one colour. A line of text alone spreads by ten."""

TOLERANCE = 10
"""Of 255: what rounding and scaling change."""

EXPLAINED = 0.95
"""The part of the dots that must come from the two slides: a video goes on meanwhile, and letters that are
drawn apart from their ground have edges of their own."""


@dataclass
class Frame:
    """Rows of a frame, and where the upper slide stood: `x` in pixels, `opacity` from 0 to 1."""

    rows: np.ndarray
    x: float = 0.0
    opacity: float = 1.0

    @property
    def moves(self):
        """Whether both slides are on it; before that it is the old slide's, whose video may have gone on."""
        return 0 < abs(self.x) < self.rows.shape[1] or 0 < self.opacity < 1


class Judge(QObject):
    """Watches a screen's stage; `faults` grow with each frame that is not made of its two slides."""

    def __init__(self, shell, pictures=None):
        super().__init__()
        self.shell = shell
        self._pictures = pictures
        self.faults = []
        self.frames = 0
        self.transitions = self.skipped = 0
        self.kinds = set()
        self._stage = next(i for i in self._items() if i.metaObject().className().startswith("Stage_"))
        self._settled = None
        self._between = []
        shell.window.frameSwapped.connect(self.look)
        shell.player.slideShown.connect(self._next_settles)
        self._settling = False

    def _items(self):
        return visible_items(self.shell.window.contentItem())

    def _next_settles(self, *_):
        if self._settling:  # two slides have settled without a frame between them: nothing to compare with
            self._settled = None
            self._between.clear()
            self.skipped += 1
        self._settling = True

    def look(self):
        """Take the frame that has just reached the screen."""
        frame = self._take()
        self.frames += 1
        if frame.rows.std(axis=(0, 1)).max() < BLANK_SPREAD:
            self.faults.append(f"frame {self.frames} is blank")
            self._keep([frame])
        if self._settling:
            self._settling = False
            self._judge(frame)
        elif frame.moves or self._between:
            self._between.append(frame)
        else:
            self._settled = frame  # a video goes on, and the words of some slides follow the clock

    def _take(self):
        window, stage = self.shell.window, self._stage
        image = (
            QGuiApplication.primaryScreen()
            .grabWindow(window.winId(), 0, 0, int(stage.width()), int(stage.height()))
            .toImage()
        )
        slides = views(stage)
        top = slides[-1] if slides else QQuickItem()
        return Frame(pixels(image)[::STEP].copy(), top.x(), top.opacity())

    def _judge(self, settled):
        """Judge the frames since the last settled one, now that the slide after them is known."""
        before, self._settled = self._settled, settled
        between, self._between = self._between, []
        self.transitions += 1
        self.kinds.add((self.shell.player.card.kind, self.shell.player.card.transition))
        if before is None:
            return
        after = as_it_came(between, settled) if self.shell.player.card.kind == "video" else settled.rows
        parts = [explained(frame, before.rows, after) for frame in between]
        faulty = [part for part in parts if part < EXPLAINED]
        kind = self.shell.player.card.kind
        self.faults += [f"transition {self.transitions} to {kind}: {part:.3f}" for part in faulty]
        if faulty:
            self._keep([before, *between, settled])

    def _keep(self, frames):
        if not self._pictures:
            return
        self._pictures.mkdir(parents=True, exist_ok=True)
        for place, frame in enumerate(frames):
            whole = np.repeat(frame.rows[:, :, ::-1], STEP, axis=0)
            name = f"{self.transitions}-{self.frames}-{place}.png"
            Image.fromarray(np.ascontiguousarray(whole)).save(self._pictures / name)


def views(stage):
    """Return the slides on a stage, the upper one last."""
    seen = [item for item in stage.childItems() if item.metaObject().className().startswith("SlideView_")]
    return sorted((view for view in seen if view.isVisible()), key=QQuickItem.z)


def as_it_came(between, settled):
    """Return a slide that has glided in as it stood then: a video goes on before the settled frame."""
    rows, last = settled.rows.copy(), between[-1] if between else settled
    x, width = round(last.x), rows.shape[1]
    if 0 < x < width:
        rows[:, : width - x] = last.rows[:, x:]
    elif -width < x < 0:
        rows[:, -x:] = last.rows[:, : width + x]
    return rows


def explained(frame, before, after):
    """Return the part of a frame's dots that come from the slide before or after it, 0 to 1."""
    if frame.x:  # letters can stand between two dots
        return _between(frame.rows, [_glided(before, after, round(frame.x) + off) for off in (-1, 0, 1)])
    old, change = before.astype(np.float32), after.astype(np.float32) - before
    weight = float((change * change).sum())
    mixed = float(((frame.rows - old) * change).sum()) / weight if weight else 0.0
    return _near(frame.rows, old + min(1.0, max(0.0, mixed)) * change)


def _near(rows, expected):
    return float((np.abs(rows - expected.astype(np.float32)) <= TOLERANCE).all(axis=2).mean())


def _between(rows, made):
    low, high = np.minimum.reduce(made).astype(np.int16), np.maximum.reduce(made).astype(np.int16)
    return float(((rows >= low - TOLERANCE) & (rows <= high + TOLERANCE)).all(axis=2).mean())


def _glided(before, after, x):
    """Return the slide after over the one before, moved by `x` pixels."""
    made, width = before.copy(), before.shape[1]
    x = max(-width, min(width, x))
    if x >= 0:
        made[:, x:] = after[:, : width - x]
    else:
        made[:, : width + x] = after[:, -x:]
    return made
