"""One update from start to end: request, verify, download missing media, activate.

The order makes it safe: nothing becomes current before all of it is verified and stored.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Self

from tuf.api.metadata import TargetFile

from kiosk import __version__
from kiosk.feed import site_layout
from kiosk.feed.live_slides import live_sources
from kiosk.feed.serialization import MAX_FEED_BYTES
from kiosk.frozen import frozen
from kiosk.net.interrupt import Interrupt
from kiosk.sync import costly_feed, last_signed, media_plan, media_trials, prune, update_trust
from kiosk.sync.composition import Composition, note_composition, read_composition
from kiosk.sync.costly_feed import CostlyFeed
from kiosk.sync.folder_fetcher import FolderFetcher
from kiosk.sync.media_download import MediaDownload
from kiosk.sync.office_updates import OfficeParts, compose_feed, fetch_parts
from kiosk.sync.scrub import Scrubber
from kiosk.sync.signed_site import SignedSite
from kiosk.sync.site_fetcher import Fetcher, WebFetcher
from kiosk.sync.store import Generation, Store
from kiosk.sync.sync_config import SyncConfig, folder_of
from kiosk.sync.sync_errors import (
    RefusedError,
    StoreError,
    SyncError,
    TooCostlyFeedError,
    UnshowableFeedError,
)
from kiosk.sync.update_trust import SeenTimestamp
from kiosk.trust.metadata_rules import reaching_too_far

log = logging.getLogger(__name__)


@frozen
class DeviceState:
    """The player's state: the current generation if it is intact, the rejected ones, and those on the screen.

    `clock_trusted` is whether this device's clock is trusted.
    """

    current: Generation | None
    rejected: Mapping[str, str]
    in_use: Collection[str]
    clock_trusted: bool = False


def open_fetcher(config: SyncConfig, interrupt: Interrupt) -> Fetcher:
    """Return a fetcher for the site of `config`, on the web or in a folder."""
    return FolderFetcher(interrupt) if folder_of(config.url) else WebFetcher(config, interrupt)


def open_update(config: SyncConfig, store: Store, known: DeviceState, interrupt: Interrupt) -> Update:
    """Return an update of `store` from the site of `config`; the end of its `with` block closes connections.

    It stops soon after `interrupt` is set.
    """
    fetcher = open_fetcher(config, interrupt)
    return Update(config, store, SignedSite(config, store, fetcher), known)


class Update:
    """One update of `store` from the site of `config`; `run` may be called once."""

    def __init__(self, config: SyncConfig, store: Store, site_: SignedSite, known: DeviceState) -> None:
        self.config = config
        self.store = store
        self.site = site_
        self.known = known
        self.downloads = MediaDownload(site_.fetcher, store, site_.base)
        self.generation: Generation | None = None
        self.fresh: set[str] = set()
        """The delegated roles whose new targets were stored."""

        self.unshowable: UnshowableFeedError | None = None
        self.settled: list[str] = []
        """Problems that last until the site changes."""

        self.passing: list[str] = []
        """Problems that may be gone at the next poll."""

        self.left_out: tuple[str, ...] = ()
        """The media that this screen does not show, and why."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.site.fetcher.close()

    def run(self) -> None:
        """Update the store from the site; `generation` and `fresh` are set to what is new.

        Raises `SyncError`; what was stored before the error stays, and is consistent.
        """
        context = f"{__version__} {self.config.url} {self.config.screen}"
        stored = self.store.signed("timestamp")
        retry = CostlyFeed.read(self.store.read_note(costly_feed.NOTE)).is_due(_unix_time())
        may_be_unchanged = self.known.current and not retry
        seen = SeenTimestamp.read(self.store.read_note("seen"), stored, context) if may_be_unchanged else None
        response = self.site.fetch_timestamp(seen.etag if seen else "")
        if seen and response.data in (None, stored):
            self.store.write_note("seen", replace(seen, etag=response.etag).write())
            self._unchanged(seen)
            return
        timestamp = response.data or b""
        self.site.refresh(timestamp)
        self._refuse_far_reach(but=self._delegated_roles())
        self._delegated(site_layout.SLOTS_ROLE)  # first: small, and not to be held up by media that fail
        self._live(self.known.current)
        self._feed()
        self._live(self.generation)
        if not self.passing:
            seen = SeenTimestamp.of(timestamp, response.etag, "; ".join(self.settled), context)
            self.store.write_note("seen", seen.write())

    def repair(self, scrubber: Scrubber) -> None:
        """Download missing and damaged media of the generation on the screen again; raises `SyncError`."""
        generation = self.generation or self.known.current
        if generation is None or self.config.screen not in generation.feed.screens:
            return
        wanted = media_plan.needed(generation.feed, self.config.screen)
        missing = {media.sha256: media for media in wanted if not self.store.has(media)}
        corrupt = {media.sha256: media for media in scrubber.step(self.store, wanted)}
        damaged = list((missing | corrupt).values())
        if damaged:
            log.warning("damaged on this disk, downloading again: %s of %s files", len(damaged), len(wanted))
            self.downloads.fetch(damaged)
        if media_trials.try_new(self.store, generation.feed, wanted, _unix_time()) or damaged:
            self.generation = self.store.load(generation.id)  # the player tries to show all of it again
        self.left_out = tuple(media_trials.left_out(self.store, generation.feed, wanted))

    def _unchanged(self, seen: SeenTimestamp) -> None:
        if seen.problem:
            self.settled.append(seen.problem)
        ends, now = self.site.expiries(), datetime.now(UTC)
        self.passing += filter(None, (update_trust.expired(ends, now), self._far_reach(ends, now)))

    def _refuse_far_reach(self, *, but: Collection[str] = ()) -> None:
        """Raise `RefusedError` if a role is signed for longer than its signers ever sign."""
        ends = {role: end for role, end in self.site.expiries().items() if role not in but}
        far = self._far_reach(ends, datetime.now(UTC))
        if far:
            raise RefusedError(far)

    def _delegated_roles(self) -> set[str]:
        return {*site_layout.DELEGATED, *self.site.office_roles().values()}

    def _far_reach(self, ends: Mapping[str, datetime], now: datetime) -> str:
        """Return a problem if a role is signed for too long; empty if the clock is not trusted."""
        if not self.known.clock_trusted:
            return ""
        signed = {role: self.store.signed(role) for role in last_signed.ROLES}
        self.store.write_note(
            last_signed.NOTE, last_signed.refusal(signed, reaching_too_far(self.site.expiries(), now))
        )
        return update_trust.too_far(ends, now)

    def _feed(self) -> None:
        target = self.site.target(site_layout.FEED, MAX_FEED_BYTES)
        if target is None:
            self.settled.append("nothing has been published on this site yet")
            return
        parts = fetch_parts(self.site, self.store, self._refuse_far_part)
        key = parts.key(_hash(target))
        costly = self._costly(key)
        is_due = costly.is_due(_unix_time())
        known = read_composition(self.store)
        generation = known.generation if known.key == key else "" if parts.parts else key
        if generation in self.known.rejected:
            reason = self.known.rejected[generation]
            self.settled.append(f"generation {generation[:12]} was rejected: {reason}")
        elif costly.key and known.key != key and not is_due:
            self.settled.append(costly.problem)
        elif self.known.current is None or generation != self.known.current.id or is_due:
            self._new_feed(target, parts, replace(costly, key=key))
        else:
            self.settled += known.misfits if known.key == key else ()
        self.passing += parts.problems

    def _costly(self, key: str) -> CostlyFeed:
        """Return the record of the feed with this key; a record of another feed is deleted."""
        record = CostlyFeed.read(self.store.read_note(costly_feed.NOTE))
        if record.key in {"", key}:
            return record
        self._note_costly(CostlyFeed())
        return CostlyFeed()

    def _note_costly(self, feed: CostlyFeed) -> None:
        self.store.write_note(costly_feed.NOTE, feed.write() if feed.key else b"")

    def _refuse_far_part(self, role: str) -> None:
        self._refuse_far_reach(but=self._delegated_roles() - {role})

    def _new_feed(self, target: TargetFile, parts: OfficeParts, before: CostlyFeed) -> None:
        """Download, validate and store a feed and its parts; `before` records attempts that cost too much."""
        tried = replace(before, tries=before.tries + 1, tried_at=_unix_time())
        try:
            feed = self.site.download(target, site_layout.FEED)
            if before.tries:
                self._note_costly(tried)  # before the attempt, which may end this process
            composed, compiled = compose_feed(self.store, feed, parts, again=before.tries > 0)
            self._note_costly(tried if parts.costly else CostlyFeed())
            generation = self.store.add(composed, compiled)
            if self.known.current is None or generation.id != self.known.current.id:
                self._take(generation)
            composition = Composition(before.key, generation.id, _hash(target), tuple(parts.misfits))
            note_composition(self.store, composition)
            self.settled += parts.misfits
        except TooCostlyFeedError as bad:
            self._note_costly(replace(tried, problem=f"{bad}; it is tried again later"))
            self.settled.append(f"{bad}; it is tried again later")
        except UnshowableFeedError as bad:
            self._note_costly(CostlyFeed())
            self.unshowable = bad
            self.settled.append(str(bad))
        except media_plan.UnknownScreenError as bad:
            self.settled.append(str(bad))

    def _take(self, generation: Generation) -> None:
        """Download the media of a generation, and make it current."""
        wanted = media_plan.needed(generation.feed, self.config.screen)
        missing = [media for media in wanted if not self.store.has(media)]
        keep = {generation.id, self.store.current_id(), self.store.good_id(), *self.known.in_use}
        self._make_room(sum(media.size for media in missing), keep)
        self.downloads.fetch(missing)
        media_trials.try_new(self.store, generation.feed, wanted, _unix_time())
        self.site.flush()
        self.store.activate(generation.id)
        self.generation = self.store.load(generation.id)
        log.info("generation %s is current", generation.id[:12])
        prune.prune_store(self.store, keep)

    def _make_room(self, needed: int, keep: set[str]) -> None:
        reserve = prune.reserve(self.store)
        if needed + reserve > self.store.free():
            prune.prune_store(self.store, keep, short=True)
        free = self.store.free()
        if needed + reserve > free:
            raise StoreError(f"the disk is full: {needed >> 10} kB are needed, {free >> 10} kB are free")

    def _live(self, generation: Generation | None) -> None:
        """Update the live data if the feed shows any; other sites may not sign any."""
        if generation is None:
            return
        if live_sources(generation.feed):
            self._delegated(site_layout.LIVE_ROLE)
        else:
            self.store.forget_signed(site_layout.LIVE_ROLE)

    def _delegated(self, role: str) -> None:
        """Update the free times or the live data; a problem with them is reported, but stops nothing else."""
        name = site_layout.DELEGATED[role]
        try:
            target = self.site.target(name, site_layout.MAX_BYTES[role])
            self._refuse_far_reach(but=self._delegated_roles() - {role})
            if target is None or _matches(target, self.store.read_delegated(role)):
                return
            self.store.write_delegated(role, self.site.download(target, name))
            self.site.flush()
            self.fresh.add(role)
        except SyncError as bad:
            self.passing.append(f"{name}: {bad}")


def _unix_time() -> float:
    return datetime.now(UTC).timestamp()


def _hash(target: TargetFile) -> str:
    return target.hashes["sha256"]


def _matches(target: TargetFile, data: bytes | None) -> bool:
    return data is not None and hashlib.sha256(data).hexdigest() == _hash(target)
