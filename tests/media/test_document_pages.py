"""Pages of documents: white paper, with what is filled in, as another renderer draws them (Poppler)."""

import subprocess

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageFont

from kiosk import resources
from kiosk.media.document_pages import convert
from kiosk.media.media_facts import Need, Order

WIDTH, HEIGHT = 600, 400
TEXT = b"BT /F1 40 Tf 50 300 Td (Rum 3, andra huset) Tj ET"
FILLED = b"/Tx BMC q BT /F1 24 Tf 4 10 Td (Anna Exempel) Tj ET Q EMC"
TICK = b"q 0 0 0 RG 4 w 5 15 m 12 5 l 25 25 l S Q"
CODES = range(32, 127)
ENDS = CODES[0], CODES[-1]
MOST_DIFFERENT = 0.002
VISIBLE = 48  # of 255


def document(*contents, fields=()):
    """Return a PDF with a page for each content; the fields are filled in on the first."""
    parts = {
        1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [%s] >> >>"
        % b" ".join(b"%d 0 R" % (100 + number) for number in range(len(fields))),
        **embedded_font(),
    }
    annotations = b" ".join(b"%d 0 R" % (100 + number) for number in range(len(fields)))
    kids = []
    for number, content in enumerate(contents):
        page = 10 + 2 * number
        kids.append(b"%d 0 R" % page)
        parts[page] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Annots [%s] "
            b"/Resources << /Font << /F1 3 0 R >> >> >>"
        ) % (WIDTH, HEIGHT, page + 1, b"" if number else annotations)
        parts[page + 1] = stream(b"", content)
    parts[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    for number, (kind, box, appearance) in enumerate(fields):
        size = b"/BBox [0 0 %d %d]" % (box[2] - box[0], box[3] - box[1])
        named = b"/Type /XObject /Subtype /Form %s /Resources << /Font << /F1 3 0 R >> >>" % size
        parts[200 + number] = stream(named, appearance)
        shown = b"<< /N %d 0 R >>" % (200 + number)
        value = b"/V (Anna Exempel)"
        if kind == b"Btn":
            shown, value = b"<< /N << /Yes %d 0 R >> >>" % (200 + number), b"/V /Yes /AS /Yes"
        parts[100 + number] = (
            b"<< /Type /Annot /Subtype /Widget /F 4 /FT /%s /T (f%d) /Rect [%d %d %d %d] %s /AP %s >>"
        ) % (kind, number, *box, value, shown)
    return written(parts)


def embedded_font():
    """Return the parts of a font, so that no font of the machine is used."""
    path = resources.assets() / "fonts" / "NotoSans-Regular.ttf"
    font = ImageFont.truetype(path, 1000)
    widths = b" ".join(b"%d" % round(font.getlength(bytes([code]).decode("cp1252"))) for code in CODES)
    named = b"<< /Type /Font /Subtype /TrueType /BaseFont /NotoSans /Encoding /WinAnsiEncoding "
    font_info = (
        b"/Flags 32 /ItalicAngle 0 /StemV 80 /FontBBox [-600 -300 2800 1100] /Ascent 1069 /Descent -293"
    )
    return {
        3: named + b"/FirstChar %d /LastChar %d /Widths [%s] /FontDescriptor 4 0 R >>" % (*ENDS, widths),
        4: b"<< /Type /FontDescriptor /FontName /NotoSans %s /FontFile2 5 0 R >>" % font_info,
        5: stream(b"/Length1 %d" % path.stat().st_size, path.read_bytes()),
    }


def stream(named, content):
    return b"<< %s /Length %d >> stream\n%s\nendstream" % (named, len(content), content)


def written(parts):
    data, places = b"%PDF-1.4\n", {}
    for number, part in sorted(parts.items()):
        places[number] = len(data)
        data += b"%d 0 obj %s endobj\n" % (number, part)
    rows = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in sorted(places.items()))
    end = b"trailer << /Size 300 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 1\n0000000000 65535 f \n" + rows + end


FORM = [(b"Tx", (50, 200, 400, 240), FILLED), (b"Btn", (50, 100, 80, 130), TICK)]


def draw(tmp_path, data, pages=()):
    """Return the facts of a document, and the pictures of its pages by number."""
    (tmp_path / "a.pdf").write_bytes(data)
    need = Need(((WIDTH, HEIGHT),), pages)
    facts = convert(Order(tmp_path / "a.pdf", need, tmp_path, tmp_path), lambda: None)
    return facts, {made.page: opened(tmp_path / made.name) for made in facts.made}


def opened(path):
    with Image.open(path) as image:
        return image.convert("RGB")


def other(tmp_path, page):
    """Draw a page of the same document with Poppler."""
    size = ("-scale-to-x", str(WIDTH), "-scale-to-y", str(HEIGHT))
    pages = ("-f", str(page), "-l", str(page), "-singlefile")
    subprocess.run(
        ["pdftoppm", "-png", *size, *pages, "a.pdf", "other"], cwd=tmp_path, check=True, timeout=60
    )
    return opened(tmp_path / "other.png")


def different(one, two):
    """Return the share of pixels that differ."""
    soft = [image.filter(ImageFilter.BoxBlur(3)) for image in (one, two)]
    counts = ImageChops.difference(*soft).convert("L").histogram()
    return sum(counts[VISIBLE:]) / sum(counts)


@pytest.mark.parametrize("fields", [[], FORM], ids=["text", "form"])
def test_a_page_is_drawn_on_white_paper_as_another_renderer_does(tmp_path, fields):
    facts, pages = draw(tmp_path, document(TEXT, fields=fields))
    assert (facts.faults, facts.pages) == ((), 1)
    assert pages[1].getpixel((2, 2)) == (255, 255, 255)
    assert different(pages[1], Image.new("RGB", (WIDTH, HEIGHT), "white")) > 10 * MOST_DIFFERENT
    assert different(pages[1], other(tmp_path, 1)) < MOST_DIFFERENT


def test_what_is_filled_in_is_drawn(tmp_path):
    _, filled = draw(tmp_path, document(b"", fields=FORM))
    ink = filled[1].convert("L").point(lambda value: 255 * (value < 128))
    assert ink.crop((50, 160, 400, 200)).getbbox(), "the text of a field"
    assert ink.crop((50, 270, 80, 300)).getbbox(), "a tick"


def test_only_the_pages_that_are_shown_are_drawn(tmp_path):
    data = document(TEXT, b"0 0 1 rg 0 0 600 400 re f", TEXT)
    facts, pages = draw(tmp_path, data, pages=(2,))
    assert (facts.pages, list(pages)) == (3, [2])
    assert pages[2].getpixel((300, 200)) == (0, 0, 255)
    assert different(pages[2], other(tmp_path, 2)) < MOST_DIFFERENT


def test_letters_are_measured_by_the_width_of_the_page(tmp_path):
    facts, _ = draw(tmp_path, document(TEXT))
    assert facts.letters[1] == pytest.approx(40 * 1.2 / WIDTH, rel=0.25)
