"""The desk: from a touch to the changed picture, with the software renderer, in whole visits."""

import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtTest import QTest

from kiosk.ui import fonts
from tests.bench.rows import Row, print_rows
from tests.screenshots import open_screen
from tests.ui.walk import go, settle

WAY = ("language", "topic-housing", "slot-", "back", "text-size", "text-size", "contrast", "person")
READS_S = 0.5
MOST_S = 10.0


def rows():
    _application = fonts.make_application([])
    for name in ("torget-desk", "kompassen-desk"):
        screen = open_screen(name)
        took = sorted(
            ms for language in screen.desk._context.screen.languages for ms in visit(screen, language)
        )
        shape = "landscape" if screen.shell.window.width() > screen.shell.window.height() else "portrait"
        yield Row(f"touch to changed frame, {shape} 1080p, median of {len(took)}", took[len(took) // 2], "ms")
        yield Row(f"touch to changed frame, {shape} 1080p, p99", took[int(len(took) * 0.99)], "ms", 50)
        screen.shell.close()


def visit(screen, language):
    go(screen, "language", language)
    settle()
    for step in WAY:
        wanted = f"language-{language}" if step == "language" and screen.page == "language" else step
        found = [item for item in screen.items() if item.objectName().startswith(wanted)]
        yield touch(screen, found[0])


def touch(screen, item):
    """The milliseconds until a frame has been drawn that shows what the touch did.

    The page has been there for half a second by then, as no touch counts in the first 0.4 s.
    """
    screen.time.pass_by(READS_S)
    settle()
    QTest.qWait(round(READS_S * 1000))
    drawn, before = [], []
    point = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    frame = screen.shell.window.frameSwapped.connect(lambda: drawn.append(time.perf_counter()))
    turned = screen.desk.turned.connect(lambda: before.append(len(drawn)))
    began = time.perf_counter()
    screen.tap(point)
    while not before or len(drawn) <= before[-1]:
        QCoreApplication.processEvents()
        if time.perf_counter() - began > MOST_S:
            raise RuntimeError(f"nothing came of touching {item.objectName()}")
    screen.shell.window.frameSwapped.disconnect(frame)
    screen.desk.turned.disconnect(turned)
    return (drawn[before[-1]] - began) * 1000


if __name__ == "__main__":
    print_rows(rows())
