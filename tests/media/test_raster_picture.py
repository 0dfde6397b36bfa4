"""Pictures as screens show them: upright, in sRGB, one frame."""

import io
import struct

import pillow_heif
import pytest
from PIL import Image, ImageCms, ImageOps

from kiosk.media.media_facts import Need, Order
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


def test_what_moves_is_reported_and_a_frame_with_something_on_it_is_shown(tmp_path):
    frames = [Image.new("RGB", (60, 40), "white"), two_coloured()]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:], duration=100)
    facts, image = shown(tmp_path / "a.gif")
    assert "name it in a slide of the kind video" in facts.warnings[0][2]
    assert image.convert("RGB").getpixel((50, 20))[1] < 100


# CIE XYZ of the primaries of Display P3 and ProPhoto RGB for the white of D50, and the power of their curves
PRIMARIES = {
    "Display P3": (
        ((0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407)),
        2.2,
    ),
    "ProPhoto": (
        ((0.79767, 0.28804, 0.0), (0.13519, 0.71188, 0.0), (0.03134, 0.00009, 0.82491)),
        1.8,
    ),
}


def xyz(values):
    return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(each * 65536)) for each in values)


def curve(power):
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(power * 256)) + b"\0\0"


def icc(name):
    """Return a colour profile with these primaries: a matrix and three curves."""
    primaries, power = PRIMARIES[name]
    tags = {}
    for channel, values in zip("rgb", primaries, strict=True):
        tags |= {f"{channel}XYZ".encode(): xyz(values), f"{channel}TRC".encode(): curve(power)}
    return profile(b"RGB ", name, tags)


def profile(space, name, tags):
    """Return a colour profile of a monitor (ICC.1:2001-04)."""
    text = b"desc\0\0\0\0" + struct.pack(">I", len(name) + 1) + name.encode() + b"\0" + bytes(79)
    tags = {b"desc": text + bytes(-len(text) % 4), b"wtpt": xyz((0.9642, 1.0, 0.8249))} | tags
    table, data, place = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for tag, value in tags.items():
        table += struct.pack(">4sII", tag, place + len(data), len(value))
        data += value
    size, kind = struct.pack(">I4x", place + len(data)), b"\x02\x20\0\0mntr" + space + b"XYZ "
    head = size + kind + bytes(12) + b"acsp" + bytes(28)
    return head + xyz((0.9642, 1.0, 0.8249))[8:] + bytes(48) + table + data


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
@pytest.mark.parametrize("name", PRIMARIES)
def test_colours_of_a_profile_look_as_they_are_meant(tmp_path, name, ending):
    plain = two_coloured()
    profile = ImageCms.ImageCmsProfile(io.BytesIO(icc(name)))
    srgb = ImageCms.createProfile("sRGB")
    other = ImageCms.profileToProfile(plain, srgb, profile, ImageCms.Intent.RELATIVE_COLORIMETRIC)
    assert max(abs(one - two) for one, two in zip(other.getpixel((50, 20)), RED, strict=True)) > 10
    other.save(tmp_path / f"a.{ending}", icc_profile=icc(name), quality=95, subsampling=0)
    _, image = shown(tmp_path / f"a.{ending}")
    assert "icc_profile" not in image.info
    for place in ((5, 5), (50, 20)):
        seen, meant = image.convert("RGB").getpixel(place), plain.getpixel(place)
        assert all(abs(one - two) <= 6 for one, two in zip(seen, meant, strict=True)), (seen, meant)


LINEAR_GREY = profile(b"GRAY", "linear", {b"kTRC": curve(1)})
"""A profile in which 55 of 255 is the light that sRGB writes as 128."""


def grey(mode, value):
    """Return a picture of one grey; `value` is of 255."""
    image = Image.new("L", (6, 4), value)
    return (
        image.convert("I").point(lambda each: each * 257).convert("I;16")
        if mode == "I;16"
        else image.convert(mode)
    )


@pytest.mark.parametrize("mode", ["L", "LA", "I;16"])
def test_grey_of_a_profile_looks_as_it_is_meant(tmp_path, mode):
    grey(mode, 55).save(tmp_path / "a.png", icc_profile=LINEAR_GREY)
    _, image = shown(tmp_path / "a.png")
    assert all(abs(each - 128) <= 3 for each in image.convert("RGB").getpixel((3, 2)))
    assert "icc_profile" not in image.info


def test_palette_of_a_profile_looks_as_it_is_meant(tmp_path):
    wide = ImageCms.ImageCmsProfile(io.BytesIO(icc("ProPhoto")))
    other = ImageCms.profileToProfile(two_coloured(), ImageCms.createProfile("sRGB"), wide)
    other.quantize(2).save(tmp_path / "a.png", icc_profile=icc("ProPhoto"))
    _, image = shown(tmp_path / "a.png")
    seen = image.convert("RGB").getpixel((50, 20))
    assert all(abs(one - two) <= 6 for one, two in zip(seen, RED, strict=True)), seen


def test_profile_of_another_kind_of_picture_changes_nothing(tmp_path):
    two_coloured().save(tmp_path / "a.png", icc_profile=LINEAR_GREY)
    _, image = shown(tmp_path / "a.png")
    assert image.convert("RGB").getpixel((50, 20)) == RED


@pytest.mark.parametrize("orientation", [None, *range(1, 9)])
def test_a_photo_of_a_telephone_is_upright(tmp_path, orientation):
    pillow_heif.register_heif_opener()
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    large = two_coloured().resize((240, 160), Image.Resampling.NEAREST)
    large.save(tmp_path / "a.heic", exif=exif.tobytes(), quality=90)
    facts, image = shown(tmp_path / "a.heic")
    large.save(tmp_path / "b.jpg", exif=exif)
    with Image.open(tmp_path / "b.jpg") as same:
        upright = ImageOps.exif_transpose(same).convert("RGB")
    assert image.format in {"PNG", "JPEG"}
    assert (facts.width, facts.height) == image.size == upright.size
    for x, y in ((10, 10), (upright.width - 10, 10), (10, upright.height - 10)):
        seen, meant = image.convert("RGB").getpixel((x, y)), upright.getpixel((x, y))
        assert (seen[0] > seen[2]) == (meant[0] > meant[2]), (x, y)


def test_avif_becomes_what_screens_decode(tmp_path):
    two_coloured().resize((240, 160)).save(tmp_path / "a.avif", quality=90)
    facts, image = shown(tmp_path / "a.avif")
    assert (facts.warnings, image.format, image.size) == ((), "JPEG", (240, 160))
    assert all(abs(one - two) <= 8 for one, two in zip(image.getpixel((200, 80)), RED, strict=True))


@pytest.mark.parametrize(
    ("ending", "form"), [("webp", "WEBP"), ("png", "PNG"), ("gif", "GIF"), ("avif", "AVIF")]
)
def test_what_moves_is_reported_in_every_format(tmp_path, ending, form):
    frames = [Image.new("RGB", (60, 40), "white"), two_coloured(), two_coloured()]
    frames[2].paste("white", (0, 0, 5, 5))
    frames[0].save(tmp_path / f"a.{ending}", form, save_all=True, append_images=frames[1:], duration=100)
    facts, image = shown(tmp_path / f"a.{ending}")
    assert "only one of its 3 frames" in facts.warnings[0][2]
    assert getattr(image, "n_frames", 1) == 1
    assert image.convert("RGB").getpixel((50, 20))[1] < 100


def test_a_later_frame_that_is_far_larger_than_the_picture_is_refused(tmp_path):
    """A kilobyte would take more than a gigabyte."""
    data, path = io.BytesIO(), tmp_path / "a.gif"
    Image.new("P", (60, 40), 1).save(data, "GIF")
    head, _, frame = data.getvalue().removesuffix(b";").partition(b",\x00\x00\x00\x00")
    second = b",\x00\x00\x00\x00" + struct.pack("<HH", 20_000, 20_000) + frame[4:]
    path.write_bytes(head + b",\x00\x00\x00\x00" + frame + second + b";")
    facts = convert(Order(path, Need(), tmp_path, path))
    assert "exceeds limit of 50000000 pixels" in facts.faults[0][2]


def test_whatever_a_decoder_raises_is_reported(tmp_path, monkeypatch):
    def broken(*_):
        raise struct.error("unpack_from requires 4 bytes")

    path = tmp_path / "a.png"
    two_coloured().save(path)
    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", broken)
    facts = convert(Order(path, Need(), tmp_path, path))
    assert facts.faults[0][2] == "cannot be decoded: unpack_from requires 4 bytes; export it again"
