"""Find where in a feed the text on a drawing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.feed.problems import Position
from kiosk.feed.yaml_reader import Document, Path


class WrittenPlaces:
    """An index of all texts in a feed's documents."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._places: dict[str, list[tuple[str, Path]]] = {}
        for file, document in documents.items():
            for path, words in _leaves(document.value, ()):
                self._places.setdefault(words.strip(), []).append((file, path))

    def find(self, words: str, file: str, language: str) -> Position | None:
        """Return where some words are written: preferably in `file`, and in `language`."""
        places = self._places.get(words.strip(), [])
        if not places:
            return None
        best = max(places, key=lambda place: (place[0] == file, language in place[1]))
        return self._documents[best[0]].position(best[1])

    def part(self, words: str, signs: str, file: str, language: str) -> Position | None:
        """Return where the longest text is written that is a part of `words` and contains one of `signs`."""
        parts = [text for text in self._places if text in words and not set(signs).isdisjoint(text)]
        return self.find(max(parts, key=len), file, language) if parts else None

    def at(self, file: str, *keys: str) -> Position:
        """Return where the first of `keys` that a file has is written, or the file itself."""
        document = self._documents.get(file)
        if document is None:
            return Position(file)
        key = next((key for key in keys if (key,) in document.values), "")
        return document.position((key,) if key else ())


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401  # any value in YAML
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _leaves(item, (*path, index))
