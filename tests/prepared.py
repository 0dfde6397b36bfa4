"""The sample feed with its media as screens show them, converted once and kept in `build/`."""

import functools
from dataclasses import replace
from pathlib import Path

from kiosk import resources
from kiosk.feed.models import Playlist
from kiosk.media.preparation import prepare
from kiosk.media.rendition_cache import RenditionCache
from kiosk.publish.folder_source import check_folder

CACHE = Path(__file__).resolve().parent.parent / "build" / "media"


def icons():
    return [path.stem for path in (resources.assets() / "icons").glob("*.svg")]


def prepared(feed, folder):
    """Convert the media of a feed in a folder."""
    fonts = resources.assets() / "fonts"
    return prepare(feed, folder, fonts, RenditionCache(CACHE, fonts))


@functools.cache
def sample():
    """Return the sample feed, its media prepared for every screen: tests show any slide on any of them."""
    checked = check_folder(resources.sample_feed(), icons())
    assert checked.feed, "\n".join(map(str, checked.problems))
    everywhere = replace(checked.feed, playlists={"all": Playlist(slides=tuple(checked.feed.slides))})
    found = prepared(everywhere, resources.sample_feed())
    assert not found.unshowable
    return replace(found, feed=replace(found.feed, playlists=checked.feed.playlists))


def shown(feed):
    """Return a feed that uses the sample's media, with what is made of them, for screens of any size."""
    made, sizes = sample().feed, {screen.resolution for screen in feed.screens.values()}
    renditions = {name: for_sizes(known, sizes) for name, known in made.renditions.items()}
    return replace(feed, media={**made.media, **feed.media}, renditions=renditions)


def for_sizes(renditions, sizes):
    """Return renditions also for further sizes: for each, that of another screen which hangs the same way."""
    known = {each.resolution: each for each in renditions if each.resolution}
    further = (
        replace(each, resolution=size)
        for size in sorted(sizes - set(known), key=str)
        for each in list(known.values())
        if (each.resolution.width > each.resolution.height) is (size.width > size.height)
    )
    return (*renditions, *further)
