"""Reads PWG raster with the CUPS library, which queues and printers use too."""

import ctypes
import ctypes.util
import os


class Header(ctypes.Structure):
    """The fields of cups_page_header2_t that the tests use."""

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


def cups():
    library = ctypes.CDLL(ctypes.util.find_library("cups"))
    library.cupsRasterOpen.restype = ctypes.c_void_p
    library.cupsRasterOpen.argtypes = (ctypes.c_int, ctypes.c_int)
    library.cupsRasterReadHeader2.argtypes = (ctypes.c_void_p, ctypes.POINTER(Header))
    library.cupsRasterReadPixels.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint)
    library.cupsRasterClose.argtypes = (ctypes.c_void_p,)
    return library


def read_page(path):
    """Return the header and the pixels of the only page in a file."""
    library = cups()
    descriptor = os.open(path, os.O_RDONLY)
    raster, header = library.cupsRasterOpen(descriptor, 0), Header()
    try:
        assert library.cupsRasterReadHeader2(raster, header)
        pixels = ctypes.create_string_buffer(header.bytes_per_line * header.height)
        assert library.cupsRasterReadPixels(raster, pixels, len(pixels)) == len(pixels)
        assert not library.cupsRasterReadHeader2(raster, Header())
    finally:
        library.cupsRasterClose(raster)
        os.close(descriptor)
    return header, pixels.raw
