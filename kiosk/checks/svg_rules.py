"""What an SVG may not hold: programs, entities, anything from another file, and what the renderer leaves out.

It draws nothing. What it does not find the renderer tells (`kiosk/media/vector_drawing.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from xml.parsers import expat

MAX_BYTES = 4 << 20
MOST_SHAPES = 100_000
"""So many are drawn in about a second; a drawing that uses its parts again and again may hold billions."""

_ACTIVE = {
    *("script", "foreignObject", "iframe", "object", "embed", "handler", "listener"),
    *("audio", "video", "canvas"),
}
_MOVING = {"animate", "animateColor", "animateMotion", "animateTransform", "set"}
_LEFT_OUT = {
    *("flowRoot", "flowRegion", "meshgradient", "meshGradient", "mesh", "hatch", "solidcolor", "solidColor"),
    *("altGlyph", "glyph", "tref", "color-profile"),
}
"""Elements that the renderer knows nothing of and passes over."""

_RASTER = ("data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp")

Place = tuple[int, int]
"""Line and column, from 1."""


def faults(data: bytes) -> list[tuple[Place, str]]:
    """Return what is wrong with an SVG, each with where it stands; reading ends at what is no XML."""
    if data.startswith(b"\x1f\x8b"):
        return [((0, 0), "compressed with gzip; save it as plain SVG, or unpack it")]
    if len(data) > MAX_BYTES:
        return [((0, 0), f"larger than {MAX_BYTES >> 20} MiB; draw it simpler, or use a picture of dots")]
    return _Reader().read(data)


class _Reader:
    def __init__(self) -> None:
        self.found: list[tuple[Place, str]] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = lambda _name: self.parts.leave()
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parts: Parts = Parts()
        self.depth = 0

    def read(self, data: bytes) -> list[tuple[Place, str]]:
        try:
            self.parser.Parse(data, True)
            self._weigh()
        except expat.ExpatError as bad:
            self.found.append(((bad.lineno, bad.offset + 1), f"not a drawing: {expat.ErrorString(bad.code)}"))
        except _Stop:
            pass
        return self.found

    def _weigh(self) -> None:
        told = f"draws more than {MOST_SHAPES} shapes, counting those it uses again; draw it simpler"
        try:
            if self.parts.count() <= MOST_SHAPES:
                return
        except CycleError as bad:
            circle = " > ".join(reversed(bad.args[1]))
            told = f"a part uses itself, without end: {circle}; take one <use> out of the circle"
        self.found.append(((0, 0), told))

    def _tell(self, message: str) -> None:
        place = (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.found.append((place, message))

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if not self.depth and tag != "svg":
            self._tell(f"not a drawing: it begins with <{tag}> instead of <svg>")
            raise _Stop
        self.depth += 1
        if tag in _ACTIVE:
            self._tell(f"<{tag}> runs or embeds something; a drawing may hold shapes only")
        elif tag in _MOVING:
            self._tell(f"<{tag}> moves, and a drawing stands still; remove it, or export a film (.mp4)")
        elif tag in _LEFT_OUT:
            self._tell(f"<{tag}> would not be drawn; turn it into paths")
        if _is_turned_around(attributes):
            self._tell("text with direction rtl would stand in the wrong place; turn it into paths")
        self.parts.enter(attributes)
        for key, value in attributes.items():
            for message in _attribute(key.rpartition(":")[2].lower(), value.strip().lower()):
                self._tell(message)

    def _entity(self, *declared: object) -> None:
        self._tell(f"declares the entity {declared[0]!r}; a drawing needs none")
        raise _Stop

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            self._tell("takes its style from another file; write it into the drawing")


class Parts:
    """The parts of a drawing that have a name, and which others each of them holds or uses."""

    def __init__(self) -> None:
        self._around = [""]
        self._open = {""}
        self._shapes = Counter[str]()
        self._holds: dict[str, Counter[str]] = {}

    def enter(self, attributes: dict[str, str]) -> None:
        """Go into an element; an id within the same id is no part of its own."""
        around, own = self._around[-1], attributes.get("id", "")
        part = around if own in self._open else own
        if part != around:
            self._open.add(part)
            self._holds.setdefault(around, Counter())[part] += 1
        self._shapes[part] += 1
        for key, value in attributes.items():
            if key.rpartition(":")[2] == "href" and value.startswith("#"):
                self._holds.setdefault(part, Counter())[value[1:]] += 1
        self._around.append(part)

    def leave(self) -> None:
        """Leave the element."""
        left = self._around.pop()
        if left != self._around[-1]:
            self._open.remove(left)

    def count(self) -> int:
        """Return how many shapes are drawn in all, to one too many; raises `CycleError`."""
        sizes: dict[str, int] = {}
        for part in TopologicalSorter(self._holds).static_order():
            held = self._holds.get(part, Counter())
            size = self._shapes[part] + sum(sizes[each] * times for each, times in held.items())
            sizes[part] = min(size, MOST_SHAPES + 1)
        return sizes.get("", self._shapes[""])


class _Stop(Exception):  # noqa: N818  # not an error of ours, but the end of reading
    """Nothing that follows can be trusted."""


def _attribute(key: str, value: str) -> Iterator[str]:
    if key.startswith("on"):
        yield f"{key}= runs a program; a drawing may hold shapes only"
    if key == "href" and not value.startswith(("#", *_RASTER)):
        if value.startswith("data:image/"):
            yield f"embeds {value[5:].partition(',')[0][:40]!r}; only PNG, JPEG, GIF and WebP are drawn"
        else:
            yield f"refers to {value[:60]!r}; a drawing may not load anything"
    if "url(" in value and "url(#" not in value.replace("'", "").replace('"', "").replace(" ", ""):
        yield f"refers to {value[:60]!r}; a drawing may not load anything"


def _is_turned_around(attributes: dict[str, str]) -> bool:
    style = attributes.get("style", "").replace(" ", "")
    rtl = attributes.get("direction") == "rtl" or "direction:rtl" in style
    return rtl and attributes.get("text-anchor") != "middle" and "text-anchor:middle" not in style
