"""Removes hosts that the feed does not list from live data, both when a source is read and on each screen.

Items that name such a host are left out. Alerts are too important for that, and only lose the name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, replace

from kiosk.feed.constraints import Strict
from kiosk.live.host_names import other_host, without_hosts
from kiosk.live.live_data import AlertList, Known


def allowed(known: Known, hosts: Collection[str]) -> tuple[Known, tuple[str, ...]]:
    """Return the data of a source without unlisted hosts, and the hosts that it named."""
    if isinstance(known, AlertList):
        return _masked(known, hosts)
    name, items = _items(known)
    named = {item: host for item in items for words in _words(item) if (host := other_host(words, hosts))}
    if not named:
        return known, ()
    changes = {name: tuple(item for item in items if item not in named)}
    return replace(known, **changes), tuple(sorted(set(named.values())))  # type: ignore[arg-type]  # its own list


def _masked(known: AlertList, hosts: Collection[str]) -> tuple[AlertList, tuple[str, ...]]:
    named = sorted(
        {
            host
            for alert in known.alerts
            for words in (alert.headline, alert.words)
            if (host := other_host(words, hosts))
        }
    )
    alerts = tuple(
        replace(
            alert,
            headline=without_hosts(alert.headline, hosts),
            words=without_hosts(alert.words, hosts),
        )
        for alert in known.alerts
    )
    return (replace(known, alerts=alerts), tuple(named)) if named else (known, ())


def _items(known: Known) -> tuple[str, tuple[Strict, ...]]:
    """Return the name and the items of the list in the data of a source; empty if it has none."""
    for each_field in fields(known):
        value = getattr(known, each_field.name)
        if isinstance(value, tuple):
            return each_field.name, value
    return "", ()


def _words(part: object) -> Iterator[str]:
    """Yield every text in a part of live data."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _words(item)
    elif isinstance(part, Strict):
        for each_field in fields(part):
            yield from _words(getattr(part, each_field.name))
