"""`kiosk slots`: the free times of a site, from rules, calendars and booking systems, signed and shown."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import tell
from kiosk.cli.feed_init import Keys, Site

if TYPE_CHECKING:
    from kiosk.booking.slots import SlotList
    from kiosk.booking.sources.collect import Outcome
    from kiosk.content.models import Feed


def slots(  # noqa: PLR0913, PLR0917  # each is one thing that may be said
    site: Site,
    keys: Keys = None,
    sources: Annotated[
        Path | None,
        typer.Option(
            "--sources", help="The file of your calendars and booking systems.", dir_okay=False, exists=True
        ),
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option("--state", help="The folder that remembers what they said.", file_okay=False),
    ] = None,
    every: Annotated[str, typer.Option("--every", help="Go on, once in such a time, as in '60 s'.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print slots.yaml instead of publishing it.")
    ] = False,
) -> None:
    """Work out the free times of the published feed, and show them to every kiosk of the site.

    Ends with 1 if a calendar or booking system could not be read, or an event not be understood in full.
    """
    pause_s = _seconds(every) if every else None
    job = _Job(site, tell.keys_folder(keys), sources, state or _own_state(), dry_run)
    if pause_s is None:
        if job.run():
            raise typer.Exit(1)
        return
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    repeat(job.run, pause_s, stop.wait)


def repeat(run: Callable[[], object], pause_s: float, wait: Callable[[float], bool]) -> None:
    """Run again and again, `pause_s` seconds apart, until `wait` returns True."""
    while True:
        with suppress(typer.Exit):  # what went wrong has been told
            run()
        if wait(pause_s):
            return


def _seconds(text: str) -> float:
    from pydantic_core import PydanticCustomError

    from kiosk.content.values import parse_duration

    try:
        return parse_duration(text)
    except PydanticCustomError as bad:
        raise typer.BadParameter(str(bad)) from bad


def _own_state() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("infodisk") / "slots"


@dataclass(frozen=True)
class _Job:
    site: str
    keys: Path
    sources: Path | None
    state: Path
    dry_run: bool

    def run(self) -> bool:
        """Publish one list; returns whether a source could not be read or understood in full."""
        from kiosk.booking.slots import write_slots
        from kiosk.content.problems import ContentError
        from kiosk.publish.errors import PublishError
        from kiosk.publish.host import open_host
        from kiosk.publish.keys import load_keyring
        from kiosk.publish.site import Publisher

        now = datetime.now(UTC).replace(microsecond=0)
        with tell.errors(PublishError, ContentError, OSError):
            publisher = Publisher(open_host(self.site), load_keyring(self.keys), now)
            found, outcomes = self._collect(publisher.feed(), now)
            if self.dry_run:
                tell.document(write_slots(found).decode())
            else:
                publisher.publish_slots(write_slots(found))
                tell.say(f"{self.site} shows {len(found.slots)} free times.")
        return _tell_problems(outcomes)

    def _collect(self, feed: Feed, now: datetime) -> tuple[SlotList, dict[str, Outcome]]:
        from kiosk.booking.offer import slot_list, window
        from kiosk.booking.sources.collect import Collector, missing, strange
        from kiosk.booking.sources.config import load_sources
        from kiosk.booking.sources.memory import Memory

        sources = load_sources(self.sources) if self.sources else {}
        outcomes = missing(feed, sources)
        if sources:
            collector = Collector(Memory(self.state), feed.zone, window(feed, now), now, feed.slots_valid_for)
            outcomes |= collector.collect(sources)
            for name, problem in strange(feed, sources).items():
                outcomes[name] = replace(outcomes[name], problem=outcomes[name].problem or problem)
        return slot_list(feed, {name: each.state for name, each in outcomes.items()}, now), outcomes


def _tell_problems(outcomes: dict[str, Outcome]) -> bool:
    for name, each in outcomes.items():
        if each.problem:
            as_of = (
                f"known as of {each.state.as_of:%Y-%m-%d %H:%M} UTC" if each.state.as_of else "never known"
            )
            tell.say(f"kiosk: {name}: {each.problem}; {as_of}", err=True)
        for event_problem in each.event_problems:
            tell.say(f"kiosk: {name}: {event_problem}", err=True)
    return any(each.problem or each.event_problems for each in outcomes.values())
