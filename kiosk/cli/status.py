"""`kiosk status`: how all screens are, from one broker."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import tell

if TYPE_CHECKING:
    from rich.table import Table

    from kiosk.config import Broker
    from kiosk.fleet.fleet_client import FleetClient
    from kiosk.fleet.screen_registry import ScreenEntry

PICTURE_S = 20.0
WATCH_S = 1.0


def status(  # noqa: PLR0913, PLR0917  # each is one way to ask
    screen: Annotated[str | None, typer.Argument(help="Only this screen.")] = None,
    broker: Annotated[
        Path | None, typer.Option(help="The file that says where the broker is.", dir_okay=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what is known as JSON.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Keep the table up to date; Ctrl+C ends it.")
    ] = False,
    screenshot: Annotated[
        Path | None, typer.Option(help="Ask the screen for a picture, and write it here.", dir_okay=False)
    ] = None,
    prometheus: Annotated[
        int | None, typer.Option(help="Serve /metrics on this port of this machine until ended.", min=0)
    ] = None,
) -> None:
    """List the screens and what is wrong with them. Ends with 1 if anything is."""
    from kiosk.fleet.fleet_client import desk
    from kiosk.fleet.mqtt import MqttError

    if screenshot and not screen:
        raise typer.BadParameter("--screenshot needs a screen")
    with tell.errors(MqttError), desk(read(broker), screen if screenshot and screen else "") as opened:
        opened.settle()
        if screenshot and screen:
            _screenshot(opened, screen, screenshot)
        elif prometheus is not None:
            _export(opened, prometheus)
        elif watch:
            _watch(opened, screen)
        else:
            raise typer.Exit(_tell(_chosen(opened, screen), as_json=as_json))


def read(broker: Path | None) -> Broker:
    """Return the broker of this admin, or say what is wrong and end with 1."""
    from platformdirs import user_config_path

    from kiosk.feed.problems import ContentError
    from kiosk.fleet.fleet_client import read_broker

    path = broker or user_config_path("infodisk") / "broker.yaml"
    try:
        return read_broker(path)
    except ContentError as bad:
        tell.problems(bad.problems, as_json=False)
        raise typer.Exit(1) from bad
    except OSError as bad:
        tell.fail(f"{path}: {bad.strerror}; it says where the broker is, such as 'host: broker.example'")


def _chosen(opened: FleetClient, screen: str | None) -> list[ScreenEntry]:
    if screen:
        opened.roll.expect([screen])
    return [entry for entry in opened.roll.entries() if screen in {None, entry.screen}]


def _tell(entries: list[ScreenEntry], *, as_json: bool) -> int:
    now = datetime.now(UTC)
    if as_json:
        tell.say_json([_as_json(entry, now) for entry in entries])
    else:
        from rich.console import Console

        Console().print(_table(entries, now))
    return 1 if not entries or any(entry.troubles(now) for entry in entries) else 0


def _as_json(entry: ScreenEntry, now: datetime) -> dict[str, object]:
    from msgspec import to_builtins

    known = to_builtins(entry.status) if entry.status else {"screen": entry.screen}
    crash = to_builtins(entry.crash) if entry.crash else None
    return {**known, "online": entry.online, "crash": crash, "troubles": entry.troubles(now)}


def _table(entries: Iterable[ScreenEntry], now: datetime) -> Table:
    from rich.markup import escape
    from rich.table import Table

    table = Table("screen", "online", "version", "generation", "shows", "said", "to look at")
    for entry in entries:
        said = entry.status
        table.add_row(
            escape(entry.screen),
            "yes" if entry.online else "no",
            escape(said.version) if said else "",
            escape(said.generation[:12]) if said else "",
            escape(f"{said.slide}{' (in use)' if said.in_use else ''}") if said else "",
            f"{said.at.astimezone():%H:%M}" if said else "never",
            escape("; ".join(entry.troubles(now))) or "—",
        )
    return table


def _watch(opened: FleetClient, screen: str | None) -> None:
    from rich.live import Live

    with Live(auto_refresh=False) as live:
        while True:
            live.update(_table(_chosen(opened, screen), datetime.now(UTC)), refresh=True)
            time.sleep(WATCH_S)


def _screenshot(opened: FleetClient, screen: str, path: Path) -> None:
    opened.ask_picture(screen)
    if not opened.wait(lambda: opened.picture is not None, PICTURE_S):
        tell.fail(f"{screen} does not answer")
    if not opened.picture:
        tell.fail(f"{screen} gives no picture now: somebody is using it")
    with tell.errors(OSError):
        path.write_bytes(opened.picture)
    tell.say(f"{path}: {len(opened.picture)} bytes")


def _export(opened: FleetClient, port: int) -> None:
    import threading

    from kiosk.fleet.prometheus_exporter import served

    with served(opened.roll.entries, opened.link.is_up, "127.0.0.1", port) as real:
        tell.say(f"http://127.0.0.1:{real}/metrics")
        threading.Event().wait()
