"""Finding the texts in a file that are written by language."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from kiosk.feed.references import TEXTS
from kiosk.feed.yaml_reader import Path

SWEDISH = "sv"


def texts_by_language(value: Any, path: Path = ()) -> Iterator[tuple[Path, dict[str, str]]]:  # noqa: ANN401  # any YAML value
    """Yield the path and the map of each text that is written by language, at any depth."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts_by_language(item, (*path, index))
    elif isinstance(value, dict):
        named = [step for step in path if isinstance(step, str)]
        if named and named[-1] in TEXTS and value:
            yield path, value
        else:
            for key, item in value.items():
                yield from texts_by_language(item, (*path, key))


def source_language(languages: Collection[str]) -> str:
    """Return the language that texts are translated from: Swedish, or the feed's first if it has none."""
    return SWEDISH if SWEDISH in languages else next(iter(languages), SWEDISH)
