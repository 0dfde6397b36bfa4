"""The sources of the figures for `kiosk report`: files, the broker, or made-up visits."""

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
    """Read figures from files and, with `settings`, from the broker; print what is left out.

    Raises `MqttError`.
    """
    from kiosk.usage.figure_files import FigureSources

    sources = FigureSources()
    sources.add_files(paths)
    if settings:
        _read_fleet(settings, period, sources)
    for unread in sources.left_out:
        output.echo(tr("left out: {why}", why=unread.why), err=True)
    return sources


def _read_fleet(settings: FleetSettings, period: Days, sources: FigureSources) -> None:
    """Read the months of a period, and of the periods that it is compared with, from the broker."""
    from kiosk.fleet.fleet_figures import collect_figures
    from kiosk.usage.period_figures import compared_months

    collected = collect_figures(settings, compared_months(period))
    sources.expected |= collected.screens
    _read_documents(collected.documents, sources)


def _read_documents(documents: Mapping[tuple[str, str], bytes], sources: FigureSources) -> None:
    """Read the broker's documents; leave out any whose screen or month differs from that of its topic."""
    from kiosk.usage.figure_files import UnreadFigures
    from kiosk.usage.month_figures import FiguresError, read_month, unpacked

    for (screen, month), payload in sorted(documents.items()):
        name = f"{screen}, {month}"
        try:
            figures = read_month(unpacked(payload))
        except FiguresError as bad:
            sources.left_out.append(UnreadFigures(name, f"{name}: {bad}"))
            continue
        if (figures.screen, figures.month) == (screen, month):
            sources.add_month(figures)
        else:
            sources.left_out.append(UnreadFigures(name, f"{name}: it is of another screen or month"))


def make_up(feed: Feed, zone: ZoneInfo, period: Days) -> Released:
    """Return made-up figures for a period and the year before it."""
    from datetime import timedelta

    from kiosk.usage.made_up_counts import made_up_counts
    from kiosk.usage.period_figures import same_period_last_year
    from kiosk.usage.released_figures import Days, release

    # a week more, so that the last week of the period is complete
    days = Days(same_period_last_year(period).first, period.last + timedelta(days=7))
    return release(made_up_counts(feed, days), zone, period.last + timedelta(days=1))
