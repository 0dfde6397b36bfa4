"""The page of visits: a folder, a period, the sentences, and the report saved in both forms."""

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest

from kiosk.studio.core.project import Project
from kiosk.studio.core.visit_report import read_figures, write_visit_report
from kiosk.studio.window.application import StudioWindow
from kiosk.studio.window.studio_model import StudioModel
from kiosk.usage.html_report import html_page
from tests.studio.figures import OCTOBER, SEPTEMBER, write_months
from tests.studio.windows import NOW, draw_nothing, find, items, until

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def opened_files(monkeypatch):
    """What would be shown to her by other programs."""
    found = []
    monkeypatch.setattr(
        "kiosk.studio.window.visits_model.QDesktopServices.openUrl",
        lambda url: found.append(url.toLocalFile()),
    )
    return found


@pytest.fixture(params=["sv", "en"])
def window(request, world, monkeypatch):
    draw_nothing(monkeypatch)
    project = Project(world.folder, ("home",))
    model = StudioModel(project, str(world.site), world.keys, request.param, lambda: NOW)
    shown = StudioWindow(model)
    shown.window.show()
    find(shown, "visits").clicked.emit()
    assert until(lambda: find(shown, "chooseFolder"))
    yield shown
    shown.close()


def read(shown, folder):
    """Write the folder into its field, and press Enter."""
    field = next(each for each in items(find(shown, "folder")) if each.inherits("QQuickTextInput"))
    field.forceActiveFocus()
    field.setProperty("text", str(folder))
    QTest.keyClick(shown.window, Qt.Key.Key_Return)
    assert until(lambda: not shown.studio.visits_model.busy)


def written(shown):
    item = find(shown, "report")
    return QTextDocumentFragment.fromHtml(item.property("text")).toPlainText() if item else ""


def expected(shown, folder, period):
    studio = shown.studio
    figures = read_figures(folder, studio.feed, studio.today)
    chosen = next(each for each in figures.periods if f"{each.first}/{each.last}" == period)
    return write_visit_report(figures, chosen, studio.feed, studio.language)


def sentences(report):
    found = [sentence for each in report.sections for sentence in (each.heading, *each.sentences)]
    return [each.replace("\N{NO-BREAK SPACE}", " ") for each in found]  # as Qt returns plain text


def test_a_folder_gives_the_sentences_of_its_newest_month_then_of_a_quarter(window, tmp_path):
    folder = write_months(tmp_path / "drop", "hall", 12, SEPTEMBER, OCTOBER)
    assert not find(window, "saveForOffice")
    read(window, folder)
    visits = window.studio.visits_model
    assert visits.period == "2026-10-01/2026-10-31"
    report = expected(window, folder, visits.period)
    assert all(each in written(window) for each in (report.title, *sentences(report), *report.notes))
    names = [each.name for each in visits.periods.rows]
    wanted = {
        "sv": ["Oktober till december 2026", "Oktober 2026", "September 2026", "Juli till september 2026"],
        "en": ["October to December 2026", "October 2026", "September 2026", "July to September 2026"],
    }
    assert names == wanted[window.studio.language]
    assert until(lambda: find(window, "period").property("displayText") == names[1])
    visits.choose("2026-07-01/2026-09-30")
    assert until(lambda: not visits.busy)
    report = expected(window, folder, "2026-07-01/2026-09-30")
    assert all(each in written(window) for each in sentences(report))
    visits.enter()  # coming back to the page keeps the period
    assert until(lambda: not visits.busy)
    assert visits.period == "2026-07-01/2026-09-30"


def test_the_report_is_saved_and_opened(window, tmp_path, opened_files):
    folder = write_months(tmp_path / "drop", "hall", 12, OCTOBER)
    read(window, folder)
    visits = window.studio.visits_model
    visits.save(QUrl.fromLocalFile(str(tmp_path / "october")), "html")
    assert until(lambda: opened_files)
    report = expected(window, folder, visits.period)
    assert (tmp_path / "october.html").read_text("utf-8") == html_page(report)
    visits.save(QUrl.fromLocalFile(str(tmp_path / "board.PDF")), "pdf")
    assert until(lambda: opened_files[1:])
    with pypdfium2.PdfDocument(tmp_path / "board.PDF") as document:
        assert len(document) == 2
        assert report.title in document[0].get_textpage().get_text_range()
    assert opened_files == [str(tmp_path / "october.html"), str(tmp_path / "board.PDF")]
    assert "board.PDF" in window.studio.message


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_a_report_that_cannot_be_written_is_told(window, tmp_path, opened_files, form):
    read(window, write_months(tmp_path / "drop", "hall", 12, OCTOBER))
    (tmp_path / "file").touch()
    window.studio.visits_model.save(QUrl.fromLocalFile(str(tmp_path / "file" / "october")), form)
    before = window.studio.message
    assert until(lambda: window.studio.message != before)
    told = {"sv": f"october.{form} går inte att skriva: ", "en": f"october.{form} cannot be written: "}
    assert window.studio.message.startswith(told[window.studio.language])
    assert opened_files == []


def test_the_keyboard_scrolls_the_report(window, tmp_path):
    read(window, write_months(tmp_path / "drop", "hall", 12, OCTOBER))
    assert until(lambda: find(window, "report"))
    report = find(window, "report")
    report.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.window, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert until(lambda: report.mapToScene(QPoint(0, 0)).y() < 0)
    QTest.keyClick(window.window, Qt.Key.Key_Tab)
    assert not report.property("activeFocus")


def test_what_is_wrong_stands_beside_the_folder(window, tmp_path):
    visits = window.studio.visits_model
    read(window, tmp_path / "nowhere")
    wrong = {"sv": "Mappen finns inte.", "en": "There is no such folder."}
    assert find(window, "folder").property("wrong") == wrong[window.studio.language]
    read(window, write_months(tmp_path / "other", "elsewhere", 12, OCTOBER))
    assert "elsewhere" in find(window, "folder").property("wrong")
    assert written(window) == ""
    read(window, "")
    assert (find(window, "folder").property("wrong"), written(window)) == ("", "")
    visits.openFolder(QUrl.fromLocalFile(str(write_months(tmp_path / "drop", "hall", 12, OCTOBER))))
    assert until(lambda: not visits.busy)
    assert find(window, "folder").property("wrong") == ""
    assert written(window) != ""


def test_too_few_visits_and_files_left_out_stand_above_the_report(window, tmp_path):
    folder = write_months(tmp_path / "drop", "hall", 0, OCTOBER)
    (folder / "broken.json").write_text("{", encoding="utf-8")
    read(window, folder)
    few, left_out = find(window, "note").property("text").split("\n")
    assert few.startswith({"sv": "För få besök", "en": "Too few visits"}[window.studio.language])
    assert "broken.json" in left_out
    assert written(window) != ""


def test_the_field_shows_a_folder_that_was_chosen(window, tmp_path):
    folder = write_months(tmp_path / "drop", "hall", 12, OCTOBER)
    find(window, "chooseFolder").forceActiveFocus()
    window.studio.visits_model.openFolder(QUrl.fromLocalFile(str(folder)))
    assert until(lambda: find(window, "folder").property("text") == str(folder))


def test_of_two_folders_the_one_chosen_last_is_shown(window, tmp_path):
    visits = window.studio.visits_model
    visits.open(str(write_months(tmp_path / "drop", "hall", 12, OCTOBER)))
    visits.open(str(tmp_path / "nowhere"))
    assert until(lambda: not visits.busy)
    assert written(window) == ""
    assert visits.wrong
