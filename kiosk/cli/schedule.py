"""`kiosk schedule`: what a screen shows and why, at one time or over a week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from kiosk.cli import icons, output
from kiosk.cli.options import AsJson, Folder, parse_moment

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from rich.table import Table

    from kiosk.feed.conditions import LiveFacts
    from kiosk.feed.models import Feed
    from kiosk.signage.schedule import Showing
    from kiosk.signage.schedule_reasons import Reason
    from kiosk.signage.timeline import Stretch


def schedule(
    folder: Folder,
    screen: Annotated[str, typer.Option("--screen", help="The id of the screen.")],
    at: Annotated[
        str, typer.Option("--at", help="The time, such as '2026-12-24 09:30'; now if not given.")
    ] = "",
    week: Annotated[str, typer.Option("--week", help="Show the week of this day, such as 2026-12-24.")] = "",
    svg: Annotated[
        Path | None, typer.Option("--svg", help="Draw the week to this file.", dir_okay=False)
    ] = None,
    weather: Annotated[
        str, typer.Option("--weather", help="Assume this weather, such as snow; unknown if not given.")
    ] = "",
    alert: Annotated[
        str, typer.Option("--alert", help="Assume an alert of this kind, such as gas, or none.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Show what is on a screen at one time and why, or what is on over a week."""
    if at and (week or svg):
        raise typer.BadParameter("give either --at, or --week and --svg")
    feed = _feed(folder)
    _require_screen(feed, screen)
    if week or svg:
        _print_week(feed, screen, _day(week, feed.zone), svg, as_json=as_json)
    else:
        moment = parse_moment(at, feed.zone)
        _print_moment(feed, screen, moment, _facts(feed, screen, moment, weather, alert), as_json=as_json)


def _feed(folder: Path) -> Feed:
    from kiosk.publish.folder_source import check_folder

    checked = check_folder(folder, icons.icons())
    if checked.feed is None:
        output.echo_problems(checked.problems, as_json=False)
        raise typer.Exit(1)
    return checked.feed


def _facts(feed: Feed, screen: str, at: datetime, weather: str, alert: str) -> LiveFacts:
    """Return the live facts at a time: whether the office is open, and the assumed weather and alerts."""
    from typing import get_args

    from kiosk.feed.alert_rules import AlertKind
    from kiosk.feed.conditions import Sky
    from kiosk.live.condition_facts import facts_at

    for given, known in ((weather, get_args(Sky)), (alert, ("none", *get_args(AlertKind)))):
        if given and given not in known:
            _wrong(f"expected one of {', '.join(known)}, got {given!r}")
    assumed: dict[str, Any] = {"weather": weather} if weather else {}
    if alert:
        assumed["alerts"] = frozenset(() if alert == "none" else (alert,))
    return replace(facts_at(feed, feed.screens[screen].office, None, at, at), **assumed)


def _require_screen(feed: Feed, screen: str) -> None:
    from kiosk.feed.problems import nearest

    if screen not in feed.screens:
        meant = nearest(screen, feed.screens)
        hint = f"did you mean {meant!r}?" if meant else f"there are {', '.join(sorted(feed.screens))}"
        _wrong(f"there is no screen {screen!r}; {hint}")


def _wrong(message: str) -> NoReturn:
    raise typer.BadParameter(message)


def _day(text: str, zone: ZoneInfo) -> date:
    try:
        return date.fromisoformat(text) if text else datetime.now(zone).date()
    except ValueError:
        _wrong(f"expected a day such as '2026-12-24', got {text!r}")


def _print_moment(feed: Feed, screen: str, at: datetime, facts: LiveFacts, *, as_json: bool) -> None:
    from kiosk.signage.schedule import showing
    from kiosk.signage.schedule_reasons import playlist_reasons

    shown, why = showing(feed, screen, at, facts), playlist_reasons(feed, screen, at, facts)
    if as_json:
        _print_json(
            {"screen": screen, "at": _iso(at, feed.zone)} | _shown(shown, feed.zone) | _why(why, feed.zone)
        )
        return
    output.echo(f"{screen}, {_clock(at, feed.zone)}: {_headline(shown, feed.zone)}")
    if shown.slides:
        output.echo(f"slides: {', '.join(shown.slides)}")
    _print(_reason_table(why, feed.zone))


def _headline(shown: Showing, zone: ZoneInfo) -> str:
    until = f"until {_clock(shown.until, zone)}" if shown.until else "with no change to come"
    return f"{_playlist_names(shown)} {until}"


def _print_week(feed: Feed, screen: str, day: date, svg: Path | None, *, as_json: bool) -> None:
    from kiosk.feed.wall_time import instant
    from kiosk.signage.schedule import Schedule
    from kiosk.signage.timeline import periods

    monday = day - timedelta(days=day.weekday())
    start, end = instant(monday, 0, feed.zone), instant(monday, 7 * 24 * 60, feed.zone)
    stretches = tuple(periods(Schedule(feed, screen), start, end))
    if svg:
        from kiosk.cli.timeline_svg import draw_week

        with output.exit_on(OSError):
            svg.write_text(
                draw_week(f"{screen}, {monday:%G-W%V}", monday, stretches, feed.zone), encoding="utf-8"
            )
    if as_json:
        _print_json({"screen": screen, "stretches": [_stretch(each, feed.zone) for each in stretches]})
    else:
        _print(_week_table(stretches, feed.zone))


def _reason_table(why: tuple[Reason, ...], zone: ZoneInfo) -> Table:
    from kiosk.cli.text_table import text_table

    rows = (
        ("on" if each.on else "", each.playlist, each.why, _clock(each.changes, zone) if each.changes else "")
        for each in why
    )
    return text_table(("", "playlist", "why", "changes"), rows)


def _week_table(stretches: tuple[Stretch, ...], zone: ZoneInfo) -> Table:
    from kiosk.cli.text_table import text_table

    rows = (
        (_clock(each.start, zone), _clock(each.end, zone), _playlist_names(each.showing))
        for each in stretches
    )
    return text_table(("from", "to", "playlists"), rows)


def _playlist_names(shown: Showing) -> str:
    return f"{', '.join(shown.playlists) or 'nothing'}{' (takeover)' if shown.takeover else ''}"


def _print(table: Table) -> None:
    from kiosk.cli.text_table import print_table

    print_table(table)


def _print_json(value: object) -> None:
    output.echo_json(value)


def _stretch(each: Stretch, zone: ZoneInfo) -> dict[str, object]:
    shown = _shown(each.showing, zone) | {"until": _iso(each.end, zone)}
    return {"from": _iso(each.start, zone)} | shown


def _shown(shown: Showing, zone: ZoneInfo) -> dict[str, object]:
    return {
        "until": shown.until and _iso(shown.until, zone),
        "takeover": shown.takeover,
        "playlists": shown.playlists,
        "slides": shown.slides,
    }


def _why(why: tuple[Reason, ...], zone: ZoneInfo) -> dict[str, object]:
    fields = [
        {
            "playlist": each.playlist,
            "on": each.on,
            "why": each.why,
            "changes": each.changes and _iso(each.changes, zone),
        }
        for each in why
    ]
    return {"why": fields}


def _iso(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).isoformat(timespec="minutes")


def _clock(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%a %Y-%m-%d %H:%M}"
