"""Problems with the media of a feed as they are used: cut off, too small, too long, or not readable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import atan, ceil, degrees

from kiosk.drawn_checks.job import Proof
from kiosk.drawn_checks.written_places import WrittenPlaces
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.models import Feed, Screen
from kiosk.feed.problems import Position, Problem, error, warning
from kiosk.feed.slides import PdfSlide, Slide, VideoSlide, media_of
from kiosk.feed.yaml_reader import Document
from kiosk.media.kinds import kinds_shown_by
from kiosk.media.media_facts import Kind, MediaFacts
from kiosk.media.preparation import Prepared, problems_of_file

MOST_ENLARGED = 1.25
"""A picture enlarged by more than this looks soft beside text that is drawn sharply."""

MOST_REDUCED = 2.5
"""A picture with more pixels than this per screen pixel, in each direction, only makes the feed larger."""

MOST_CUT = {"picture": 0.4}
MOST_CUT_BESIDE_WORDS = 0.6
"""The share of a picture that may be cut off without a warning."""

LEAST_ARC_MINUTES = 11.0
"""The apparent height of capitals that can just be read; for longer reading, ISO 9241-303 asks for 16."""

CAPITALS = 0.53
"""The height of capital letters in common fonts, as a fraction of the line height."""

_SLACK_S = 0.5
_MEDIA_KEYS = ("face", "picture", "pictures", "video", "document")


def media_problems(
    prepared: Prepared, proofs: Iterable[Proof], documents: Mapping[str, Document]
) -> list[Problem]:
    """Return the problems with the media of a feed, given the drawings that use them."""
    return sorted({*_Report(prepared, tuple(proofs), documents).problems()})


class _Report:
    def __init__(
        self, prepared: Prepared, proofs: tuple[Proof, ...], documents: Mapping[str, Document]
    ) -> None:
        self.prepared = prepared
        self.feed: Feed = prepared.feed
        self.proofs = proofs
        self.written = WrittenPlaces(documents)
        self.documents = documents

    def problems(self) -> Iterator[Problem]:
        for name, facts in self.prepared.found.items():
            yield from problems_of_file(name, facts)
        yield from self._sizes()
        for slide_id in self.feed.slides:
            yield from self._slide_problems(slide_id)

    def _facts(self, name: str) -> MediaFacts | None:
        facts = self.prepared.found.get(name)
        return facts if isinstance(facts, MediaFacts) and not facts.faults else None

    def _sizes(self) -> Iterator[Problem]:
        largest: dict[str, tuple[int, int]] = {}
        for proof in self.proofs:
            for use in proof.uses:
                name = self.prepared.original(use.file)
                largest[name] = max(largest.get(name, (0, 0)), (use.width, use.height))
                if proof.slide:
                    yield from self._cut(name, proof, use.width, use.height)
        for name, needed in largest.items():
            facts = self._facts(name)
            if facts and facts.kind == "picture":
                yield from _size(name, facts, needed)

    def _cut(self, name: str, proof: Proof, width: int, height: int) -> Iterator[Problem]:
        """Yield a warning if more of a picture is cut off than can be intended."""
        slide, facts = self.feed.slides[proof.slide], self._facts(name)
        if not facts or getattr(slide, "fit", "contain") == "contain" or not width or not height:
            return
        aspect = facts.aspect or facts.width / max(1, facts.height)
        cut = 1 - min(aspect / (width / height), (width / height) / aspect) if aspect else 0.0
        if cut > MOST_CUT.get(slide.kind, MOST_CUT_BESIDE_WORDS):
            message = tr(
                "{cut:.0%} of {name} is cut off on {screen}; `fit: contain` shows all of it, "
                "or use a picture of the shape of its place",
                cut=cut,
                name=name,
                screen=proof.screen,
            )
            yield warning(self._at(proof.slide, "picture"), message)

    def _at(self, slide_id: str, *keys: str) -> Position:
        return self.written.at(f"slides/{slide_id}.yaml", *keys)

    def _slide_problems(self, slide_id: str) -> Iterator[Problem]:
        slide = self.feed.slides[slide_id]
        for name in sorted(media_of(slide)):
            facts = self._facts(name)
            if facts is None:
                continue
            if message := _other_kind(slide, name, facts):
                yield error(self._at(slide_id, *_MEDIA_KEYS), message)
            elif isinstance(slide, VideoSlide):
                yield from self._film(slide_id, slide, facts)
            elif isinstance(slide, PdfSlide):
                yield from self._pages(slide_id, slide, facts)

    def _film(self, slide_id: str, slide: VideoSlide, facts: MediaFacts) -> Iterator[Problem]:
        if facts.seconds > slide.dwell + _SLACK_S:
            message = tr(
                "{video} takes {seconds} s and is cut off after {dwell:g} s; "
                "write dwell: {seconds} s, or shorten the film",
                video=slide.video,
                seconds=ceil(facts.seconds),
                dwell=slide.dwell,
            )
            yield warning(self._at(slide_id, "dwell", "video"), message)
        still = [screen for screen in self._screens(slide_id) if not self._moves(screen)]
        if facts.still_is_plain and still:
            message = tr(
                "screen {screen} shows a frame of {video} without motion, and that has one colour; "
                "use a picture on screens with motion: false",
                screen=still[0],
                video=slide.video,
            )
            yield warning(self._at(slide_id, "video"), message)

    def _screens(self, slide_id: str) -> list[str]:
        return list(dict.fromkeys(proof.screen for proof in self.proofs if proof.slide == slide_id))

    def _moves(self, screen: str) -> bool:
        return self.feed.motion and self.feed.screens[screen].motion

    def _pages(self, slide_id: str, slide: PdfSlide, facts: MediaFacts) -> Iterator[Problem]:
        file = f"slides/{slide_id}.yaml"
        has = tr("{count} pages", count=facts.pages) if facts.pages > 1 else tr("1 page")
        for index, number in enumerate(slide.pages):
            if number > facts.pages:
                document = self.documents.get(file)
                place = document.position(("pages", index)) if document else Position(file)
                message = tr(
                    "there is no page {number}: {file} has {pages}",
                    number=number,
                    file=slide.document,
                    pages=has,
                )
                yield error(place, message)
        yield from self._unreadable(slide_id, slide, facts)

    def _unreadable(self, slide_id: str, slide: PdfSlide, facts: MediaFacts) -> Iterator[Problem]:
        """Yield a warning for the screen on which the text looks smallest, if it is too small."""
        seen: list[tuple[float, str, int]] = []
        for proof in self.proofs:
            if proof.slide != slide_id or not proof.uses:
                continue
            width, number = proof.uses[0].painted_width, _page(proof, slide)
            line_mm = facts.letters.get(number, 0.0) * width * _mm_per_pixel(self.feed.screens[proof.screen])
            if line_mm:
                seen.append((_arc_minutes(line_mm, self.feed.screens[proof.screen]), proof.screen, number))
        if seen and min(seen)[0] < LEAST_ARC_MINUTES:
            _, screen, number = min(seen)
            distance = self.feed.screens[screen].distance / 1000
            message = tr(
                "the text of page {number} is too small to read from {distance:g} m on {screen}; "
                "use larger letters and fewer words, or a page of the shape of the screen",
                number=number,
                distance=distance,
                screen=screen,
            )
            yield warning(self._at(slide_id, "document"), message)


_WANTED = {"video": tr("a film (.mp4, .webm)"), "pdf": tr("a document (.pdf)")}
_PICTURE = tr("a picture (.svg, .png, .jpg)")
_SHOWN_BY = {"film": "video", "document": "pdf", "picture": "picture", "drawing": "picture"}
_NAMES: dict[Kind, Message] = {
    "film": tr("a film"),
    "document": tr("a document"),
    "picture": tr("a picture"),
    "drawing": tr("a drawing"),
    "sound": tr("a sound"),
}


def _other_kind(slide: Slide, name: str, facts: MediaFacts) -> str:
    """Return a message if a slide names a file of a kind that it does not show, or nothing."""
    if facts.kind in kinds_shown_by(slide.kind):
        return ""
    message = tr(
        "{name} is {kind}, and here {wanted} is shown",
        name=name,
        kind=_NAMES.get(facts.kind, ""),
        wanted=_WANTED.get(slide.kind, _PICTURE),
    )
    key = _SHOWN_BY.get(facts.kind)
    return tr("{problem}; `kind: {key}` shows it", problem=message, key=key) if key else message


def _page(proof: Proof, slide: PdfSlide) -> int:
    """Return the page that a drawing shows; drawings are numbered in the order of their pages."""
    _, _, number = proof.name.removeprefix(proof.slide).rpartition("-")
    index = int(number) - 1 if number.isdigit() else 0
    return slide.pages[index] if index < len(slide.pages) else index + 1


def _mm_per_pixel(screen: Screen) -> float:
    return screen.size.width / screen.resolution.width


def _arc_minutes(line_mm: float, screen: Screen) -> float:
    return 60 * degrees(atan(line_mm * CAPITALS / screen.distance))


def _size(name: str, facts: MediaFacts, needed: tuple[int, int]) -> Iterator[Problem]:
    has, wants = f"{facts.width} x {facts.height}", f"{needed[0]} x {needed[1]}"
    enlarged = max(needed[0] / facts.width, needed[1] / facts.height)
    if enlarged > MOST_ENLARGED:
        message = tr("too small: it has {has} pixels and is drawn as large as {wants}", has=has, wants=wants)
        yield warning(Position(name), message)
    elif 1 / enlarged > MOST_REDUCED:
        message = tr(
            "needlessly large: it has {has} pixels; at most {wants} can be seen", has=has, wants=wants
        )
        yield warning(Position(name), message)
