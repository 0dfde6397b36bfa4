"""The pictograms and the sample feed's pictures: Qt draws each; none holds letters or needs another file."""

import re
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk import resources

SVG = "{http://www.w3.org/2000/svg}"
TINY = {"svg", "title", "g", "path", "rect", "circle", "ellipse"}
"""The part of SVG Tiny 1.2 that we draw with; QtSvg leaves out much of the rest without a word."""

ICONS = sorted((resources.assets() / "icons").glob("*.svg"))
PICTURES = sorted((resources.sample_feed() / "media").glob("*.svg"))


def drawn(path, width, height):
    renderer = QSvgRenderer(QByteArray(path.read_bytes()))
    assert renderer.isValid()
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def name(path):
    return path.stem


@pytest.mark.parametrize("path", ICONS, ids=name)
def test_pictograms_have_one_stroke(path):
    """All lines are 3 wide with round ends in a square of 48; a shape that is filled has no line."""
    root = ET.parse(path).getroot()  # noqa: S314  # our own file
    drawn_in = {
        key: {each.get(key) for each in root.iter()} - {None} for key in ("stroke-width", "stroke-linecap")
    }
    assert drawn_in["stroke-width"] <= {"3"}
    assert drawn_in["stroke-linecap"] <= {"round"}
    assert {each.get("stroke") for each in root.iter()} <= {None, "none", "#000"}
    assert root.get("viewBox") == "0 0 48 48"


def test_there_are_drawings():
    assert len(ICONS) >= 39
    assert len(PICTURES) >= 8


@pytest.mark.parametrize("path", ICONS + PICTURES, ids=name)
def test_only_plain_shapes(path):
    tags = {element.tag.removeprefix(SVG) for element in ET.parse(path).iter()}  # noqa: S314  # our own file
    assert tags <= TINY


@pytest.mark.parametrize("path", ICONS, ids=name)
def test_pictogram(path, qapp):
    """It is black alone, which the kiosk tints, and leaves a margin, so that no stroke is cut."""
    text = path.read_text()
    assert 'viewBox="0 0 48 48"' in text
    assert set(re.findall(r"#[0-9a-fA-F]+", text)) == {"#000"}
    image = drawn(path, 96, 96)
    edge = [image.pixelColor(x, y).alpha() for i in range(96) for x, y in ((i, 0), (i, 95), (0, i), (95, i))]
    assert max(edge) == 0
    inked = sum(image.pixelColor(x, y).alpha() > 127 for x in range(96) for y in range(96))
    assert 0.05 < inked / 96**2 < 0.5


@pytest.mark.parametrize("path", PICTURES, ids=name)
def test_picture(path, qapp):
    """It says what it shows, and fills its frame to the corners."""
    root = ET.parse(path).getroot()  # noqa: S314  # our own file
    width, height = map(int, root.get("viewBox").split()[2:])
    assert (width, height) in {(1200, 1200), (1920, 1080)}
    assert len(root.findtext(f"{SVG}title")) > len("a picture")
    image = drawn(path, width // 8, height // 8)
    corners = [(x, y) for x in (1, width // 8 - 2) for y in (1, height // 8 - 2)]
    assert all(image.pixelColor(x, y).alpha() == 255 for x, y in corners)
