"""Where `kiosk report` takes its figures from: files, the broker, or made up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli import output
from kiosk.feed.message_catalog import tr

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from kiosk.feed.models import Feed
    from kiosk.fleet.fleet_client import FleetSettings
    from kiosk.usage.figure_files import FigureSources
    from kiosk.usage.released_figures import Days, Released


def gather(paths: Collection[Path], settings: FleetSettings | None, period: Days) -> FigureSources:
    """Read files, and the broker of some settings, and print what is left out; raises `MqttError`."""
    from kiosk.usage.figure_files import FigureSources

    sources = FigureSources()
    sources.add_files(paths)
    if settings:
        _read_fleet(settings, period, sources)
    for each in sources.left_out:
        output.echo(tr("left out: {why}", why=each.why), err=True)
    return sources


def _read_fleet(settings: FleetSettings, period: Days, sources: FigureSources) -> None:
    """Read the months of a period, and of those that it is compared with, from the broker."""
    from kiosk.fleet.fleet_figures import collect_figures
    from kiosk.usage.period_figures import compared_months

    found = collect_figures(settings, compared_months(period))
    sources.expected |= found.screens
    _read_documents(found.documents, sources)


def _read_documents(documents: Mapping[tuple[str, str], bytes], sources: FigureSources) -> None:
    """Read what the broker has; a device speaks only for itself, and of the month that the topic names."""
    from kiosk.usage.figure_files import UnreadFigures
    from kiosk.usage.month_figures import FiguresError, read_month, unpacked

    for (screen, month), payload in sorted(documents.items()):
        name = f"{screen}, {month}"
        try:
            read = read_month(unpacked(payload))
        except FiguresError as bad:
            sources.left_out.append(UnreadFigures(name, f"{name}: {bad}"))
            continue
        if (read.screen, read.month) == (screen, month):
            sources.add_month(read)
        else:
            sources.left_out.append(UnreadFigures(name, f"{name}: it is of another screen or month"))


def make_up(feed: Feed, zone: ZoneInfo, period: Days) -> Released:
    """Return figures that are made up, of a period and a year before."""
    from datetime import timedelta

    from kiosk.usage.made_up_counts import made_up_counts
    from kiosk.usage.period_figures import same_period_last_year
    from kiosk.usage.released_figures import Days, release

    whole = Days(same_period_last_year(period).first, period.last + timedelta(days=7))  # its end is over, too
    return release(made_up_counts(feed, whole), zone, period.last + timedelta(days=1))
