"""One poll of the site, from the question to what is stored; never raises for what the world does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.feed.printable import safe_line
from kiosk.net.interrupt import Interrupt
from kiosk.sync import screen_slots
from kiosk.sync.generations import Generations
from kiosk.sync.scrub import Scrubber
from kiosk.sync.store import Generation, Store
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.sync_errors import RefusedError, SyncError
from kiosk.sync.sync_messages import SyncOutcome, SyncRequest
from kiosk.sync.update import DeviceState, open_pull

MAX_PROBLEM = 400
"""How many characters the status of a screen holds of a problem: a web host may write as many as it likes."""

MAX_LEFT_OUT = 8
"""So many media that are left out are named."""


def poll_site(request: SyncRequest, interrupt: Interrupt) -> SyncOutcome:
    """Bring the store to what the site shows, a new device's first to what its image brought along.

    It ends soon after `interrupt` is set; the store is whole at any moment.
    """
    config = request.config
    if not config.baked or Store(config.state).current_id():
        return _poll(config, request, interrupt)
    first = _poll(replace(config, url=config.baked.resolve().as_uri()), request, interrupt)
    then = _poll(config, request, interrupt)
    return replace(then, generation=then.generation or first.generation, slots=then.slots or first.slots)


def _poll(config: SyncConfig, request: SyncRequest, interrupt: Interrupt) -> SyncOutcome:
    store = Store(config.state)
    current = Generations(store, config.screen, request.rejected).load(store.current_id())
    pull = open_pull(
        config,
        store,
        DeviceState(current, request.rejected, request.in_use, request.clock_trusted),
        interrupt,
    )
    patrol = Scrubber(request.scrubbed_to)
    new_slots = False
    try:
        with store.lock(), pull:
            try:
                pull.run()
                pull.mend(patrol)
            finally:
                new_slots = _prepare_slots(store, pull.generation or current, pull.settled)
    except SyncError as bad:
        pull.passing.append(str(bad))
    return SyncOutcome(
        generation=pull.generation.id if pull.generation else "",
        slots=new_slots,
        unshowable=(pull.unshowable.generation_id, pull.unshowable.reason) if pull.unshowable else None,
        problem=safe_line("; ".join((*pull.settled, *pull.passing)), MAX_PROBLEM),
        failed=bool(pull.passing),
        signed_until=min(pull.site.expiries().values(), default=None),
        scrubbed_to=patrol.next,
        left_out_media=_named(pull.left_out),
    )


def _named(left_out: Sequence[str]) -> tuple[str, ...]:
    """Return the first of the media that are left out, and how many more there are."""
    lines = tuple(safe_line(each, MAX_PROBLEM) for each in left_out[:MAX_LEFT_OUT])
    more = len(left_out) - len(lines)
    return (*lines, f"and {more} more") if more else lines


def _prepare_slots(store: Store, generation: Generation | None, problems: list[str]) -> bool:
    try:
        return generation is not None and screen_slots.prepare(store, generation.feed)
    except RefusedError as bad:
        problems.append(str(bad))
        return False
