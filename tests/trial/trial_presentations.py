"""Presentations by the real LibreOffice: each page of a PPTX and of an ODP becomes a page of the document."""

import shutil
import subprocess

import pypdfium2
import pytest

from kiosk.cli.icons import icons
from kiosk.feed.problems import Severity
from kiosk.studio.core import slide_files
from kiosk.studio.core.presentations import PresentationError
from kiosk.studio.core.project import Project
from kiosk.studio.core.slide_media import take_file, with_taken
from tests.studio.windows import NOW, SAMPLE

PAGES = ("Varmt välkommen", "Öppet till åtta", "Fika på tisdag")
MOST_S = 180

WRITTEN = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:body><office:presentation>{pages}</office:presentation></office:body></office:document>
"""
PAGE = (
    '<draw:page draw:name="page{number}">'
    '<draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="5cm">'
    "<draw:text-box><text:p>{words}</text:p></draw:text-box></draw:frame></draw:page>"
)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A folder with one presentation in each format, as Impress saves them."""
    folder = tmp_path_factory.mktemp("written")
    pages = "".join(PAGE.format(number=number, words=words) for number, words in enumerate(PAGES))
    (folder / "dag.fodp").write_text(WRITTEN.format(pages=pages), "utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind in ("pptx", "odp"):
        words = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            folder,
            folder / "dag.fodp",
        ]
        subprocess.run(words, check=True, capture_output=True, timeout=MOST_S)
    return folder


@pytest.fixture
def project(tmp_path):
    shutil.copytree(SAMPLE, tmp_path / "feed")
    return Project(tmp_path / "feed", icons())


@pytest.mark.parametrize("kind", ["pptx", "odp"])
def test_each_page_is_shown(project, written, kind):
    project.change("", slide_files.new_slide_files(project, {"sv": "Hej"}, ["torget-desk"]))
    taken = take_file(project.folder, project.media, written / f"dag.{kind}")
    project.media[taken.name] = taken.media
    slide = project.texts["slides/new.yaml"].decode()
    project.change("", {"slides/new.yaml": with_taken(slide, taken.name, new=True)})
    feed, problems = project.checked(NOW)
    assert not [each for each in problems if each.severity is Severity.ERROR]
    assert (feed.feed.slides["new"].kind, feed.feed.slides["new"].pages) == ("pdf", ())
    document = pypdfium2.PdfDocument(project.folder / taken.name)
    assert [page.get_textpage().get_text_bounded().strip() for page in document] == list(PAGES)
    document.close()


def test_what_is_no_presentation_is_told_of(project, tmp_path):
    (tmp_path / "dag.pptx").write_bytes(b"PK\x03\x04 broken off")
    with pytest.raises(PresentationError, match="save it as PDF"):
        take_file(project.folder, project.media, tmp_path / "dag.pptx")
    assert not list((project.folder / "media").glob("dag*"))
