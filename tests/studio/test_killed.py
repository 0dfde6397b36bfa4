"""A Studio that is killed loses at most a second of typing."""

import multiprocessing
import os
import shutil
import signal
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from kiosk.cli.icons import icons
from kiosk.studio.core.project import Project
from kiosk.studio.drawing import draw_client
from kiosk.ui import fonts
from tests.studio.windows import NOW, SAMPLE, find, items, opened, until

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


@pytest.mark.parametrize("letters_typed", [4, 25, 60])
def test_kill_9_while_typing(tmp_path, letters_typed):
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
            if typed == letters_typed:
                os.kill(process.pid, signal.SIGKILL)
    process.join()
    kept = letters(tmp_path / "feed") - letters(SAMPLE)
    assert typed >= letters_typed
    assert Project(tmp_path / "feed", icons()).checked(NOW)[0].feed
    assert kept >= typed - MOST_LOST


def letters(folder):
    """How often the letter that is typed stands in the slide."""
    return (folder / "slides/letter.yaml").read_text("utf-8").count("x")
