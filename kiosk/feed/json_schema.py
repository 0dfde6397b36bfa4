"""JSON Schemas of the files of a feed, for editors with completion and error highlighting."""

from __future__ import annotations

from typing import Any

from kiosk.feed.constraints import adapter
from kiosk.feed.feed_reader import SHAPES
from kiosk.feed.models import Settings

DIALECT = "https://json-schema.org/draft/2020-12/schema"

KINDS: dict[str, Any] = {"feed": Settings} | {folder.removesuffix("s"): SHAPES[folder] for folder in SHAPES}
"""The kinds of files, by the names of their schemas."""


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one kind of file; raises `KeyError`."""
    generated = adapter(KINDS[kind]).json_schema()
    return {"$schema": DIALECT, "title": f"Infodisk: {kind}", **_without_repetition(generated)}


def _without_repetition(part: Any) -> Any:  # noqa: ANN401  # any part of a schema
    """Drop empty lists, and titles and defaults that add nothing to the names and descriptions."""
    if isinstance(part, list):
        return [_without_repetition(each) for each in part]
    if not isinstance(part, dict):
        return part
    kept = {key: value for key, value in part.items() if not (key == "title" and isinstance(value, str))}
    if not isinstance(kept.get("default"), str | bool):
        kept.pop("default", None)
    if not kept.get("examples"):
        kept.pop("examples", None)
    if "patternProperties" in kept:  # a map with a key pattern has no other keys
        kept["additionalProperties"] = False
    named = {key: kept.pop(key) for key in ("properties", "$defs") if key in kept}
    plain = {key: _without_repetition(value) for key, value in kept.items()}
    return plain | {
        key: {name: _without_repetition(each) for name, each in parts.items()} for key, parts in named.items()
    }
