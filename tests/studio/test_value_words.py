"""Values of the feed as a communicator reads them: no keys, no ids, no YAML."""

import json
from pathlib import Path

import pytest

from kiosk.cli.icons import icons
from kiosk.feed.models import Media
from kiosk.publish.json_differences import MISSING
from kiosk.publish.three_way import value_of
from kiosk.studio.core.project import Project
from kiosk.studio.window.field_names import FIELD_NAMES, VALUE_NAMES
from kiosk.studio.window.value_words import value_in_words
from tests.studio.windows import SAMPLE

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schema"
WRITTEN = ("notice", "office", "playlist", "screen", "slide", "topic")


@pytest.fixture(scope="module")
def feed():
    return Project(SAMPLE, icons()).read()[0].valid_parts


def whole(feed, file, language):
    return value_in_words(feed, (), value_of((SAMPLE / file).read_bytes(), file), language)


def test_a_slide_is_read_field_by_field(feed):
    said = whole(feed, "slides/letter.yaml", "sv").splitlines()
    assert said[:3] == [
        "Slags bild: Budskap",
        "Rubrik, Svenska: Svårt att förstå ett brev?",
        "Rubrik, English: A letter you don’t understand?",
    ]
    assert (
        "Rubrik, العربية" in said[3].replace("\u2068", "").partition("\u2069")[0]
    )  # each keeps its direction
    assert {"Färg: gul", "Bild: letter.svg"} <= {*said}
    assert "Hur länge den visas: 14 s" in said
    assert "Colour: yellow" in whole(feed, "slides/letter.yaml", "en").splitlines()


def test_a_playlist_names_what_it_shows_and_where_and_when(feed):
    value = {
        "slides": ["letter", "gone"],
        "where": {"screens": ["torget-desk"], "offices": ["lyktan"]},
        "when": {
            "since": "2026-12-01",
            "repeat": "FREQ=WEEKLY",
            "hours": ["mon-fri 10:00-12:00"],
            "holidays": "skip",
        },
        "takeover": True,
    }
    assert value_in_words(feed, (), value, "en").splitlines() == [
        "Slides: A letter you don’t understand?, gone",
        "Where it is shown, Screens: Desk · Citizens’ Office (Medborgarkontoret)",
        "Where it is shown, Offices: Info desk at SHIS Lyktan",
        "When it is shown, Shown from: 2026-12-01",
        "When it is shown, On which days: every week: Tuesdays",
        "When it is shown, Times of day: mon-fri 10:00-12:00",
        "When it is shown, On public holidays: Not on public holidays",
        "Interrupts everything else while it is shown: yes",
    ]


FILES = sorted(f"{each.parent.name}/{each.name}" for each in SAMPLE.glob("*/*.yaml"))


@pytest.mark.parametrize("file", FILES)
def test_no_file_of_the_sample_is_shown_with_its_keys(feed, file):
    keys = {key for key, name in FIELD_NAMES.items() if key != name}
    for line in whole(feed, file, "en").splitlines():
        assert not keys & set(line.partition(":")[0].split(", ")), line
        assert not {"{", "[", "null", "true", "false"} & set(line.split()), line


def test_every_field_of_the_feed_has_a_name():
    keys = {
        key for each in WRITTEN for key in keys_in(json.loads((SCHEMAS / f"{each}.json").read_text("utf-8")))
    }
    assert sorted(keys - FIELD_NAMES.keys()) == []


def test_every_kind_of_slide_and_colour_has_a_name():
    schema = json.loads((SCHEMAS / "slide.json").read_text("utf-8"))
    for key in ("kind", "tone", "transition", "fit"):
        assert choices(schema, key) == VALUE_NAMES[key].keys()


def keys_in(node):
    """All names of properties in a JSON schema."""
    if isinstance(node, dict):
        yield from node["properties"] if isinstance(node.get("properties"), dict) else ()
        yield from (key for each in node.values() for key in keys_in(each))
    elif isinstance(node, list):
        yield from (key for each in node for key in keys_in(each))


def choices(node, wanted, key=""):
    """What can be chosen for a key in a JSON schema."""
    found = set()
    if isinstance(node, dict):
        if key == wanted:
            found |= {*node.get("enum", ()), *([node["const"]] if "const" in node else ())}
        for name, each in node.items():
            found |= choices(each, wanted, key if name != "properties" else "")
            if name == "properties":
                found |= {choice for own, inner in each.items() for choice in choices(inner, wanted, own)}
    elif isinstance(node, list):
        found |= {choice for each in node for choice in choices(each, wanted, key)}
    return found


def test_single_values(feed):
    assert value_in_words(feed, ("dwell",), MISSING, "sv") == "(borttaget)"
    assert value_in_words(feed, ("tone",), "sea", "sv") == "blågrön"
    assert value_in_words(feed, ("hours",), ["mon-fri 10:00-12:00", "sat 10:00-11:00"], "en") == (
        "mon-fri 10:00-12:00, sat 10:00-11:00"
    )
    assert value_in_words(feed, (), Media(sha256="0" * 64, size=1500), "en") == "a file of 2 kB"
