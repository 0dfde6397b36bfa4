"""A megabyte in any field is refused by its length before any pattern is tried; patterns are linear."""

import importlib
import json
import pkgutil
import re
import time
from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError

import kiosk.checks
import kiosk.feed
from kiosk.feed.constraints import Strict, adapter, keys_of
from kiosk.feed.feed_reader import SHAPES, read_folder
from kiosk.feed.models import Feed, Settings
from kiosk.feed.problems import nearest
from kiosk.feed.web_addresses import ascii_host, host_of, is_web_address
from tests.feed.test_feed_reader import MEDIA, TEXTS

MEGABYTE = 1_000_000
LITTLE_S = 0.02
"""What a pattern that is linear takes for 3,000 characters, and much more than that."""

HOSTILE = (
    "1", "a", ".", " ", "-", "[", "{", "<", "*", "#", ":", "&", "a.", "1 ", "a@", "![", "**a", "1s",
    "a:b ", "<b ",
    "\u00a0", "\u0430", "1.1", "mon,", "-a ", "\\n", "“", "media/",
)  # fmt: skip
STARTS = ("", "a@", "https://", "media/", "scrypt:", "FREQ=", "mon ")


def models():
    """Yield every model of a feed, each once."""
    todo, seen = [Feed, Settings, *SHAPES.values()], set()
    while todo:
        shape = todo.pop()
        if isinstance(shape, type) and issubclass(shape, Strict) and shape not in seen:
            seen.add(shape)
            todo += keys_of(shape).values()
            yield shape
        todo += [part for part in get_args(shape) if part is not shape and not isinstance(part, str)]


FIELDS = sorted(
    ((model, key) for model in models() for key in keys_of(model)),
    key=lambda field: (field[0].__name__, field[1]),
)


def test_all_fields_are_found():
    names = {f"{model.__name__}.{key}" for model, key in FIELDS}
    assert {"Feed.web_hosts", "Office.exceptions", "Ways.email", "WebSlide.url", "When.repeat"} <= names
    assert len(names) > 120


def forms(text):
    """Yield a text as it can stand in a field: alone, in a list, as a key and as a value."""
    yield from (
        text,
        [text],
        {text: text},
        {"sv": text},
        {"2026-12-24": text},
        {text: "closed"},
        [{"when": [text]}],
    )


def _name(part):
    return part if isinstance(part, str) else part.__name__


@pytest.mark.parametrize(("model", "key"), FIELDS, ids=_name)
def test_megabyte_is_refused_by_its_length(model, key):
    read = adapter(keys_of(model)[key])
    for text in ("1" * MEGABYTE, "a@" + "." * MEGABYTE, "https://" + "{" * MEGABYTE):
        for form in forms(text):
            with pytest.raises(ValidationError) as bad:
                read.validate_python(form)
            for each in bad.value.errors(include_input=False):
                if each["type"] == "expected":  # by a rule of ours: it must be that of the length
                    assert "at most" in each["ctx"]["what"] or not isinstance(form, str), each["ctx"]["what"]


@pytest.mark.parametrize("key", sorted({key for _, key in FIELDS}))
def test_megabyte_in_a_file_is_reported_in_few_words(key):
    """The whole way from the bytes of a file to the messages, whatever kind of file the key stands in."""
    text = "{" * (MEGABYTE // 2)
    for value in (text, {text: text[:9]}):
        data = json.dumps({"kind": "message", key: value}).encode()
        for file in ("feed.yaml", "slides/x.yaml"):
            found = read_folder(TEXTS | {file: data}, MEDIA, ["home"]).problems
            assert found
            assert all(len(problem.message) < 2000 for problem in found)


def uses():
    """Yield each way in which a pattern of the rooms that read what admins write is used."""
    for room in (kiosk.feed, kiosk.checks):
        for found in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            module = importlib.import_module(found.name)
            source = Path(module.__file__).read_text(encoding="utf-8")
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern):
                    for method in sorted(set(re.findall(rf"\b{name}\.(\w+)\(", source))):
                        yield pytest.param(value, method, id=f"{found.name}.{name}.{method}")


def seconds(work, text):
    start = time.process_time()
    work(text)
    return time.process_time() - start


def assert_linear(work):
    """Twice the text takes about twice the time of the processor, not four times."""
    for start in STARTS:
        for hostile in HOSTILE:
            once, twice = (start + hostile * (size // len(hostile)) for size in (3_000, 6_000))
            if seconds(work, once) > LITTLE_S:
                least = [min(seconds(work, text) for _ in range(3)) for text in (once, twice)]
                assert least[1] < 3 * max(LITTLE_S, least[0]), hostile


@pytest.mark.parametrize(("pattern", "method"), list(uses()))
def test_pattern_is_linear(pattern, method):
    if method in {"sub", "split", "findall", "finditer"}:
        assert_linear(pattern.findall)
    else:
        assert_linear(getattr(pattern, method))


@pytest.mark.parametrize("work", [is_web_address, host_of, lambda text: nearest(text, ["welcome"])])
def test_reading_is_linear(work):
    assert_linear(work)


def test_host_that_is_too_long():
    with pytest.raises(ValueError, match="longer than 253"):
        ascii_host("ö" * MEGABYTE)
