"""The report for the board: two pages, whatever it has to say."""

import os
from dataclasses import replace

import pypdfium2
import pytest

from kiosk.report_pdf import write_pdf
from kiosk.usage import svg_plots
from kiosk.usage.report_content import Report, ReportSection

SECTION = ReportSection("How many came", ("About 40 visits.",), svg_plots.bars({"torget": 40}, "visits"))


@pytest.mark.parametrize("sentences", [1, 40])
def test_it_has_two_pages_with_all_headings(qapp, tmp_path, sentences):
    sections = tuple(
        replace(SECTION, heading=f"Section{n}", sentences=SECTION.sentences * sentences) for n in range(10)
    )
    path = tmp_path / "board.pdf"
    write_pdf(Report("en", "Visits", sections, made_up=True, notes=("Protected.",)), path)
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    assert len(pages) == 2
    assert all(f"Section{n}" in pages[n // 5] for n in range(10))
    assert all("made up" in page and "Protected." in page for page in pages)
    assert ("And 34 more" in pages[0]) == (sentences == 40)


@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_page_may_have_no_sections(qapp, tmp_path, count):
    path = tmp_path / "board.pdf"
    write_pdf(Report("en", "Visits", (SECTION,) * count), path)
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    assert [page.count(SECTION.heading) for page in pages] == [count, 0]


def test_programs_started_later_show_their_windows(qapp, tmp_path, monkeypatch):
    """The Studio opens what it saved with another program, which inherits its environment."""
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    write_pdf(Report("en", "Visits", (SECTION,) * 10), tmp_path / "board.pdf")
    assert "QT_QPA_PLATFORM" not in os.environ


def test_a_file_that_cannot_be_written_is_an_error(qapp, tmp_path):
    with pytest.raises(OSError, match="missing"):
        write_pdf(Report("en", "Visits", (SECTION,)), tmp_path / "missing" / "board.pdf")
