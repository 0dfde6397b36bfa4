"""The pictures of the Studio for README.md and the docs: its pages on the sample feed, in both languages."""

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt

from kiosk.publish.publisher import init_site
from kiosk.publish.storage.site_storage import FolderStorage
from tests.studio.windows import NOW, opened, until

WIDTH = 1024
LANGUAGES = ("en", "sv")
SMOOTH = Qt.TransformationMode.SmoothTransformation


def draw(folder):
    """Draw the pages of the Studio into a folder."""
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as scratch:
            _draw(Path(scratch), folder, language)


def _draw(scratch, folder, language):
    site, keys = scratch / "site", scratch / "keys"
    init_site(FolderStorage(site), keys, NOW)
    shown = opened(scratch / "feed", language, str(site), keys)
    studio = shown.studio
    studio.publish_model.publish()
    until(lambda: not studio.busy)
    studio.say("")
    until(lambda: all(studio.pictures.address(f"home/{name}") for name in studio.feed.screens))
    save(shown, folder / f"studio-home-{language}.png")
    shown.window.setProperty("page", "week")
    studio.week_model.open("torget-window")
    tuesday = (each for each in studio.week_model.boxes.rows if "study" in each.name)
    studio.week_model.choose(studio.week_model.boxes.rows.index(next(tuesday)))
    save(shown, folder / f"studio-week-{language}.png")
    shown.window.setProperty("page", "offices")
    until(lambda: studio.office_model.key)
    studio.office_model.open("torget")
    studio.office_model.turnMonth(1)
    save(shown, folder / f"studio-office-{language}.png")
    studio.slide_model.open("letter")
    shown.window.setProperty("page", "slide")
    until(lambda: studio.slide_model.preview_model.picture)
    save(shown, folder / f"studio-slide-{language}.png")
    studio.slide_model.part_form.write("title", "sv", "Svårt att läsa ett brev?")
    studio.slide_model.open("open-now")
    studio.slide_model.delete()
    studio.say("")
    shown.window.setProperty("page", "release")
    wanted = ("before/letter", "after/letter", "before/open-now")
    until(lambda: all(studio.pictures.address(each) for each in wanted))
    save(shown, folder / f"studio-publish-{language}.png")
    shown.close()


def save(shown, path):
    """Save the window as it is once it has come to rest."""
    until(lambda: False, 300)
    shown.window.grabWindow().scaledToWidth(WIDTH, SMOOTH).save(str(path))
