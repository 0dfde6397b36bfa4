"""Mistakes of other signage systems: they cannot be made in the Studio, or it tells them beside the field."""

import logging
import shutil
import unicodedata
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QUrl

from kiosk.cli.icons import icons
from kiosk.feed import yaml_reader
from kiosk.feed.localized_text import Text
from kiosk.feed.problems import Severity
from kiosk.studio.core.project import Project
from kiosk.studio.core.slide_media import MediaError, check_file, take_file
from kiosk.studio.drawing.draw_process import NOTHING_SHOWN, Drawer
from kiosk.studio.drawing.draw_requests import DrawnFeed, DrawRequest
from tests.studio.windows import NOW, SAMPLE, draw_nothing, find, opened, until

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def window(tmp_path, monkeypatch):
    draw_nothing(monkeypatch)
    shown = opened(tmp_path / "feed", "en")
    shown.studio.slide_model.open("letter")
    yield shown
    shown.close()


def errors(studio):
    return [each for each in studio.problems if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "typed",
    [
        "sv:Hej en:Hi",
        "sv:\u00a0Hej",
        "Öppet: 10-16",
        "10:30",
        "no",
        "null",
        "- en rad",
        "# rabatt",
        "Rabatt #5",
        "*stjärna*",
        "&nbsp;",
        "100 %",
        "'citat'",
        '"citat"',
        "{klammer}",
        "@info",
        "2026-12-24",
        "08-465 004 00",
        unicodedata.normalize("NFD", "Öppet på lördag"),
    ],
)
def test_what_is_typed_is_what_is_written(window, typed):
    form = window.studio.slide_model.part_form
    before = yaml_reader.read(window.studio.project.texts["slides/letter.yaml"], "").value
    form.write("title", "sv", typed)
    after = yaml_reader.read(window.studio.project.texts["slides/letter.yaml"], "").value
    assert after["title"] == {**before["title"], "sv": unicodedata.normalize("NFC", typed)}
    assert {**after, "title": None} == {**before, "title": None}


@pytest.mark.parametrize(
    ("typed", "told"),
    [("<b>Hej</b>", "HTML is shown as it is typed"), ("Hej\u200b!", "an invisible character")],
)
def test_what_would_look_wrong_is_told_beside_its_field(window, typed, told):
    form = window.studio.slide_model.part_form
    form.write("title", "sv", typed)
    window.studio.refresh()
    assert told in form.wrong("title", "sv")


@pytest.mark.parametrize("name", ["jul.yaml.txt", "jul.yml", "Jul.yaml"])
def test_a_file_that_is_not_read_stands_on_the_first_page(tmp_path, monkeypatch, name):
    draw_nothing(monkeypatch)
    shutil.copytree(SAMPLE, tmp_path / "feed")
    (tmp_path / "feed/notices" / name).write_bytes((SAMPLE / "notices/planning-day.yaml").read_bytes())
    shown = opened(tmp_path / "feed", "en")
    assert until(lambda: find(shown, f"error/notices/{name}"))
    shown.close()


def test_an_error_is_opened_from_the_first_page(window):
    studio = window.studio
    studio.project.set("slides/letter.yaml", ("dwell",), "long")
    studio.project.set("offices/torget.yaml", ("booking", "phone"), "ring")
    studio.refresh()
    for name, page in (("slides/letter.yaml", "slidePage"), ("offices/torget.yaml", "officePage")):
        window.window.setProperty("page", "home")
        assert until(lambda name=name: find(window, f"error/{name}"))
        find(window, f"error/{name}").clicked.emit()
        assert until(lambda page=page: find(window, page))
    assert studio.office_model.key == "torget"
    assert "ring" in studio.office_model.booking_model.form.wrong("booking.phone", "")


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", ".DS_Store"])
def test_what_a_desktop_leaves_in_a_folder_is_no_error(tmp_path, monkeypatch, name):
    draw_nothing(monkeypatch)
    shutil.copytree(SAMPLE, tmp_path / "feed")
    for folder in (".", "media", "slides"):
        (tmp_path / "feed" / folder / name).write_bytes(b"\x00")
    shown = opened(tmp_path / "feed", "en")
    assert errors(shown.studio) == []
    shown.close()


@pytest.mark.parametrize(
    ("slide", "name"),
    [("video", "photo.jpg"), ("message", "film.mp4"), ("picture", "letter.pdf"), ("message", "music.mp3")],
)
def test_a_file_of_another_kind_is_refused(tmp_path, slide, name):
    (tmp_path / name).write_bytes(b"\x00")
    with pytest.raises(MediaError):
        check_file(f"kind: {slide}\ntitle: Hej\n", tmp_path / name, new=False)


def test_a_name_composed_in_another_way_is_found(window, tmp_path):
    path = tmp_path / unicodedata.normalize("NFD", "Sjöbjörn.jpg")
    Image.new("RGB", (640, 480), "#0B5C6B").save(path)
    window.studio.slide_model.takeFile(QUrl.fromLocalFile(str(path)))
    assert until(lambda: b"media/sjobjorn-" in window.studio.project.texts["slides/letter.yaml"])
    assert errors(window.studio) == []


class Drawn:
    """A slide of the sample feed, drawn with other words or another file."""

    def __init__(self, folder):
        shutil.copytree(SAMPLE, folder)
        self.folder, self.drawer = folder, Drawer()

    def project(self):
        return Project(self.folder, icons())

    def findings(self, slide, screen="torget-window", feed=None):
        feed = feed or self.project().feed(NOW)
        self.drawer.use(DrawnFeed(feed, self.folder, NOW))
        return self.drawer.draw(DrawRequest("slide", screen, slide, "sv")).findings

    def put(self, path):
        """Show a file on the slide `letter` as dropping it does."""
        project = self.project()
        name = take_file(self.folder, project.media, path).name
        project.set("slides/letter.yaml", ("picture",), name)
        project.save()
        return self.findings("letter")


@pytest.fixture
def drawn(tmp_path, qapp):
    logging.disable(logging.ERROR)  # as the drawing process does: what it finds is told by the window
    found = Drawn(tmp_path / "feed")
    yield found
    found.drawer.close()
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("日本語で案内します", "no such character in any font"),
        ("Arbetsmarknadsdepartementsrådgivningsverksamhetsutvecklingsprogrammet", "does not fit"),
    ],
)
def test_words_that_cannot_be_drawn_are_told(drawn, typed, told):
    feed = drawn.project().feed(NOW)
    letter = replace(feed.slides["letter"], title=Text({"sv": typed}))
    feed = replace(feed, slides={**feed.slides, "letter": letter})
    assert any(told in each.message for each in drawn.findings("letter", feed=feed))


def test_a_turned_photo_is_as_large_as_it_is_seen(drawn, tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    Image.new("RGB", (2400, 1800), "#0B5C6B").save(tmp_path / "photo.jpg", exif=exif)
    assert drawn.put(tmp_path / "photo.jpg") == ()


def test_a_picture_that_moves_is_told_beside_its_field(drawn, tmp_path):
    frames = [Image.new("RGB", (640, 480), colour) for colour in ("#0B5C6B", "#8E2A4C", "#245A41")]
    frames[0].save(tmp_path / "moving.gif", save_all=True, append_images=frames[1:], duration=200)
    found = drawn.put(tmp_path / "moving.gif")
    assert [each.field for each in found if "it moves" in each.message] == ["picture"]


def test_a_drawing_that_would_be_drawn_wrong_is_told_beside_its_field(drawn, tmp_path):
    text = '<text x="90" y="50" direction="rtl">مرحبا</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{text}</svg>'
    (tmp_path / "a.svg").write_text(svg, "utf-8")
    found = drawn.put(tmp_path / "a.svg")
    assert [each.field for each in found if "wrong place" in each.message] == ["picture"]


def test_a_page_that_a_document_does_not_have_is_told(drawn):
    project = drawn.project()
    slide = next(name for name, each in project.feed(NOW).slides.items() if each.kind == "pdf")
    project.set(f"slides/{slide}.yaml", ("pages",), [70])
    project.save()
    assert drawn.findings(slide, screen="torget-desk") == (NOTHING_SHOWN,)
