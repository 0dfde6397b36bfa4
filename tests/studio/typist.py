"""A person who types into a slide without a pause, to be killed: `python -m tests.studio.typist FOLDER LOG`.

Each letter is in the log before the next is typed. The window is left out: another test kills that.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from kiosk.studio.core.project import Project
from kiosk.studio.window.autosave import Autosave

SLIDE = "slides/typed.yaml"
LETTERS = 220
BETWEEN_MS = 10
MOST_LOST = 1000 // BETWEEN_MS


def main(folder, log):
    application = QCoreApplication([])
    project = Project(Path(folder), ())
    autosave = Autosave(project, lambda: False, sys.exit, application)
    with Path(log).open("wb", buffering=0) as told:

        def press():
            told.write(b"x")
            typed = project.texts[SLIDE].count(b"x") + 1
            project.set(SLIDE, ("title",), "x" * typed)
            autosave.soon()
            if typed == LETTERS:
                keys.stop()
                autosave.save()
                application.quit()

        keys = QTimer(interval=BETWEEN_MS)
        keys.timeout.connect(press)
        keys.start()
        application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
