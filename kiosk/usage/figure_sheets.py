"""The figures of a report for spreadsheets: as CSV, and as a workbook (XLSX, with the extra `report`)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import astuple

from kiosk.feed.printable import printable
from kiosk.usage.open_figures import COLUMNS, FIELDS, KINDS, PROTECTION, records
from kiosk.usage.period_figures import PeriodFigures
from kiosk.usage.report_content import Report
from kiosk.usage.report_names import ReportNames

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Prefixes that make a spreadsheet evaluate a cell as a formula, including their full-width forms."""

MAX_SHEET_NAME = 31  # characters, a limit of XLSX


class MissingExtraError(Exception):
    """A package that only some reports need is not installed."""


def csv_table(figures: PeriodFigures, names: ReportNames, *, made_up: bool = False) -> str:
    """Return the figures as CSV, one per line; every line of made-up figures says so."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*COLUMNS, *(("made_up",) if made_up else ())))
    for record in records(figures, names):
        cells = (_cell(value) for value in astuple(record))
        writer.writerow((*cells, *(("made up",) if made_up else ())))
    return text.getvalue()


def _cell(value: object) -> object:
    """Return a value that spreadsheets never treat as a formula (OWASP, CSV injection)."""
    if not isinstance(value, str):
        return value
    return f"'{printable(value)}" if value.startswith(FORMULA) else printable(value)


def workbook(report: Report, figures: PeriodFigures, names: ReportNames) -> bytes:
    """Return a workbook: a sheet for the sentences, one per table, one for all figures, and a dictionary."""
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415  # an extra
    except ImportError as bad:
        raise MissingExtraError("XlsxWriter is missing: install infodisk[report]") from bad
    data = io.BytesIO()
    conversions = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(data, {"in_memory": True, **conversions}) as book:
        book.set_properties({"title": report.title, "comments": report.warning})
        bold = book.add_format({"bold": True})
        for name, rows in _sheets(report, figures, names):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row, bold if number == 0 else None)
            sheet.freeze_panes(1, 0)
            sheet.autofit()
    return data.getvalue()


Rows = list[tuple[object, ...]]


def _sheets(report: Report, figures: PeriodFigures, names: ReportNames) -> Iterator[tuple[str, Rows]]:
    warning: Rows = [(report.warning,)] if report.made_up else []
    words = [(section.heading, *section.sentences) for section in report.sections]
    yield "0", [(report.title,), *warning, *words, *((note,) for note in report.notes)]
    for number, section in enumerate(report.sections, 1):
        if section.table:
            yield _sheet_name(number, section.heading), [section.table.columns, *section.table.rows, *warning]
    rows = (astuple(record) for record in records(figures, names))
    plain = [tuple(printable(cell) if isinstance(cell, str) else cell for cell in row) for row in rows]
    yield "figures", [COLUMNS, *plain]
    yield "dictionary", [(PROTECTION,), *FIELDS.items(), (), *KINDS.items()]


def _sheet_name(number: int, heading: str) -> str:
    plain = "".join(sign for sign in heading if sign not in "[]:*?/\\'")
    return f"{number} {plain}"[:MAX_SHEET_NAME].strip()
