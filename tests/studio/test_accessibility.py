"""Each page of the Studio for those who use the keyboard alone, a screen reader, or text twice as large."""

import os

import pytest
from PySide6.QtCore import QMetaObject, QObject, Qt, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent
from PySide6.QtTest import QTest

from kiosk.publish.json_differences import MISSING
from kiosk.publish.three_way import Merge
from kiosk.studio.window.appearance import Appearance, scale_by
from tests.studio import audit
from tests.studio.figures import OCTOBER, write_months
from tests.studio.windows import find, sample_window, until

PAGES = (
    "home",
    "notice",
    "closed",
    "slides",
    "slide",
    "release",
    "conflicts",
    "proposal",
    "offices",
    "topics",
    "playlists",
    "week",
    "languages",
    "visits",
)
POPUPS = [
    ("home", "ask"),
    ("slide", "askDelete"),
    ("slide", "askRemove"),
    ("offices", "beginOffice"),
    ("topics", "beginTopic"),
    ("playlists", "beginPlaylist"),
]
THEMES = ("light", "dark", "contrast")
CONFLICTS = [
    Merge("slides/christmas.yaml", ("title", "sv"), "", "God jul!", "Jul", "God jul!", conflict=True),
    Merge(
        "slides/bring.yaml", (), MISSING, {"title": "Ta med", "dwell": "9 s"}, MISSING, None, conflict=True
    ),
]
HALF_OF_FULL_HD = (960, 540)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def window(tmp_path_factory, qapp):
    with sample_window(tmp_path_factory.mktemp("studio") / "feed") as shown:
        yield shown


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    return write_months(tmp_path_factory.mktemp("figures"), "torget-desk", 12, OCTOBER)


@pytest.fixture(params=PAGES)
def page(request, window, figures):
    window.studio.slide_model.open("christmas")
    if request.param == "conflicts":
        window.studio.conflict_model.show(CONFLICTS)
    if request.param == "visits":
        window.studio.visits_model.open(str(figures))
    window.window.setProperty("page", request.param)
    ready = {"slides": "slide/bring", "slide": "titleSv", "notice": "presets", "home": "newSlide"}
    ready["visits"] = "report"
    assert until(lambda: find(window, ready.get(request.param, "back")))
    window.window.requestActivate()
    return window


def test_everything_that_is_used_has_a_name_and_a_role(page):
    assert audit.controls(page)
    assert audit.unnamed(page) == []
    assert audit.without_role(page) == []


def test_nothing_is_too_small_to_be_hit(page):
    assert until(lambda: not audit.small(page), 10_000), audit.small(page)  # once it is laid out


def test_the_keyboard_reaches_everything(page):
    assert audit.unreached(page) == set()


def test_a_whole_file_in_a_conflict_is_read_field_by_field(window):
    window.studio.conflict_model.show(CONFLICTS)
    row = window.studio.conflict_model.rows.rows[1]
    assert (row.mine, row.theirs) == ("Title: Ta med\nHow long it stays on: 9 s", "(removed)")


@pytest.mark.parametrize("theme", THEMES)
def test_each_list_that_opens_can_be_used_by_everyone(page, theme):
    appearance = page.studio.home_model.appearance_model
    appearance.setTheme(theme)
    faults = faults_of_lists(page)
    appearance.setTheme("light")
    assert faults == {}


def test_each_list_of_twice_the_size_stays_in_the_window(page):
    page.window.resize(*HALF_OF_FULL_HD)
    assert until(lambda: page.window.width() == HALF_OF_FULL_HD[0])
    faults = faults_of_lists(page)
    page.window.resize(1280, 840)
    assert faults == {}


def faults_of_lists(shown):
    """What is wrong with each list of a page while it is open."""
    faults = {}
    for combo in audit.lists(shown):
        lines = audit.open_list(shown, combo)
        faults[audit.named(combo)] = list(audit.list_faults(shown, combo, lines))
        audit.close_list(shown)
    return {name: found for name, found in faults.items() if found}


def test_the_first_tab_on_a_slide_leads_to_its_title(window):
    window.studio.slide_model.begin()
    window.window.setProperty("page", "slide")
    assert until(lambda: find(window, "titleSv"))
    window.window.requestActivate()
    QTest.keyClick(window.window, Qt.Key.Key_Tab)
    QTest.keyClick(window.window, Qt.Key.Key_X)
    title = window.studio.slide_model.part_form.value("title", "sv")
    window.window.setProperty("page", "home")
    window.studio.slide_model.delete()
    assert title.endswith("x")


@pytest.fixture(params=POPUPS)
def dialog(request, window):
    page, name = request.param
    window.studio.slide_model.open("christmas")
    window.window.setProperty("page", page)
    assert until(lambda: find(window, "back") or find(window, "newSlide"))
    window.window.requestActivate()
    *_, found = window.window.findChildren(QObject, name)  # the last: that of an earlier page may still end
    QMetaObject.invokeMethod(found, "open")
    assert until(lambda: found.property("opened"))
    yield window
    QMetaObject.invokeMethod(found, "close")
    assert until(lambda: not found.property("visible"))


def test_a_dialog_can_be_used_by_everyone(dialog):
    assert audit.popup(dialog)
    assert audit.controls(dialog)
    assert audit.unnamed(dialog) == []
    assert audit.without_role(dialog) == []
    assert until(lambda: not audit.small(dialog), 10_000), audit.small(dialog)
    assert audit.unreached(dialog) == set()


def test_what_a_removal_takes_along_is_said_once_it_is_asked_about(window):
    """Saying it takes a copy of the whole feed, which no key that is pressed may wait for."""
    window.studio.slide_model.open("christmas")
    window.window.setProperty("page", "topics")
    assert until(lambda: find(window, "back"))
    *_, ask = window.window.findChildren(QObject, "askRemove")
    assert ask.property("detail") == ""
    QMetaObject.invokeMethod(ask, "open")
    assert until(lambda: ask.property("opened"))
    assert "Undo brings it back" in ask.property("detail")
    QMetaObject.invokeMethod(ask, "close")
    assert until(lambda: not ask.property("visible"))


def test_a_dialog_of_twice_the_size_fits(dialog):
    dialog.window.resize(*HALF_OF_FULL_HD)
    assert until(lambda: dialog.window.width() == HALF_OF_FULL_HD[0] and not audit.outside(dialog), 5_000), (
        audit.outside(dialog)
    )
    assert until(lambda: not audit.cut(dialog), 5_000), audit.cut(dialog)
    box = audit.popup(dialog)
    assert until(lambda: box.y() >= 0 and box.y() + box.height() <= dialog.window.height(), 5_000)
    dialog.window.resize(1280, 840)


def test_text_of_twice_the_size_fits_the_width(page):
    page.window.resize(*HALF_OF_FULL_HD)
    assert until(lambda: page.window.width() == HALF_OF_FULL_HD[0] and not audit.outside(page), 5_000), (
        audit.outside(page)
    )
    assert until(lambda: not audit.cut(page), 5_000), audit.cut(page)
    page.window.resize(1280, 840)


NAME = 'Accessible.name: "planted"'
FAULTS = {
    "unnamed": 'Button { objectName: "planted"; width: 40; height: 40; text: "" }',
    "small": f"Button {{ width: 12; height: 40; {NAME} }}",
    "outside": f"Button {{ x: 4000; width: 40; height: 40; {NAME} }}",
    "unreached": f"Button {{ width: 40; height: 40; focusPolicy: Qt.NoFocus; {NAME} }}",
    "without_role": f"Button {{ width: 40; height: 40; Accessible.role: Accessible.Client; {NAME} }}",
    "cut": 'StudioButton { width: 60; text: "planted with many words" }',
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(window, fault):
    window.window.setProperty("page", "closed")
    assert until(lambda: find(window, "back"))
    made = QQmlComponent(window.engine)
    text = f"import QtQuick\nimport QtQuick.Controls.Basic\nimport Studio\n{FAULTS[fault]}"
    made.setData(text.encode(), QUrl("planted.qml"))
    item = made.create()
    assert item, made.errorString()
    item.setParentItem(window.window.contentItem())
    window.window.grabWindow()
    found = getattr(audit, fault)(window)
    item.setParentItem(None)
    item.deleteLater()
    assert [each for each in found if "planted" in str(each)], found


@pytest.mark.parametrize("theme", THEMES)
def test_colours_can_be_told_apart(window, theme):
    style = window.engine.singletonInstance("Studio", "Style")
    window.studio.home_model.appearance_model.setTheme(theme)
    colours = {name: QColor(style.property(name)) for name in (*READ, *SEEN, "paper", "card", "seaInk")}
    window.studio.home_model.appearance_model.setTheme("light")
    for behind in ("paper", "card"):
        for name in READ:
            assert audit.contrast(colours[name], colours[behind]) >= 4.5, (name, behind)
        for name in SEEN:
            assert audit.contrast(colours[name], colours[behind]) >= 3, (name, behind)
    assert audit.contrast(colours["seaInk"], colours["sea"]) >= 4.5
    assert audit.contrast(colours["seaInk"], colours["berry"]) >= 4.5


READ, SEEN = ("ink", "quiet", "sea", "berry"), ("leaf", "rule", "focus")


def test_arrows_lead_through_the_slides(window):
    window.window.setProperty("page", "slides")
    assert until(lambda: find(window, "slide/bring"))
    grid = find(window, "grid")
    grid.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    grid.setProperty("currentIndex", 0)
    QTest.keyClick(window.window, Qt.Key.Key_Right)
    assert grid.property("currentIndex") == 1
    QTest.keyClick(window.window, Qt.Key.Key_Return)
    assert until(lambda: find(window, "delete"))
    assert window.studio.slide_model.slide_id == "bring"


def test_the_appearance_is_kept(window, tmp_path, monkeypatch):
    appearance, file = window.studio.home_model.appearance_model, tmp_path / "studio.ini"
    appearance.use(file)
    appearance.setTheme("dark")
    appearance.setSize("200")
    other = Appearance("en", window.studio)
    other.use(file)
    assert (other.theme, other.size) == ("dark", "200")
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    scale_by(file)
    assert os.environ.pop("QT_SCALE_FACTOR") == "2.0"
    file.write_text("theme=pink\nsize=1000\n", "utf-8")
    other.use(file)
    assert (other.theme, other.size) == ("dark", "200")  # what is not known changes nothing
    appearance.setTheme("light")
