"""A three-way merge: what two people have changed since the version that both started from. Pure.

Compares values, file by file and field by field. Maps are compared key by key. Lists without duplicates are
merged item by item, except for opening hours, which make sense only as a whole. Anything else is a single
value that only one of the two may change.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kiosk.feed import yaml_reader
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.problems import ContentError
from kiosk.frozen import frozen
from kiosk.publish.feed_source import FeedSource
from kiosk.publish.json_differences import MISSING

Path = tuple[str | int, ...]


@frozen
class Merge:
    """One value that the other person has changed, and its merged value.

    `result` keeps the work of both. In a `conflict` that is impossible, and `result` is `ours`.
    """

    file: str
    path: Path
    before: object
    ours: object
    theirs: object
    result: object
    conflict: bool = False

    def message(self) -> Message:
        """Return what the other person did, in one line."""
        name = ": ".join((self.file, ".".join(map(str, self.path)))) if self.path else self.file
        if self.theirs is MISSING:
            return tr("deleted {part}", part=name)
        if self.before is MISSING:
            return tr("added {part}", part=name)
        return tr("changed {part}", part=name)


def merges(base: FeedSource | None, ours: FeedSource, theirs: FeedSource) -> list[Merge]:
    """Return the changes in `theirs` that `ours` lacks; without a `base`, each difference is a conflict."""
    names = sorted({*ours.texts, *theirs.texts, *(base.texts if base else ())})
    changes = [merge for name in names for merge in _file_merges(name, base, ours, theirs)]
    media = sorted({*ours.media, *theirs.media, *(base.media if base else ())})
    for name in media:
        before = base.media.get(name, MISSING) if base else MISSING
        changes += _merge(name, (), before, ours.media.get(name, MISSING), theirs.media.get(name, MISSING))
    return changes


def _file_merges(name: str, base: FeedSource | None, ours: FeedSource, theirs: FeedSource) -> Iterator[Merge]:
    texts = [base.texts.get(name) if base else None, ours.texts.get(name), theirs.texts.get(name)]
    before, here, there = texts
    if here == there or (base and before == there):
        return
    values = [MISSING if text is None else value_of(text, name) for text in texts]
    if base and before == here:  # unchanged here: keep their file as written
        yield Merge(name, (), values[0], values[1], values[2], values[2])
        return
    yield from _merge(name, (), *values)


def value_of(text: bytes, name: str) -> Any:  # noqa: ANN401  # any YAML
    """Return the value in a YAML file, or its text if it is not valid YAML."""
    try:
        return yaml_reader.read(text, name).value
    except ContentError:
        return text.decode("utf-8", "replace")


def _merge(file: str, path: Path, before: object, ours: object, theirs: object) -> Iterator[Merge]:
    if same(ours, theirs) or same(before, theirs):
        return
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        old = before if isinstance(before, Mapping) else {}
        for key in dict.fromkeys((*ours, *theirs)):
            values = (each.get(key, MISSING) for each in (old, ours, theirs))
            yield from _merge(file, (*path, key), *values)
    elif same(before, ours):
        yield Merge(file, path, before, ours, theirs, theirs)
    elif path[-1:] != ("hours",) and (items := _items(before, ours, theirs)) is not None:
        if not same(items, ours):
            yield Merge(file, path, before, ours, theirs, items)
    else:
        yield Merge(file, path, before, ours, theirs, ours, conflict=True)


def same(one: object, other: object) -> bool:
    """Return whether two values are equal as JSON, in which 1 differs from true."""
    if one is MISSING or other is MISSING:
        return one is other
    return one == other and _json(one) == _json(other)


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, default=repr)


def _items(before: object, ours: object, theirs: object) -> list[object] | None:
    """Return the merged list: with the items that either side added, without those that either removed.

    None if these are not lists of distinct plain values.
    """
    lists = [[] if value is MISSING else value for value in (before, ours, theirs)]
    if not all(isinstance(each, list) and _distinct(each) for each in lists):
        return None
    old, mine, other = lists
    assert isinstance(old, list) and isinstance(mine, list) and isinstance(other, list)  # noqa: S101, PT018  # for mypy
    kept = [item for item in mine if item in other or item not in old]
    for place, item in enumerate(other):
        if item not in old and item not in kept:
            after = next((each for each in reversed(other[:place]) if each in kept), None)
            kept.insert(kept.index(after) + 1 if after is not None else 0, item)
    return kept


def _distinct(items: Sequence[object]) -> bool:
    return all(isinstance(each, str | int | float) for each in items) and len(set(items)) == len(items)
