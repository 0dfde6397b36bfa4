"""Test-decodes new pictures and films in an isolated process, before a screen shows them.

Media that exceed the limits of time or memory are left out on this screen; everything else is shown. The
results are stored by hash for this program version: a poll without new media decodes nothing. Media that
exceeded the limits are tried again later (`costly_media`), since the device may have been busy.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kiosk import isolated
from kiosk.feed.models import Feed, Media
from kiosk.feed.slides import VideoSlide
from kiosk.frozen import frozen
from kiosk.media.kinds import is_decoded
from kiosk.sync import costly_media
from kiosk.sync.costly_media import Attempts
from kiosk.sync.store import Store

FUNCTION = "kiosk.ui.slides.decoding_trial", "try_media"
PICTURE = isolated.ProcessLimits(cpu_s=15, wall_s=60.0, memory=2 << 30)
FILM = isolated.ProcessLimits(cpu_s=60, wall_s=90.0, memory=3 << 30)
"""A film is played for a few seconds, with one thread per core."""

BATCH = 20
"""How many pictures one process decodes; if one of them is harmful, each is decoded alone."""

TRIES = 2

log = logging.getLogger(__name__)


@frozen
class _File:
    sha256: str
    path: str
    is_film: bool


class _Verdict(NamedTuple):
    harm: str = ""
    """Why a file is harmful; empty if it is not."""

    is_costly: bool = False
    """Whether decoding it exceeded the limits; another attempt may not."""


def try_new(store: Store, feed: Feed, media: Iterable[Media], now: float) -> bool:
    """Decode the media without a stored result, and those that are due again; `now` is Unix time.

    Returns whether the media that are left out have changed. Raises `StoreError` if the results cannot be
    stored.
    """
    known = store.trials()
    costly = costly_media.read(store.read_note(costly_media.NOTE))
    settled = known.keys() - {sha256 for sha256, attempts in costly.items() if attempts.is_due(now)}
    new = list(_files(store, feed, (each for each in media if each.sha256 not in settled)))
    if not new:
        return False
    tried = {file.sha256: Attempts(costly.get(file.sha256, Attempts()).tries + 1, now) for file in new}
    retried = {sha256: each for sha256, each in tried.items() if sha256 in costly}
    _note_costly(store, costly | retried)  # before the attempts, which may end this process
    verdicts = dict(_verdicts(new))
    failed = {sha256: tried[sha256] for sha256, verdict in verdicts.items() if verdict.is_costly}
    _note_costly(store, {sha256: costly[sha256] for sha256 in costly.keys() - tried.keys()} | failed)
    harms = {sha256: verdict.harm for sha256, verdict in verdicts.items()}
    store.write_trials(known | harms)
    for sha256, harm in harms.items():
        if harm:
            log.warning("media %s is left out: decoding it %s", sha256[:12], harm)
    return any(harm != known.get(sha256, "") for sha256, harm in harms.items())


def _note_costly(store: Store, media: costly_media.CostlyMedia) -> None:
    stored = {sha256: attempts for sha256, attempts in media.items() if store.blob(sha256).exists()}
    if stored or store.read_note(costly_media.NOTE):
        store.write_note(costly_media.NOTE, costly_media.write(stored) if stored else b"")


def left_out(store: Store, feed: Feed, media: Iterable[Media]) -> Iterator[str]:
    """Yield the name of each of `media` that is left out, with the reason."""
    known, costly = store.trials(), costly_media.read(store.read_note(costly_media.NOTE))
    names = {each.sha256: name for name, each in feed.media.items()}
    for each in media:
        if harm := known.get(each.sha256):
            later = "; it is tried again later" if each.sha256 in costly else ""
            yield f"{names[each.sha256]}: decoding it {harm}{later}"


def films_of(feed: Feed) -> frozenset[str]:
    """Return the media files that slides show as films: videos, and films converted from moving pictures."""
    named = {slide.video for slide in feed.slides.values() if isinstance(slide, VideoSlide)}
    renditions = (rendition for name in named for rendition in feed.renditions.get(name, ()))
    return frozenset({*named, *(page for rendition in renditions for page in rendition.pages.values())})


def _files(store: Store, feed: Feed, media: Iterable[Media]) -> Iterator[_File]:
    hashes = {feed.media[name].sha256 for name in films_of(feed) if name in feed.media}
    for each in media:
        path = store.blob(each.sha256)
        if each.sha256 in hashes or is_decoded(path):
            yield _File(each.sha256, str(path), each.sha256 in hashes)


def _verdicts(files: list[_File]) -> Iterator[tuple[str, _Verdict]]:
    """Yield the hash of each file, and its verdict."""
    pictures = [file for file in files if not file.is_film]
    for begin in range(0, len(pictures), BATCH):
        yield from _together(pictures[begin : begin + BATCH])
    for film in files:
        if film.is_film:
            yield film.sha256, _verdict(film)


def _together(pictures: list[_File]) -> Iterator[tuple[str, _Verdict]]:
    try:
        _run(pictures, PICTURE)
    except isolated.IsolatedError:
        yield from ((picture.sha256, _verdict(picture)) for picture in pictures)
    else:
        yield from ((picture.sha256, _Verdict()) for picture in pictures)


def _verdict(file: _File) -> _Verdict:
    """Return the verdict on one file. If the process is killed from outside, it is run once more."""
    for _ in range(TRIES):
        try:
            return _Verdict(_run([file], FILM if file.is_film else PICTURE).get(file.path, ""))
        except isolated.IsolatedError as bad:
            if bad.exceeded:
                return _Verdict(str(bad), is_costly=True)
            if not bad.ended:
                log.warning("media %s cannot be test-decoded: %s", file.sha256[:12], bad)
                return _Verdict()
    return _Verdict("crashes the decoder")


def _run(files: list[_File], limits: isolated.ProcessLimits) -> Mapping[str, str]:
    request = {
        "pictures": [file.path for file in files if not file.is_film],
        "films": [file.path for file in files if file.is_film],
    }
    results: dict[str, str] = json.loads(isolated.run_named(FUNCTION, json.dumps(request).encode(), limits))
    return results
