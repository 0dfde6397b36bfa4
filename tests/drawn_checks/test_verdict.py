"""Findings on drawings as problems, in each language that messages are in."""

import pytest

from kiosk.drawn_checks import album, verdict
from kiosk.drawn_checks.finding import Box, Fault, Finding
from kiosk.drawn_checks.job import Proof
from kiosk.feed.message_catalog import tr

BOX = Box(0, 0, 1, 1)
NESTED = tr(
    "has {characters}, which would be seen as an empty box; leave it out, or show it in a picture",
    characters=["'a'", tr("{count} more", count=2)],
)


def proof(*findings, language="sv"):
    return Proof(f"s1/{language}/slide-a.png", "k", "s1", language, "slide", "a", "a", findings=findings)


@pytest.mark.parametrize(
    ("fault", "detail", "reported"),
    [
        (
            Fault.FIT,
            tr("is {over:.0f} px too wide", over=12.3),
            "slides/a.yaml: fel: får inte plats: är 12 px för bred (på s1, språk sv: bild a)",
        ),
        (
            Fault.QR_SIZE,
            tr(
                "is {width:.0f} mm wide; from {distance:g} mm away a phone needs {needed:.0f} mm",
                width=30.2,
                distance=600,
                needed=60,
            ),
            (
                "slides/a.yaml: varning: QR-koden är för liten: är 30 mm bred; på 600 mm avstånd behöver "
                "en mobil 60 mm (på s1, språk sv: bild a)"
            ),
        ),
        (
            Fault.SIGN,
            NESTED,
            (
                "slides/a.yaml: fel: tecknet finns inte i något typsnitt: innehåller 'a', 2 till, som skulle "
                "visas som en tom ruta; ta bort tecknet eller visa det i en bild (på s1, språk sv: bild a)"
            ),
        ),
    ],
)
def test_finding_in_swedish(fault, detail, reported):
    (problem,) = verdict.problems([proof(Finding(fault, detail, BOX))], {})
    assert problem.in_language("sv") == reported


def test_finding_kept_in_an_album_is_reported_in_swedish_too(tmp_path):
    album.write(tmp_path, [proof(Finding(Fault.SIGN, NESTED, BOX))])
    kept = album.read(tmp_path, pictures=False).values()
    (problem,) = verdict.problems(kept, {})
    assert "innehåller 'a', 2 till, som skulle visas som en tom ruta" in problem.in_language("sv")


def test_one_cause_on_many_drawings_is_reported_once():
    finding = Finding(Fault.FIT, tr("is cut off"), BOX)
    (problem,) = verdict.problems([proof(finding), proof(finding, language="ar")], {})
    assert problem.in_language("en") == (
        "slides/a.yaml: error: does not fit: is cut off (on s1 in sv and 1 more: slide a)"
    )
