import pytest

from kiosk.ui.proof.fit import misfits

LONG = "Medborgarkontoret"


def told(window):
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
    assert told(scene(body)) == []


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
    (told_of,) = told(scene(body.replace("%s", LONG)))
    assert detail in told_of


def test_finding_says_which_words_and_where(scene):
    window = scene("Text { x: 380; y: 40; text: '\\u2068Torget\\u2069' }")
    (finding,) = misfits(window.contentItem())
    assert finding.words == "Torget"
    assert (finding.box.x, finding.box.y) == (380, 40)
