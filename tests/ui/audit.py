"""What a person could not read, see or reach on the page that is shown: each fault in one line.

The numbers are those of docs/accessibility.md.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations
from math import radians, tan

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QTextLayout
from PySide6.QtQml import QQmlExpression, qmlContext

from kiosk.drawn_checks.broken_words import broken_word
from kiosk.ui.scene import visible_items
from tests.ui.walk import settle

TARGET_MM = 20.0
CAPITAL_MM, CAPITAL_EM = 4.8, 0.714
REACH_MM, LOWER_REACH_MM = 1220.0, 1100.0
SIGHT_DEGREES, SMALLEST = 0.7, 0.74
DESK_SLACK_MM = 0.05
WALL_SLACK = 0.98  # letters are whole pixels high, which from afar is more of a millimetre
CONTRAST, STRONG_CONTRAST = 4.5, 7.0
PADDING_EM = 0.25
"""Between a word and the sides of its button."""

HAIR = 1.5  # pixels
LEFT, CENTRE = Qt.AlignmentFlag.AlignLeft.value, Qt.AlignmentFlag.AlignHCenter.value


@dataclass
class Seen:
    """An item on the glass: where it is in the scene, where it is cut off, and what is left of it."""

    item: object
    rect: QRectF
    clip: QRectF

    @property
    def shown(self):
        return self.rect.intersected(self.clip)

    def __str__(self):
        return self.item.objectName() or repr(str(self.item.property("text"))[:40])


class Sight:
    """What is seen of a layer of the screen now: its texts and its buttons."""

    contrast, reach_mm, least_capital_mm = CONTRAST, REACH_MM, CAPITAL_MM - DESK_SLACK_MM

    def __init__(self, window, screen, layer):
        self.window, self.screen = window, screen
        self.mm = screen.size.width / window.width()
        items = [item for item in visible_items(layer) if _opaque(item)]
        texts = [each for each in items if each.inherits("QQuickText") and each.property("text")]
        buttons = [each for each in items if each.inherits("QQuickAbstractButton")]
        self.texts = list(self._seen((text, _painted(text)) for text in texts))
        self.buttons = list(self._seen((button, _rect(button)) for button in buttons))

    @classmethod
    def of_desk(cls, screen):
        """Return the uppermost layer of the desk."""
        session, ease = screen.desk.session, screen.pages.accessibility.value
        layer = screen.item("warning" if session.warned or session.leaving else "desk")
        sight = cls(screen.shell.window, screen.desk._context.screen, layer)
        sight.contrast = STRONG_CONTRAST if ease.contrast else CONTRAST
        sight.reach_mm = LOWER_REACH_MM if ease.lower else REACH_MM
        return sight

    @classmethod
    def of_wall(cls, screen, declared):
        """Return the slide and the bar of a screen that is only looked at, as the feed declares it."""
        sight = cls(screen.shell.window, declared, screen.item("attract"))
        sight.least_capital_mm = (
            WALL_SLACK * SMALLEST * max(CAPITAL_MM, declared.distance * tan(radians(SIGHT_DEGREES)))
        )
        return sight

    def _seen(self, places):
        found = (Seen(item, rect, self._clip(item)) for item, rect in places)
        return (each for each in found if each.shown.height() > HAIR)

    def _clip(self, item):
        clip = QRectF(0, 0, self.window.width(), self.window.height())
        parent = item.parentItem()
        while parent:
            if parent.clip():
                clip = clip.intersected(_rect(parent))
            parent = parent.parentItem()
        return clip


def leaves(screen):
    """Turn through the parts of the page, stopping at each."""
    while True:
        settle()
        yield
        later = [item for item in screen.items() if item.objectName() == "later" and item.isEnabled()]
        if not later or screen.desk.session.warned:
            return
        screen.time.pass_by(0.5)
        later[0].clicked.emit()


def faults(screen, *, colours=True) -> Iterator[str]:
    """Yield what is wrong with the desk; without `colours`, which take a picture, in less time."""
    yield from faults_of(Sight.of_desk(screen), screen, colours=colours)


def wall_faults(screen, declared, *, colours=True) -> Iterator[str]:
    """Yield what is wrong with a slide and the bar below it, on a screen that nobody can touch."""
    sight = Sight.of_wall(screen, declared)
    yield from (f"{button}: can be touched" for button in sight.buttons)
    yield from faults_of(sight, screen, colours=colours)


def faults_of(sight, screen, *, colours) -> Iterator[str]:
    """Yield what is wrong with what is seen of a layer."""
    picture = screen.picture() if colours else None
    for text in sight.texts:
        yield from (f"{text}: {what}" for what in _text_faults(text, sight))
    for button in sight.buttons:
        yield from (f"{button}: {what}" for what in _button_faults(button, sight))
    for text in sight.texts if picture else ():
        ratio = contrast(text.item.property("color"), _ground(picture, text.shown))
        if text.item.isEnabled() and ratio < sight.contrast:
            yield f"{text}: has a contrast of {ratio:.1f}"
    for one, other in chain(combinations(sight.texts, 2), combinations(sight.buttons, 2)):
        if _overlap(one.shown, other.shown):
            yield f"{one}: overlaps {other}"


def all_faults(screen):
    """Return what is wrong with any part of the page that is shown, but for its colours."""
    return [fault for _ in leaves(screen) for fault in faults(screen, colours=False)]


def _space(item):
    """The width of the space that a line keeps where it is wrapped; nobody sees it."""
    return (
        QFontMetricsF(item.property("font")).horizontalAdvance(" ") if item.property("lineCount") > 1 else 0
    )


def _text_faults(text, sight):
    item = text.item
    if any(_is_cut(line, text.clip) for line in _lines(item, text.rect)):
        yield f"is cut: {text.rect} in {text.clip}"
    if broken := broken_word(item):
        yield f"breaks the word {broken}"
    if item.property("truncated"):
        yield "is shortened"
    if item.property("contentWidth") - _space(item) > item.width() + HAIR:
        yield f"is wider than its place: {item.property('contentWidth')} in {item.width()}"
    button = _button_around(item)
    if button and not _rect(button).adjusted(-HAIR, -HAIR, HAIR, HAIR).contains(text.rect):
        yield f"leaves its button: {text.rect} in {_rect(button)}"
    elif button and _side_padding(text.rect, _rect(button)) < PADDING_EM * _pixel_size(item) - HAIR:
        yield f"touches the edge of its button: {text.rect} in {_rect(button)}"
    capital_mm = _pixel_size(item) * CAPITAL_EM * sight.mm
    if capital_mm < sight.least_capital_mm:
        yield f"has capitals of {capital_mm:.1f} mm"
    if lacks_letters(item.property("text"), item.property("font")):
        yield "has letters that no font can draw"


def _pixel_size(text):
    return text.property("fontInfo").property("pixelSize").toNumber()


def _side_padding(text, button):
    return min(text.left() - button.left(), button.right() - text.right())


def _button_faults(button, sight):
    rect = button.rect
    if min(rect.width(), rect.height()) * sight.mm < TARGET_MM - 0.1:
        yield f"is {rect.width() * sight.mm:.1f} x {rect.height() * sight.mm:.1f} mm"
    if _is_cut(rect, button.clip):
        yield f"is cut: {rect} in {button.clip}"
    reported = QAccessible.queryAccessibleInterface(button.item)
    if not reported or not reported.text(QAccessible.Text.Name):
        yield "has no accessible name"
    elif reported.role() not in {QAccessible.Role.Button, QAccessible.Role.CheckBox}:
        yield f"has the role {reported.role()}"
    if sight.screen.bottom:
        top_mm = sight.screen.bottom + (sight.window.height() - rect.top()) * sight.mm
        if top_mm > sight.reach_mm + 1:
            yield f"is {top_mm:.0f} mm above the floor"


def _rect(item):
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _painted(text):
    """Where the letters of a text are, without the empty rest of its lines."""
    width, height = text.property("contentWidth"), text.property("contentHeight")
    spare = text.width() - width
    aligned = QQmlExpression(qmlContext(text), text, "effectiveHorizontalAlignment + 0").evaluate()[0]
    left = {LEFT: 0, CENTRE: spare / 2}.get(int(aligned), spare)
    return text.mapRectToScene(QRectF(left, 0, width, height))


def _lines(text, painted):
    count = max(1, text.property("lineCount"))
    height = painted.height() / count
    return [QRectF(painted.left(), painted.top() + n * height, painted.width(), height) for n in range(count)]


def _is_cut(rect, clip):
    shown = rect.intersected(clip)
    if shown.height() <= HAIR or shown.width() <= HAIR:
        return False  # on another part of the page
    return shown.height() < rect.height() - HAIR or shown.width() < rect.width() - HAIR


def _overlap(one, other):
    shared = one.intersected(other)
    return shared.width() > 2 * HAIR and shared.height() > 2 * HAIR


def _button_around(item):
    while item and not item.inherits("QQuickAbstractButton"):
        item = item.parentItem()
    return item


def _opaque(item):
    while item:
        if item.opacity() == 0:
            return False
        item = item.parentItem()
    return True


def _ground(picture, rect):
    """The commonest colour where a text is: what it stands on."""
    area = picture.copy(rect.toAlignedRect())
    seen = Counter(area.pixel(x, y) for x in range(0, area.width(), 4) for y in range(0, area.height(), 3))
    return QColor(seen.most_common(1)[0][0])


def contrast(one, other):
    """The contrast ratio of WCAG 2.2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def lacks_letters(text, font):
    """Return whether some letter of the text is in no font of the system."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    while layout.createLine().isValid():
        pass
    layout.endLayout()
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())
