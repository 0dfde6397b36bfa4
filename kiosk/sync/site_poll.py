"""One poll of the site, from the request to the stored result. Never raises for external failures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kiosk.feed.models import Feed
from kiosk.feed.printable import safe_line
from kiosk.net.interrupt import Interrupt
from kiosk.sync import last_signed, screen_slots
from kiosk.sync.generations import Generations
from kiosk.sync.scrub import Scrubber
from kiosk.sync.store import Generation, Store
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.sync_errors import RefusedError, SyncError
from kiosk.sync.sync_messages import SyncOutcome, SyncRequest
from kiosk.sync.update import DeviceState, open_update

MAX_PROBLEM = 400
"""Characters of a problem in a screen's status; a web host may send text of any length."""

MAX_LEFT_OUT = 8
"""How many of the media that are left out are named."""


def poll_site(request: SyncRequest, interrupt: Interrupt) -> SyncOutcome:
    """Update the store from the site; a new device first updates from the copy in its image.

    Returns soon after `interrupt` is set; the store is consistent at every moment.
    """
    config = request.config
    if not config.baked or Store(config.state).current_id():
        return _poll(config, request, interrupt)
    first = _poll(replace(config, url=config.baked.resolve().as_uri()), request, interrupt)
    then = _poll(config, request, interrupt)
    return replace(
        then,
        generation=then.generation or first.generation,
        slots=then.slots or first.slots,
        live=then.live or first.live,
    )


def _poll(config: SyncConfig, request: SyncRequest, interrupt: Interrupt) -> SyncOutcome:
    store = Store(config.state)
    current = Generations(store, config.screen, request.rejected).load(store.current_id())
    update = open_update(
        config,
        store,
        DeviceState(current, request.rejected, request.in_use, request.clock_trusted),
        interrupt,
    )
    scrubber = Scrubber(request.scrubbed_to)
    new_slots = new_live = False
    try:
        with store.lock(), update:
            try:
                update.run()
                update.repair(scrubber)
            finally:
                shown = update.generation or current
                new_slots = _prepared(screen_slots.prepare, store, shown, update.settled)
                new_live = _prepared(screen_slots.prepare_live, store, shown, update.settled)
    except SyncError as bad:
        update.passing.append(str(bad))
    ends = update.site.expiries()
    return SyncOutcome(
        generation=update.generation.id if update.generation else "",
        slots=new_slots,
        live=new_live,
        unshowable=(update.unshowable.generation_id, update.unshowable.reason) if update.unshowable else None,
        problem=safe_line("; ".join((*update.settled, *update.passing)), MAX_PROBLEM),
        failed=bool(update.passing),
        signed_until=min(ends.values(), default=None),
        admins_signed_until=min((ends[role] for role in last_signed.ROLES if role in ends), default=None),
        certificate_until=update.site.fetcher.certificate_until,
        scrubbed_to=scrubber.next,
        left_out_media=_first_lines(update.left_out),
    )


def _first_lines(left_out: Sequence[str]) -> tuple[str, ...]:
    """Return the first few of the media that are left out, and how many more there are."""
    lines = tuple(safe_line(each, MAX_PROBLEM) for each in left_out[:MAX_LEFT_OUT])
    more = len(left_out) - len(lines)
    return (*lines, f"and {more} more") if more else lines


def _prepared(
    prepare: Callable[[Store, Feed], bool], store: Store, generation: Generation | None, problems: list[str]
) -> bool:
    try:
        return generation is not None and prepare(store, generation.feed)
    except RefusedError as bad:
        problems.append(str(bad))
        return False
