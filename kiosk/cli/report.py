"""`kiosk report`: what the visits of a period tell, from the counts of some screens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import icons, language, output
from kiosk.cli.language import Language

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from kiosk.feed.models import Feed
    from kiosk.usage.released_figures import Days, Released
    from kiosk.usage.report_content import Report, ReportInput

FORMS = (".html", ".pdf", ".csv", ".xlsx", ".json")
CountsFiles = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[COUNTS]...", help="The file counts.sqlite of each screen.", exists=True),
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        help="A file to write, in the form of its ending: .html for the office, .pdf for the board, .csv, "
        ".xlsx, or .json as open data. Can be repeated; report.html if not given.",
        dir_okay=False,
    ),
]


def report(
    first: Annotated[str, typer.Option("--from", help="The first day, such as 2026-11-01.")],
    last: Annotated[str, typer.Option("--to", help="The last day, such as 2026-11-30.")],
    counts: CountsFiles = None,
    screen: Annotated[list[str] | None, typer.Option(help="Only this screen; can be repeated.")] = None,
    files: Outputs = None,
    feed: Annotated[
        Path | None,
        typer.Option(
            help="The feed folder, for the names of topics and offices.", exists=True, file_okay=False
        ),
    ] = None,
    zone: Annotated[str, typer.Option(help="The time zone of the days; that of the feed if not given.")] = "",
    sample: Annotated[
        bool, typer.Option("--sample", help="Make up the figures, to see what a report looks like.")
    ] = False,
    _language: Language = "",
) -> None:
    """Write a report of the visits in a period.

    Figures below five are never shown, also not as the difference of two reports: what is told of a day, a
    week or a month is fixed.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    from kiosk.usage.figure_sheets import MissingExtraError

    outputs = _outputs(files or [Path("report.html")])
    period = _period(first, last)
    if bool(counts) == sample:
        raise typer.BadParameter("give the counts files of the screens, or --sample")
    with output.exit_on(ZoneInfoNotFoundError, ValueError, OSError, MissingExtraError):
        read = _feed(feed, sample=sample)
        place = ZoneInfo(zone or (read.timezone if read else "Europe/Stockholm"))
        released, left_out = _sample(read, place, period) if sample else _read(counts or (), place)
        draft = _ReportDraft(_subject(released, period, screen or (), read), sample, tuple(left_out))
        for path in outputs:
            _write(draft, path)
    output.echo(f"wrote {', '.join(map(str, outputs))}")
    if left_out:
        raise typer.Exit(1)


@dataclass(frozen=True)
class _ReportDraft:
    """What is to be written in each form."""

    subject: ReportInput
    made_up: bool
    left_out: tuple[str, ...]

    def report(self) -> Report:
        from kiosk.usage.report_comparisons import write_report

        return write_report(self.subject, made_up=self.made_up, left_out=self.left_out)


def _write(draft: _ReportDraft, path: Path) -> None:
    from kiosk.usage import figure_sheets, html_report, open_figures

    figures, names = draft.subject.figures, draft.subject.names
    match path.suffix.lower():
        case ".html":
            path.write_text(html_report.html_page(draft.report()), encoding="utf-8")
        case ".pdf":
            from kiosk.report_pdf import write_pdf

            write_pdf(draft.report(), path)
        case ".csv":
            text = figure_sheets.csv_table(figures, names, made_up=draft.made_up)
            path.write_text(text, encoding="utf-8", newline="")
        case ".xlsx":
            path.write_bytes(figure_sheets.workbook(draft.report(), figures, names))
        case _:
            text = open_figures.open_data(figures, names, made_up=draft.made_up)
            path.write_text(text, encoding="utf-8")


def _subject(released: Released, period: Days, screens: Sequence[str], feed: Feed | None) -> ReportInput:
    from kiosk.usage.period_figures import figures_of
    from kiosk.usage.report_content import ReportInput
    from kiosk.usage.report_names import ReportNames, language_names, names_of

    words = language.current()
    known = {cell.screen for cell in released.cells} | {day.screen for day in released.days}
    if unknown := set(screens) - known:
        there_are = ", ".join(sorted(known)) or "none"
        output.fail(f"no figures of {', '.join(sorted(unknown))}; there are those of {there_are}")
    names = names_of(feed, words) if feed else ReportNames(languages=language_names(words))
    return ReportInput(figures_of(released, period, screens), names, language.current())


def _feed(folder: Path | None, *, sample: bool) -> Feed | None:
    """Return the feed of a folder, or the product's own for made-up figures; fails if it has errors."""
    if folder is None and not sample:
        return None
    from kiosk import resources
    from kiosk.publish.folder_source import check_folder

    checked = check_folder(folder or resources.sample_feed(), icons.icons())
    if checked.feed is None:
        output.echo_problems(checked.problems, as_json=False)
        raise typer.Exit(1)
    return checked.feed


def _read(files: Iterable[Path], zone: ZoneInfo) -> tuple[Released, list[str]]:
    """Return what some files release, and what is wrong with those that are left out; fails if all are."""
    from kiosk.usage.counts_file import UsageError, read_counts
    from kiosk.usage.released_figures import release
    from kiosk.usage.usage_store import Cell

    cells: dict[tuple[str, datetime, str, str], Cell] = {}
    left_out: list[str] = []
    different = {path.resolve(): path for path in files}
    for path in different.values():
        try:
            for cell in tuple(read_counts(path)):
                key = cell.screen, cell.hour, cell.kind, cell.value
                cells[key] = max(cell, cells.get(key, cell))  # of two copies of one file the newer counts
        except UsageError as bad:
            left_out.append(str(bad))
            output.echo(f"left out: {bad}", err=True)
    if len(left_out) == len(different):
        output.fail("none of these files contains counts; nothing was written")
    return release(cells.values(), zone, datetime.now(UTC).astimezone(zone).date()), left_out


def _sample(feed: Feed | None, zone: ZoneInfo, period: Days) -> tuple[Released, list[str]]:
    """Return figures that are made up, of a period and a year before."""
    from datetime import timedelta

    from kiosk.usage.made_up_counts import made_up_counts
    from kiosk.usage.period_figures import same_period_last_year
    from kiosk.usage.released_figures import Days, release

    assert feed  # noqa: S101  # the sample feed, at least
    whole = Days(same_period_last_year(period).first, period.last + timedelta(days=7))  # its end is over, too
    return release(made_up_counts(feed, whole), zone, period.last + timedelta(days=1)), []


def _outputs(paths: list[Path]) -> list[Path]:
    for path in paths:
        if path.suffix.lower() not in FORMS:
            raise typer.BadParameter(f"expected a file that ends in one of {', '.join(FORMS)}, got {path}")
    return paths


def _period(first: str, last: str) -> Days:
    """Return a period, which does not end before it begins."""
    from kiosk.usage.released_figures import Days

    period = Days(_day(first), _day(last))
    if period.last < period.first:
        raise typer.BadParameter(f"the period ends before it begins: --from {first} --to {last}")
    return period


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"expected a day such as '2026-11-30', got {text!r}") from None
    if not 2000 <= day.year <= 2099:  # noqa: PLR2004  # there is a period before and after it
        raise typer.BadParameter(f"expected a day of this century, got {text!r}")
    return day
