"""The condition and the paper that a printer's attributes describe."""

import pytest

from kiosk.printers.ipp_state import condition_of, paper_of
from kiosk.printers.printer import Condition, Paper

FINE = {
    "printer-state": (3,),
    "printer-state-reasons": ("none",),
    "printer-is-accepting-jobs": (True,),
    "document-format-supported": ("application/pdf", "image/pwg-raster"),
}


def printer(*reasons, **others):
    return (
        FINE
        | {"printer-state-reasons": reasons or ("none",)}
        | {k.replace("_", "-"): v for k, v in others.items()}
    )


@pytest.mark.parametrize(
    ("values", "condition"),
    [
        (printer(), Condition.READY),
        (printer("media-low-report"), Condition.PAPER_LOW),
        (printer("media-empty-warning", "media-low-warning"), Condition.PAPER_OUT),
        (printer("media-needed-error"), Condition.PAPER_OUT),
        (printer("door-open-error", "media-empty"), Condition.COVER_OPEN),
        (printer("media-jam-error"), Condition.UNKNOWN),
        (printer("fuser-over-temp-error"), Condition.UNKNOWN),
        (printer("toner-low-report"), Condition.READY),
        (printer("cups-waiting-for-job-completed"), Condition.READY),
        (printer(printer_state=(5,)), Condition.OFFLINE),
        (printer("media-empty", printer_state=(5,)), Condition.PAPER_OUT),
        (printer(printer_is_accepting_jobs=(False,)), Condition.OFFLINE),
        (printer(document_format_supported=("application/pdf",)), Condition.UNKNOWN),
        (printer(pwg_raster_document_type_supported=("black_1",)), Condition.UNKNOWN),
        (printer(pwg_raster_document_type_supported=("black_1", "sgray_8")), Condition.READY),
    ],
)
def test_reasons_are_mapped_to_a_condition(values, condition):
    assert condition_of(values)[0] is condition


def test_device_behind_a_queue_takes_precedence():
    empty = printer("media-empty-report")
    assert condition_of(printer(), empty) == (Condition.PAPER_OUT, "media-empty-report")
    assert condition_of(empty, printer()) == (Condition.READY, "")


def test_stopped_queue_is_offline_whatever_its_device_says():
    assert condition_of(printer(printer_state=(5,)), printer())[0] is Condition.OFFLINE


def test_loaded_paper_is_used():
    values = {
        "media-ready": ("iso_a6_105x148mm", "iso_a4_210x297mm"),
        "media-default": ("iso_a5_148x210mm",),
    }
    assert paper_of(values) == Paper(1240, 1748, 300, 118, "iso_a6_105x148mm")


def test_default_paper_is_used_if_it_is_loaded():
    values = {
        "media-ready": ("na_letter_8.5x11in", "iso_a4_210x297mm"),
        "media-default": ("iso_a4_210x297mm",),
    }
    assert paper_of(values).name == "iso_a4_210x297mm"


def test_inches_and_the_nearest_resolution():
    values = {
        "media-default": ("na_letter_8.5x11in",),
        "printer-resolution-supported": ((1200, 600, 3), (600, 600, 3), (200, 200, 3), (118, 118, 4)),
    }
    assert paper_of(values) == Paper(1700, 2200, 200, 79, "na_letter_8.5x11in")


@pytest.mark.parametrize("media", [(), ("",), ("custom",), ("iso_a4",)])
def test_paper_of_unknown_size_counts_as_a4(media):
    assert paper_of({"media-default": media}).name == "iso_a4_210x297mm"


@pytest.mark.parametrize(
    "size",
    [
        "x_1.2.3x4mm",
        "x_\u0661\u0662\u0663x297mm",
        "x_99999x99999mm",
        "x_210x99999mm",
        "x_0x0mm",
        "x_400x400in",
        "x_" + "9" * 4000 + "x1mm",
    ],
)
def test_an_implausible_sheet_size_is_ignored(size):
    assert paper_of({"media-default": (size,), "media-ready": (size,)}).name == "iso_a4_210x297mm"


@pytest.mark.parametrize("dpi", [2**31 - 1, 100_000, 1, 0, -300])
def test_a_resolution_that_would_exhaust_memory_is_ignored(dpi):
    values = {"printer-resolution-supported": ((dpi, dpi, 3),)}
    assert paper_of(values) == paper_of({})
