"""Drawings are drawn as another renderer draws them (librsvg), or refused by name and line."""

import base64
import io
import os
import subprocess

import pytest
from PIL import Image, ImageChops, ImageFilter

from kiosk import resources
from kiosk.media.media_facts import Need, Order
from kiosk.media.vector_drawing import convert

FONTS = resources.assets() / "fonts"
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 960 540">\n<rect width="960" height="540" fill="#FAF6EE"/>\n'
)
WIDTH, HEIGHT = 960, 540
MOST_DIFFERENT = 0.001
"""The share of pixels that may differ, after edges are softened: what is drawn elsewhere moves far more."""

VISIBLE = 48  # of 255


def data_uri(form):
    image = Image.new("RGB", (60, 40), (200, 40, 40))
    image.paste((20, 20, 200), (0, 0, 20, 40))
    data = io.BytesIO()
    image.save(data, form)
    return f"data:image/{form.lower()};base64,{base64.b64encode(data.getvalue()).decode()}"


ARROW = '<path d="M0 0L10 5L0 10z" fill="#8E2A4C"/>'
DRAWN = {
    "clip": '<clipPath id="c"><circle cx="480" cy="270" r="150"/></clipPath>'
    '<g clip-path="url(#c)"><rect width="800" height="450" fill="#8E2A4C"/></g>',
    "clip by text": '<clipPath id="t"><text x="50" y="400" font-size="200">KLIPP</text></clipPath>'
    '<rect width="960" height="540" fill="#245A41" clip-path="url(#t)"/>',
    "mask": '<mask id="m"><rect width="960" height="540" fill="#fff"/><circle cx="480" cy="9" r="9"/></mask>'
    '<rect x="250" y="50" width="450" height="440" fill="#8E2A4C" mask="url(#m)"/>',
    "mask in mask": '<mask id="i"><rect x="100" y="100" width="400" height="300" fill="#fff"/></mask>'
    '<mask id="o" mask="url(#i)"><circle cx="300" cy="250" r="200" fill="#fff"/></mask>'
    '<rect width="500" height="540" fill="#8E2A4C" mask="url(#o)"/>',
    "lines of text": '<text x="50" y="100" font-size="40"><tspan x="50" dy="0">rad ett</tspan>'
    '<tspan x="50" dy="60">rad två</tspan><tspan x="50" dy="60" xml:lang="uk">Ласкаво просимо</tspan></text>',
    "tspan": '<text x="480" y="150" font-size="60" text-anchor="middle" font-weight="700" fill="#8E2A4C">fet '
    '<tspan fill="#1E5AB4" dy="20">tspan</tspan> slut</text>',
    "spaces": '<text x="50" y="80" font-size="40" xml:space="preserve">a   b  c</text>'
    '<text x="50" y="160" font-size="40">a   b\n  c</text>',
    "arabic": '<text x="480" y="150" text-anchor="middle" font-size="60">أهلاً وسهلاً بكم</text>'
    '<text x="900" y="300" text-anchor="end" font-size="60">مرحبا</text>',
    "hebrew": '<text x="480" y="150" text-anchor="middle" font-size="60">ברוכים הבאים</text>',
    "ethiopic": '<text x="50" y="150" font-size="60">እንቋዕ ብደሓን መጻእኩም 08-465 004 00</text>',
    "style sheet": "<style>.a{fill:#8E2A4C} #b{fill:#1E5AB4} g rect{stroke:#000;stroke-width:5}</style>"
    '<g><rect class="a" x="50" y="50" width="100" height="100"/>'
    '<rect id="b" x="250" y="50" width="100" height="100"/></g>',
    "symbol": '<symbol id="s" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5"/></symbol>'
    '<use href="#s" x="50" y="50" width="300" height="300" fill="#8E2A4C"/>'
    '<use xlink:href="#s" x="500" y="50" width="300" height="300" fill="#1E5AB4"/>',
    "gradient": '<linearGradient id="a"><stop offset="0" stop-color="#1E5AB4"/>'
    '<stop offset="1" stop-color="#8E2A4C"/></linearGradient>'
    '<linearGradient id="b" href="#a" x1="0" x2="0" y1="0" y2="1"/><radialGradient id="c" xlink:href="#a"/>'
    '<rect x="50" y="50" width="250" height="300" fill="url(#b)"/>'
    '<rect x="350" y="50" width="250" height="300" fill="url(#c)"/>',
    "pattern": '<pattern id="p" width="80" height="80" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(30)"><rect width="40" height="40" fill="#8E2A4C"/></pattern>'
    '<rect x="50" y="50" width="600" height="400" fill="url(#p)"/>',
    "blend": '<circle cx="300" cy="250" r="150" fill="#F6B93B"/>'
    '<circle cx="450" cy="250" r="150" fill="#1E5AB4" style="mix-blend-mode:multiply"/>'
    '<g style="isolation:isolate"><circle cx="700" cy="250" r="150" style="mix-blend-mode:screen"/></g>',
    "marker": f'<marker id="a" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="6" markerHeight="6" '
    f'orient="auto-start-reverse">{ARROW}</marker><path d="M100 100L300 200L500 100" fill="none" '
    'stroke="#1E5AB4" stroke-width="8" marker-start="url(#a)" marker-end="url(#a)"/>',
    "filter": '<filter id="s"><feGaussianBlur stdDeviation="10"/></filter>'
    '<filter id="c"><feColorMatrix type="hueRotate" values="90"/></filter>'
    '<rect x="50" y="50" width="300" height="300" filter="url(#s)"/>'
    '<rect x="450" y="50" width="300" height="300" fill="#8E2A4C" filter="url(#c)"/>',
    "embedded": f'<image href="{data_uri("PNG")}" x="50" y="50" width="300" height="200"/>'
    f'<image xlink:href="{data_uri("JPEG")}" x="400" y="50" width="300" height="100" '
    'preserveAspectRatio="xMinYMin slice"/>',
    "millimetres": '<rect x="1cm" y="10mm" width="2in" height="150pt" fill="#8E2A4C"/>',
}  # fmt: skip


def draw(tmp_path, text):
    """Return the facts of a drawing, and the picture that screens show."""
    (tmp_path / "a.svg").write_text(text, "utf-8")
    facts = convert(Order(tmp_path / "a.svg", Need(((WIDTH, HEIGHT),)), tmp_path, FONTS), lambda: None)
    return facts, opened(tmp_path / facts.made[0].name) if facts.made else None


def opened(path):
    with Image.open(path) as image:
        return image.convert("RGBA")


@pytest.fixture
def other(tmp_path):
    """Draw with librsvg and the product's fonts."""
    config = tmp_path / "fonts.conf"
    config.write_text(
        f"<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><dir>{FONTS}</dir>"
        f"<cachedir>{tmp_path}</cachedir></fontconfig>"
    )

    def draw_with_librsvg(size):
        command = ["rsvg-convert", "-w", str(size[0]), "-h", str(size[1]), "a.svg", "-o", "other.png"]
        known = os.environ | {"FONTCONFIG_FILE": str(config)}
        subprocess.run(command, cwd=tmp_path, env=known, check=True, timeout=60)
        return opened(tmp_path / "other.png")

    return draw_with_librsvg


def different(one, two):
    """Return the share of pixels that differ."""
    soft = [on_white(image).filter(ImageFilter.BoxBlur(3)) for image in (one, two)]
    counts = ImageChops.difference(*soft).convert("L").histogram()
    return sum(counts[VISIBLE:]) / sum(counts)


def on_white(image):
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")


@pytest.mark.parametrize("kind", DRAWN)
def test_drawn_as_another_renderer_does(tmp_path, other, kind):
    facts, image = draw(tmp_path, f"{HEAD}{DRAWN[kind]}</svg>")
    assert facts.faults == ()
    assert facts.warnings == ()
    assert different(image, Image.new("RGB", image.size, "#FAF6EE")) > 2 * MOST_DIFFERENT
    assert different(image, other(image.size)) < MOST_DIFFERENT


@pytest.mark.parametrize(
    ("drawing", "box"),
    [
        (
            ('<clipPath id="i"><rect x="100" y="100" width="300" height="300"/></clipPath>'
            '<clipPath id="o" clip-path="url(#i)"><circle cx="300" cy="250" r="200"/></clipPath>'
            '<rect width="500" height="540" clip-path="url(#o)"/>'),
            (100, 100, 400, 400),
        ),
        (
            ('<symbol id="s" viewBox="0 0 9 9" preserveAspectRatio="xMidYMid slice">'
            '<rect width="9" height="9"/></symbol><use href="#s" x="50" y="60" width="200" height="100"/>'),
            (50, 60, 250, 160),
        ),
        ('<text x="100 600" y="200 400" font-size="99">HH</text>', (109, 129, 663, 400)),
        ('<text x="100" y="200" font-size="99" dx="0 400">HH</text>', (109, 129, 636, 200)),
        ('<text x="100" y="200" font-size="99" textLength="700">HH</text>', (109, 129, 791, 200)),
        (
            (
                '<path id="p" d="M200 500V100"/>'
                '<text font-size="99"><textPath xlink:href="#p">HHHH</textPath></text>'
            ),
            (129, 216, 200, 491),
        ),
    ],
    ids=["clip in clip", "slice", "places", "dx", "textLength", "textPath"],
)  # fmt: skip
def test_what_the_other_renderer_does_not_draw(tmp_path, drawing, box):
    facts, image = draw(tmp_path, f"{HEAD}{drawing}</svg>")
    assert facts.faults == ()
    ink = image.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert all(abs(seen - meant) <= 3 for seen, meant in zip(ink, box, strict=True)), ink


def test_a_drawing_sized_in_millimetres(tmp_path, other):
    facts, image = draw(
        tmp_path,
        '<svg xmlns="http://www.w3.org/2000/svg" width="200mm" height="100mm">'
        '<rect width="100%" height="100%" fill="#8E2A4C"/><circle cx="50mm" cy="50mm" r="40mm"/></svg>',
    )
    assert (facts.faults, facts.aspect) == ((), 2.0)
    assert different(image, other(image.size)) < MOST_DIFFERENT


TURN = "turn it into paths"
RTL = "direction rtl would be in the wrong place"
ORDER = "in another order; turn it into paths"
REFUSED = {
    '<text x="900" y="99" direction="rtl">مرحبا</text>': RTL,
    '<g direction="rtl"><text x="900" y="99">مرحبا</text></g>': RTL,
    "<style>text{direction:rtl}</style><text x='9' y='99'>مرحبا</text>": RTL,
    '<text x="9" y="99">اتصل 08-465 004 00 اليوم</text>': ORDER,
    '<text x="9" y="99">Hej مرحبا</text>': ORDER,
    '<text x="9" y="99">Hej <tspan fill="red">مرحبا</tspan></text>': ORDER,
    '<text x="9" y="99">مرحبا!</text>': ORDER,
    '<text x="9" y="99" direction="rtl" text-anchor="middle">08-465 004 00</text>': ORDER,
    '<text x="9" y="99" style="unicode-bidi:bidi-override">abc</text>': ORDER,
    '<text x="9" y="99" style="text-transform:uppercase">abc</text>': "text-transform would not be drawn",
    '<text x="9" y="99" style="inline-size:99px">a b c</text>': "would not be broken into lines",
    '<path id="p" d="M0 0h9"/><text><textPath href="#p" side="right">a</textPath></text>': TURN,
    '<text><textPath path="M0 0h9">a</textPath></text>': TURN,
    '<text x="9" y="99">中文</text>': "U+4E2D",
    "<style>@font-face{font-family:X;src:url(data:font/woff2;base64,AAAA)}</style>": "@font-face",
    "<style>circle{r:60px}</style><circle/>": "r in a style would not be drawn",
    '<circle style="r:60px"/>': "r in a style would not be drawn",
    "<style>@media print{rect{fill:red}}</style>": "@media",
    '<style media="print">rect{fill:red}</style>': "styles for print",
    "<style>rect{fill:var(--c)}</style><rect width='9' height='9'/>": "var(--c)",
    '<rect style="clip-path:circle(50%)" width="9" height="9"/>': "clip-path",
    '<image href="data:image/png;base64,AAAA" width="9" height="9"/>': "embedded picture cannot be decoded",
    '<image href="data:image/avif;base64,AAAA" width="9" height="9"/>': "only PNG, JPEG, GIF and WebP",
    '<filter id="f"><feDisplacementMap/></filter>': "<feDisplacementMap> would not be drawn",
    '<path d="M0 0h9" stroke-dasharray="5" pathLength="9"/>': "pathLength",
    '<path d="M0 0h9" style="stroke-dasharray:calc(5px + 5px)"/>': "calc() would not be evaluated",
    '<style>path{stroke-width:max(1px, 2px)}</style><path d="M0 0h9"/>': "max() would not be evaluated",
    '<path d="M0 0h9" vector-effect="non-scaling-stroke"/>': "the width of its lines",
    '<switch><g systemLanguage="sv"/></switch>': "one drawing for each language",
    '<linearGradient id="a" gradientTransform="skewX(9)"/><linearGradient id="b" href="#a"/>': "of #a would",
    '<pattern id="a" patternTransform="scale(2)"/><pattern id="c" href="#b"/><pattern id="b" href="#a"/>': "",
}


@pytest.mark.parametrize(("drawing", "words"), REFUSED.items())
def test_what_would_be_drawn_wrongly_is_refused_at_its_line(tmp_path, drawing, words):
    facts, _ = draw(tmp_path, f"{HEAD}{drawing}\n</svg>")
    assert [line for line, _, message in facts.faults if words in message]
    assert {line for line, _, _ in facts.faults} == {3}


@pytest.mark.parametrize(
    "text",
    [
        '<text x="480" y="99" direction="rtl" text-anchor="middle">مرحبا بكم</text>',
        '<text x="9" y="99">مرحبا، أهلاً</text>',
        '<text><tspan x="9" y="50">Hej 08-465 004 00</tspan><tspan x="9" y="99">مرحبا</tspan></text>',
        '<pattern id="a" patternTransform="scale(2)"/><pattern href="#a" patternTransform="scale(1)"/>',
        '<style>svg{width:100%} rect{fill:#fff}</style><rect width="9" height="9"/>',
        '<text x="9" y="99" style="shape-inside:url(#r)"><tspan x="9" y="99">a</tspan></text>',
    ],
)
def test_what_is_drawn_right_is_not_refused(tmp_path, text):
    assert draw(tmp_path, f"{HEAD}{text}</svg>")[0].faults == ()


@pytest.mark.parametrize(
    ("family", "warned"),
    [("Georgia, serif", True), ("Lobster", True), ("Arial, sans-serif", False), ("'Noto Sans'", False)],
)
def test_a_font_that_screens_do_not_have_is_reported_at_its_line(tmp_path, family, warned):
    facts, _ = draw(tmp_path, f'{HEAD}<text y="99" font-family="{family}">Hej</text></svg>')
    assert facts.faults == ()
    name = family.partition(",")[0]
    assert [(line, f"the font {name}," in message) for line, _, message in facts.warnings] == [
        (3, True)
    ] * warned


def test_text_of_usual_weight_is_not_bold_in_other_scripts(tmp_path):
    text = '<text x="50" y="150" font-size="60"{}>مرحبا</text>'
    _, usual = draw(tmp_path, f"{HEAD}{text.format('')}</svg>")
    bold = text.format(' font-family="Noto Sans Arabic UI" font-weight="bold"')
    images = (usual, draw(tmp_path, f"{HEAD}{bold}</svg>")[1])
    dark = [sum(image.convert("L").histogram()[:128]) for image in images]
    assert dark[0] < 0.85 * dark[1]
