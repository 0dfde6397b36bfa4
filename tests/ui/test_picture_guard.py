"""What a screen refuses to decode, whoever has signed it."""

import struct
import zlib

import pytest

from kiosk.ui.picture_guard import UnshowableError, checked_picture


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height):
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"\x1f\x8b",
        b"GIF89a",
        b"",
        png(20_000, 20_000),
    ],
    ids=["svg", "pdf", "gzip", "gif", "empty", "large"],
)
def test_what_is_not_decoded(qapp, tmp_path, data):
    path = tmp_path / "blob"
    path.write_bytes(data)
    with pytest.raises(UnshowableError):
        checked_picture(path)


def test_a_picture_of_a_bounded_size_is(qapp, tmp_path):
    (tmp_path / "blob").write_bytes(png(300, 200))
    assert checked_picture(tmp_path / "blob").toLocalFile() == str(tmp_path / "blob")
