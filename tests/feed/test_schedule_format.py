"""The written form of days, shares and screen exceptions: mistakes in it, and that all of it is published."""

import pytest

from kiosk.feed.feed_reader import read_folder
from kiosk.feed.models import Office, Playlist
from kiosk.feed.serialization import read_feed, write_feed
from tests import feeds

WHOLE = {
    "slides": ["a"],
    "share": 3,
    "where": {"offices": ["torg"], "except": {"screens": ["s1"]}},
    "when": {
        "since": "2026-01-01", "repeat": "FREQ=WEEKLY", "except": ["2026-12-24"], "holidays": "skip",
        "hours": ["daily 22:00-02:00"],
    },
}  # fmt: skip


def test_published_feed_keeps_it_all():
    torg = feeds.office(holidays="open", eve="10:00-13:00", exceptions={"2026-12-24": "closed"})
    feed = feeds.feed({"p": WHOLE}, offices={"torg": torg})
    assert read_feed(write_feed(feed)) == feed
    assert feed.playlists["p"] == feeds.valid(Playlist, WHOLE)
    assert feed.offices["torg"] == feeds.valid(Office, torg)


@pytest.mark.parametrize("eve", ["closed", "10:00-12:00, 13:00-14:00"])
def test_hours_of_an_eve_are_written_as_they_are_read(eve):
    feed = feeds.feed(offices={"torg": feeds.office(eve=eve)})
    assert read_feed(write_feed(feed)) == feed


def problems(playlist):
    texts = {"feed.yaml": b"name: N\nlanguages: {sv: {name: S}}\n", "playlists/p.yaml": playlist.encode()}
    return [str(each) for each in read_folder(texts, {}, []).problems if "unknown slide" not in str(each)]


@pytest.mark.parametrize(
    ("playlist", "problem"),
    [
        ("slides: [a]\nwhere: {except: {screens: [s9]}}", "2:28: error: unknown screen 's9'"),
        ("slides: [a]\nwhere: {exept: {}}", "2:9: error: unknown key 'exept' (did you mean 'except'?)"),
        ("slides: [a]\nwhen: {except: [tomorrow]}", "expected a date such as '2026-12-24', got 'tomorrow'"),
        (
            "slides: [a]\nwhen: {holidays: skipp}",
            "2:18: error: expected one of only, skip, got 'skipp' (did you mean",
        ),
        (
            "slides: [a]\nwhen: {since: 2026-01-01, repeat: 'FREQ=HOURLY'}",
            "2:35: error: expected a recurrence rule",
        ),
        ("slides: [a]\nshare: 0", "2:8: error: expected at least 1, got 0"),
    ],
)
def test_what_is_wrong_is_reported_at_its_place(playlist, problem):
    (message,) = problems(playlist)
    assert problem in message
