"""Refused content in an SVG: scripts, entities, external files, and what the renderer does not support.

Nothing is drawn here; further problems are reported by the renderer (`kiosk/media/vector_drawing.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from xml.parsers import expat

from kiosk.checks import svg_style
from kiosk.checks.svg_paints import Paints
from kiosk.checks.svg_text import TextReader
from kiosk.feed.message_catalog import short_value, tr

MAX_BYTES = 4 << 20
MAX_SHAPES = 100_000
"""Drawing this many takes about a second; a drawing that reuses its parts may contain billions."""

_ACTIVE = {
    *("script", "foreignObject", "iframe", "object", "embed", "handler", "listener"),
    *("audio", "video", "canvas"),
}
_MOVING = {"animate", "animateColor", "animateMotion", "animateTransform", "set"}
_LEFT_OUT = {
    *("flowRoot", "flowRegion", "meshgradient", "meshGradient", "mesh", "hatch", "solidcolor", "solidColor"),
    *("altGlyph", "glyph", "tref", "color-profile"),
    "feDisplacementMap",
}
"""Elements that the renderer ignores, or draws wrongly."""

_LINKS = ("http://", "https://", "mailto:", "tel:")
"""Allowed link targets: screens neither follow links nor load anything from them."""

_RASTER = ("data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp")

SourcePosition = tuple[int, int]
"""Line and column, from 1."""


SvgFinding = tuple[SourcePosition, str]
"""A place in the source, and a message."""


def svg_errors(data: bytes) -> list[SvgFinding]:
    """Return the errors in an SVG; reading ends at the first XML error."""
    return svg_problems(data)[0]


def svg_problems(data: bytes) -> tuple[list[SvgFinding], list[SvgFinding]]:
    """Return the errors and the warnings for an SVG."""
    if data.startswith(b"\x1f\x8b"):
        return [((0, 0), tr("compressed with gzip; save it as plain SVG, or unpack it"))], []
    if len(data) > MAX_BYTES:
        most = MAX_BYTES >> 20
        message = tr("larger than {most} MiB; simplify it, or use a pixel image", most=most)
        return [((0, 0), message)], []
    reader = _SvgReader()
    return reader.read(data), reader.warnings


class _SvgReader:
    def __init__(self) -> None:
        self.errors: list[SvgFinding] = []
        self.warnings: list[SvgFinding] = []
        self.texts, self.paints = TextReader(), Paints()
        self.sheet: list[str] | None = None
        self.sheet_place = self.text_place = (1, 1)
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parts: Parts = Parts()
        self.depth = 0

    def read(self, data: bytes) -> list[tuple[SourcePosition, str]]:
        try:
            self.parser.Parse(data, True)
            self._count_shapes()
            self.errors += self.paints.problems()
        except expat.ExpatError as bad:
            message = tr("not a drawing: {reason}", reason=expat.ErrorString(bad.code))
            self.errors.append(((bad.lineno, bad.offset + 1), message))
        except _Stop:
            pass
        return self.errors

    def _count_shapes(self) -> None:
        message = tr(
            "draws more than {most} shapes, counting those it uses again; simplify it", most=MAX_SHAPES
        )
        try:
            if self.parts.count() <= MAX_SHAPES:
                return
        except CycleError as bad:
            cycle = " > ".join(reversed(bad.args[1]))
            message = tr(
                "a part uses itself, without end: {circle}; remove one <use> from the cycle", circle=cycle
            )
        self.errors.append(((0, 0), message))

    def _place(self) -> SourcePosition:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _report(self, message: str) -> None:
        self.errors.append((self._place(), message))

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if not self.depth and tag != "svg":
            self._report(tr("not a drawing: it begins with <{tag}> instead of <svg>", tag=tag))
            raise _Stop
        self.depth += 1
        if tag in _ACTIVE:
            self._report(tr("<{tag}> runs or embeds something; a drawing may hold shapes only", tag=tag))
        elif tag in _MOVING:
            self._report(
                tr("<{tag}> moves, and a drawing does not; remove it, or export a film (.mp4)", tag=tag)
            )
        elif tag in _LEFT_OUT:
            self._report(tr("<{tag}> would not be drawn; turn it into paths, or into a pixel image", tag=tag))
        self._look_for_undrawn(tag.lower(), attributes)
        self.parts.enter(attributes)
        for key, value in attributes.items():
            for message in _attribute(tag, key.rpartition(":")[2].lower(), value.strip()):
                self._report(message)

    def _look_for_undrawn(self, tag: str, attributes: dict[str, str]) -> None:
        plain = {key.rpartition(":")[2].lower(): value.strip() for key, value in attributes.items()}
        style = svg_style.declarations(plain.get("style", ""))
        self.texts.enter(tag, {**plain, **style})
        self.paints.add(self._place(), tag, plain, plain.get("href", "").removeprefix("#"))
        self._report_undrawn(self._place(), svg_style.undrawn_in_element(tag, plain, style))
        if tag == "text":
            self.text_place = self._place()
        if tag == "style":
            self.sheet, self.sheet_place = [], self._place()

    def _report_undrawn(self, place: SourcePosition, undrawn: Iterable[svg_style.Undrawn]) -> None:
        for message, is_warning in undrawn:
            (self.warnings if is_warning else self.errors).append((place, message))

    def _characters(self, words: str) -> None:
        self.texts.read(words)
        if self.sheet is not None:
            self.sheet.append(words)

    def _end(self, _name: str) -> None:
        self.parts.leave()
        self.errors += ((self.text_place, message) for message in self.texts.leave())
        if self.sheet is not None:
            self._read_sheet("".join(self.sheet))
            self.sheet = None

    def _read_sheet(self, sheet: str) -> None:
        for begin, selector, properties in svg_style.rules(sheet):
            line = self.sheet_place[0] + sheet.count("\n", 0, begin)
            self._report_undrawn((line, 1), svg_style.undrawn_in_rule(selector, properties))

    def _entity(self, *declared: object) -> None:
        self._report(tr("declares the entity {name}; a drawing needs none", name=short_value(declared[0])))
        raise _Stop

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            self._report(tr("loads its style from another file; copy the style into the drawing"))


class Parts:
    """The parts of a drawing that have an id, and the parts that each contains or uses."""

    def __init__(self) -> None:
        self._around = [""]
        self._open = {""}
        self._shapes = Counter[str]()
        self._holds: dict[str, Counter[str]] = {}

    def enter(self, attributes: dict[str, str]) -> None:
        """Enter an element; an id within the same id does not count as a separate part."""
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
        """Return the number of shapes drawn, capped at one above the limit; raises `CycleError`."""
        sizes: dict[str, int] = {}
        for part in TopologicalSorter(self._holds).static_order():
            held = self._holds.get(part, Counter())
            size = self._shapes[part] + sum(sizes[each] * times for each, times in held.items())
            sizes[part] = min(size, MAX_SHAPES + 1)
        return sizes.get("", self._shapes[""])


class _Stop(Exception):  # noqa: N818  # not an error, but the end of reading
    """Nothing that follows can be trusted."""


def _attribute(tag: str, key: str, value: str) -> Iterator[str]:
    plain = value.lower()
    if key.startswith("on"):
        yield tr("{key}= runs a program; a drawing may hold shapes only", key=key)
    harmless = _LINKS if tag == "a" else _RASTER
    if key == "href" and not plain.startswith(("#", *harmless)):
        if plain.startswith("data:image/"):
            what = short_value(value[5:].partition(",")[0][:40])
            yield tr("embeds {what}; only PNG, JPEG, GIF and WebP are drawn", what=what)
        else:
            yield tr("refers to {what}; a drawing may not load anything", what=short_value(value))
    if "url(" in plain and "url(#" not in plain.replace("'", "").replace('"', "").replace(" ", ""):
        yield tr("refers to {what}; a drawing may not load anything", what=short_value(value))
