"""`kiosk status`: the state of all screens, from one broker."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import AsJson

if TYPE_CHECKING:
    from kiosk.cli.text_table import Report
    from kiosk.fleet.fleet_client import FleetClient, FleetSettings
    from kiosk.fleet.screen_registry import ScreenEntry
    from kiosk.fleet.screen_status import ScreenStatus

WATCH_S = 1.0


Broker = Annotated[Path | None, typer.Option(help="The file with the address of the broker.", dir_okay=False)]
FeedFolder = Annotated[
    Path | None,
    typer.Option(
        help="The folder of a feed: its screens that have never reported are listed too.", file_okay=False
    ),
]


def status(
    screen: Annotated[str | None, typer.Argument(metavar="SCREEN", help="Only this screen.")] = None,
    broker: Broker = None,
    feed: FeedFolder = None,
    as_json: AsJson = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Keep the table up to date until stopped with Ctrl+C.")
    ] = False,
    prometheus: Annotated[
        int | None, typer.Option(help="Serve /metrics on this port of this machine until stopped.", min=0)
    ] = None,
) -> None:
    """List the screens and what is wrong with them. Exits with 1 if anything is wrong."""
    from kiosk.fleet.fleet_client import connected_client
    from kiosk.fleet.mqtt import MqttError

    settings = read_broker_settings(broker)
    expected = _screens(feed or settings.feed)
    with output.exit_on(MqttError), connected_client(settings) as opened:
        opened.registry.expect(expected)
        opened.settle()
        if prometheus is not None:
            _export(opened, prometheus)
        elif watch:
            _watch(opened, screen)
        else:
            raise typer.Exit(_print_screens(_chosen(opened, screen), as_json=as_json))


def _screens(feed: Path | None) -> list[str]:
    from kiosk.fleet.fleet_client import screens_of

    try:
        return screens_of(feed) if feed else []
    except OSError as bad:
        output.fail(f"{feed} is not the folder of a feed: {bad.filename}: {bad.strerror}")


def read_broker_settings(broker: Path | None) -> FleetSettings:
    """Return this admin's broker settings, or print what is wrong and exit with 1."""
    from platformdirs import user_config_path

    from kiosk.feed.problems import ContentError
    from kiosk.fleet.fleet_client import read_broker

    path = broker or user_config_path("infodisk") / "broker.yaml"
    try:
        return read_broker(path)
    except ContentError as bad:
        output.echo_problems(bad.problems, as_json=False)
        raise typer.Exit(1) from bad
    except OSError as bad:
        output.fail(f"{path}: {bad.strerror}; it names the broker, as in 'host: broker.example'")


def _chosen(opened: FleetClient, screen: str | None) -> list[ScreenEntry]:
    if screen:
        opened.registry.expect([screen])
    return [entry for entry in opened.registry.entries() if screen in {None, entry.screen}]


def _print_screens(entries: list[ScreenEntry], *, as_json: bool) -> int:
    now = datetime.now(UTC)
    if as_json:
        output.echo_json([_as_json(entry, now) for entry in entries])
    elif not entries:
        output.echo(
            "no screen has ever reported to this broker (--feed FOLDER lists those of a feed)", err=True
        )
    else:
        from kiosk.cli.text_table import print_table

        print_table(_report(entries, now))
    return 1 if not entries or any(entry.troubles(now) for entry in entries) else 0


def _as_json(entry: ScreenEntry, now: datetime) -> dict[str, object]:
    from msgspec import to_builtins

    known = to_builtins(entry.status) if entry.status else {"screen": entry.screen}
    crash = to_builtins(entry.crash) if entry.crash else None
    return {**known, "online": entry.online, "crash": crash, "troubles": entry.troubles(now)}


def _report(entries: Iterable[ScreenEntry], now: datetime) -> Report:
    """Return the screens as a table, with their troubles below it: a column would be too narrow for them."""
    from kiosk.cli.text_table import above, text_table

    entries = list(entries)
    columns = ("screen", "online", "program", "feed", "shows", "reported")
    table = text_table(columns, (_row(entry, now) for entry in entries), whole=["screen"])
    return above(table, (f"{entry.screen}: {each}" for entry in entries for each in entry.troubles(now)))


def _row(entry: ScreenEntry, now: datetime) -> tuple[str, ...]:
    online, status = "yes" if entry.online else "no", entry.status
    if status is None:
        return entry.screen, online, "", "", "", "never"
    shows = f"{status.slide}{' (in use)' if status.in_use else ''}"
    return entry.screen, online, status.version, _version(status), shows, _when(status.at, now)


def _version(status: ScreenStatus) -> str:
    """Return a screen's feed version, as in `kiosk site history`, or its generation if that is unknown."""
    if status.feed_version is None or status.feed_date is None:
        return status.generation[:12]
    return f"{status.feed_version}, {status.feed_date.astimezone():%Y-%m-%d %H:%M}"


def _when(moment: datetime, now: datetime) -> str:
    local, today = moment.astimezone(), now.astimezone().date()
    return f"{local:%H:%M}" if local.date() == today else f"{local:%Y-%m-%d %H:%M}"


def _watch(opened: FleetClient, screen: str | None) -> None:
    from rich.live import Live

    with Live(auto_refresh=False) as live:
        while True:
            live.update(_report(_chosen(opened, screen), datetime.now(UTC)), refresh=True)
            time.sleep(WATCH_S)


def _export(opened: FleetClient, port: int) -> None:
    import threading

    from kiosk.fleet.prometheus_exporter import serve_metrics

    with serve_metrics(opened.registry.entries, opened.mqtt_client.is_up, "127.0.0.1", port) as real:
        output.echo(f"http://127.0.0.1:{real}/metrics")
        threading.Event().wait()
