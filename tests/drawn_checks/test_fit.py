import pytest

from kiosk.drawn_checks.fit import misfits
from kiosk.drawn_checks.items import visible_items

LONG = "Medborgarkontoret"


def faults(window):
    return [finding.detail for finding in misfits(window.contentItem())]


@pytest.mark.parametrize(
    "body",
    [
        "Text { text: 'fits' }",
        "Text { width: 380; wrapMode: Text.Wrap; text: 'one two three four five six seven eight nine ten' }",
        "Item { width: 200; height: 100; Text { anchors.centerIn: parent; text: 'fits' } }",
        "Column { Text { text: 'one' } Text { text: 'two' } }",
        "Text { width: 60; wrapMode: Text.WrapAnywhere; text: 'medborgarkontoret.example/hasselby' }",
        "Text { width: 90; wrapMode: Text.Wrap; text: 'Medborgar\\u00adkontoret' }",
        "Text { width: 110; wrapMode: Text.Wrap; text: 'Hässelby-Vällingby och Spånga–Tensta' }",
        "Text { width: 110; wrapMode: Text.Wrap; text: 'torget.medborgarkontoret@infodisk.example.' }",
        "Text { width: 90; wrapMode: Text.Wrap; text: 'สำนักงานบริการประชาชน' }",
        "Text { width: 80; wrapMode: Text.Wrap; textFormat: Text.StyledText; text: '<b>Du</b> &amp; jag' }",
        "Text { visible: false; x: 1000; text: 'unseen' }",
        "Text { opacity: 0; x: 1000; text: 'unseen' }",
        "Flickable { width: 100; height: 100; Text { y: 1000; text: 'scrolled to' } }",
        """Item {
            Item { objectName: 'leaves'; width: 200; height: 50
                Text { y: 20; text: 'this leaf' }
                Text { y: 60; text: 'the next' } }
            Text { y: 60; text: 'below the leaves' } }""",
        """Item {
            Flickable { width: 200; height: 50
                Text { width: 90; wrapMode: Text.Wrap; text: 'some words of three lines or of four' } }
            Text { y: 55; text: 'below' } }""",
        "Item { Text { text: 'in what has no size of its own' } }",
    ],
)
def test_text_that_fits(scene, body):
    assert faults(scene(body)) == []


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ("Text { width: 40; elide: Text.ElideRight; text: '%s' }", "is cut off"),
        ("Text { width: 40; text: '%s' }", "px too wide"),
        ("Text { width: 40; height: 20; wrapMode: Text.WrapAnywhere; text: '%s' }", "px too tall"),
        ("Text { x: 350; text: '%s' }", "over the edge of its place"),
        ("Text { x: -20; text: '%s' }", "over the edge of its place"),
        ("Text { width: 60; wrapMode: Text.Wrap; text: '%s' }", "breaks 'Medborgarkontoret' in two"),
        ("Item { width: 50; height: 50; Text { text: '%s' } }", "over the edge of its place"),
        ("Item { Text { text: '%s' } Text { x: 10; y: 5; text: '%s' } }", "runs into another text"),
    ],
)
def test_text_that_does_not_fit(scene, body, detail):
    (faults_of,) = faults(scene(body.replace("%s", LONG)))
    assert detail in faults_of


@pytest.mark.parametrize("short_by", [0.25, 1, 2, 5])
@pytest.mark.parametrize("style", ["", "textFormat: Text.StyledText;", "font.weight: Font.Bold;"])
def test_word_that_is_hardly_wider_than_its_line(scene, short_by, style):
    """Qt breaks a word that lacks a quarter of a dot; where it does not, nothing is told."""
    word = f"wrapMode: Text.Wrap; text: 'Medborgarkontoret'; {style}"
    narrow = f"width: whole.implicitWidth - {short_by}"
    window = scene(f"Text {{ id: whole; visible: false; {word} }} Text {{ {narrow}; {word} }}")
    lines = [
        item.property("lineCount")
        for item in visible_items(window.contentItem())
        if item.inherits("QQuickText")
    ]
    assert faults(window) == ["breaks 'Medborgarkontoret' in two"] * (lines[-1] - 1)
    assert short_by < 1 or lines == [2]


def test_sentence_without_a_space_after_its_end_is_no_address(scene):
    window = scene("Text { width: 80; wrapMode: Text.Wrap; text: 'Medborgarkontoret.Öppet' }")
    assert faults(window) == ["breaks 'Medborgarkontoret.Öppet' in two"]


def test_text_that_is_made_smaller_until_it_fits(scene):
    """Qt takes letters for small enough that break a word, unless words may not be broken at all."""
    text = (
        "Text {{ width: 120; height: 40; fontSizeMode: Text.Fit; font.pixelSize: 60; minimumPixelSize: 8;"
        " wrapMode: Text.{wrap}; text: 'Medborgarkontoret i dag' }}"
    )
    assert faults(scene(text.format(wrap="Wrap"))) == ["breaks 'Medborgarkontoret' in two"]
    assert faults(scene(text.format(wrap="WordWrap"))) == []


def test_finding_says_which_words_and_where(scene):
    window = scene("Text { x: 380; y: 40; text: '\\u2068Torget\\u2069' }")
    (finding,) = misfits(window.contentItem())
    assert finding.words == "Torget"
    assert (finding.box.x, finding.box.y) == (380, 40)
