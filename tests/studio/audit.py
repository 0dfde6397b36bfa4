"""What the keyboard alone, a screen reader, a finger and large text find missing on a page of the Studio."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest

from tests.studio.windows import items, until

CONTROLS = ("QQuickAbstractButton", "QQuickTextField", "QQuickTextArea", "QQuickComboBox")
VIEWS = ("QQuickGridView", "QQuickListView")
LEAST_TARGET = 24  # pixels: WCAG 2.2, 2.5.8
MOST_TABS = 400
LEAST_CONTRAST, LEAST_MARK = 4.5, 3  # WCAG 2.2, 1.4.3 and 1.4.11


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


def lists(shown):
    """The lists of the page that open."""
    return [each for each in controls(shown) if each.inherits("QQuickComboBox")]


def open_list(shown, combo):
    """Open a list as the keyboard does; return its lines."""
    combo.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(shown.window, Qt.Key.Key_Space)
    assert until(lambda: popup(shown), 10_000), named(combo)
    shown.window.grabWindow()  # lays everything out
    return [each for each in controls(shown) if each.inherits("QQuickItemDelegate")]


def close_list(shown):
    """Close the list that is open without a choice."""
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    assert until(lambda: not popup(shown), 10_000)


def list_faults(shown, combo, lines):
    """What is wrong with an open list, in words."""
    for fault, found in (("no role", without_role), ("too small", small), ("outside", outside)):
        if found(shown):
            yield f"{fault}: {found(shown)}"
    if not lines or combo.property("count") < len(lines):
        yield f"it has {len(lines)} of {combo.property('count')} lines"
    box = popup(shown)
    place = box.mapRectToScene(QRectF(0, 0, box.width(), box.height()))
    if place.top() < 0 or place.bottom() > shown.window.height():
        yield f"it reaches from {place.top():.0f} to {place.bottom():.0f} of {shown.window.height()} pixels"
    marks = [contrast(_mark(each), _ground(each)) for each in lines if each.property("highlighted")]
    if combo.property("currentIndex") >= 0 and [each >= LEAST_MARK for each in marks] != [True]:
        yield f"the line that Enter chooses is not told from the others: {marks}"
    yield from (f"{named(each)}: {fault}" for each in lines for fault in _line_faults(each))


def _line_faults(line):
    text = line.property("contentItem")
    if not named(line).strip() or named(line) != text.property("text"):
        yield f"it reads {text.property('text')!r}"
    if text.property("truncated"):
        yield "cut short"
    if contrast(QColor(text.property("color")), _ground(line)) < LEAST_CONTRAST:
        yield "hard to read"


def _mark(line):
    """The colour of the stroke that says which line is meant; of what is behind the line without one."""
    mark = next((each for each in line.property("background").childItems() if each.isVisible()), None)
    return QColor(mark.property("color")) if mark else _ground(line)


def _ground(line):
    """The colour behind a line, which may let that of its list through."""
    top, below = QColor(line.property("background").property("color")), QColor(_list_colour(line))
    part = top.alphaF()
    pairs = zip(top.getRgbF()[:3], below.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(part * one + (1 - part) * other for one, other in pairs))


def _list_colour(line):
    box = line
    while not box.inherits("QQuickPopupItem"):
        box = box.parentItem()
    return next(each.property("color") for each in box.childItems() if each.inherits("QQuickRectangle"))


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
