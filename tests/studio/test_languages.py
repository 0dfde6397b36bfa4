"""The page of languages: what is left to do, drafts and reviews, and files for translators."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtTest import QTest

from kiosk.feed import yaml_reader
from kiosk.studio.core.translations.screen_counts import missing_by_screen
from kiosk.studio.core.translations.units import read_texts
from kiosk.studio.core.yaml_edit import REMOVED
from tests.studio.windows import draw_nothing, find, items, opened, until

TITLE = "slides/letter.yaml:title"

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def window(tmp_path, monkeypatch):
    draw_nothing(monkeypatch)
    shown = opened(tmp_path / "feed", "en")
    yield shown
    shown.close()


@pytest.fixture
def model(window):
    found = window.studio.language_model
    found.open("so", "all")
    return found


def remove(window, file, *path):
    window.studio.project.set(file, path, REMOVED)
    window.studio.refresh()


def drafts(window, file="slides/letter.yaml"):
    return yaml_reader.read(window.studio.project.texts[file], file).value.get("drafts", [])


def test_what_is_missing_is_listed_and_counted_on_its_screens(window, model):
    before = {each.key: each.name for each in model.screens.rows}
    assert set(before) == {
        name for name, each in window.studio.feed.screens.items() if "so" in each.languages
    }
    remove(window, "slides/letter.yaml", "title", "so")
    model.open("so", "missing")
    assert [each.key for each in model.rows.rows] == [TITLE]
    assert model.state(TITLE) == "Missing"
    named = {each.key: each.name for each in model.screens.rows}
    assert named["torget-window"].endswith("1 text missing")
    assert named["lyktan-desk"] == before["lyktan-desk"]


def test_what_is_written_is_a_draft_until_a_speaker_has_read_it(window, model):
    for key, unit in model._units.items():
        if unit.file == "slides/letter.yaml":
            model.review(key, "F. A.")
    assert "so" not in drafts(window)
    assert model.state(TITLE) == "Finished, read by F. A. on 2026-11-25"
    model.write(TITLE, "Ma ku adag tahay?")
    assert "so" in drafts(window)
    assert model.state(TITLE) == "Draft"
    model.review(TITLE, "")
    assert window.studio.message == "Write who has read it."
    model.review(TITLE, "F. A.")
    assert "so" not in drafts(window)


def test_a_changed_source_is_told(window, model):
    model.review(TITLE, "F. A.")
    window.studio.project.set("slides/letter.yaml", ("title", "sv"), "Ett annat ord")
    window.studio.refresh()
    assert model.state(TITLE).startswith("The first language has changed since")
    model.open("so", "stale")
    assert [each.key for each in model.rows.rows] == [TITLE]


def test_words_that_would_be_lost_are_refused(window, model):
    before = window.studio.project.texts["slides/letter.yaml"]
    model.write(TITLE, "  ")
    assert window.studio.project.texts["slides/letter.yaml"] == before
    window.studio.project.set("slides/letter.yaml", ("title", "sv"), "Ring {phone}")
    window.studio.refresh()
    model.write(TITLE, "Wac")
    assert "placeholders" in model.refused
    assert model.target(TITLE) != "Wac"


@pytest.mark.parametrize("name", ["so.xlf", "so.po", "so"])
def test_a_translator_gets_a_file_and_sends_it_back(window, model, tmp_path, name):
    model.exportTo(QUrl.fromLocalFile(str(tmp_path / name)))
    path = tmp_path / (name if "." in name else f"{name}.xlf")
    assert path.name in window.studio.message
    old = model.target(TITLE)
    path.write_text(path.read_text("utf-8").replace(old, "Erey cusub"), "utf-8")
    model.importFrom(QUrl.fromLocalFile(str(path)), "")
    assert window.studio.message.endswith("0 refused")
    assert model.target(TITLE) == "Erey cusub"
    window.studio.undo()
    assert model.target(TITLE) == old


def test_a_file_of_another_language_is_refused(window, model, tmp_path):
    model.exportTo(QUrl.fromLocalFile(str(tmp_path / "so.xlf")))
    model.open("fi", "")
    before = dict(window.studio.project.texts)
    model.importFrom(QUrl.fromLocalFile(str(tmp_path / "so.xlf")), "")
    assert window.studio.message == "so.xlf: error: holds no translations into fi"
    assert window.studio.project.texts == before
    (tmp_path / "bad.xlf").write_text("<xliff", "utf-8")
    model.importFrom(QUrl.fromLocalFile(str(tmp_path / "bad.xlf")), "")
    model.importFrom(QUrl.fromLocalFile(str(tmp_path / "none.xlf")), "")
    assert window.studio.project.texts == before


def test_a_translation_is_written_with_the_keyboard(window, model):
    remove(window, "slides/letter.yaml", "title", "so")
    model.open("so", "missing")
    window.window.setProperty("page", "languages")
    assert until(lambda: find(window, f"text/{TITLE}"))
    area = next(each for each in items(find(window, f"text/{TITLE}")) if each.inherits("QQuickTextEdit"))
    area.forceActiveFocus()
    for letter in "Erey":
        QTest.keyClick(window.window, letter)
    assert until(lambda: model.target(TITLE) == "Erey")
    assert area.property("text") == "Erey"
    assert area.property("activeFocus")


def test_a_screen_that_is_not_read_in_a_language_is_not_counted(window):
    feed, texts = window.studio.feed, read_texts(window.studio.project.texts)
    for language in feed.languages:
        if language != texts.source:
            found = missing_by_screen(feed, texts.units(language), language)
            assert all(
                language in {*feed.screens[name].languages, *feed.screens[name].turns} for name in found
            )
