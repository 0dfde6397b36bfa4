"""`kiosk slots`: compute free times from rules, calendars and booking systems, sign and publish them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import Every, Keys, OutcomesAsJson, PassphraseFile, Site, SourceState
from kiosk.cli.repeated_run import alone_for, json_writer, perform
from kiosk.cli.secret_prompt import key_secrets
from kiosk.cli.site_access import keys_folder
from kiosk.cli.stop_signals import StopSignals, start_timer
from kiosk.frozen import frozen
from kiosk.net.interrupt import Interrupt

RUN_S = 300.0
"""The time limit of a run: a web host that hangs must not block later runs."""

if TYPE_CHECKING:
    from kiosk.booking.slot_offer import LeftOut, SlotOffer
    from kiosk.booking.slots import SlotList
    from kiosk.booking.sources.collector import Outcomes, SourceOutcome
    from kiosk.feed.models import Feed
    from kiosk.publish.key_secrets import KeySecrets
    from kiosk.publish.publisher import Publisher


def slots(
    site: Site,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    sources: Annotated[
        Path | None,
        typer.Option(
            "--sources", help="The file of your calendars and booking systems.", dir_okay=False, exists=True
        ),
    ] = None,
    state: SourceState = None,
    every: Every = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print slots.yaml instead of publishing it.")
    ] = False,
    as_json: OutcomesAsJson = False,
) -> None:
    """Compute the free times of the published feed, sign them, and upload them for every screen of the site.

    Exits with 1 if a calendar or booking system could not be read, an event was not fully understood, or
    there are more free times than the list holds.
    """
    stop = StopSignals(code=None if every is None else 0)
    write = json_writer(every) if as_json else None
    secrets, memory = key_secrets(passphrase_file), state or _default_state()
    job = _SlotsJob(site, keys_folder(keys), secrets, sources, memory, dry_run, write, stop.interrupt)
    perform(job.run, every, stop)


def _default_state() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("infodisk") / "slots"


@frozen
class _SlotsJob:
    site: str
    keys: Path
    secrets: KeySecrets
    sources: Path | None
    state: Path
    dry_run: bool
    write_json: Callable[[object], None] | None
    interrupt: Interrupt

    def run(self) -> bool:
        """Publish the free times; return whether a source could not be read or fully understood."""
        with output.exit_on(OSError), alone_for(self.state, self.site) as alone:
            if alone:
                return self._run()
        output.echo(f"another run for {self.site} is under way; it publishes the free times", err=True)
        self._report(None, {})
        return False

    def _run(self) -> bool:
        from kiosk.feed.problems import ContentError
        from kiosk.publish.keyring import load_keyring
        from kiosk.publish.publish_errors import PublishError
        from kiosk.publish.publisher import Publisher
        from kiosk.publish.storage.site_storage import open_host

        now = datetime.now(UTC).replace(microsecond=0)
        outcomes: Outcomes = {}
        offer = None
        timer = start_timer(RUN_S, 1)
        try:
            with output.exit_on(PublishError, ContentError, OSError):
                publisher = Publisher(open_host(self.site), load_keyring(self.keys, self.secrets), now)
                feed = publisher.feed()
                for outcomes in self._outcomes(feed, now):
                    offer = self._publish(publisher, feed, outcomes, now)
        finally:
            timer.cancel()
        self._report(offer, outcomes)
        too_many = offer is not None and bool(offer.left_out)
        return too_many or any(each.problem or each.event_problems for each in outcomes.values())

    def _publish(self, publisher: Publisher, feed: Feed, outcomes: Outcomes, now: datetime) -> SlotOffer:
        from kiosk.booking.slot_offer import slot_offer
        from kiosk.booking.slots import write_slots

        offer = slot_offer(feed, {name: each.state for name, each in outcomes.items()}, now)
        if not self.dry_run:
            publisher.publish_slots(write_slots(offer.listed))
        if self.write_json:
            return offer
        if self.dry_run:
            output.echo_document(write_slots(offer.listed).decode())
        else:
            output.echo(f"{self.site} shows {len(offer.listed.slots)} free times.")
        return offer

    def _report(self, offer: SlotOffer | None, outcomes: Outcomes) -> None:
        left_out = offer.left_out if offer else ()
        if not self.write_json:
            _print_left_out(left_out)
            _print_problems(outcomes)
            return
        listed = offer and offer.listed
        self.write_json(
            {
                "site": self.site,
                "published": listed is not None and not self.dry_run,
                "generated_at": listed and listed.generated_at.isoformat(),
                "count": listed and len(listed.slots),
                "slots": _slots_json(listed) if listed and self.dry_run else None,
                "left_out": [_left_out_json(each) for each in left_out],
                "sources": {name: _source_json(each) for name, each in outcomes.items()},
            }
        )

    def _outcomes(self, feed: Feed, now: datetime) -> Iterator[Outcomes]:
        """Yield the outcomes of the sources: once, or twice if one of them is slow."""
        from kiosk.booking.slot_offer import window
        from kiosk.booking.sources.collector import Collector, unconfigured_calendars, unknown_places
        from kiosk.booking.sources.source_config import SourcesFile, load_sources
        from kiosk.booking.sources.source_memory import SourceMemory

        file = load_sources(self.sources) if self.sources else SourcesFile()
        sources = file.by_name
        unknown = unconfigured_calendars(feed, sources)
        if not sources:
            yield unknown
            return
        memory, keep_s = SourceMemory(self.state, now), feed.slots_valid_for
        within = window(feed, now)
        collector = Collector(memory, feed.zone, within, now, keep_s, self.interrupt, file.proxy_url, file.ca)
        for outcomes in collector.rounds(sources):
            for name, problem in unknown_places(feed, sources).items():
                outcomes[name] = replace(outcomes[name], problem=outcomes[name].problem or problem)
            yield unknown | outcomes


def _slots_json(slot_list: SlotList) -> object:
    """Return the free times in the format of slots.yaml."""
    from kiosk.booking.slots import write_slots

    return json.loads(write_slots(slot_list))["slots"]


def _left_out_json(each: LeftOut) -> dict[str, object]:
    return {
        "office": each.office,
        "count": each.count,
        "from": each.first.isoformat(),
        "sources": each.sources,
    }


def _source_json(outcome: SourceOutcome) -> dict[str, object]:
    as_of = outcome.state.as_of
    return {
        "as_of": as_of and as_of.isoformat(),
        "problem": outcome.problem,
        "event_problems": outcome.event_problems,
    }


def _print_left_out(left_out: tuple[LeftOut, ...]) -> None:
    from kiosk.booking.slots import MAX_SLOTS

    for each in left_out:
        names = f" ({', '.join(each.sources)})" if each.sources else ""
        output.echo(
            f"kiosk: {each.office}: {each.count} free times{names} from {each.first:%Y-%m-%d %H:%M} UTC on "
            f"are left out: a list has room for {MAX_SLOTS}; offer fewer days (horizon), or longer times",
            err=True,
        )


def _print_problems(outcomes: Outcomes) -> None:
    for name, each in outcomes.items():
        if each.problem:
            as_of = (
                f"known as of {each.state.as_of:%Y-%m-%d %H:%M} UTC" if each.state.as_of else "never known"
            )
            output.echo(f"kiosk: {name}: {each.problem}; {as_of}", err=True)
        for event_problem in each.event_problems:
            output.echo(f"kiosk: {name}: {event_problem}", err=True)
