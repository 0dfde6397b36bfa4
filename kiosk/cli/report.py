"""`kiosk report`: visits to a set of screens in a period, from their counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import output

if TYPE_CHECKING:
    from kiosk.usage.protected_figures import Period
    from kiosk.usage.usage_store import Cell


def report(
    counts: Annotated[
        list[Path],
        typer.Argument(metavar="COUNTS", help="The file counts.sqlite of each screen.", exists=True),
    ],
    first: Annotated[str, typer.Option("--from", help="The first day, such as 2026-11-01.")],
    last: Annotated[str, typer.Option("--to", help="The last day, such as 2026-11-30.")],
    screen: Annotated[list[str] | None, typer.Option(help="Only this screen; can be repeated.")] = None,
    html: Annotated[Path, typer.Option("-o", "--output", help="The HTML page to write.")] = Path(
        "report.html"
    ),
    table: Annotated[Path | None, typer.Option("--csv", help="Also write the figures to this file.")] = None,
    zone: Annotated[str, typer.Option(help="The time zone of the days.")] = "Europe/Stockholm",
) -> None:
    """Write a report of the visits in a period. Figures below five are not shown."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    from kiosk.usage import usage_report as reports
    from kiosk.usage.protected_figures import Period

    with output.exit_on(ZoneInfoNotFoundError, OSError):
        period = Period(*_days(first, last), ZoneInfo(zone))
        cells, left_out = _read(counts, period, screen or ())
        html.write_text(reports.page(cells, period, screen or (), left_out), encoding="utf-8")
        if table:
            table.write_text(reports.table(cells, period), encoding="utf-8")
    output.echo(f"wrote {html}{f' and {table}' if table else ''}")
    if left_out:
        raise typer.Exit(1)


def _read(
    files: Iterable[Path], period: Period, screens: Collection[str]
) -> tuple[tuple[Cell, ...], list[str]]:
    """Return the cells of a period and the problems of files left out; fails if none can be read."""
    from kiosk.usage.counts_file import UsageError, read_counts
    from kiosk.usage.protected_figures import within

    cells: list[Cell] = []
    left_out: list[str] = []
    different = {path.resolve(): path for path in files}
    for path in different.values():
        try:
            cells += within(read_counts(path), period, screens)
        except UsageError as bad:
            left_out.append(str(bad))
            output.echo(f"left out: {bad}", err=True)
    if len(left_out) == len(different):
        output.fail("none of these files contains counts; nothing was written")
    return tuple(cells), left_out


def _days(first: str, last: str) -> tuple[date, date]:
    """Return the first and last day of a period; refuses one that ends before it begins."""
    begins, ends = _day(first), _day(last)
    if ends < begins:
        raise typer.BadParameter(f"the period ends before it begins: --from {begins} --to {ends}")
    return begins, ends


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"expected a day such as '2026-11-30', got {text!r}") from None
