"""Encode a picture as PWG raster, which every driverless printer accepts (PWG 5102.4, PWG 5100.14).

One page of 8-bit grey (`sgray_8`), the type that every such printer must support.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from itertools import groupby

from kiosk.printers.printer import Raster

_SYNC = b"RaS2"
_WHITE, _BLACK = 0xFF, 0x00
_GREY = 18  # the colour space sGray
_POINTS = 72  # per inch
_MAX_RUN = 128  # pixels
_MAX_ROWS = 256
_RUN = re.compile(rb"(.)\1{0,%d}" % (_MAX_RUN - 1), re.DOTALL)
_GREYS = [bytes(_BLACK if byte >> bit & 1 else _WHITE for bit in range(7, -1, -1)) for byte in range(256)]


def pwg_page(raster: Raster, dpi: int) -> bytes:
    """Return a one-page document of the picture's size at `dpi` dots per inch."""
    return _SYNC + _header(raster, dpi) + b"".join(_lines(raster))


def _header(raster: Raster, dpi: int) -> bytes:
    """Return the page header of 1,796 bytes; fields that are not listed are zero, the default."""
    header = bytearray(1796)
    header[0:10] = b"PwgRaster\x00"
    points = (round(raster.width * _POINTS / dpi), round(raster.height * _POINTS / dpi))
    for at, numbers in {
        276: (dpi, dpi),
        340: (1,),  # copies
        352: points,
        372: (raster.width, raster.height),
        384: (8, 8, raster.width),  # bits per colour, bits per pixel, bytes per line
        400: (_GREY,),
        420: (1,),  # colours
        452: (1, 1, 1),  # total pages, cross-feed transform, feed transform
        480: (0xFFFFFF,),  # alternate primary colour: white
    }.items():
        struct.pack_into(f">{len(numbers)}I", header, at, *numbers)
    return bytes(header)


def _lines(raster: Raster) -> Iterator[bytes]:
    """Yield runs of equal rows, each encoded once."""
    for row, equal in groupby(raster.rows()):
        packed, count = _packed(row, raster.width), sum(1 for _ in equal)
        while count:
            step = min(count, _MAX_ROWS)
            yield bytes((step - 1,)) + packed
            count -= step


def _packed(row: bytes, width: int) -> bytes:
    """Return one row, run-length encoded: length minus one, then the pixel."""
    pixels = b"".join([_GREYS[byte] for byte in row])[:width]
    return b"".join([bytes((len(run[0]) - 1,)) + run[1] for run in _RUN.finditer(pixels)])
