"""Findings on drawings as problems of the feed: one for each cause, however many drawings show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kiosk.drawn_checks.finding import Fault, Finding
from kiosk.drawn_checks.job import Proof
from kiosk.drawn_checks.written_places import WrittenPlaces
from kiosk.feed.message_catalog import short_value, tr
from kiosk.feed.problems import Position, Problem, Severity
from kiosk.feed.yaml_reader import Document

_KEYS = {
    Fault.QR_SIZE: ("link",),
    Fault.QR_READ: ("link",),
    Fault.PICTURE: ("picture", "video", "document"),
}
_SEVERITIES = {Fault.QR_SIZE: Severity.WARNING, Fault.SMALL: Severity.WARNING}


class _Cause(NamedTuple):
    """What the findings of one problem have in common."""

    position: Position
    fault: Fault
    words: str
    severity: Severity


def problems(proofs: Iterable[Proof], documents: Mapping[str, Document]) -> list[Problem]:
    """Return the findings as problems of the feed, the worst first."""
    written = WrittenPlaces(documents)
    causes: dict[_Cause, list[tuple[Proof, Finding]]] = {}
    for proof in proofs:
        for finding in proof.findings:
            causes.setdefault(_cause(written, proof, finding), []).append((proof, finding))
    return sorted(_problem(cause, seen) for cause, seen in causes.items())


def _cause(written: WrittenPlaces, proof: Proof, finding: Finding) -> _Cause:
    """Return the cause: a text of the feed, otherwise the slide, otherwise the product on this screen."""
    slide = f"slides/{proof.slide}.yaml" if proof.slide else ""
    severity = _SEVERITIES.get(finding.fault, Severity.ERROR)
    if finding.words:
        place = written.find(finding.words, slide, proof.language) or written.part(
            finding.words, finding.signs, slide, proof.language
        )
        if place:
            return _Cause(place, finding.fault, finding.words, severity)
        place = Position(f"screens/{proof.screen}.yaml")
        return _Cause(place, finding.fault, finding.words, Severity.WARNING)
    file = slide or f"screens/{proof.screen}.yaml"
    return _Cause(written.at(file, *_KEYS.get(finding.fault, ())), finding.fault, "", severity)


def _problem(cause: _Cause, seen: list[tuple[Proof, Finding]]) -> Problem:
    where = dict.fromkeys((proof.screen, proof.language) for proof, _ in seen)
    (screen, language), more = next(iter(where)), len(where) - 1
    first = tr("{screen} in {language}", screen=screen, language=language)
    on = tr("on {first} and {more} more", first=first, more=more) if more else tr("on {first}", first=first)
    proof, finding = seen[0]
    message = tr(
        "{fault}: {words}{detail} ({where}: {drawing})",
        fault=FAULTS[cause.fault],
        words=f"{short_value(finding.words)} " if cause.words else "",
        detail=finding.detail,
        where=on,
        drawing=tr("{kind} {name}", kind=_KINDS[proof.kind], name=proof.name),
    )
    return Problem(cause.severity, cause.position, message)


FAULTS = {
    Fault.FIT: tr("does not fit"),
    Fault.SMALL: tr("too small to be read from afar"),
    Fault.CONTRAST: tr("too little contrast"),
    Fault.QR_SIZE: tr("QR code too small"),
    Fault.QR_READ: tr("QR code cannot be read"),
    Fault.PICTURE: tr("cannot be shown"),
    Fault.SIGN: tr("no such character in any font"),
    Fault.UNDRAWN: tr("cannot be drawn"),
}
"""The text for each fault in a message."""

_KINDS = {
    "slide": tr("slide"),
    "page": tr("page"),
    "notice": tr("notice"),
    "alert": tr("alert"),
    "rest": tr("fallback slide"),
}
"""The text for each kind of drawing in a message."""
