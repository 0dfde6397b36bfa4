"""Translations as XLIFF 1.2: a `file` for each file and language, a `trans-unit` for each text.

https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html. Parsed with expat, which reports line numbers. A
document type declaration is refused, since only that could expand entities or load files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring
from xml.parsers import expat

from kiosk.feed.message_catalog import Message, tr
from kiosk.studio.core.translations.translator_file import (
    ReturnedFile,
    ReturnedUnit,
    broken,
    version_in,
    version_note,
)
from kiosk.studio.core.translations.units import TranslationState, Unit

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_STATES = {
    TranslationState.MISSING: "new",
    TranslationState.STALE: "needs-adaptation",
    TranslationState.DRAFT: "needs-review-translation",
    TranslationState.DONE: "translated",
}
_FINISHED = frozenset(("translated", "final", "signed-off"))
_MARKERS = frozenset(("mrk",))
"""Elements that tools put around words within a text."""


def write(source: str, units: Mapping[str, Sequence[Unit]]) -> bytes:
    """Return the file for all these languages."""
    root = Element("xliff", {"version": "1.2", "xmlns": _NAMESPACE})
    for language, listed in units.items():
        for name, of_file in groupby(listed, key=lambda unit: unit.file):
            file = SubElement(root, "file", original=name, datatype="plaintext")
            file.set("source-language", tag(source))
            file.set("target-language", tag(language))
            body = SubElement(file, "body")
            for unit in of_file:
                _add(body, unit)
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add(body: Element, unit: Unit) -> None:
    element = SubElement(body, "trans-unit", {"id": unit.place, "xml:space": "preserve"})
    SubElement(element, "source").text = unit.source
    SubElement(element, "target", state=_STATES[unit.state]).text = unit.target
    if unit.state is TranslationState.DONE:
        element.set("approved", "yes")
    place = SubElement(element, "context-group", purpose="location")
    SubElement(place, "context", {"context-type": "sourcefile"}).text = unit.file
    SubElement(place, "context", {"context-type": "linenumber"}).text = str(unit.line)
    SubElement(element, "note").text = version_note(unit)


def tag(language: str) -> str:
    """Return a language code as XML requires it (BCP 47): `fa-AF`."""
    return language.replace("_", "-")


def read(path: Path) -> ReturnedFile:
    """Read a file; raises `ContentError` and `OSError`."""
    reader = _XliffReader(path)
    try:
        reader.parser.Parse(path.read_bytes(), True)
    except expat.ExpatError as bad:
        message = tr("not an XLIFF file: {reason}", reason=expat.ErrorString(bad.code))
        raise broken(path, message, bad.lineno) from bad
    return ReturnedFile(path.name, reader.source, reader.languages)


class _XliffReader:
    """Collects the units; `texts` and `notes` gather the characters of the current unit."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.source = ""
        self.languages: dict[str, list[ReturnedUnit]] = {}
        self.original = self.language = self.within = ""
        self.depth = 0
        self._begin_unit({}, 0)
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _refuse(self, *_: object) -> None:
        raise broken(
            self.path, tr("declares a document type, which is not read here; delete it"), self._line()
        )

    def _line(self) -> int:
        return self.parser.CurrentLineNumber

    def _begin_unit(self, attributes: Mapping[str, str], line: int) -> None:
        self.id, self.line = attributes.get("id", ""), line
        self.texts = {"source": "", "target": ""}
        self.notes: list[str] = []
        self.done = attributes.get("approved") == "yes"
        self.trouble: Message | None = None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, name = name.rpartition(" ")
        self.depth += 1
        if self.depth == 1 and (name != "xliff" or space != _NAMESPACE):
            raise broken(self.path, tr("not XLIFF 1.2; export the file again in this format"), self._line())
        if self.within in self.texts:
            if name not in _MARKERS:
                self.trouble = tr("<{tag}> within a text is not kept here; write plain text", tag=name)
        elif name == "file":
            self.original, self.language = (
                attributes.get("original", ""),
                attributes.get("target-language", ""),
            )
            self.source = attributes.get("source-language", "")
            self.languages.setdefault(self.language, [])
        elif name == "trans-unit":
            self._begin_unit(attributes, self._line())
        elif name in {"source", "target", "note", "alt-trans", "seg-source"} and not self.within:
            self.within = name
            self.notes += [""] * (name == "note")
            if name == "target":
                self.done |= attributes.get("state") in _FINISHED

    def _characters(self, words: str) -> None:
        if self.within == "note":
            self.notes[-1] += words
        elif self.within in self.texts:
            self.texts[self.within] += words

    def _end(self, name: str) -> None:
        name = name.rpartition(" ")[2]
        self.depth -= 1
        if name == self.within:
            self.within = ""
        elif name == "trans-unit" and not self.within:
            self.languages.setdefault(self.language, []).append(
                ReturnedUnit(
                    f"{self.original}:{self.id}",
                    self.texts["source"],
                    self.texts["target"],
                    self.done,
                    self.line,
                    version_in(self.notes),
                    self.trouble,
                )
            )
