"""A feed whose media are prepared, and what is kept of that from one check to the next."""

import pytest
import time_machine
from PIL import Image

from kiosk import resources
from kiosk.feed.message_catalog import in_language, tr
from kiosk.feed.models import Feed
from kiosk.media.hashing import hash_file
from kiosk.media.media_facts import MediaFacts, Need
from kiosk.media.preparation import prepare
from kiosk.media.rendition_cache import RenditionCache
from tests import feeds

FONTS = resources.assets() / "fonts"


@pytest.fixture
def cache(tmp_path):
    return RenditionCache(tmp_path / "cache", FONTS)


def prepared(folder, cache, slides):
    """Prepare a feed that shows the files of a folder on one screen."""
    base = feeds.feed({"p": {"slides": list(slides)}})
    media = {f"media/{path.name}": hash_file(path) for path in (folder / "media").iterdir()}
    feed = feeds.valid(Feed, feeds.plain(base) | {"slides": slides, "media": media})
    return prepare(feed, folder, FONTS, cache)


def test_slides_whose_media_cannot_be_shown_there_are_named(tmp_path, cache):
    folder = tmp_path / "feed"
    (folder / "media").mkdir(parents=True)
    Image.new("RGB", (64, 36)).save(folder / "media/good.png")
    (folder / "media/bad.png").write_bytes(b"nothing")
    slides = {
        "good": {"kind": "picture", "picture": "media/good.png"},
        "bad": {"kind": "picture", "picture": "media/bad.png"},
        "words": {"kind": "message", "title": "Hej"},
        "as-film": {"kind": "video", "video": "media/good.png"},
        "as-document": {"kind": "pdf", "document": "media/good.png"},
    }
    assert prepared(folder, cache, slides).unshowable == {"bad", "as-film", "as-document"}


def test_messages_that_are_kept_can_be_read_in_any_language(cache):
    known = MediaFacts(
        "picture",
        faults=((0, 0, tr("cannot be decoded: {reason}", reason=tr("it is not a picture"))),),
        warnings=((3, 1, "as it is"),),
    )
    entry = cache.entry("0" * 64, "a.png", Need())
    cache.finish(cache.begin(entry), entry, known)
    found = cache.read(entry)
    assert found == known
    assert in_language(found.faults[0][2], "sv") == "kan inte avkodas: det är ingen bild"


def test_what_was_used_lately_is_kept_whatever_the_clock_says(cache):
    """The times that the file system gives are those of another clock."""
    known, unused, used = (cache.entry(digit * 64, "a.png", Need()) for digit in "012")
    with time_machine.travel("2028-02-29"):
        for entry in (known, unused, used):
            cache.finish(cache.begin(entry), entry, MediaFacts("picture"))
        begun = cache.begin(known)
        cache.prune()
        assert all(path.exists() for path in (known, unused, used, begun))
    with time_machine.travel("2028-04-20"):
        assert cache.read(used)
    with time_machine.travel("2028-05-01"):
        cache.prune()
        assert used.exists()
        assert not any(path.exists() for path in (known, unused, begun))
