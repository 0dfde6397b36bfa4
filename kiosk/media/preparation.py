"""Examine the media of a feed and convert them for its screens; the admin's files are not modified.

`check` and `preview` draw what `publish` publishes: all three use the prepared feed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Feed, Media, Rendition
from kiosk.feed.problems import Position, Problem, error, warning
from kiosk.feed.slides import PdfSlide, Slide, VideoSlide, media_of
from kiosk.feed.targeting import playlists_for
from kiosk.feed.written_sizes import Size
from kiosk.frozen import frozen
from kiosk.media.converter import convert_all
from kiosk.media.hashing import hash_file
from kiosk.media.kinds import kinds_shown_by
from kiosk.media.media_facts import Made, MediaFacts, Need, Order
from kiosk.media.rendition_cache import RenditionCache

CHANGED = tr("changed while it was being read; try again")

Found = Mapping[str, MediaFacts | str]
"""By name in the feed: the facts of a file, or why it cannot be examined."""


@frozen
class Prepared:
    """A feed with converted media; `files` contains their paths."""

    feed: Feed
    folder: Path
    found: Found
    files: Mapping[str, Path]

    def locate(self, path: str) -> Path:
        """Return the path of a media file of the feed."""
        return self.files.get(path) or self.folder / path

    @cached_property
    def _names(self) -> Mapping[Path, str]:
        return {path: name.rpartition("/")[0] for name, path in self.files.items()}

    def original(self, file: str) -> str:
        """Return the name of the admin's media file that a file is, or was converted from."""
        path = Path(file)
        return self._names.get(path) or path.relative_to(self.folder).as_posix()

    def with_words_of(self, feed: Feed) -> Prepared:
        """Return the same preparation for another feed with the same media and the same needs."""
        mine = self.feed
        return replace(self, feed=replace(feed, media=mine.media, renditions=mine.renditions))

    @property
    def unshowable(self) -> frozenset[str]:
        """The slides with a file that cannot be shown, or of the wrong kind."""
        return frozenset(
            name
            for name, slide in self.feed.slides.items()
            if not all(_fits(slide, self.found.get(path)) for path in media_of(slide))
        )


def _fits(slide: Slide, found: MediaFacts | str | None) -> bool:
    if isinstance(found, MediaFacts):
        return not found.faults and found.kind in kinds_shown_by(slide.kind)
    return found is None


def problems_of_file(name: str, facts: MediaFacts | str) -> Iterator[Problem]:
    """Yield the problems of one file."""
    if isinstance(facts, str):
        yield error(Position(name), facts)
        return
    for line, column, message in facts.faults:
        yield error(Position(name, line, column), message)
    for line, column, message in facts.warnings:
        yield warning(Position(name, line, column), message)


def prepare(
    feed: Feed,
    folder: Path,
    fonts: Path,
    cache: RenditionCache,
    progress: Callable[[int], None] = lambda _done: None,
) -> Prepared:
    """Examine and convert the media of a feed; `progress` receives the number of finished files."""
    folder = folder.resolve()
    needs = media_needs(feed)
    jobs = {
        name: _ConversionJob(folder / name, media, needs[name], cache.entry(media.sha256, name, needs[name]))
        for name, media in feed.media.items()
    }
    found: dict[str, MediaFacts | str] = {}
    for name, facts in _examined(jobs, fonts, cache):
        found[name] = facts
        progress(len(found))
    cache.prune()
    return _prepared(feed, folder, found, {name: job.entry for name, job in jobs.items()})


class _ConversionJob(NamedTuple):
    path: Path
    media: Media
    need: Need
    entry: Path


def _examined(
    jobs: Mapping[str, _ConversionJob], fonts: Path, cache: RenditionCache
) -> Iterator[tuple[str, MediaFacts | str]]:
    known = {name: cache.read(job.entry) for name, job in jobs.items()}
    yield from ((name, facts) for name, facts in known.items() if facts)
    missing = [name for name, facts in known.items() if not facts]
    outs = {name: cache.begin(jobs[name].entry) for name in missing}
    orders = (Order(jobs[name].path, jobs[name].need, outs[name], fonts) for name in missing)
    for name, converted in zip(missing, convert_all(orders), strict=True):
        facts = converted if hash_file(jobs[name].path) == jobs[name].media else CHANGED
        if isinstance(facts, MediaFacts):
            cache.finish(outs[name], jobs[name].entry, facts)
        else:
            shutil.rmtree(outs[name], ignore_errors=True)
        yield name, facts


def media_needs(feed: Feed) -> dict[str, Need]:
    """Return what the screens need from each file."""
    return dict(_needs(feed))


def _needs(feed: Feed) -> Iterator[tuple[str, Need]]:
    resolutions: dict[str, set[tuple[int, int]]] = {}
    pages: dict[str, set[int]] = {}
    films = {slide.video: slide.dwell for slide in feed.slides.values() if isinstance(slide, VideoSlide)}
    for screen_id, slide in _shown(feed):
        size = feed.screens[screen_id].resolution
        for path in media_of(slide):
            resolutions.setdefault(path, set()).add((int(size.width), int(size.height)))
            pages.setdefault(path, set()).update(_pages(slide))
    for path in feed.media:
        numbers = pages.get(path, set())
        named = () if 0 in numbers else tuple(sorted(numbers))
        yield path, Need(tuple(sorted(resolutions.get(path, ()))), named, films.get(path, 0.0))


def _shown(feed: Feed) -> Iterator[tuple[str, Slide]]:
    for screen_id in feed.screens:
        for playlist in playlists_for(feed, screen_id).values():
            yield from ((screen_id, feed.slides[slide]) for slide in playlist.slides)


def _pages(slide: Slide) -> set[int]:
    """Return the pages that a slide shows; 0 stands for all."""
    return set(slide.pages) or {0} if isinstance(slide, PdfSlide) else {0}


def _prepared(feed: Feed, folder: Path, found: Found, entries: Mapping[str, Path]) -> Prepared:
    media = dict(feed.media)
    files: dict[str, Path] = {}
    renditions: dict[str, tuple[Rendition, ...]] = {}
    for name, facts in found.items():
        if isinstance(facts, str) or not facts.made:
            continue
        del media[name]
        for made in facts.made:
            files[_name(name, made)] = entries[name] / made.name
        renditions[name] = tuple(_renditions(name, facts))
    media |= {name: hash_file(path) for name, path in files.items()}
    shown = replace(feed, media=dict(sorted(media.items())), renditions=dict(sorted(renditions.items())))
    return Prepared(shown, folder, found, files)


def _name(original: str, made: Made) -> str:
    """Return a rendition's name in the feed: below its original's name, which is unique."""
    return f"{original}/{made.name}"


def _renditions(name: str, facts: MediaFacts) -> Iterator[Rendition]:
    for resolution in dict.fromkeys(made.resolution for made in facts.made):
        pages = {made.page: _name(name, made) for made in facts.made if made.resolution == resolution}
        yield Rendition(resolution=Size(*resolution) if resolution else None, pages=pages)
