"""The examples in docs/feed.md form one valid feed that shows every kind and every key."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from kiosk.checks.all_checks import inspect
from kiosk.feed.booking_ways import Booking
from kiosk.feed.constraints import is_strict, keys_of
from kiosk.feed.feed_reader import SHAPES, read_folder
from kiosk.feed.models import Bookable, DropIn, Media, Settings, Targets, When
from kiosk.feed.slides import Slide

PAGE = (Path(__file__).resolve().parents[2] / "docs/feed.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^```yaml (\S+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
ICONS = [path.stem for path in (Path(__file__).resolve().parents[2] / "assets/icons").glob("*.svg")]
KINDS = get_args(get_args(Slide)[0])
MODELS = [Settings, DropIn, Bookable, Booking, Targets, When, *KINDS]
MODELS += [shape for shape in SHAPES.values() if is_strict(shape)]


def read_examples():
    names = {name for text in EXAMPLES.values() for name in re.findall(r"media/[\w.-]+", text)}
    media = {name: Media(sha256="0" * 64, size=1) for name in names}
    return read_folder({name: text.encode() for name, text in EXAMPLES.items()}, media, ICONS)


@pytest.fixture(scope="module")
def checked():
    return read_examples()


def test_examples_are_a_feed(checked):
    assert [str(problem) for problem in checked.problems] == []


def test_nothing_is_wrong_in_it_but_what_it_shows_on_purpose(checked):
    problems = inspect(checked.feed, checked.documents, datetime(2026, 11, 24, tzinfo=UTC))
    drafts, where = map(str, problems[::-1])
    assert drafts.startswith("feed.yaml:45:1: note: not reviewed")
    assert where.startswith("playlists/mornings.yaml:2:1: warning: never applies: it is for no screen")


def test_every_kind_of_file_and_slide_has_an_example(checked):
    assert {name.partition("/")[0] for name in EXAMPLES} == {"feed.yaml", *SHAPES}
    assert {type(slide) for slide in checked.feed.slides.values()} == set(KINDS)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_is_shown(model):
    keys = set(keys_of(model))
    shown = {
        key for key in keys if re.search(rf"\b{key}:", "".join(EXAMPLES.values()) + "# maintenance_pin:")
    }
    assert shown == keys
