import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from kiosk.drawn_checks import contrast
from kiosk.drawn_checks.contrast import faint, least_contrast, luminance, ratio

OVER = (
    'Image {{ width: 400; height: 300; source: "file://{picture}" }} {ground} Text {{ z: 2; x: 20; y: 20; '
    'text: "Torget"; color: "{ink}"; font.pixelSize: 40 }}'
)


def test_contrast_of_black_and_white():
    assert ratio(luminance(QColor("black")), luminance(QColor("white"))) == pytest.approx(21)
    assert ratio(luminance(QColor("#777777")), luminance(QColor("white"))) == pytest.approx(4.48, abs=0.01)


def found(scene, path, ink, ground=""):
    window = scene(OVER.format(picture=path, ink=ink, ground=ground))
    return list(faint(window, window.contentItem()))


@pytest.mark.parametrize(("ink", "wrong"), [("#767676", False), ("#777777", True)])
def test_words_over_a_white_picture(scene, picture, ink, wrong):
    assert bool(found(scene, picture("#FFFFFF"), ink)) is wrong


def test_words_on_a_ground_of_their_own_are_seen_on_that(scene, picture):
    ground = "Rectangle { z: 1; width: 400; height: 100; color: 'white' }"
    assert not found(scene, picture("#101010"), "#101010", ground)
    (finding,) = found(scene, picture("#101010"), "#101010")
    assert "has a contrast of 1.0:1 to the picture behind it; 4.5:1 is needed" in finding.detail
    assert finding.words == "Torget"


def test_words_beside_a_picture(scene, picture):
    body = (
        f'Image {{ x: 200; width: 200; height: 300; source: "file://{picture()}" }} Text {{ text: "Torg" }}'
    )
    window = scene(body)
    assert not list(faint(window, window.contentItem()))


def test_window_is_as_before(scene, picture):
    window = scene(OVER.format(picture=picture("#FFFFFF"), ink="#000000", ground=""))
    before = window.grabWindow()
    list(faint(window, window.contentItem()))
    assert window.grabWindow() == before


@pytest.mark.parametrize("part", [QRect(0, 0, 12, 12), QRect(88, 88, 12, 12)])
def test_the_darkest_and_the_lightest_part_count(part):
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    for x in range(part.width()):
        for y in range(part.height()):
            image.setPixelColor(part.x() + x, part.y() + y, QColor("white" if part.x() else "black"))
    assert least_contrast(QColor("white" if part.x() else "black"), image, image.rect()) < 2
    assert least_contrast(QColor("white"), image, QRect()) > contrast.MIN_CONTRAST
