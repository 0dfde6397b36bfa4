"""Sizes, positions and times that are valid but implausible."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.checks.check_subject import Subject
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Screen
from kiosk.feed.problems import Problem, error, warning
from kiosk.feed.written_sizes import GeoPosition

MIN_WIDTH_MM, MAX_WIDTH_MM = 100, 6000
MIN_DISTANCE_MM, MAX_DISTANCE_MM = 200, 30_000
MAX_DWELL_S = 300
MAX_PIXEL_RATIO = 1.15
"""The largest plausible aspect ratio of a pixel; beyond it, one of the four numbers must be wrong."""

NORTH, EAST = range(54, 71), range(9, 26)
"""Degrees around Sweden: with latitude and longitude swapped, the position is in the Indian Ocean."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield problems with screen sizes, office positions and slide durations."""
    for name, screen in subject.feed.screens.items():
        yield from _shape(subject, name, screen)
        yield from _dimensions(subject, name, screen)
    for name, office in subject.feed.offices.items():
        if office.position and _swapped(office.position):
            message = tr("latitude and longitude seem to be swapped")
            corrected = GeoPosition(office.position.longitude, office.position.latitude)
            yield warning(subject.at("offices", name, "position"), message, str(corrected))
    for name, slide in subject.feed.slides.items():
        if slide.dwell > MAX_DWELL_S and slide.kind not in {"video", "web"}:
            minutes = round(slide.dwell / 60)
            message = tr(
                "stays for {minutes} minutes before the next slide; is that intended?", minutes=minutes
            )
            yield warning(subject.at("slides", name, "dwell"), message)


def _shape(subject: Subject, name: str, screen: Screen) -> Iterator[Problem]:
    place = subject.at("screens", name, "resolution")
    size, dots = screen.size, screen.resolution
    if (size.width - size.height) * (dots.width - dots.height) < 0:
        message = tr(
            "the resolution {dots} and the size {size} do not agree: one is landscape, the other portrait",
            dots=str(dots),
            size=str(size),
        )
        yield error(place, message, f"{dots.height} x {dots.width}")
        return
    ratio = (size.width / dots.width) / (size.height / dots.height)
    if not 1 / MAX_PIXEL_RATIO < ratio < MAX_PIXEL_RATIO:
        message = tr(
            "the resolution {dots} and the size {size} mm do not agree: circles would be drawn as ellipses",
            dots=str(dots),
            size=str(size),
        )
        yield warning(place, message)


def _dimensions(subject: Subject, name: str, screen: Screen) -> Iterator[Problem]:
    widest = max(screen.size.width, screen.size.height)
    if not MIN_WIDTH_MM <= widest <= MAX_WIDTH_MM:
        message = tr("a picture {width} mm wide or high; is the size in millimetres?", width=widest)
        yield warning(subject.at("screens", name, "size"), message)
    if not MIN_DISTANCE_MM <= screen.distance <= MAX_DISTANCE_MM:
        message = tr(
            "read from {distance} mm away; write the unit, as in '600 mm' or '4 m'",
            distance=round(screen.distance),
        )
        yield warning(subject.at("screens", name, "distance"), message)
    if screen.layout == "panel" and not screen.touch:
        message = tr("a screen without touch shows a bar: a panel has no room for letters read from afar")
        yield warning(subject.at("screens", name, "layout"), message, "bar")


def _swapped(place: GeoPosition) -> bool:
    is_there = round(place.latitude) in NORTH and round(place.longitude) in EAST
    return not is_there and round(place.longitude) in NORTH and round(place.latitude) in EAST
