"""All differences between two JSON values. Pure.

Admins use this to review what they sign. It does not depend on any list of fields or kinds, so it cannot miss
anything that is added to a feed or its metadata.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.printable import printable_value
from kiosk.frozen import frozen

_PLAIN = re.compile(r"[A-Za-z0-9_-]+|[\w/-]+\.(yaml|json|[a-z0-9]{2,4})", re.ASCII)


class _Missing:
    """The type of `MISSING`."""


MISSING: Final = _Missing()


@frozen
class Difference:
    """The two values at `path`, before and after; `MISSING` where there is none."""

    path: tuple[str, ...]
    before: object
    after: object

    def __str__(self) -> str:
        return self.message()

    def message(self) -> Message:
        """Return the difference on one line."""
        place = ".".join(map(_key, self.path)) or tr("all")
        if self.before is MISSING:
            return tr("{place}: {after}", place=place, after=printable_value(self.after))
        after = tr("(removed)") if self.after is MISSING else printable_value(self.after)
        return tr(
            "{place}: {before} → {after}", place=place, before=printable_value(self.before), after=after
        )


def _key(key: str) -> str:
    """Return a key in a form that cannot be mistaken for several steps of a path."""
    return key if _PLAIN.fullmatch(key) else printable_value(key)


def differences(before: object, after: object, path: tuple[str, ...] = ()) -> Iterator[Difference]:
    """Yield every difference, sorted by key; a changed list is one difference."""
    if before is MISSING and isinstance(after, Mapping) and after:
        before = {}
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in sorted({*before, *after}):
            yield from differences(before.get(key, MISSING), after.get(key, MISSING), (*path, key))
    elif not _same(before, after):
        yield Difference(path, before, after)


def _same(before: object, after: object) -> bool:
    """Return whether two values are equal as JSON, in which 1 differs from true."""
    if before is MISSING or after is MISSING:
        return before is after
    return json.dumps(before, sort_keys=True) == json.dumps(after, sort_keys=True)


def read_json(data: bytes) -> Any:  # noqa: ANN401  # any JSON
    """Parse unambiguous JSON; raises `ValueError`.

    A repeated key or a non-standard number could be shown as one value and read as another.
    """
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_refuse)
    except RecursionError as bad:
        raise ValueError(tr("nested too deeply")) from bad


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError(tr("a key is repeated"))
    return values


def _refuse(constant: str) -> None:
    raise ValueError(tr("{value} is not a JSON number", value=constant))
