"""PWG raster, read back with the CUPS library."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.printers.printer import Raster
from kiosk.printers.pwg_raster import pwg_page
from tests.printers.raster_reader import read_page


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    path = tmp_path_factory.mktemp("raster") / "page.pwg"

    def read(document):
        path.write_bytes(document)
        return read_page(path)

    return read


def test_page_is_read_by_cups(read):
    rows = [b"\xf0\x80"] * 300 + [b"\x01\x00"] + [b"\x00\x00"] * 2
    header, pixels = read(pwg_page(Raster(9, 303, b"".join(rows)), 300))
    assert (header.width, header.height, header.bits_per_pixel, header.color_space) == (9, 303, 8, 18)
    assert (tuple(header.resolution), tuple(header.points)) == ((300, 300), (2, 73))
    dark, light = b"\x00", b"\xff"
    assert pixels[:9] == dark * 4 + light * 4 + dark
    assert pixels[9 * 300 :] == light * 7 + dark + light + light * 18


@given(st.data())
def test_every_picture_survives(read, data):
    width, height = data.draw(st.integers(1, 600)), data.draw(st.integers(1, 6))
    row_bytes = (width + 7) // 8
    bits = data.draw(st.binary(min_size=row_bytes * height, max_size=row_bytes * height))
    raster = Raster(width, height, bits)
    _header, pixels = read(pwg_page(raster, 300))
    expected = bytes(
        0 if row[x // 8] >> (7 - x % 8) & 1 else 255 for row in raster.rows() for x in range(width)
    )
    assert pixels == expected


def test_picture_of_the_wrong_size_is_refused():
    with pytest.raises(ValueError, match="not a picture"):
        Raster(9, 2, b"\x00\x00")
