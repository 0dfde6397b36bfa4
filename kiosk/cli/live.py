"""`kiosk live`: read a site's live data from calendars and other sources, sign it and publish it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import output
from kiosk.cli.nudge import nudge_screens
from kiosk.cli.options import Every, Keys, OutcomesAsJson, PassphraseFile, Site, SourceState
from kiosk.cli.repeated_run import alone_for, json_writer, perform
from kiosk.cli.secret_prompt import key_secrets
from kiosk.cli.site_access import keys_folder
from kiosk.cli.stop_signals import StopSignals, start_timer
from kiosk.feed.message_catalog import tr
from kiosk.frozen import frozen
from kiosk.net.interrupt import Interrupt

RUN_S = 120.0
"""The time limit of a run: a web host that hangs must not block later runs."""

if TYPE_CHECKING:
    from kiosk.feed.models import Feed
    from kiosk.live.live_data import LiveData
    from kiosk.live.sources.live_config import LiveSourcesFile
    from kiosk.live.sources.source_round import LiveOutcome, Outcomes, SourceRound
    from kiosk.publish.key_secrets import KeySecrets
    from kiosk.publish.publisher import Publisher


def live(
    site: Site,
    sources: Annotated[
        Path, typer.Option("--sources", help="The file of your sources.", dir_okay=False, exists=True)
    ],
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    state: SourceState = None,
    every: Every = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print live.yaml instead of publishing it.")
    ] = False,
    as_json: OutcomesAsJson = False,
) -> None:
    """Read the live data of the published feed, sign it, and upload it for every screen of the site.

    The last answer of a source is kept for as long as it may be shown. Nothing is uploaded if
    nothing has changed. Exits with 1 if a source could not be read, or a part of it was left out.
    """
    stop = StopSignals(code=None if every is None else 0)
    write = json_writer(every) if as_json else None
    secrets, memory = key_secrets(passphrase_file), state or _default_state()
    job = LiveJob(site, keys_folder(keys), sources, memory, dry_run, write, stop.interrupt, secrets)
    perform(job.run, every, stop)


def _default_state() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("infodisk") / "live"


@frozen
class LiveJob:
    """One run: read the sources, publish what is due, and report the outcome."""

    site: str
    keys: Path
    sources: Path
    state: Path
    dry_run: bool
    write_json: Callable[[object], None] | None
    interrupt: Interrupt
    secrets: KeySecrets | None = None

    def run(self) -> bool:
        """Publish the live data; return whether a source could not be read or a part of it was left out."""
        with output.exit_on(OSError), alone_for(self.state, self.site) as alone:
            if alone:
                return self._run()
        output.echo(tr("another run for {site} is under way", site=self.site), err=True)
        if self.write_json:
            self._report({}, published=False)
        return False

    def _run(self) -> bool:
        from kiosk.feed.problems import ContentError
        from kiosk.live.sources.live_config import load_live_sources
        from kiosk.publish.keyring import load_keyring
        from kiosk.publish.publish_errors import PublishError
        from kiosk.publish.publisher import Publisher
        from kiosk.publish.storage.site_storage import open_host

        now = datetime.now(UTC).replace(microsecond=0)
        timer = start_timer(RUN_S, 1)
        outcomes: Outcomes = {}
        published = False
        try:
            with output.exit_on(PublishError, ContentError, OSError):
                file = load_live_sources(self.sources)
                publisher = Publisher(open_host(self.site), load_keyring(self.keys, self.secrets), now)
                feed = publisher.feed()
                for outcomes in self._round(file, feed, now).outcomes(file.sources):
                    published |= self._publish(publisher, feed, file, outcomes, now)
        finally:
            timer.cancel()
        outcomes |= _missing(feed, file)
        self._report(outcomes, published=published)
        return any(outcome.problem or outcome.left_out for outcome in outcomes.values())

    def _round(self, file: LiveSourcesFile, feed: Feed, now: datetime) -> SourceRound:
        from kiosk.live.active_alerts import alert_contexts
        from kiosk.live.freshness import valid_for
        from kiosk.live.sources.live_memory import LiveMemory
        from kiosk.live.sources.source_round import SourceRound

        return SourceRound(
            LiveMemory(self.state, now),
            feed.zone,
            now,
            valid_for(feed),
            frozenset(feed.live_hosts),
            alert_contexts(feed),
            self.interrupt,
            file.proxy_url,
            file.ca,
        )

    def _publish(
        self, publisher: Publisher, feed: Feed, file: LiveSourcesFile, outcomes: Outcomes, now: datetime
    ) -> bool:
        """Publish the known data if that is due; return whether it was published."""
        from kiosk.live.live_data import write_live
        from kiosk.live.republication import gathered, is_due, renew_after
        from kiosk.live.sources.source_round import groups_of

        new = gathered(groups_of(file.sources, outcomes), now)
        if self.dry_run:
            if not self.write_json:
                output.echo_document(write_live(new).decode())
            return False
        if not is_due(_published(publisher), new, renew_after(feed)):
            return False
        publisher.publish_live(write_live(new))
        nudge_screens()
        return True

    def _report(self, outcomes: Mapping[str, LiveOutcome], *, published: bool) -> None:
        if self.write_json:
            sources = {name: _outcome_json(outcome) for name, outcome in outcomes.items()}
            self.write_json({"site": self.site, "published": published, "sources": sources})
            return
        if not self.dry_run:
            count = sum(outcome.known is not None for outcome in outcomes.values())
            shows = tr(
                "{site} shows live data of {count} {count:source|sources}", site=self.site, count=count
            )
            output.echo(tr("{shows}.", shows=shows) if published else tr("{shows}, unchanged.", shows=shows))
        for name, outcome in outcomes.items():
            _print_problems(name, outcome)


def _published(publisher: Publisher) -> LiveData | None:
    """Return the published live data; None if there is none that this version can read."""
    from kiosk.feed.problems import ContentError
    from kiosk.live.live_data import read_live

    data = publisher.live()
    try:
        return read_live(data) if data else None
    except ContentError:
        return None


def _missing(feed: Feed, file: LiveSourcesFile) -> Outcomes:
    """Return the outcomes of sources that the feed names but the sources file does not describe."""
    from kiosk.live.freshness import valid_for
    from kiosk.live.sources.source_round import LiveOutcome

    problem = tr("the feed names it, but it is not among the sources")
    return {
        name: LiveOutcome(problem=problem) for name in sorted(valid_for(feed)) if name not in file.sources
    }


def _outcome_json(outcome: LiveOutcome) -> dict[str, object]:
    as_of = outcome.known and outcome.known.as_of
    return {
        "as_of": as_of and as_of.isoformat(),
        "problem": outcome.problem,
        "left_out": list(outcome.left_out),
    }


def _print_problems(name: str, outcome: LiveOutcome) -> None:
    if outcome.problem:
        known = outcome.known
        as_of = (
            tr("known as of {moment} UTC", moment=f"{known.as_of:%Y-%m-%d %H:%M}")
            if known
            else tr("not known")
        )
        output.echo(
            tr("{name}: {problem}; {as_of}", name=name, problem=outcome.problem, as_of=as_of), err=True
        )
    for left_out in outcome.left_out:
        output.echo(tr("{name}: {problem}", name=name, problem=left_out), err=True)
