from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from PySide6.QtGui import QColor

from kiosk.drawn_checks import contrast
from kiosk.drawn_checks.finding import Box, Fault, Finding
from kiosk.drawn_checks.items import texts, visible_items
from kiosk.drawn_checks.job import Proof
from kiosk.drawn_checks.moment import State
from kiosk.drawn_checks.slide_renderer import UNSEEN, SlideRenderer
from kiosk.drawn_checks.verdict import problems
from kiosk.feed.localized_text import Text
from kiosk.feed.models import Notice, When
from kiosk.feed.problems import Severity
from kiosk.feed.slides import Tone
from kiosk.feed.yaml_reader import read
from tests.drawn_checks.conftest import CHEQUERED, NOW, faults
from tests.ui.conftest import TUESDAY

MESSAGE = {"kind": "message", "title": {"sv": "Hej"}}
QR = {"kind": "qr", "title": "Boka", "link": "https://book.example/{office}"}


def test_drawing_is_as_large_as_the_screen(draw):
    (drawing,) = draw(MESSAGE, size="300 x 530", resolution="1080 x 1920")
    assert (drawing.image.width(), drawing.image.height()) == (1080, 1920)
    assert (drawing.file, drawing.findings) == ("s1/sv/slide-s.png", ())


@pytest.mark.parametrize(
    ("words", "wrong"),
    [("Vi hjälper dig. " * 12, []), ("Vi hjälper dig. " * 60, ["FIT"]), ("Medborgarkontor" * 12, ["FIT"])],
)
def test_text_of_a_slide(draw, words, wrong):
    (drawing,) = draw(MESSAGE | {"title": {"sv": words.strip()}}, touch=True)
    assert faults(drawing) == wrong


def test_what_fits_lying_need_not_fit_standing(draw):
    slide = MESSAGE | {"title": {"sv": "Socialtjänstens mottagningsenheter"}}
    assert faults(draw(slide, touch=True)[0]) == []
    assert faults(draw(slide, size="300 x 530", resolution="720 x 1280", touch=True)[0]) == ["FIT"]


@pytest.mark.parametrize(("colour", "wrong"), [("#000000", {"FIT", "CONTRAST"}), ("#FFFFFF", {"FIT"})])
def test_words_that_run_over_the_picture_of_a_slide(draw, picture, colour, wrong):
    picture(colour)
    slide = MESSAGE | {"text": {"sv": "Vi hjälper dig. " * 30}, "picture": "media/a.png"}
    (drawing,) = draw(slide, size="300 x 530", resolution="1080 x 1920", touch=True)
    assert set(faults(drawing)) == wrong


CAPTIONED = {"kind": "picture", "picture": "media/a.png", "caption": {"sv": "Vi finns på torget."}}


@pytest.mark.parametrize("colour", ["#FFFFFF", "#000000", "#767676", CHEQUERED])
@pytest.mark.parametrize("tone", get_args(Tone))
def test_no_picture_takes_the_contrast_from_a_caption(draw, picture, monkeypatch, colour, tone):
    """The caption has a ground of its own; that it is measured is seen once more is asked for than can be."""
    picture(colour, width=640, height=360)
    assert faults(draw(CAPTIONED | {"tone": tone})[0]) == []
    monkeypatch.setattr(contrast, "MIN_CONTRAST", 21.1)
    assert faults(draw(CAPTIONED | {"tone": tone})[0]) == ["CONTRAST"]


@pytest.mark.parametrize(("colour", "wrong"), [("#000000", True), ("#FFFFFF", False)])
def test_a_caption_without_its_ground_would_be_found(draw, picture, colour, wrong):
    picture(colour)
    draw(CAPTIONED)
    window = draw.window()
    items = visible_items(window.contentItem())
    plate = next(item for item in items if item.metaObject().className().startswith("SlideCaption"))
    plate.setProperty("color", QColor("transparent"))
    assert bool(list(contrast.faint(window, window.contentItem()))) is wrong


@pytest.mark.parametrize(("distance", "wrong"), [("1 m", set()), ("2 m", {"QR_SIZE", "SMALL"})])
def test_code_of_a_slide(draw, distance, wrong):
    assert set(faults(draw(QR, distance=distance)[0])) == wrong


def test_code_is_no_wider_than_a_standing_screen_read_from_afar(draw):
    (drawing,) = draw(QR, size="299 x 531", resolution="1080 x 1920", distance="4 m")
    assert set(faults(drawing)) == {"QR_SIZE", "SMALL"}


def test_picture_that_cannot_be_decoded(draw, tmp_path, picture, caplog):
    slide = {"kind": "picture", "picture": "media/a.png"}
    picture()
    assert faults(draw(slide)[0]) == []
    (tmp_path / "media/a.png").write_bytes(b"not a picture")
    (drawing,) = draw(slide)
    assert faults(drawing) == ["PICTURE"]
    assert drawing.image.pixelColor(9, 9) == drawing.image.pixelColor(1900, 1000) == UNSEEN
    assert "Error decoding" in caplog.text
    caplog.clear()


def test_picture_says_how_large_it_is_drawn(draw, picture):
    path = picture()
    (drawing,) = draw({"kind": "picture", "picture": "media/a.png"})
    assert [(use.file, use.width) for use in drawing.uses] == [(str(path), 1920)]


def test_bar_speaks_the_language_of_the_slide(draw):
    """The slide is drawn in Swedish: the bar must be too, whichever language the screen names first."""
    images = [draw(MESSAGE, languages=each, touch=True)[0].image for each in (["en", "sv"], ["sv", "en"])]
    assert images[0] == images[1]


@pytest.mark.parametrize("size", [{}, {"size": "300 x 530", "resolution": "1080 x 1920"}])
def test_web_page_is_stood_for_by_its_address(draw, size):
    path = "/plats/" + "hässelby-torg-" * 20
    slide = {"kind": "web", "url": "https://kartor.medborgarkontoret.example" + path, "tone": "sea"}
    (drawing,) = draw(slide, **size)
    assert drawing.image.pixelColor(5, 5) != draw(slide | {"tone": "sun"}, **size)[0].image.pixelColor(5, 5)
    assert drawing.findings == ()


def test_key_changes_with_what_is_seen(draw):
    keys = {draw(slide)[0].key for slide in (MESSAGE, MESSAGE | {"tone": "sea"}, QR)}
    assert len(keys) == 3
    assert draw(MESSAGE | {"dwell": "20 s"})[0].key == draw(MESSAGE)[0].key


def test_what_is_known_is_not_drawn_again(draw):
    (drawing,) = draw(MESSAGE)
    (again,) = draw(MESSAGE, known=lambda other: (other.file, other.key) == (drawing.file, drawing.key))
    assert (again.image, again.key) == (None, drawing.key)


def test_finding_is_reported_where_the_words_are_written(draw):
    (drawing,) = draw(MESSAGE | {"title": {"sv": "Medborgarkontor" * 12}})
    written = read(f"kind: message\ntitle:\n  sv: {'Medborgarkontor' * 12}\n".encode(), "slides/s.yaml")
    proof = Proof(drawing.file, "", "s1", "sv", "slide", "s", "s", findings=drawing.findings)
    (problem,) = problems([proof, proof], {"slides/s.yaml": written})
    assert str(problem.position) == "slides/s.yaml:3:7"
    assert problem.severity is Severity.ERROR
    assert "does not fit: 'MedborgarkontorMedborgar" in problem.message
    assert len(problem.message) < 190
    (problem,) = problems([proof], {})
    assert (str(problem.position), problem.severity) == ("screens/s1.yaml", Severity.WARNING)


SCREENS = ({}, {"touch": True, "languages": ["en", "sv"]}, {"layout": "panel"})


@pytest.mark.parametrize("changes", SCREENS)
def test_two_studios_draw_the_same_with_a_full_bar(qapp, context, changes):
    images = []
    for _ in range(2):
        studio = SlideRenderer(State(NOW, None), "product", lambda _drawing: False)
        try:
            images.append(next(iter(studio.draw_slide(context(MESSAGE, **changes), "s", "sv"))).image)
            details = [text.property("text") for text in texts(studio._shell.window.contentItem())]
            assert studio._shell.bar.property("officeKnown")
            assert {studio._shell.bar.property(name) for name in ("officeState", "words")} & set(details)
        finally:
            studio.close()
    assert images[0] == images[1]


def test_key_of_a_page_changes_with_its_words(qapp, context_of):
    """Pages are drawn again when they say something else, and only then."""
    studio = SlideRenderer(State(TUESDAY, None), "product", lambda _drawing: True, all_states=False)
    context = offered(context_of("kompassen-desk"))
    (topic,) = context.topics
    other = replace(context.feed.topics[topic], title=Text(root={"sv": "Något annat"}))
    changed = replace(context, feed=replace(context.feed, topics={topic: other}))
    try:
        first, again, then = (
            {each.name: each.key for each in studio.draw_pages(each_context, "sv")}
            for each_context in (context, context, changed)
        )
    finally:
        studio.close()
    assert len(set(first.values())) == len(first)
    assert first == again
    assert first["person"] == then["person"]
    assert all(first[name] != then[name] for name in ("topic", f"help-{topic}", "print-ready"))


def test_no_two_languages_share_a_page(qapp, context_of):
    """Each page is in the language of its reader, those of printing and the question at the end too."""
    studio = SlideRenderer(State(TUESDAY, None), "product", lambda _drawing: False, all_states=False)
    context = offered(context_of("kompassen-desk"))
    try:
        drawn = {
            (drawing.name, language): drawing.image
            for language in ("sv", "so", "ar")
            for drawing in studio.draw_pages(context, language)
        }
    finally:
        studio.close()
    names = {name for name, _ in drawn}
    assert names >= {
        "person",
        "topic",
        "warning",
        "farewell",
        "farewell-thanks",
        "print-ready",
        "print-printed",
    }
    for name in names:
        first, *others = (drawn[name, language] for language in ("sv", "so", "ar"))
        assert all(first != other for other in others), name


def offered(context):
    """Return the context with one topic and three languages."""
    topic = context.topics[:1]
    screen = replace(context.screen, topics=topic, languages=("sv", "so", "ar"), slide_languages=())
    feed = replace(context.feed, screens={context.screen_id: screen}, notices={}, playlists={})
    return replace(context, feed=feed)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Sommaröppet ☀️ 🎉 👋🏽", ""),
        ("ትግርኛ العربية ქართული", ""),
        ("Hej 中文", "'中' (U+4E2D CJK UNIFIED IDEOGRAPH-4E2D), '文'"),
        ("ދިވެހި", "THAANA LETTER DHAALU"),
    ],
)
def test_characters_that_no_font_has_are_named(draw, words, named):
    (drawing,) = draw(MESSAGE | {"title": {"sv": words}})
    assert faults(drawing) == (["SIGN"] if named else [])
    assert all(named in finding.detail for finding in drawing.findings)


def test_missing_character_is_reported_where_it_is_written():
    """It may be a part of what is seen, such as the name of an office before its address."""
    finding = Finding(Fault.SIGN, "has '中'", Box(0, 0, 1, 1), "Kontoret 中 · Torget 1", "中")
    written = {
        "offices/o.yaml": read("name: Kontoret 中\naddress: Torget 1\n".encode(), "offices/o.yaml"),
        "slides/s.yaml": read(b"kind: message\ntitle: Torget 1\n", "slides/s.yaml"),
    }
    proof = Proof("f", "", "s1", "sv", "slide", "s", "s", findings=(finding,))
    (problem,) = problems([proof], written)
    assert (str(problem.position), problem.severity) == ("offices/o.yaml:1:7", Severity.ERROR)


def test_notice_is_drawn_whenever_it_applies(qapp, context):
    notice = Notice(text=Text({"sv": "Vi har stängt."}), when=When(until=date(2020, 1, 1)))
    shown = context(MESSAGE)
    studio = SlideRenderer(State(NOW, None), "product", lambda _drawing: False)
    try:
        for words, wrong in (("Vi har stängt.", []), ("Vi har stängt i dag. " * 60, ["FIT"])):
            details = replace(notice, text=Text({"sv": words}))
            feed = replace(shown.feed, notices={"n": details})
            drawn = list(studio.draw_rest(replace(shown, feed=feed), "sv"))
            assert [each.kind for each in drawn] == ["rest", "notice"]
            assert faults(drawn[-1]) == wrong
    finally:
        studio.close()
