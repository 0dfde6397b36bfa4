import dataclasses
import hashlib
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed import compiled_feed, models
from kiosk.feed.compiled_feed import NotCompiledError, compile_feed, load_feed
from kiosk.feed.constraints import keys_of
from kiosk.feed.slides import SLIDES_BY_KIND, Slide
from tests.feed.test_feed_docs import EXAMPLES, KINDS, read_examples
from tests.test_sample_feed import checked_sample

SHA256 = "a" * 64
FEED = checked_sample().feed
DATA = compile_feed(FEED, SHA256)


@pytest.mark.parametrize("feed", [FEED, read_examples().feed], ids=["sample", "documentation"])
def test_a_feed_is_loaded_as_it_was_validated(feed):
    loaded = load_feed(compile_feed(feed, SHA256), SHA256)
    assert loaded == feed
    assert list(loaded.slides) == list(feed.slides)
    assert list(map(type, loaded.slides.values())) == list(map(type, feed.slides.values()))


def test_the_documentation_has_every_kind_of_slide():
    assert EXAMPLES
    assert {type(slide) for slide in read_examples().feed.slides.values()} == set(KINDS)


@pytest.mark.parametrize("at", [0, 10, 30, 100, 1000, len(DATA) - 1])
def test_damage_is_noticed(at):
    damaged = bytearray(DATA)
    damaged[at] ^= 1
    with pytest.raises(NotCompiledError):
        load_feed(bytes(damaged), SHA256)


def test_the_form_of_another_feed_is_refused():
    with pytest.raises(NotCompiledError):
        load_feed(DATA, "b" * 64)


@given(st.binary(max_size=300))
def test_any_other_bytes_are_refused(data):
    with pytest.raises(NotCompiledError):
        load_feed(data, SHA256)


def test_another_shape_of_a_model_is_another_version(monkeypatch):
    wider = dataclasses.make_dataclass("Office", [("floor", "int")])
    compiled_feed._version.cache_clear()
    monkeypatch.setattr(models, "Office", wider)
    try:
        with pytest.raises(NotCompiledError):
            load_feed(DATA, SHA256)
    finally:
        compiled_feed._version.cache_clear()


def test_a_list_of_other_slides_than_there_are_is_refused():
    header, _, body = DATA.partition(b"\n")
    first = next(iter(FEED.slides)).encode()
    at = body.rindex(first)
    other = body[:at] + b"x" * len(first) + body[at + len(first) :]
    signed = header.rpartition(b" ")[0] + b" " + hashlib.sha256(other).hexdigest().encode()
    with pytest.raises(NotCompiledError, match="slides"):
        load_feed(signed + b"\n" + other, SHA256)


def test_slides_are_grouped_by_the_kind_that_their_files_name():
    models_of_slides = get_args(get_args(Slide)[0])
    assert {get_args(keys_of(each)["kind"])[0]: each for each in models_of_slides} == SLIDES_BY_KIND
