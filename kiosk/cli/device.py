"""Reading the device's configuration, for `kiosk doctor` and `kiosk-setup`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kiosk.cli import output
from kiosk.config import CONFIG

if TYPE_CHECKING:
    from kiosk.config import Config
    from kiosk.sync.sync_config import SyncConfig

CONFIG_OPTION = typer.Option(CONFIG, "--config", help="The configuration of the device.", dir_okay=False)


def device(path: Path, **overrides: object) -> Config:
    """Return the device's configuration, or print every problem in it and exit with 1."""
    from kiosk.config_file import load_config
    from kiosk.feed.problems import ContentError

    try:
        return load_config(path, **overrides)
    except ContentError as bad:
        output.echo_problems(bad.problems, as_json=False)
        raise typer.Exit(1) from bad


def sync_config(config: Config) -> SyncConfig:
    """Return the settings for syncing, or print what is wrong and exit with 1."""
    from kiosk.sync.sync_config import sync_of

    with output.exit_on(ValueError):
        return sync_of(config)
