"""The JSON Schemas of a feed's files, tested with an independent validator."""

import copy
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kiosk import resources
from kiosk.feed.json_schema import KINDS, schema
from kiosk.feed.yaml_reader import read

DOCS = Path(__file__).resolve().parents[2] / "docs" / "schema"
FILES = sorted(resources.sample_feed().rglob("*.yaml"))
VALIDATORS = {kind: Draft202012Validator(schema(kind)) for kind in KINDS}


def kind_of(path):
    return "feed" if path.name == "feed.yaml" else path.parent.name.removesuffix("s")


def value_of(path):
    return read(path.read_bytes(), path.name).value


def name(path):
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_one_and_is_committed(kind):
    Draft202012Validator.check_schema(schema(kind))
    committed = json.loads((DOCS / f"{kind}.json").read_text(encoding="utf-8"))
    assert committed == schema(kind), "write them anew: kiosk feed schema -o docs/schema"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_sample_is_accepted(path):
    errors = [error.message for error in VALIDATORS[kind_of(path)].iter_errors(value_of(path))]
    assert errors == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_broken_copies_are_refused(path):
    validator, value = VALIDATORS[kind_of(path)], value_of(path)
    assert not validator.is_valid(value | {"unknwon": 1})
    assert not validator.is_valid([value])
    for key in value:
        broken = copy.deepcopy(value) | {key: {"no": {"such": "thing"}}}
        assert not validator.is_valid(broken), key


@pytest.mark.parametrize("path", FILES, ids=name)
def test_modeline_leads_to_the_schema(path):
    line = path.read_text(encoding="utf-8").splitlines()[0]
    target = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
    assert (path.parent / target[1]).resolve() == (DOCS / f"{kind_of(path)}.json").resolve()


@pytest.mark.parametrize(
    ("kind", "value", "valid"),
    [
        ("slide", {"kind": "hours", "dwell": "1 min 30 s"}, True),
        ("slide", {"kind": "hours", "dwell": 15}, True),
        ("slide", {"kind": "hours", "dwell": "soon"}, False),
        ("slide", {"kind": "hours", "tone": "red"}, False),
        ("slide", {"kind": "message"}, False),
        ("slide", {"kind": "message", "title": {"swedish": "Hej"}}, False),
        ("slide", {"kind": "picture", "picture": "../a.png"}, False),
        ("slide", {"kind": "web", "url": "https://kartor.example/"}, True),
        ("slide", {"kind": "web", "url": "http://kartor.example/"}, False),
        ("playlist", {"slides": []}, False),
        ("playlist", {"slides": ["a"], "when": {"since": "2026-12-24", "hours": ["tue 13:00-16:00"]}}, True),
        ("playlist", {"slides": ["a"], "when": {"hours": ["13:00-16:00"]}}, False),
        ("playlist", {"slides": ["a"], "when": {"hours": ["tue 13-16"]}}, False),
    ],
)
def test_forms_of_values(kind, value, valid):
    assert VALIDATORS[kind].is_valid(value) is valid
