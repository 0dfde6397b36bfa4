"""The process that decodes: what ends or exhausts it fails alone, and the next file is read."""

import gzip
import io
from pathlib import Path

import pytest
from PIL import Image

from kiosk import resources
from kiosk.media import converter
from kiosk.media.media_facts import MediaFacts, Need, Order

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 99 99">'
)
FULL_HD = (1920, 1080)


@pytest.fixture
def convert(tmp_path, monkeypatch):
    """Convert files, each within some seconds."""
    monkeypatch.setattr(converter, "PATIENCE_S", 6.0)

    def run(**files):
        orders = []
        for number, (name, data) in enumerate(files.items()):
            path = tmp_path / name.replace("_", ".")
            path.write_bytes(data.encode() if isinstance(data, str) else data)
            out = tmp_path / f"out-{number}"
            out.mkdir()
            orders.append(Order(path, Need((FULL_HD,)), out, resources.assets() / "fonts"))
        return list(converter.convert_all(orders))

    return run


def png(colour="#456"):
    data = io.BytesIO()
    Image.new("RGB", (64, 36), colour).save(data, "PNG")
    return data.getvalue()


def nested(kind, levels, times=10):
    """Parts that each use the one before several times, in an attribute that is no <use>."""
    part = f"<{kind} id='p{{}}' width='99' height='99' patternUnits='userSpaceOnUse'>{{}}</{kind}>"
    key = "fill" if kind == "pattern" else kind
    shapes = "<rect width='9' height='9'/>" * times
    parts = [part.format(0, shapes)]
    for level in range(1, levels):
        used = f"<rect width='99' height='99' {key}='url(#p{level - 1})'/>" * times
        parts.append(part.format(level, used))
    return f"{HEAD}{''.join(parts)}<rect width='99' height='99' {key}='url(#p{levels - 1})'/></svg>"


@pytest.mark.parametrize(
    "bomb",
    [
        nested("mask", 9),
        nested("pattern", 9),
        f"{HEAD}<filter id='f'>" + "<feGaussianBlur stdDeviation='30'/><feTurbulence numOctaves='99'/>" * 400
        + "</filter><rect width='99' height='99' filter='url(#f)'/></svg>",
    ],
    ids=["masks", "patterns", "filters"],
)  # fmt: skip
def test_a_drawing_that_takes_too_long_fails_alone(convert, bomb):
    slow, good = convert(a_svg=bomb, b_png=png())
    assert isinstance(slow, str) or slow.faults
    assert isinstance(good, MediaFacts)
    assert not good.faults


def uri(drawing):
    from base64 import b64encode  # noqa: PLC0415  # one test's

    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"


@pytest.mark.parametrize(
    ("drawing", "fault"),
    [
        (f"{HEAD}<image href='{uri(HEAD + '</svg>')}' width='9' height='9'/></svg>", "embeds 'image/svg+xml"),
        (f"{HEAD}<image href='/etc/hostname' width='9' height='9'/></svg>", "may not load anything"),
        (
            f"{HEAD}<style>rect {{ fill: url(file:///a) }}</style><rect width='9' height='9'/></svg>",
            "",
        ),
        (gzip.compress(f"{HEAD}</svg>".encode()), "compressed with gzip"),
        (f"{HEAD}<g id='a b'><use href='#a b'/></g></svg>", "uses itself"),
    ],
    ids=["nested", "file", "style", "gzip", "spaces"],
)
def test_a_drawing_that_loads_something_is_refused(convert, drawing, fault):
    (found,) = convert(a_svg=drawing)
    assert isinstance(found, MediaFacts)
    assert any(fault in message for _, _, message in found.faults)


def test_a_document_of_too_many_curves_fails_alone(convert):
    curves = b"".join(
        b"%d %d %d %d %d %d c " % (n % 500, n % 300, n % 200, n % 400, 9, 9) for n in range(3_000_000)
    )
    slow, good = convert(a_pdf=pdf(b"0 0 m " + curves + b"S"), b_png=png())
    assert isinstance(slow, str)
    assert isinstance(good, MediaFacts)


def test_a_page_without_area_is_reported(convert):
    """What is seen of it lies outside of its paper."""
    (found,) = convert(a_pdf=pdf(b"", b"/MediaBox [0 0 600 400] /CropBox [900 900 950 950]"))
    assert found.faults == ((0, 0, "page 1 has no area; export the document again"),)


def pdf(content, boxes=b"/MediaBox [0 0 600 400]"):
    """A document of one page with this content."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R " + boxes + b" /Contents 4 0 R >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += b"%d 0 obj %s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def test_a_file_that_is_gone_is_reported_and_the_next_is_read(tmp_path):
    (tmp_path / "b.png").write_bytes(png())
    out = tmp_path / "out"
    out.mkdir()
    orders = [Order(tmp_path / name, Need(), out, Path()) for name in ("a.png", "b.png")]
    gone, good = converter.convert_all(orders)
    assert "cannot be decoded" in (gone if isinstance(gone, str) else gone.faults[0][2])
    assert not good.faults
