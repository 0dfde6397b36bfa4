"""`kiosk report`: a report of the visits in a period, from the figures of the screens."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import icons, language, output, report_sources, status
from kiosk.cli.language import Language
from kiosk.cli.status import Broker

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from kiosk.feed.models import Feed
    from kiosk.usage.released_figures import Days
    from kiosk.usage.report_content import ReportInput
    from kiosk.usage.report_draft import ReportDraft

FORMS = (".html", ".pdf", ".csv", ".xlsx", ".json")
FigureFiles = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE]...",
        help="The folder figures, or the file counts.sqlite, of each screen; or a folder of such files.",
        exists=True,
    ),
]
Fleet = Annotated[
    bool, typer.Option("--fleet", help="Read the figures that the screens have sent to the broker.")
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        help="A file to write; its name decides the format: .html for the office, .pdf for the board, .csv, "
        ".xlsx, or .json as open data. Can be repeated; report.html if not given.",
        dir_okay=False,
    ),
]


def report(
    first: Annotated[str, typer.Option("--from", help="The first day, such as 2026-11-01.")],
    last: Annotated[str, typer.Option("--to", help="The last day, such as 2026-11-30.")],
    source_files: FigureFiles = None,
    fleet: Fleet = False,
    broker: Broker = None,
    screen: Annotated[list[str] | None, typer.Option(help="Only this screen; can be repeated.")] = None,
    files: Outputs = None,
    feed: Annotated[
        Path | None,
        typer.Option(
            help="The feed folder, for the names of topics and offices.", exists=True, file_okay=False
        ),
    ] = None,
    zone: Annotated[
        str, typer.Option(help="The time zone that days are counted in; that of the feed if not given.")
    ] = "",
    sample: Annotated[
        bool, typer.Option("--sample", help="Make up the figures, to see what a report looks like.")
    ] = False,
    _language: Language = "",
) -> None:
    """Write a report of the visits in a period.

    Figures below five are never shown, not even as the difference between two reports: what is released for
    a day, a week or a month never changes. Exits with 1 if a file could not be read, or if a screen has no
    figures.
    """
    from zoneinfo import ZoneInfoNotFoundError

    from kiosk.fleet.mqtt import MqttError
    from kiosk.usage.figure_files import FigureSources
    from kiosk.usage.figure_sheets import MissingExtraError
    from kiosk.usage.report_draft import ReportDraft, figures_of_screens, subject_of

    outputs = _outputs(files or [Path("report.html")])
    period = _period(first, last)
    if bool(source_files or fleet) == sample:
        raise typer.BadParameter("give --fleet, the files of the screens, or --sample")
    with output.exit_on(ZoneInfoNotFoundError, ValueError, OSError, MissingExtraError, MqttError):
        settings = status.read_broker_settings(broker) if fleet else None
        read = _feed(feed or (settings.feed if settings else None), sample=sample)
        if read and sample:
            sources = FigureSources()
            released = report_sources.make_up(read, _zone(zone, read), period)
        else:
            sources = report_sources.gather(source_files or (), settings, period)
            sources.expected |= set(read.screens if read else ())
            days_in = _zone(zone, read)
            released = sources.released(days_in, datetime.now(days_in).date())
        figures = figures_of_screens(released, period, screen or ())
        subject = subject_of(figures, read, language.current(), screen or sources.expected)
        draft = ReportDraft(subject, sample, tuple(each.why for each in sources.left_out))
        for path in outputs:
            _write(draft, path)
    output.echo(f"wrote {', '.join(map(str, outputs))}")
    _name_silent(subject)
    if sources.left_out or subject.without_figures:
        raise typer.Exit(1)


def _zone(name: str, feed: Feed | None) -> ZoneInfo:
    """Return the time zone that days are counted in; raises `ZoneInfoNotFoundError`."""
    from zoneinfo import ZoneInfo

    return ZoneInfo(name or (feed.timezone if feed else "Europe/Stockholm"))


def _name_silent(subject: ReportInput) -> None:
    if subject.without_figures:
        output.echo(f"no figures came from {', '.join(subject.without_figures)}", err=True)


def _write(draft: ReportDraft, path: Path) -> None:
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
            silent = draft.subject.without_figures
            text = open_figures.open_data(figures, names, silent, made_up=draft.made_up)
            path.write_text(text, encoding="utf-8")


def _feed(folder: Path | None, *, sample: bool) -> Feed | None:
    """Return the feed in a folder, or the sample feed for made-up figures; fails if it has errors."""
    if folder is None and not sample:
        return None
    from kiosk import resources
    from kiosk.publish.folder_source import check_folder

    checked = check_folder(folder or resources.sample_feed(), icons.icons())
    if checked.feed is None:
        output.echo_problems(checked.problems, as_json=False)
        raise typer.Exit(1)
    return checked.feed


def _outputs(paths: list[Path]) -> list[Path]:
    for path in paths:
        if path.suffix.lower() not in FORMS:
            raise typer.BadParameter(f"expected a file that ends in one of {', '.join(FORMS)}, got {path}")
    return paths


def _period(first: str, last: str) -> Days:
    """Return the period, or refuse one that ends before it begins."""
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
    if not 2000 <= day.year <= 2099:  # noqa: PLR2004  # leaves room for comparisons before and after
        raise typer.BadParameter(f"expected a day of this century, got {text!r}")
    return day
