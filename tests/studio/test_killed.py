"""A Studio that is killed loses at most a second of typing."""

import multiprocessing
import os
import shutil
import signal
from contextlib import suppress
from pathlib import Path

from PySide6.QtTest import QTest

from kiosk.studio.drawing import draw_client
from kiosk.ui import fonts
from tests.studio.windows import SAMPLE, find, items, opened, until

LETTERS = 60
BETWEEN_MS = 50
MOST_LOST = 1000 // BETWEEN_MS


def type_for_ever(folder, pipe):
    """Type one letter after another into a slide, and tell of each, until killed."""
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    draw_client.DrawClient.ask = lambda *_: None
    application = fonts.make_application(["studio"])
    shown = opened(Path(folder))
    shown.studio.slide_model.open("letter")
    shown.window.setProperty("page", "slide")
    until(lambda: find(shown, "titleSv"))
    field = next(each for each in items(find(shown, "titleSv")) if each.inherits("QQuickTextInput"))
    field.forceActiveFocus()
    for count in range(10_000):
        QTest.keyClick(shown.window, "x")
        pipe.send(count + 1)
        QTest.qWait(BETWEEN_MS)
    del application


def test_kill_9_while_typing(tmp_path):
    shutil.copytree(SAMPLE, tmp_path / "feed")
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=type_for_ever, args=(str(tmp_path / "feed"), theirs))
    process.start()
    theirs.close()
    typed = 0
    with suppress(EOFError):  # after the last letter that it told of
        while ours.poll(60):
            typed = ours.recv()
            if typed == LETTERS:
                os.kill(process.pid, signal.SIGKILL)
    process.join()
    kept = letters(tmp_path / "feed") - letters(SAMPLE)
    assert typed >= LETTERS
    assert kept >= typed - MOST_LOST


def letters(folder):
    """How often the letter that is typed stands in the slide."""
    return (folder / "slides/letter.yaml").read_text("utf-8").count("x")
