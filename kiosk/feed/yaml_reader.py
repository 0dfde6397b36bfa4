"""Reading YAML 1.2 into plain values with their positions; refuses ambiguous, endless and too large input.

YAML 1.1, which PyYAML resolves by default, reads `no` as false and `10:30` as 630. Here scalars follow the
core schema of YAML 1.2 (section 10.3.2), a repeated key is reported instead of silently overriding the
first, tags are refused, and aliases count as what they expand to. Our limit on depth is reported rather than
libyaml's own: its scanner reads ahead, and can fail before it delivers the first event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import field
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.tokens import (
    BlockEndToken,
    BlockMappingStartToken,
    BlockSequenceStartToken,
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
)

from kiosk.feed import yaml_errors
from kiosk.feed.file_formats import other_format
from kiosk.feed.message_catalog import Message, short_value, tr
from kiosk.feed.problems import ContentError, Position, Problem, error
from kiosk.feed.yaml_scalars import scalar, to_nfc
from kiosk.frozen import frozen

MAX_BYTES = 1 << 20
MAX_NODES = 50_000
MAX_DEPTH = 24
YAML_TAG = "tag:yaml.org,2002:"
MERGE = "<<"
"""The merge key of YAML 1.1, which YAML 1.2 no longer has."""

MAX_TAG = 40
"""The maximum number of characters of a tag in a message."""

Path = tuple[str | int, ...]


@frozen
class Document:
    """One file: its plain value, and for each path in it the positions of its key and of its value.

    `comments` holds, by path, the comments after a value that were perhaps meant as text: they follow an
    unquoted text after one space, or have no space after the `#`. `derived` caches what is computed from the
    value, which does not change once it is validated: an editor reads most files once, and checks them many
    times.
    """

    file: str
    value: Any
    keys: dict[Path, Position] = field(repr=False)
    values: dict[Path, Position] = field(repr=False)
    comments: dict[Path, tuple[Position, str]] = field(default_factory=dict, repr=False)
    derived: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def position(self, path: Path, *, key: bool = False) -> Position:
        """Return the position of `path`, or of the innermost enclosing part that has one."""
        for end in range(len(path), -1, -1):
            here = path[:end]
            position = (self.keys.get(here) if key else None) or self.values.get(here)
            if position:
                return position
        return Position(self.file)


_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_AFTER_PLAIN = re.compile(r" #|[ \t,\]}]*[ \t,]#\S")
_AFTER_QUOTE = re.compile(r"[ \t,\]}]*[ \t,]#\S")
_AFTER_HEADER = re.compile(r"[|>][-+1-9]*[ \t]*#\S")


def read(data: bytes, file: str) -> Document:
    """Read one YAML document.

    Raises `ContentError` with every repeated key and tag, or with the first place that cannot be read.
    """
    text = _decode(data, file)
    builder = _Builder(file, _events(text, file), yaml_lines(text))
    value = builder.document()
    if builder.problems:
        raise ContentError(builder.problems)
    return Document(file, value, builder.keys, builder.values, builder.comments)


def yaml_lines(text: str) -> list[str]:
    """Split a text at YAML's line breaks."""
    return _BREAK.split(text)


def _decode(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        raise ContentError([error(Position(file), too_large())])
    if kind := other_format(data):
        raise ContentError([error(Position(file, 1, 1), kind)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        before = data[: bad.start].decode("utf-8-sig", "replace")
        message = tr("not UTF-8 text; save the file as UTF-8")
        raise ContentError([error(_position_after(file, before), message)]) from bad


def too_large() -> Message:
    """Return the message for a file that is larger than `MAX_BYTES`."""
    return tr("larger than {size} MiB; split it into smaller files", size=MAX_BYTES >> 20)


def _position_after(file: str, before: str) -> Position:
    return Position(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _events(text: str, file: str) -> Iterator[Event]:
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.reader.ReaderError as bad:
        message = tr("a character that text cannot hold: {reason}", reason=bad.reason)
        raise ContentError([error(_reader_place(file, text), message)]) from bad
    except yaml.MarkedYAMLError as bad:
        mark, message = yaml_errors.explain(bad, text)
        place = bad.problem_mark or bad.context_mark
        _check_depth(text[: place.index] if place else text, file)
        raise ContentError(
            [error(_marked(file, mark), tr("not valid YAML: {fault}", fault=message))]
        ) from bad


def _depth() -> Message:
    return tr("nested deeper than {count} levels", count=MAX_DEPTH)


_OPENING = (BlockSequenceStartToken, BlockMappingStartToken, FlowSequenceStartToken, FlowMappingStartToken)
_CLOSING = (BlockEndToken, FlowSequenceEndToken, FlowMappingEndToken)


def _check_depth(text: str, file: str) -> None:
    """Raise `ContentError` if `text`, up to where it cannot be read, is nested too deeply."""
    depth = end = 0
    for _ in range(2):  # the second time after the last token of the first
        begin = end
        with suppress(yaml.YAMLError):
            for token in yaml.scan(text[begin:], Loader=yaml.CSafeLoader):
                end = begin + token.end_mark.index
                depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
                if depth > MAX_DEPTH + 1:  # the document itself is level 0
                    place = _position_after(file, text[: begin + token.start_mark.index])
                    raise ContentError([error(place, _depth())])


def _marked(file: str, mark: yaml_errors.AnyMark) -> Position:
    return Position(file, mark.line + 1, mark.column + 1) if mark else Position(file)


_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _reader_place(file: str, text: str) -> Position:
    match = _UNPRINTABLE.search(text)
    return _position_after(file, text[: match.start()]) if match else Position(file)


def _node_event(event: Event) -> NodeEvent:
    """Return `event`, which by YAML's grammar is the start of a node."""
    if isinstance(event, NodeEvent):
        return event
    raise TypeError(event)


class _Builder:
    """Builds plain values from parser events, with a bound on depth and on nodes after alias expansion."""

    def __init__(self, file: str, events: Iterator[Event], lines: Sequence[str]) -> None:
        self.file = file
        self.lines = lines
        self.comments: dict[Path, tuple[Position, str]] = {}
        self.events = events
        self.keys: dict[Path, Position] = {}
        self.values: dict[Path, Position] = {}
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.unused: dict[str, NodeEvent] = {}
        """The anchors that no alias has used so far: probably texts that begin with `&`."""

        self.count = 0

    def document(self) -> Any:
        value = None
        for event in self.events:
            if isinstance(event, DocumentStartEvent) and self.values:
                self._stop(event, tr("a second document in one file; only one is read"))
            if isinstance(event, NodeEvent):
                value = self._node(event, ())
        for name, event in self.unused.items():
            self._problem(event, tr("'&{name}' is lost: put quotes around a text with it", name=name))
        return value

    def _node(self, event: NodeEvent, path: Path) -> Any:
        self.values[path] = self._at(event)
        if isinstance(event, AliasEvent):
            return self._alias(event)
        self._count(event, 1)
        before = self.count
        value = self._value(event, path)
        if event.anchor:
            self.anchors[event.anchor] = (value, self.count - before + 1)
            self.unused.setdefault(event.anchor, event)
        return value

    def _value(self, event: NodeEvent, path: Path) -> Any:
        tag = getattr(event, "tag", None)  # every node but an alias has one
        if tag and tag != "!":
            message = tr(
                "tags such as {tag} are not used here; a text that begins with '!' needs quotes around it",
                tag=tag.replace(YAML_TAG, "!!")[:MAX_TAG],
            )
            self._problem(event, message)
        if len(path) > MAX_DEPTH:
            self._stop(event, _depth())
        if isinstance(event, ScalarEvent):
            self._comment(event, path)
            return scalar(event.value) if event.implicit[0] else to_nfc(event.value)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _comment(self, event: ScalarEvent, path: Path) -> None:
        """Remember the comment that follows a scalar on its last line, or the header of a block."""
        block = event.style in {"|", ">"}
        mark = event.start_mark if block else event.end_mark
        line = self.lines[mark.line] if mark and mark.line < len(self.lines) else ""
        form = _AFTER_HEADER if block else _AFTER_PLAIN if event.implicit[0] else _AFTER_QUOTE
        if mark and "#" in line and form.match(line, mark.column):
            column = line.index("#", mark.column) + 1
            self.comments[path] = Position(self.file, mark.line + 1, column), line[column:]

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), SequenceEndEvent):
            items.append(self._node(_node_event(event), (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            name = self._key(event, path)
            value = self._node(_node_event(next(self.events)), (*path, name))
            if name == MERGE:
                self._problem(event, tr("'<<' is not supported here: write out what it stands for"))
                continue
            if name in items:
                line = self.keys[*path, name].line
                message = tr(
                    "the key {name} is repeated; the first is on line {line}",
                    name=short_value(name),
                    line=line,
                )
                self._problem(event, message)
                continue
            items[name] = value
            self.keys[*path, name] = self._at(event)
        return items

    def _key(self, event: Event, path: Path) -> str:
        if isinstance(event, ScalarEvent):
            return to_nfc(event.value)
        self._problem(event, tr("a key must be a single word"))
        self._node(_node_event(event), (*path, "?"))
        return "?"

    def _alias(self, event: AliasEvent) -> Any:
        anchored = self.anchors.get(event.anchor or "")
        if anchored is None:
            self._stop(event, tr("*{name} is used inside, or before, what it refers to", name=event.anchor))
        self.unused.pop(event.anchor or "", None)
        value, size = anchored
        self._count(event, size)
        return value

    def _count(self, event: Event, nodes: int) -> None:
        self.count += nodes
        if self.count > MAX_NODES:
            message = tr(
                "more than {count} values in one file, counting what aliases expand to", count=MAX_NODES
            )
            self._stop(event, message)

    def _at(self, event: Event) -> Position:
        return _marked(self.file, event.start_mark)

    def _problem(self, event: Event, message: Message) -> None:
        self.problems.append(error(self._at(event), message))

    def _stop(self, event: Event, message: Message) -> NoReturn:
        raise ContentError([*self.problems, error(self._at(event), message)])
