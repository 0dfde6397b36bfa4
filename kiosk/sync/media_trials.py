"""Decode new pictures and films once in an isolated process, before a screen shows them.

Media that exceed the limits of time or memory are left out on this screen; everything else is shown. The
results are stored by hash for this version of the program: a poll without new media runs nothing.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kiosk import isolated
from kiosk.feed.models import Feed, Media
from kiosk.feed.slides import VideoSlide
from kiosk.media.kinds import is_decoded
from kiosk.sync.store import Store

FUNCTION = "kiosk.ui.slides.decoding_trial", "try_media"
PICTURE = isolated.ProcessLimits(cpu_s=15, wall_s=60.0, memory=2 << 30)
FILM = isolated.ProcessLimits(cpu_s=60, wall_s=90.0, memory=3 << 30)
"""A film is played for a few seconds, with one thread per core."""

AT_ONCE = 20
"""How many pictures one process decodes; if one is harmful, each is decoded alone."""

TRIES = 2

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _File:
    sha256: str
    path: str
    is_film: bool


def try_new(store: Store, feed: Feed, media: Iterable[Media]) -> bool:
    """Decode the media without a stored result; return whether one of them is harmful.

    Raises `StoreError` if the results cannot be stored.
    """
    known = store.trials()
    new = list(_files(store, feed, (each for each in media if each.sha256 not in known)))
    if not new:
        return False
    found = dict(_verdicts(new))
    store.write_trials(known | found)
    for sha256, words in found.items():
        if words:
            log.warning("media %s is left out: decoding it %s", sha256[:12], words)
    return any(found.values())


def left_out(store: Store, feed: Feed, media: Iterable[Media]) -> Iterator[str]:
    """Yield the name of each of `media` that is left out, and why."""
    known = store.trials()
    names = {each.sha256: name for name, each in feed.media.items()}
    for each in media:
        if words := known.get(each.sha256):
            yield f"{names[each.sha256]}: decoding it {words}"


def films_of(feed: Feed) -> frozenset[str]:
    """Return the media files that slides show as films: their own, and those made of a picture that moves."""
    named = {slide.video for slide in feed.slides.values() if isinstance(slide, VideoSlide)}
    made = (page for name in named for each in feed.renditions.get(name, ()) for page in each.pages.values())
    return frozenset({*named, *made})


def _files(store: Store, feed: Feed, media: Iterable[Media]) -> Iterator[_File]:
    hashes = {feed.media[name].sha256 for name in films_of(feed) if name in feed.media}
    for each in media:
        path = store.blob(each.sha256)
        if each.sha256 in hashes or is_decoded(path):
            yield _File(each.sha256, str(path), each.sha256 in hashes)


def _verdicts(files: list[_File]) -> Iterator[tuple[str, str]]:
    """Yield each file's hash, and what is harmful about it, or an empty string."""
    pictures = [file for file in files if not file.is_film]
    for begin in range(0, len(pictures), AT_ONCE):
        yield from _together(pictures[begin : begin + AT_ONCE])
    for film in files:
        if film.is_film:
            yield film.sha256, _verdict(film)


def _together(pictures: list[_File]) -> Iterator[tuple[str, str]]:
    try:
        _run(pictures, PICTURE)
    except isolated.IsolatedError:
        yield from ((picture.sha256, _verdict(picture)) for picture in pictures)
    else:
        yield from ((picture.sha256, "") for picture in pictures)


def _verdict(file: _File) -> str:
    """Return what is harmful about one file. A process that was killed from outside is run once more."""
    for _ in range(TRIES):
        try:
            return _run([file], FILM if file.is_film else PICTURE).get(file.path, "")
        except isolated.IsolatedError as bad:
            if bad.exceeded:
                return str(bad)
            if not bad.ended:
                log.warning("media %s cannot be test-decoded: %s", file.sha256[:12], bad)
                return ""
    return "crashes the decoder"


def _run(files: list[_File], limits: isolated.ProcessLimits) -> Mapping[str, str]:
    request = {
        "pictures": [file.path for file in files if not file.is_film],
        "films": [file.path for file in files if file.is_film],
    }
    results: dict[str, str] = json.loads(isolated.run_named(FUNCTION, json.dumps(request).encode(), limits))
    return results
