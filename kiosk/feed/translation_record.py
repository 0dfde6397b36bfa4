"""`translations.yaml`: which source text each translation was made from, and who has reviewed it.

Each line holds two fingerprints, of the source text and of the translation, and after a review its date and
the reviewer's name. A translation is stale if it is recorded, but for a source text other than the
current one. A translation that is not recorded, such as one typed by hand, is never reported as stale.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kiosk.feed.yaml_reader import Path
from kiosk.feed.yaml_scalars import to_nfc
from kiosk.frozen import frozen

RECORD = "translations.yaml"
_ENTRY = re.compile(
    r"(?P<source>[0-9a-f]{12}) (?P<target>[0-9a-f]{12})(?: (?P<date>\d{4}-\d\d-\d\d) (?P<reviewer>\S.*))?"
)
_HEAD = """\
# Which source text each translation was made from, and who has read it. `kiosk feed translations` writes this
# file; `kiosk check` finds stale translations with it.
"""


@frozen
class Origin:
    """The record of one translation: fingerprints of its source and of itself, and its review."""

    source: str
    target: str
    date: str = ""
    reviewer: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.source, self.target, self.date, self.reviewer)))


Origins = Mapping[str, Mapping[str, Mapping[str, Origin]]]
"""Origins by language, by file and by the place of a text in it, such as `help.0`."""


def fingerprint(text: str) -> str:
    """Return the fingerprint of a text, independent of Unicode composition."""
    return hashlib.sha256(to_nfc(text).strip().encode("utf-8", "surrogatepass")).hexdigest()[:12]


def dotted(path: Path) -> str:
    """Return a path in dotted form: `help.0`."""
    return ".".join(map(str, path))


def origins_of(value: Any) -> Origins:  # noqa: ANN401  # any YAML value
    """Return the entries of a record; unreadable ones are left out, see `unreadable`."""
    return {
        language: {
            file: {place: origin for place, entry in _items(places) if (origin := _origin(entry))}
            for file, places in _items(files)
        }
        for language, files in _items(value)
    }


def unreadable(value: Any) -> Iterator[Path]:  # noqa: ANN401  # any YAML value
    """Yield the paths of values that are not valid entries of a record."""
    yield from _unreadable(value, ())


def _unreadable(value: Any, path: Path) -> Iterator[Path]:  # noqa: ANN401  # any YAML value
    if len(path) == 3:  # noqa: PLR2004  # language, file and place
        if _origin(value) is None:
            yield path
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _unreadable(item, (*path, key))
    elif value is not None or path:
        yield path


def _items(value: Any) -> Collection[tuple[str, Any]]:  # noqa: ANN401  # any YAML value
    return value.items() if isinstance(value, dict) else ()


def _origin(entry: object) -> Origin | None:
    match = _ENTRY.fullmatch(entry) if isinstance(entry, str) else None
    return Origin(**{name: text or "" for name, text in match.groupdict().items()}) if match else None


class KnownTranslations:
    """The recorded translations, independent of place: a file may be renamed, a list reordered."""

    def __init__(self, origins: Origins) -> None:
        self._known: dict[tuple[str, str], dict[str, Origin]] = {}
        for language, files in origins.items():
            for places in files.values():
                for each in places.values():
                    by_source = self._known.setdefault((language, each.target), {})
                    if not (by_source.get(each.source) and not each.reviewer):
                        by_source[each.source] = each

    def knows(self, language: str, target: str) -> bool:
        """Return whether the source of `target` is recorded."""
        return (language, fingerprint(target)) in self._known

    def is_stale(self, language: str, source: str, target: str) -> bool:
        """Return whether `target` was made from a text other than `source`."""
        known = self._known.get((language, fingerprint(target)))
        return bool(known) and fingerprint(source) not in (known or ())

    def is_reviewed(self, language: str, source: str, target: str) -> bool:
        """Return whether somebody has reviewed `target` as a translation of `source`."""
        origin = self._known.get((language, fingerprint(target)), {}).get(fingerprint(source))
        return bool(origin and origin.reviewer)


def record_text(origins: Origins) -> str:
    """Return a record as the text of its file."""
    lines = [_HEAD]
    for language, files in sorted(origins.items()):
        lines.append(f"{language}:\n")
        for file, places in sorted(files.items()):
            lines.append(f"  {file}:\n")
            lines += (f"    {place}: {_quoted(str(each))}\n" for place, each in places.items())
    return "".join(lines)


def _quoted(entry: str) -> str:
    return json.dumps(entry, ensure_ascii=False)
