"""Slides with a condition: on when it is known to be met, and never otherwise."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed.conditions import UNKNOWN, LiveFacts, SlideCondition
from kiosk.signage.schedule import Schedule, showing
from kiosk.signage.schedule_reasons import playlist_reasons
from tests import feeds

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)
SNOW = LiveFacts(weather="snow", alerts=frozenset(), open=True)


def feed(condition, playlists=None):
    made = feeds.feed(playlists=playlists or {"all": {"slides": ["plain", "slippery"]}})
    slides = {
        name: replace(slide, when=condition) if name == "slippery" else slide
        for name, slide in made.slides.items()
    }
    return replace(made, slides=slides)


def condition(**parts):
    return feeds.valid(SlideCondition, parts)


@pytest.mark.parametrize(
    ("parts", "facts", "met"),
    [
        ({}, UNKNOWN, True),
        ({"weather": "snow"}, SNOW, True),
        ({"weather": ["rain", "snow"]}, SNOW, True),
        ({"weather": "rain"}, SNOW, False),
        ({"weather": "snow"}, UNKNOWN, False),
        ({"alert": "none"}, SNOW, True),
        ({"alert": "none"}, UNKNOWN, False),
        ({"alert": "any"}, SNOW, False),
        ({"alert": "any"}, LiveFacts(alerts=frozenset({"gas"})), True),
        ({"alert": "gas"}, LiveFacts(alerts=frozenset({"gas", "fire"})), True),
        ({"alert": "water"}, LiveFacts(alerts=frozenset({"gas"})), False),
        ({"open": True}, SNOW, True),
        ({"open": False}, SNOW, False),
        ({"open": False}, UNKNOWN, False),
        ({"weather": "snow", "open": False}, SNOW, False),
    ],
)
def test_a_condition_is_met_only_by_what_is_known(parts, facts, met):
    assert condition(**parts).is_met(facts) is met
    shown = showing(feed(condition(**parts)), "s1", NOW, facts).slides
    assert shown == (("plain", "slippery") if met else ("plain",))


def test_a_playlist_with_nothing_left_yields_to_lower_ranks():
    lists = {"high": {"slides": ["slippery"], "priority": 9}, "low": {"slides": ["plain"]}}
    made = feed(condition(weather="snow"), lists)
    assert showing(made, "s1", NOW).playlists == ("low",)
    assert showing(made, "s1", NOW, SNOW).playlists == ("high",)
    assert showing(made, "s1", None).playlists == ("low",)


FACTS = st.builds(
    LiveFacts,
    weather=st.sampled_from([None, "snow", "rain"]),
    alerts=st.sampled_from([None, frozenset(), frozenset({"gas"})]),
    open=st.sampled_from([None, True, False]),
)


@given(st.lists(FACTS, min_size=1, max_size=8))
def test_answers_depend_on_the_query_alone(several):
    made = feed(condition(weather="snow", alert="none"))
    schedule = Schedule(made, "s1")
    assert [schedule.at(NOW, each) for each in several] == [
        showing(made, "s1", NOW, each) for each in several
    ]


def test_why_a_slide_is_left_out_is_reported():
    made = feed(condition(weather="snow", alert="none", open=True))
    (line,) = playlist_reasons(made, "s1", NOW, LiveFacts(weather="rain", open=False))
    assert line.why.endswith(
        "without slippery: weather rain, not snow, alert not known, not none, the office is closed"
    )
    (line,) = playlist_reasons(made, "s1", NOW, SNOW)
    assert line.why == "priority 0" or "without" not in line.why


@pytest.mark.parametrize(
    "parts", [{"weather": "sun"}, {"alert": "quake"}, {"open": "soon"}, {"wether": "snow"}]
)
def test_wrong_conditions_are_refused(parts):
    with pytest.raises(ValueError, match=r"."):
        condition(**parts)
