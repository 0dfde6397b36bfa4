"""`kiosk nudge`: let all screens look at the feed now, as publishing does where a broker is known."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import tell


def nudge(
    broker: Annotated[
        Path | None, typer.Option(help="The file that says where the broker is.", dir_okay=False)
    ] = None,
) -> None:
    """Let all screens look at the feed now, not at their next poll."""
    from kiosk.cli.status import read
    from kiosk.fleet.fleet_client import nudge_all
    from kiosk.fleet.mqtt import MqttError

    with tell.errors(MqttError):
        if not nudge_all(read(broker)):
            tell.fail("the broker did not answer; the screens look by themselves within minutes")


def nudge_screens() -> None:
    """Nudge the screens of the broker that this user has named, if any; a failure is only told."""
    from platformdirs import user_config_path

    path = user_config_path("infodisk") / "broker.yaml"
    if not path.exists():
        return
    try:
        nudge(path)
    except typer.Exit:
        tell.say("The feed is published; the screens will see it at their next poll.", err=True)
