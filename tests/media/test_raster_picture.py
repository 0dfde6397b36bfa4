"""Pictures as screens show them: upright, in sRGB, one frame."""

import io

import pytest
from PIL import Image, ImageCms

from kiosk.media.facts import Need, Order
from kiosk.media.raster_picture import convert

RED = (200, 40, 40)


def shown(path):
    """Return the facts of a picture, and the picture that screens show."""
    out = path.parent / "out"
    out.mkdir()
    facts = convert(Order(path, Need(), out, path))
    assert not facts.faults, facts.faults
    return facts, Image.open(out / facts.made[0].name if facts.made else path)


def two_coloured():
    image = Image.new("RGB", (60, 40), RED)
    image.paste((20, 20, 200), (0, 0, 20, 40))
    return image


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_upright_and_its_size_counted_so(tmp_path, ending, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    two_coloured().save(tmp_path / f"a.{ending}", exif=exif)
    facts, image = shown(tmp_path / f"a.{ending}")
    turned = orientation > 4
    assert (facts.width, facts.height) == image.size == ((40, 60) if turned else (60, 40))
    assert image.getexif().get(0x0112, 1) == 1
    blue_corner = {1: (5, 5), 2: (55, 5), 3: (55, 5), 4: (5, 5), 5: (5, 5), 6: (5, 5), 7: (5, 55), 8: (5, 55)}
    red, _, blue = image.convert("RGB").getpixel(blue_corner[orientation])
    assert blue > red


def test_a_jpeg_with_data_behind_its_end_is_whole(tmp_path):
    data = io.BytesIO()
    two_coloured().save(data, "JPEG")
    (tmp_path / "a.jpg").write_bytes(data.getvalue() + b"MotionPhoto" * 2000)
    assert shown(tmp_path / "a.jpg")[1].size == (60, 40)


def test_a_profile_is_converted_and_one_of_srgb_is_not(tmp_path):
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    two_coloured().save(tmp_path / "a.png", icc_profile=srgb)
    assert not shown(tmp_path / "a.png")[0].made


def test_what_moves_is_told_and_a_frame_with_something_on_it_is_shown(tmp_path):
    frames = [Image.new("RGB", (60, 40), "white"), two_coloured()]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:], duration=100)
    facts, image = shown(tmp_path / "a.gif")
    assert "export it as a film" in facts.warnings[0][2]
    assert image.convert("RGB").getpixel((50, 20))[1] < 100
