"""Which pictures nothing shines through, by their headers."""

import pytest
from PIL import Image
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImageReader

from kiosk.ui.picture_opacity import is_opaque

RED = Image.new("RGB", (8, 6), (200, 30, 40))
GLASS = Image.new("RGBA", (8, 6), (200, 30, 40, 90))

OPAQUE = {
    "rgb.png": (RED, {}),
    "grey.png": (RED.convert("L"), {}),
    "rgb.jpg": (RED, {}),
    "lossy.webp": (RED, {}),
    "lossless.webp": (RED, {"lossless": True}),
    "extended.webp": (RED, {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"}),
}
SEEN_THROUGH = {
    "glass.png": (GLASS, {}),
    "one-colour.png": (RED, {"transparency": (200, 30, 40)}),
    "palette.png": (RED.convert("P"), {"transparency": 0}),
    "lossy.webp": (GLASS, {}),
    "lossless.webp": (GLASS, {"lossless": True}),
}


def saved(tmp_path, name, image, options):
    image.save(tmp_path / name, **options)
    assert QImageReader(str(tmp_path / name)).canRead()
    return (tmp_path / name).rename(tmp_path / "blob")


@pytest.mark.parametrize("name", OPAQUE)
def test_an_opaque_picture_is_recognized(qapp, tmp_path, name):
    path = saved(tmp_path, name, *OPAQUE[name])
    assert is_opaque(QUrl.fromLocalFile(str(path)))


@pytest.mark.parametrize("name", SEEN_THROUGH)
def test_a_transparent_picture_is_never_taken_for_opaque(qapp, tmp_path, name):
    path = saved(tmp_path, name, *SEEN_THROUGH[name])
    assert QImageReader(str(path)).read().hasAlphaChannel()
    assert not is_opaque(QUrl.fromLocalFile(str(path)))


def test_what_is_no_readable_picture_is_not_opaque(qapp, tmp_path):
    (tmp_path / "blob").write_bytes(b"RIFF\x04\x00\x00\x00WEBPVP8X")
    assert not is_opaque(QUrl.fromLocalFile(str(tmp_path / "blob")))
    assert not is_opaque(QUrl("image://counted/blob"))
