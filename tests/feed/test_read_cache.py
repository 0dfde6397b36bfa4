"""Reading a folder again with a cache gives the same result as without."""

import unicodedata

import pytest

from kiosk.feed.feed_reader import read_folder
from kiosk.feed.models import Media
from kiosk.feed.read_cache import ReadCache

SETTINGS = b"name: N\nlanguages: {sv: {name: Svenska}}\n"
OFFICE = b"name: O\naddress: A\nhours: [mon-fri 10:00-16:00]\nbooking: {phone: 08-465 004 00}\n"
SCREEN = b"office: o\nsize: 500 x 300 mm\nresolution: 1920 x 1080\nlanguages: [sv]\n"
PLAYLIST = b"slides: [s]\n"
SLIDE = b"kind: message\ntitle: {sv: Hej}\n"
ACUTE = unicodedata.normalize("NFC", "media/kafé.png")
BASE = {
    "feed.yaml": SETTINGS,
    "offices/o.yaml": OFFICE,
    "screens/a.yaml": SCREEN,
    "playlists/p.yaml": PLAYLIST,
    "slides/s.yaml": SLIDE,
}
PICTURE = f"kind: picture\npicture: {ACUTE}\n".encode()
MEDIA = Media(sha256="0" * 64, size=1)
STEPS = [
    (BASE, ()),
    ({**BASE, "slides/s.yaml": b"kind: message\ntitle: {sv: Hej\n"}, ()),
    ({**BASE, "slides/s.yaml": SLIDE + b"nonsense: 1\n"}, ()),
    ({**BASE, "slides/s.yaml": SLIDE + b"dwell: 20 s\n"}, ()),
    ({**BASE, "slides/s.yaml": PICTURE}, ()),
    ({**BASE, "slides/s.yaml": PICTURE}, (ACUTE,)),
    ({**BASE, "slides/s.yaml": PICTURE}, (unicodedata.normalize("NFD", ACUTE),)),
    ({name: text for name, text in BASE.items() if name != "slides/s.yaml"}, ()),
    ({**BASE, "playlists/s.yaml": SLIDE}, ()),
    (BASE, ()),
]


@pytest.mark.parametrize("order", [1, -1])
def test_every_reading_is_as_if_it_were_the_first(order):
    cache = ReadCache()
    for texts, media in STEPS[::order] * 2:
        files = dict.fromkeys(media, MEDIA)
        assert read_folder(texts, files, (), cache) == read_folder(texts, files, ())


def test_only_what_has_changed_is_read_again():
    cache = ReadCache()
    first = read_folder(BASE, {}, (), cache)
    second = read_folder({**BASE, "slides/s.yaml": SLIDE + b"dwell: 20 s\n"}, {}, (), cache)
    same = {name: second.documents[name] is first.documents[name] for name in BASE}
    assert same == {name: name != "slides/s.yaml" for name in BASE}
