"""The QR code of an enrolment line, as a PNG."""

from __future__ import annotations

import io

import qrcode
from qrcode.constants import ERROR_CORRECT_L

MODULE_PX = 6
QUIET_MODULES = 4


def qr_png(line: str) -> bytes:
    """Return the QR code of a line; capital letters and digits take 5.5 bits each."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_L, box_size=MODULE_PX, border=QUIET_MODULES)
    code.add_data(line)
    code.make()
    picture = io.BytesIO()
    code.make_image().save(picture)
    return picture.getvalue()
