"""Each page of the Studio for those who use the keyboard alone, a screen reader, or text twice as large."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.publish.json_differences import MISSING
from kiosk.publish.three_way import Merge
from tests.studio.windows import find, items, opened, until

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
)
CONFLICTS = [
    Merge("slides/christmas.yaml", ("title", "sv"), "", "God jul!", "Jul", "God jul!", conflict=True),
    Merge(
        "slides/bring.yaml", (), MISSING, {"title": "Ta med", "dwell": "9 s"}, MISSING, None, conflict=True
    ),
]
CONTROLS = ("QQuickAbstractButton", "QQuickTextField", "QQuickTextArea", "QQuickComboBox")
LEAST_TARGET = 24  # pixels: WCAG 2.2, 2.5.8
HALF_OF_FULL_HD = (960, 540)
MOST_TABS = 150

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def window(tmp_path_factory, qapp):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.studio.drawing.draw_client.DrawClient.ask", lambda *_: None)
        shown = opened(tmp_path_factory.mktemp("studio") / "feed", "en")
        yield shown
        shown.close()


@pytest.fixture(params=PAGES)
def page(request, window):
    window.studio.slide_model.open("christmas")
    if request.param == "conflicts":
        window.studio.conflict_model.show(CONFLICTS)
    window.window.setProperty("page", request.param)
    ready = {"slides": "slide/bring", "slide": "titleSv", "notice": "presets", "home": "newSlide"}
    assert until(lambda: find(window, ready.get(request.param, "back")))
    window.window.requestActivate()
    return window


def controls(shown):
    found = items(shown.window.contentItem())
    return [
        each for each in found if each.isVisible() and each.isEnabled() and any(map(each.inherits, CONTROLS))
    ]


def named(item):
    return QAccessible.queryAccessibleInterface(item).text(QAccessible.Text.Name)


def test_everything_that_is_used_has_a_name_and_a_role(page):
    assert controls(page)
    assert [each.objectName() or each for each in controls(page) if not named(each).strip()] == []
    roles = {QAccessible.queryAccessibleInterface(each).role() for each in controls(page)}
    assert QAccessible.Role.NoRole not in roles
    assert QAccessible.Role.Client not in roles


def test_nothing_is_too_small_to_be_hit(page):
    assert until(lambda: not small(page), 10_000), small(page)  # once it is laid out


def small(shown):
    """The controls that are too small, with their sizes."""
    sizes = {named(each): (each.width(), each.height()) for each in controls(shown)}
    return {name: size for name, size in sizes.items() if min(size) < LEAST_TARGET}


def test_the_keyboard_reaches_everything(page):
    wanted = {named(each) for each in controls(page) if not in_group(each)}
    seen = set()
    for _ in range(MOST_TABS):
        QTest.keyClick(page.window, Qt.Key.Key_Tab)
        focused = page.window.activeFocusItem()
        interface = QAccessible.queryAccessibleInterface(focused) if focused else None
        if interface:
            seen.add(interface.text(QAccessible.Text.Name))
    assert wanted - seen == set()


def in_group(item):
    """Whether arrows lead to it, as to the slides of the list."""
    parent = item.parentItem()
    while parent:
        if parent.inherits("QQuickGridView"):
            return True
        parent = parent.parentItem()
    return False


def test_text_of_twice_the_size_fits_the_width(page):
    page.window.resize(*HALF_OF_FULL_HD)
    assert until(lambda: page.window.width() == HALF_OF_FULL_HD[0] and not outside(page), 5_000), outside(
        page
    )
    page.window.resize(1280, 840)


def outside(shown):
    """The controls that stick out of the window at its sides."""
    places = {named(each): each.mapRectToScene(QRectF(0, 0, each.width(), 1)) for each in controls(shown)}
    return [name for name, at in places.items() if at.left() < -1 or at.right() > shown.window.width() + 1]


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
