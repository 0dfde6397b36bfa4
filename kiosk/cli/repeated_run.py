"""Repeated runs of commands that publish: the pause between runs, and a lock per site."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import typer

from kiosk.cli import output
from kiosk.cli.stop_signals import StopSignals


def repeat(run: Callable[[], object], pause_s: float, wait: Callable[[float], object]) -> None:
    """Call `run` repeatedly, `pause_s` seconds apart, until `run` or `wait` raises."""
    while True:
        with suppress(typer.Exit):  # the reason has been printed
            run()
        wait(pause_s)


def perform(run: Callable[[], bool], every_s: float | None, stop: StopSignals) -> None:
    """Run once, and exit with 1 if the run reports a problem; with `every_s`, repeat it until stopped."""
    with stop.watched():
        if every_s is not None:
            repeat(run, every_s, time.sleep)
        elif run():
            raise typer.Exit(1)


def json_writer(every_s: float | None) -> Callable[[object], None]:
    """Return the function that prints a run's outcome as JSON, on one line if runs are repeated."""
    return output.echo_json if every_s is None else output.echo_json_line


@contextmanager
def alone_for(state: Path, site: str) -> Iterator[bool]:
    """Lock this site against other runs by this user; yield False if one is already under way."""
    from kiosk.system import lock_file

    state.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = hashlib.sha256(site.encode()).hexdigest()[:16]
    with (state / f".{name}.lock").open("ab") as file:
        yield lock_file(file.fileno())
