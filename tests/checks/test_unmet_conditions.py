"""Conditions that live data can never meet are reported instead of being silently false."""

import pytest

from tests.checks.conftest import TEXTS

ALERTS = "alerts: {vma: {senders: [vma], areas: ['0180']}}\nalert_texts: {other: {sv: Råd, en: Advice}}\n"
PLACELESS = ALERTS.replace(", areas: ['0180']", "")
WEATHER = "kind: weather\ntitle: {sv: Väder, en: Weather}\nsource: smhi\n"
HELLO = TEXTS["slides/hello"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"slides/hello": f"{HELLO}when: {{alert: none}}\n"},
            "slides/hello.yaml:4:8: warning: never shown: 'alert'",
        ),
        (
            {"slides/hello": f"{HELLO}when: {{weather: snow}}\n"},
            "slides/hello.yaml:4:8: warning: never shown: the weather",
        ),
        (
            {"feed": TEXTS["feed"] + PLACELESS},
            "feed.yaml:3:10: warning: no alert of 'vma' concerns 'torg'",
        ),
    ],
)
def test_what_can_never_be_met_is_told_where_it_stands(reported, changes, expected):
    (found,) = (each for each in reported(changes) if expected.partition("warning: ")[2] in each)
    assert found.startswith(expected)


@pytest.mark.parametrize(
    "changes",
    [
        {"slides/hello": f"{HELLO}when: {{open: true}}\n"},
        {"slides/hello": f"{HELLO}when: {{alert: none}}\n", "feed": TEXTS["feed"] + ALERTS},
        {
            "slides/hello": f"{HELLO}when: {{weather: [snow]}}\n",
            "slides/sky": WEATHER,
            "playlists/all": "slides: [hello, sky]\n",
        },
        {
            "feed": TEXTS["feed"] + PLACELESS,
            "offices/torg": TEXTS["offices/torg"] + "position: 59.36, 17.84\n",
        },
    ],
)
def test_what_can_be_met_is_fine(reported, changes):
    assert [each for each in reported(changes) if "never shown" in each or "concerns" in each] == []
