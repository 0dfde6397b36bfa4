"""`kiosk slots`: the free times of a site, from rules, calendars and booking systems, signed and shown."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import tell
from kiosk.cli.options import Keys, Site
from kiosk.cli.site_access import keys_folder
from kiosk.cli.stop_signals import StopSignals, start_timer
from kiosk.net.interrupt import Interrupt

RUN_S = 300.0
"""How long a run may take before it ends unfinished: a web host that hangs shall not keep out later runs."""

if TYPE_CHECKING:
    from kiosk.booking.sources.collector import Outcomes
    from kiosk.feed.models import Feed
    from kiosk.publish.publisher import Publisher


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
    stop = StopSignals(code=None if pause_s is None else 0)
    job = _Job(site, keys_folder(keys), sources, state or _own_state(), dry_run, stop.interrupt)
    with stop.watched():
        if pause_s is None:
            if job.run():
                raise typer.Exit(1)
            return
        repeat(job.run, pause_s, time.sleep)


def repeat(run: Callable[[], object], pause_s: float, wait: Callable[[float], object]) -> None:
    """Run again and again, `pause_s` seconds apart, until one of both raises."""
    while True:
        with suppress(typer.Exit):  # what went wrong has been told
            run()
        wait(pause_s)


def _seconds(text: str) -> float:
    from pydantic_core import PydanticCustomError

    from kiosk.feed.written_values import parse_duration

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
    interrupt: Interrupt

    def run(self) -> bool:
        """Publish the free times; returns whether a source could not be read or understood in full."""
        with tell.errors(OSError), _alone(self.state, self.site) as alone:
            if alone:
                return self._run()
        tell.say(f"another run for {self.site} is under way; it publishes the free times", err=True)
        return False

    def _run(self) -> bool:
        from kiosk.feed.problems import ContentError
        from kiosk.publish.keyring import load_keyring
        from kiosk.publish.publish_errors import PublishError
        from kiosk.publish.publisher import Publisher
        from kiosk.publish.storage.site_storage import open_host

        now = datetime.now(UTC).replace(microsecond=0)
        outcomes: Outcomes = {}
        timer = start_timer(RUN_S, 1)
        try:
            with tell.errors(PublishError, ContentError, OSError):
                publisher = Publisher(open_host(self.site), load_keyring(self.keys), now)
                feed = publisher.feed()
                for outcomes in self._outcomes(feed, now):
                    self._publish(publisher, feed, outcomes, now)
        finally:
            timer.cancel()
        return _tell_problems(outcomes)

    def _publish(self, publisher: Publisher, feed: Feed, outcomes: Outcomes, now: datetime) -> None:
        from kiosk.booking.slot_offer import slot_list
        from kiosk.booking.slots import write_slots

        found = slot_list(feed, {name: each.state for name, each in outcomes.items()}, now)
        if self.dry_run:
            tell.document(write_slots(found).decode())
        else:
            publisher.publish_slots(write_slots(found))
            tell.say(f"{self.site} shows {len(found.slots)} free times.")

    def _outcomes(self, feed: Feed, now: datetime) -> Iterator[Outcomes]:
        """Yield what is known of the sources: once, or twice if one of them is slow."""
        from kiosk.booking.slot_offer import window
        from kiosk.booking.sources.collector import Collector, missing, strange
        from kiosk.booking.sources.source_config import SourcesFile, load_sources
        from kiosk.booking.sources.source_memory import SourceMemory

        file = load_sources(self.sources) if self.sources else SourcesFile()
        sources = file.by_name
        unknown = missing(feed, sources)
        if not sources:
            yield unknown
            return
        memory, keep_s = SourceMemory(self.state, now), feed.slots_valid_for
        within = window(feed, now)
        collector = Collector(memory, feed.zone, within, now, keep_s, self.interrupt, file.proxy, file.ca)
        for outcomes in collector.rounds(sources):
            for name, problem in strange(feed, sources).items():
                outcomes[name] = replace(outcomes[name], problem=outcomes[name].problem or problem)
            yield unknown | outcomes


@contextmanager
def _alone(state: Path, site: str) -> Iterator[bool]:
    """Give whether no other run of this user for this site is under way, and keep others out if so."""
    from kiosk.system import lock_file

    state.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = hashlib.sha256(site.encode()).hexdigest()[:16]
    with (state / f".{name}.lock").open("ab") as file:
        yield lock_file(file.fileno())


def _tell_problems(outcomes: Outcomes) -> bool:
    for name, each in outcomes.items():
        if each.problem:
            as_of = (
                f"known as of {each.state.as_of:%Y-%m-%d %H:%M} UTC" if each.state.as_of else "never known"
            )
            tell.say(f"kiosk: {name}: {each.problem}; {as_of}", err=True)
        for event_problem in each.event_problems:
            tell.say(f"kiosk: {name}: {event_problem}", err=True)
    return any(each.problem or each.event_problems for each in outcomes.values())
