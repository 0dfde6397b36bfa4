"""A small, valid feed in which a test changes one thing."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.checks.all_checks import inspect
from kiosk.feed.feed_reader import read_folder
from kiosk.feed.models import Media

NOW = datetime(2026, 11, 24, 10, 12, tzinfo=ZoneInfo("Europe/Stockholm"))  # a Tuesday

TEXTS = {
    "feed": (
        "name: {sv: Prov, en: Test}\nlanguages: {sv: {name: Svenska}, en: {name: English, fallback: [sv]}}\n"
    ),
    "offices/torg": (
        "name: Torget\naddress: Torget 1\nhours: [mon-fri 10:00-16:00]\nbooking: {link: 'https://book.example'}\n"
    ),
    "screens/hall": "office: torg\nsize: 530 x 300\nresolution: 1920 x 1080\nlanguages: [sv, en]\n",
    "topics/home": (
        "title: {sv: Bostad, en: Housing}\nicon: home\nsummary: {sv: Hjälp, en: Help}\nhelp: [Ansökan]\n"
    ),
    "playlists/all": "slides: [hello]\n",
    "slides/hello": "kind: message\ntitle: {sv: Hej, en: Hello}\npicture: media/a.png\n",
}
MEDIA = ("media/a.png",)


@pytest.fixture
def reported():
    """Return the problems of the feed with some files changed or added, as they are printed."""

    def check(changes=None, media=MEDIA, now=NOW):
        texts = {f"{name}.yaml": text.encode() for name, text in (TEXTS | (changes or {})).items()}
        checked = read_folder(texts, {name: Media(sha256="0" * 64, size=1) for name in media}, ["home"])
        assert checked.feed, "\n".join(map(str, checked.problems))
        return [str(problem) for problem in inspect(checked.feed, checked.documents, now)]

    return check
