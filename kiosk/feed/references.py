"""References between the parts of a feed: ids, media, languages, pictograms and hosts must exist."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from kiosk.feed.message_catalog import Message, short_value, tr
from kiosk.feed.problems import Problem, error, nearest
from kiosk.feed.web_addresses import host_of
from kiosk.feed.yaml_reader import Document, Path
from kiosk.frozen import frozen

Reference = tuple[Path, str, str]
"""Its path, the kind of thing it names, and the name."""


@frozen
class KnownNames:
    """The names that exist in a feed, by kind of reference; None if unknown."""

    office: Collection[str]
    topic: Collection[str]
    screen: Collection[str]
    slide: Collection[str]
    media: Collection[str]
    language: Collection[str] | None
    icon: Collection[str]
    host: Collection[str] | None


MAX_NAMES_LISTED = 60
"""Up to this many known names are listed, if none of them is similar."""

_REFERENCES = {
    "office": "office", "offices": "office", "topic": "topic", "topics": "topic",
    "screens": "screen", "slides": "slide", "picture": "media", "video": "media",
    "face": "media", "document": "media", "speech": "media", "pictures": "media", "icon": "icon",
    "url": "host",
    "languages": "language", "slide_languages": "language", "fallback": "language", "drafts": "language",
}  # fmt: skip
"""The kind of thing that each key refers to; a key means the same in every file."""

_FOLDERS = frozenset(("offices", "screens", "topics", "playlists", "slides", "notices", "languages"))
"""The keys of a published feed whose values are maps by id."""

TEXTS = frozenset(
    ("title", "text", "caption", "name", "address", "place", "summary", "help", "bring", "cost")
) | frozenset(("gas", "fire", "water", "weather", "evacuation", "all_clear", "other"))
"""The keys that hold text, whose own keys are languages."""

_BY_LANGUAGE = TEXTS | {"speech"}


def check(document: Document, known: KnownNames) -> Iterator[Problem]:
    """Yield a problem for each reference in `document` to something that `known` does not contain.

    Checks the raw values, not a model, so that a file with other mistakes is still checked in full.
    """
    for path, kind, name in references_of(document):
        names: Collection[str] | None = getattr(known, kind)
        if names is not None and name not in names:
            place = document.position(path, key=path[-1] == name)
            yield error(place, *_explained(kind, name, names, in_list=isinstance(path[-1], int)))


def _explained(kind: str, name: str, names: Collection[str], *, in_list: bool) -> tuple[Message, str]:
    """Return the message for a name that does not exist, and what was probably meant."""
    missing = _missing(kind, name)
    parts = [part.strip(" ;") for part in name[:200].replace(";", ",").replace(" ", ",").split(",")]
    listed = [part for part in parts if part]
    if len(listed) > 1 and all(part in names for part in listed):
        if not in_list:
            example = f"[{', '.join(listed)}]"
            return tr("expected a list: write it in brackets, {example}", example=example), ""
        message = tr("{missing}; in a list, put a comma and a space between its parts", missing=missing)
        return message, ", ".join(listed)
    probably = nearest(_bare(name), names)
    if 0 < len(names) <= MAX_NAMES_LISTED and (kind == "icon" or not probably):
        return tr("{missing}; there are {names}", missing=missing, names=sorted(names)), probably
    return missing, probably


def _bare(name: str) -> str:
    """Return a name without the folder, extension and quotes that are often written with it."""
    bare = name.strip("“”„’‘'\" ")  # noqa: RUF001  # quotes of Word
    return (
        bare
        if bare.startswith("media/")
        else bare.rpartition("/")[2].removesuffix(".yaml").removesuffix(".yml")
    )


def dangling(feed: Mapping[str, Any]) -> Iterator[str]:
    """Yield a description of each dangling reference in a published feed, except those to pictograms.

    Our tools never sign such a feed; one that is signed anyway would break the screens that load it.
    """
    known = {kind: feed.get(f"{kind}s", {}) for kind in ("office", "topic", "screen", "slide", "language")}
    known["media"] = {*feed.get("media", {}), *feed.get("renditions", {})}
    known["host"] = feed.get("web_hosts", ())
    for top, part in feed.items():
        parts = part.items() if top in _FOLDERS else [("", part)]  # an id may be the same word as a key
        for id_, each in parts:
            for path, kind, name in references_in(each, (top, id_)):
                if kind != "icon" and name not in known[kind]:
                    yield f"{'.'.join(map(str, path))}: {_missing(kind, name)}"


_UNKNOWN: Mapping[str, Callable[[str], Message]] = {
    "media": lambda name: tr("there is no file {name}", name=name),
    "host": lambda name: tr("the host {name} is not one of 'web_hosts' in feed.yaml", name=name),
    "icon": lambda name: tr("unknown pictogram {name}", name=name),
    "office": lambda name: tr("unknown office {name}", name=name),
    "topic": lambda name: tr("unknown topic {name}", name=name),
    "screen": lambda name: tr("unknown screen {name}", name=name),
    "slide": lambda name: tr("unknown slide {name}", name=name),
    "language": lambda name: tr("unknown language {name}", name=name),
}


def _missing(kind: str, name: str) -> Message:
    return _UNKNOWN[kind](short_value(name))


def references_of(document: Document) -> tuple[Reference, ...]:
    """Return the references of a document; they are computed once and cached in it."""
    if "references" not in document.derived:
        document.derived["references"] = tuple(references_in(document.value, ()))
    references: tuple[Reference, ...] = document.derived["references"]
    return references


def references_in(value: Any, path: Path) -> Iterator[Reference]:
    """Yield each reference in `value`, which is at `path`."""
    for key, item in _items(value):
        kind = _REFERENCES.get(str(key))
        if kind:
            yield from ((where, kind, name) for where, name in _names(item, (*path, key)))
        if key in _BY_LANGUAGE:
            yield from ((where, "language", code) for where, code in _codes(item, (*path, key)))
        yield from references_in(item, (*path, key))


def _items(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _names(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str) and path[-1] == "url":
        yield from ((path, host) for host in (host_of(value),) if host)  # an invalid address has none
    elif isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        yield from (((*path, index), name) for index, name in enumerate(value) if isinstance(name, str))
    elif isinstance(value, dict) and path[-1] in {"speech", "pictures"}:
        yield from (((*path, key), name) for key, name in value.items() if isinstance(name, str))
    elif isinstance(value, dict) and path[-1] == "topics":
        yield from (((*path, key), key) for key in value if isinstance(key, str))


def _codes(text: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(text, dict):
        yield from (((*path, code), code) for code in text)
    elif isinstance(text, list):
        for index, item in enumerate(text):
            yield from _codes(item, (*path, index))
