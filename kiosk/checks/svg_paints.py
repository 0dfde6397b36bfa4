"""Gradients and patterns in an SVG that inherit a transform, which the renderer does not support."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.feed.message_catalog import Message, tr
from kiosk.frozen import frozen

_TRANSFORMS = {
    "lineargradient": "gradienttransform",
    "radialgradient": "gradienttransform",
    "pattern": "patterntransform",
}


@frozen
class _Paint:
    place: tuple[int, int]
    transform: str
    uses: str
    has_transform: bool


class Paints:
    """The gradients and patterns of one drawing, and their references to each other."""

    def __init__(self) -> None:
        self._by_id: dict[str, _Paint] = {}

    def add(self, place: tuple[int, int], tag: str, attributes: Mapping[str, str], uses: str) -> None:
        """Add an element; `uses` is the id of the element that it refers to, or empty."""
        transform = _TRANSFORMS.get(tag)
        if transform:
            paint = _Paint(place, transform, uses, transform in attributes)
            self._by_id[attributes.get("id", "")] = paint

    def problems(self) -> Iterator[tuple[tuple[int, int], Message]]:
        """Yield the place and a message for each paint whose transform is only on one that it refers to."""
        for paint in self._by_id.values():
            other, seen = paint, {paint.uses}
            while not other.has_transform and (target := self._by_id.get(other.uses)):
                other = target
                if other.has_transform:
                    name = paint.transform.replace("transform", "Transform")
                    message = tr(
                        "{name} of #{other} would not be drawn; write it here too",
                        name=name,
                        other=paint.uses,
                    )
                    yield paint.place, message
                if other.uses in seen:
                    break
                seen.add(other.uses)
