import pytest

from kiosk.content.problems import Severity
from kiosk.content.yaml12 import read
from kiosk.ui.proof.job import Proof
from kiosk.ui.proof.verdict import problems
from tests.ui.proof.conftest import faults

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
    (drawing,) = draw(MESSAGE | {"title": {"sv": words.strip()}})
    assert faults(drawing) == wrong


def test_what_fits_lying_need_not_fit_standing(draw):
    slide = MESSAGE | {"title": {"sv": "Socialtjänstens mottagningsenheter"}}
    assert faults(draw(slide)[0]) == []
    assert faults(draw(slide, size="300 x 530", resolution="720 x 1280")[0]) == ["FIT"]


@pytest.mark.parametrize(("distance", "wrong"), [("1 m", []), ("2 m", ["QR_SIZE"])])
def test_code_of_a_slide(draw, distance, wrong):
    assert faults(draw(QR, distance=distance)[0]) == wrong


def test_picture_that_cannot_be_decoded(draw, tmp_path, picture, caplog):
    slide = {"kind": "picture", "picture": "media/a.png"}
    picture()
    assert faults(draw(slide)[0]) == []
    (tmp_path / "media/a.png").write_bytes(b"not a picture")
    assert faults(draw(slide)[0]) == ["PICTURE"]
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


def test_key_changes_with_what_is_seen(draw):
    keys = {draw(slide)[0].key for slide in (MESSAGE, MESSAGE | {"tone": "sea"}, QR)}
    assert len(keys) == 3
    assert draw(MESSAGE | {"dwell": "20 s"})[0].key == draw(MESSAGE)[0].key


def test_what_is_known_is_not_drawn_again(draw):
    (drawing,) = draw(MESSAGE)
    (again,) = draw(MESSAGE, known=lambda other: (other.file, other.key) == (drawing.file, drawing.key))
    assert (again.image, again.key) == (None, drawing.key)


def test_finding_is_told_where_the_words_are_written(draw):
    (drawing,) = draw(MESSAGE | {"title": {"sv": "Medborgarkontor" * 12}})
    written = read(f"kind: message\ntitle:\n  sv: {'Medborgarkontor' * 12}\n".encode(), "slides/s.yaml")
    proof = Proof(drawing.file, "", "s1", "sv", "slide", "s", "s", findings=drawing.findings)
    (problem,) = problems([proof, proof], {"slides/s.yaml": written})
    assert str(problem.position) == "slides/s.yaml:3:7"
    assert problem.severity is Severity.ERROR
    assert "does not fit: 'MedborgarkontorMedborgar" in problem.message
    (problem,) = problems([proof], {})
    assert (str(problem.position), problem.severity) == ("screens/s1.yaml", Severity.WARNING)
