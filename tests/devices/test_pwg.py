"""PWG raster: read back by the library of CUPS, which is what stands in queues and printers."""

import ctypes
import ctypes.util
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.printer import Raster
from kiosk.devices.pwg import pwg_page


class Header(ctypes.Structure):
    """cups_page_header2_t, as far as we look at it."""

    _fields_ = (
        ("words", ctypes.c_char * 256),
        ("before", ctypes.c_uint * 5),
        ("resolution", ctypes.c_uint * 2),
        ("between", ctypes.c_uint * 17),
        ("points", ctypes.c_uint * 2),
        ("after", ctypes.c_uint * 3),
        ("width", ctypes.c_uint),
        ("height", ctypes.c_uint),
        ("media_type", ctypes.c_uint),
        ("bits_per_color", ctypes.c_uint),
        ("bits_per_pixel", ctypes.c_uint),
        ("bytes_per_line", ctypes.c_uint),
        ("color_order", ctypes.c_uint),
        ("color_space", ctypes.c_uint),
        ("rest", ctypes.c_ubyte * (1796 - 404)),
    )


@pytest.fixture(scope="module")
def cups():
    library = ctypes.CDLL(ctypes.util.find_library("cups"))
    library.cupsRasterOpen.restype = ctypes.c_void_p
    library.cupsRasterOpen.argtypes = (ctypes.c_int, ctypes.c_int)
    library.cupsRasterReadHeader2.argtypes = (ctypes.c_void_p, ctypes.POINTER(Header))
    library.cupsRasterReadPixels.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint)
    library.cupsRasterClose.argtypes = (ctypes.c_void_p,)
    return library


def read(cups, document, folder):
    path = folder / "page.pwg"
    path.write_bytes(document)
    descriptor = os.open(path, os.O_RDONLY)
    raster, header = cups.cupsRasterOpen(descriptor, 0), Header()
    try:
        assert cups.cupsRasterReadHeader2(raster, header)
        pixels = ctypes.create_string_buffer(header.bytes_per_line * header.height)
        assert cups.cupsRasterReadPixels(raster, pixels, len(pixels)) == len(pixels)
        assert not cups.cupsRasterReadHeader2(raster, Header())
    finally:
        cups.cupsRasterClose(raster)
        os.close(descriptor)
    return header, pixels.raw


def test_page_is_what_cups_reads(cups, tmp_path):
    rows = [b"\xf0\x80"] * 300 + [b"\x01\x00"] + [b"\x00\x00"] * 2
    header, pixels = read(cups, pwg_page(Raster(9, 303, b"".join(rows)), 300), tmp_path)
    assert (header.width, header.height, header.bits_per_pixel, header.color_space) == (9, 303, 8, 18)
    assert (tuple(header.resolution), tuple(header.points)) == ((300, 300), (2, 73))
    dark, light = b"\x00", b"\xff"
    assert pixels[:9] == dark * 4 + light * 4 + dark
    assert pixels[9 * 300 :] == light * 7 + dark + light + light * 18


@given(st.data())
def test_every_picture_survives(cups, tmp_path_factory, data):
    width, height = data.draw(st.integers(1, 600)), data.draw(st.integers(1, 6))
    row_bytes = (width + 7) // 8
    bits = data.draw(st.binary(min_size=row_bytes * height, max_size=row_bytes * height))
    raster = Raster(width, height, bits)
    _header, pixels = read(cups, pwg_page(raster, 300), tmp_path_factory.getbasetemp())
    expected = bytes(
        0 if row[x // 8] >> (7 - x % 8) & 1 else 255 for row in raster.rows() for x in range(width)
    )
    assert pixels == expected


def test_picture_of_the_wrong_size_is_none():
    with pytest.raises(ValueError, match="no picture"):
        Raster(9, 2, b"\x00\x00")
