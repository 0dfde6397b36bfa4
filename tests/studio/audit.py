"""What the keyboard alone, a screen reader, a finger and large text find missing on a page of the Studio."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.studio.windows import items

CONTROLS = ("QQuickAbstractButton", "QQuickTextField", "QQuickTextArea", "QQuickComboBox")
VIEWS = ("QQuickGridView", "QQuickListView")
LEAST_TARGET = 24  # pixels: WCAG 2.2, 2.5.8
MOST_TABS = 400


def controls(shown):
    """All that can be used on the page."""
    found = items(popup(shown) or shown.window.contentItem())
    return [
        each for each in found if each.isVisible() and each.isEnabled() and any(map(each.inherits, CONTROLS))
    ]


def popup(shown):
    """The dialog that is open over the page, if there is one: nothing else can be used then."""
    found = items(shown.window.contentItem())
    return next((each for each in found if each.inherits("QQuickPopupItem") and each.isVisible()), None)


def named(item):
    """The name that a screen reader speaks."""
    return QAccessible.queryAccessibleInterface(item).text(QAccessible.Text.Name)


def unnamed(shown):
    """The controls without a name."""
    return [each.objectName() or each for each in controls(shown) if not named(each).strip()]


def without_role(shown):
    """The controls that a screen reader takes for nothing that can be used."""
    nothing = QAccessible.Role.NoRole, QAccessible.Role.Client
    return [named(each) for each in controls(shown) if role(each) in nothing]


def role(item):
    """What a screen reader takes an item for."""
    return QAccessible.queryAccessibleInterface(item).role()


def small(shown):
    """The controls that are too small, with their sizes."""
    sizes = {named(each): (each.width(), each.height()) for each in controls(shown)}
    return {name: size for name, size in sizes.items() if min(size) < LEAST_TARGET}


def outside(shown):
    """The controls that stick out of the window at its sides."""
    places = {named(each): each.mapRectToScene(QRectF(0, 0, each.width(), 1)) for each in controls(shown)}
    return [name for name, at in places.items() if at.left() < -1 or at.right() > shown.window.width() + 1]


def cut(shown):
    """The buttons whose words are cut short; names that people gave may be."""
    buttons = [each for each in controls(shown) if each.metaObject().className().startswith("StudioButton")]
    return [named(each) for each in buttons if each.property("contentItem").property("truncated")]


def unreached(shown):
    """The controls that neither Tab nor the arrows of a list lead to."""
    wanted = {named(each) for each in controls(shown) if not in_view(each)}
    seen = set()
    for _ in range(MOST_TABS):
        if wanted <= seen:
            break
        QTest.keyClick(shown.window, Qt.Key.Key_Tab)
        focused = shown.window.activeFocusItem()
        interface = QAccessible.queryAccessibleInterface(focused) if focused else None
        if interface:
            seen.add(interface.text(QAccessible.Text.Name))
    return wanted - seen


def in_view(item):
    """Whether it belongs to a row of a list that arrows lead through, such as that of all slides."""
    parent = item.parentItem()
    while parent:
        if any(map(parent.inherits, VIEWS)) and parent.property("activeFocusOnTab"):
            return True
        parent = parent.parentItem()
    return False


def contrast(one, other):
    """The contrast of two opaque colours by WCAG 2.2, 1.4.3."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    parts = colour.redF(), colour.greenF(), colour.blueF()
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
