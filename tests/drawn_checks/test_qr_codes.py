from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from kiosk.drawn_checks.finding import Fault
from kiosk.drawn_checks.qr_codes import codes, decode
from kiosk.feed.written_sizes import Size
from kiosk.ui.images import qr_url
from tests import feeds
from tests.drawn_checks.conftest import LINK

SCREEN = replace(
    feeds.feed().screens["s1"], size=Size(400, 300), resolution=Size(400, 300), distance=600.0
)  # a pixel is a millimetre


def faults(window, distance=600.0):
    screen = replace(SCREEN, distance=distance)
    return [finding.fault for finding in codes(window.contentItem(), window.grabWindow(), screen)]


def code(more="", text=LINK, scale=3):
    source, side = qr_url(text).toString(), f"{scale} * sourceSize.width"
    return f'Image {{ source: "{source}"; smooth: false; width: {side}; height: {side} {more} }}'


def test_code_is_read_as_it_was_meant(scene):
    assert faults(scene(code())) == []


@pytest.mark.parametrize(("distance", "wrong"), [(870, []), (880, [Fault.QR_SIZE])])
def test_code_must_be_a_tenth_of_the_distance_wide(scene, distance, wrong):
    """The code has 29 modules without its margin, of 3 mm each: 87 mm."""
    assert faults(scene(code(text="https://book.example/torget")), distance) == wrong


def test_code_that_is_covered_cannot_be_read(scene):
    cover = "; Rectangle { width: parent.width * 0.6; height: parent.height; color: 'white' }"
    assert faults(scene(code(cover))) == [Fault.QR_READ]


def test_code_on_another_part_of_the_page_gives_no_finding(scene):
    """Only its size is judged: what is out of view cannot be read, and need not be."""

    def part(height, y):
        return scene(
            f"Item {{ objectName: 'leaves'; clip: true; width: 200; height: {height}; {code(f'; y: {y}')} }}"
        )

    assert faults(part(50, 60)) == []
    assert faults(part(50, -40)) == []
    assert faults(part(150, 0)) == []
    assert faults(part(50, 60), 2000) == [Fault.QR_SIZE]


def test_drawing_without_a_code_reads_as_nothing(scene):
    window = scene("Text { text: 'Torget' }")
    assert not decode(window.grabWindow(), QRectF(0, 0, 400, 300))
    assert faults(window) == []
