"""`kiosk nudge`: make all screens poll their site now; with a broker, publishing does this automatically."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import output


def nudge(
    broker: Annotated[
        Path | None, typer.Option(help="The file with the address of the broker.", dir_okay=False)
    ] = None,
) -> None:
    """Make all screens poll their site now."""
    from kiosk.cli.status import read_broker_settings
    from kiosk.fleet.fleet_client import nudge_all
    from kiosk.fleet.mqtt import MqttError

    with output.exit_on(MqttError):
        if not nudge_all(read_broker_settings(broker)):
            output.fail("the broker did not answer; the screens poll by themselves within minutes")


def nudge_screens() -> None:
    """Nudge the screens through this user's broker, if one is configured; failures are only reported."""
    from platformdirs import user_config_path

    path = user_config_path("infodisk") / "broker.yaml"
    if not path.exists():
        return
    try:
        nudge(path)
    except typer.Exit:
        output.echo("Published; the screens will find it at their next poll.", err=True)
