"""Pictures of web pages on the disk: kept whole, told by their age, and removed with their slides."""

from dataclasses import replace

import pytest

from kiosk import system
from kiosk.feed.slides import WebSlide
from kiosk.webshot.picture_cache import PictureCache

MAP = WebSlide(kind="web", url="https://kartor.example/")


@pytest.fixture
def shelf(tmp_path):
    return PictureCache(tmp_path / "web")


def test_a_picture_takes_the_place_of_the_one_before(shelf):
    assert shelf.age_s(MAP, 1000.0) is None
    shelf.keep(MAP, b"first", 1000.0)
    shelf.keep(MAP, b"second", 1060.0)
    assert shelf.file(MAP).read_bytes() == b"second"
    assert shelf.age_s(MAP, 1090.0) == 30.0
    assert len(list(shelf.file(MAP).parent.iterdir())) == 1


def test_a_picture_outlives_a_power_cut(shelf, monkeypatch):
    flushed = []
    monkeypatch.setattr(system, "sync_folder", flushed.append)
    shelf.keep(MAP, b"first", 1000.0)
    assert shelf.file(MAP).parent in flushed


def test_a_clock_that_was_set_back_makes_no_picture_old(shelf):
    shelf.keep(MAP, b"one", 1000.0)
    assert shelf.age_s(MAP, 10.0) == 0.0


def test_a_page_is_one_by_its_address_and_its_zoom(shelf):
    others = ({"url": "https://kartor.example/?"}, {"zoom": 2.0})
    assert shelf.file(MAP) == shelf.file(replace(MAP, dwell=99.0, valid_for=1.0))
    assert len({shelf.file(replace(MAP, **change)) for change in ({}, *others)}) == 3


def test_only_what_is_still_in_the_feed_is_kept(shelf):
    shelf.prune([MAP])  # before there is a folder
    gone = replace(MAP, url="https://gone.example/")
    shelf.keep(MAP, b"one", 0.0)
    shelf.keep(gone, b"two", 0.0)
    being_written, left = (
        shelf.file(each).with_name(f".{shelf.file(each).name}.new") for each in (MAP, gone)
    )
    being_written.write_bytes(b"half of")
    left.write_bytes(b"left by a power cut")
    shelf.prune([MAP])
    assert set(shelf.file(MAP).parent.iterdir()) == {shelf.file(MAP), being_written}
