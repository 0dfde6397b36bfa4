"""The cache of web page pictures: atomic writes, ages, and removal with the slide."""

from dataclasses import replace

import pytest

from kiosk import system
from kiosk.feed.slides import WebSlide
from kiosk.webshot.picture_cache import PictureCache

MAP = WebSlide(kind="web", url="https://kartor.example/")


@pytest.fixture
def cache(tmp_path):
    return PictureCache(tmp_path / "web")


def test_a_new_picture_replaces_the_old_one(cache):
    assert cache.age_s(MAP, 1000.0) is None
    cache.keep(MAP, b"first", 1000.0)
    cache.keep(MAP, b"second", 1060.0)
    assert cache.file(MAP).read_bytes() == b"second"
    assert cache.age_s(MAP, 1090.0) == 30.0
    assert len(list(cache.file(MAP).parent.iterdir())) == 1


def test_a_picture_outlives_a_power_cut(cache, monkeypatch):
    flushed = []
    monkeypatch.setattr(system, "sync_folder", flushed.append)
    cache.keep(MAP, b"first", 1000.0)
    assert cache.file(MAP).parent in flushed


def test_a_picture_from_the_future_has_age_zero(cache):
    cache.keep(MAP, b"one", 1000.0)
    assert cache.age_s(MAP, 10.0) == 0.0


def test_a_page_is_identified_by_its_url_and_zoom(cache):
    others = ({"url": "https://kartor.example/?"}, {"zoom": 2.0})
    assert cache.file(MAP) == cache.file(replace(MAP, dwell=99.0, valid_for=1.0))
    assert len({cache.file(replace(MAP, **change)) for change in ({}, *others)}) == 3


def test_prune_keeps_only_pages_in_the_feed(cache):
    cache.prune([MAP])  # before there is a folder
    gone = replace(MAP, url="https://gone.example/")
    cache.keep(MAP, b"one", 0.0)
    cache.keep(gone, b"two", 0.0)
    being_written, left = (
        cache.file(each).with_name(f".{cache.file(each).name}.new") for each in (MAP, gone)
    )
    being_written.write_bytes(b"half of")
    left.write_bytes(b"left by a power cut")
    cache.prune([MAP])
    assert set(cache.file(MAP).parent.iterdir()) == {cache.file(MAP), being_written}
