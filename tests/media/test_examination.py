import struct
import zlib

import av
import pytest
from PIL import Image

from kiosk import resources
from kiosk.media.examination import examine as examine_order
from kiosk.media.media_facts import Need, Order

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def examine(path, resolutions=(), pages=()):
    """Examine a file; what is made of it lies in a folder beside it."""
    out = path.with_name(f"{path.name}-made")
    out.mkdir(exist_ok=True)
    return examine_order(Order(path, Need(resolutions, pages), out, resources.assets() / "fonts"))


def made(path, resolution=(480, 270), page=1):
    """Return the picture that screens show of a file."""
    facts = examine(path, (resolution,))
    assert not facts.faults, facts.faults
    name = next((each.name for each in facts.made if each.page == page), None)
    return Image.open(path.with_name(f"{path.name}-made") / name if name else path)


def faults(path):
    return [message for _, _, message in examine(path).faults]


def write_film(path, flashes_a_second, codec="mpeg4", form="yuv420p", rate=30, **muxer):
    with av.open(str(path), "w", options=muxer) as film:
        stream = film.add_stream(codec, rate=rate)
        stream.width, stream.height = 64, 36
        stream.pix_fmt = form
        for step in range(2 * rate):
            frame = av.VideoFrame(64, 36, "yuv420p")
            light = int(step / rate * flashes_a_second * 2) % 2
            values = (235 if light else 16, 128, 128)
            for plane, value in zip(frame.planes, values, strict=False):
                plane.update(bytes([value]) * plane.buffer_size)
            film.mux(stream.encode(frame.reformat(format=form)))
        film.mux(stream.encode())
    return path


def write(path, data):
    path.write_bytes(data)
    return path


def image(width=8, height=8):
    return Image.new("RGB", (width, height), "#456")


def test_good_files(tmp_path):
    for ending in ("png", "jpg", "webp"):
        image(300, 200).save(tmp_path / f"a.{ending}")
        facts = examine(tmp_path / f"a.{ending}")
        assert (facts.width, facts.height, facts.faults) == (300, 200, ())
    assert examine(write(tmp_path / "a.svg", SVG.format("<path d='M0 0'/>").encode())).faults == ()
    assert faults(write_film(tmp_path / "a.mp4", 1)) == []
    image().save(tmp_path / "a.pdf")
    assert faults(tmp_path / "a.pdf") == []


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_truncated_jpeg(tmp_path, part):
    Image.effect_noise((300, 200), 50).save(tmp_path / "a.jpg")
    whole = (tmp_path / "a.jpg").read_bytes()
    assert "cannot be decoded" in faults(write(tmp_path / "b.jpg", whole[: int(len(whole) * part)]))[0]


def png_header(width, height):
    """The beginning of a PNG that says how large it would be, with next to nothing in it."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(30_000, 30_000), (2**31 - 1, 2**31 - 1), (100_000, 501)])
def test_bomb_of_a_picture(tmp_path, size):
    assert faults(write(tmp_path / "a.png", png_header(*size)))


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.mp4", b"PK\x03\x04" + bytes(100), "it is a zip archive, whatever its name says"),
        ("a.mp4", b"nothing at all" * 50, "cannot be decoded"),
        ("a.mp4", b"", "cannot be decoded"),
        ("a.png", b"<html></html>", "it is a web page"),
        ("a.png", b"", "cannot be decoded"),
        ("a.PNG", b"\x89PNG\r\n\x1a\n" + bytes(80), "it is damaged; export it again"),
        ("a.gif", b"GIF89a" + bytes(7), "it is damaged; export it again"),
        ("a.png", b"\xff\xd8\xff" + bytes(80), "it is a JPEG picture"),
        ("a.mp3", b"MZ\x90", "it is a program"),
        ("a.pdf", b"%PD", "cannot be read as a document"),
        ("a.pdf", b"%PDF-1.7", "cannot be read as a document"),
        ("a.exe", b"MZ", "a file that ends in .exe is not shown"),
        ("a", b"", "a file that ends in nothing is not shown"),
        ("a.svg", SVG.format("<script/>").encode(), "<script> runs"),
    ],
)
def test_what_cannot_be_shown(tmp_path, name, data, fault):
    assert any(fault in each for each in faults(write(tmp_path / name, data)))


@pytest.mark.parametrize(("rate", "wrong"), [(3, False), (6, True)])
def test_flashing(tmp_path, rate, wrong):
    path = write_film(tmp_path / "a.mp4", rate)
    assert ["more than 3 can bring on a seizure" in each for each in faults(path)] == [True] * wrong


@pytest.mark.parametrize(
    ("codec", "form", "wrong"),
    [
        ("libx264", "yuv420p", False),
        ("libx264", "yuv444p", False),
        ("libx264", "yuv422p10le", False),
        ("libx264", "yuv420p10le", True),
        ("libx265", "yuv420p10le", True),
    ],
)
def test_ten_bits_are_named_with_what_to_export(tmp_path, codec, form, wrong):
    path = write_film(tmp_path / "a.mp4", 1, codec, form)
    assert [("10 bits" in each, "H.264 with 8 bits" in each) for each in faults(path)] == [
        (True, True)
    ] * wrong


def test_name_of_the_world(tmp_path):
    path = tmp_path / ("😀" * 50 + " å.png")
    image().save(path)
    assert examine(path).faults == ()


def test_a_film_whose_end_is_missing_is_refused(tmp_path):
    whole, cut = write_film(tmp_path / "a.mp4", 1, movflags="faststart"), tmp_path / "b.mp4"
    assert faults(whole) == []
    cut.write_bytes(whole.read_bytes()[:-200])
    (message,) = faults(cut)
    assert message.startswith(f"its end is missing: {cut.stat().st_size} of at least ")
