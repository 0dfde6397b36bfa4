"""Alerts need instructions, in every language that a screen shows."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.checks import alert_texts
from kiosk.checks.check_subject import Subject
from kiosk.feed.alert_rules import AlertRule, AlertTexts
from kiosk.feed.localized_text import Text
from tests import feeds

BOTH = Text({"sv": "Lyssna på P4.", "en": "Listen to P4."})
RULES = {"vma": AlertRule(senders=("x",))}


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (AlertTexts(), 1),
        (AlertTexts(gas=Text("Gå in.")), 1),
        (AlertTexts(other=Text("Lyssna på P4.")), 0),
        (AlertTexts(other=Text({"sv": "Lyssna på P4."})), 1),
        (AlertTexts(other=BOTH), 0),
        (AlertTexts(other=BOTH, gas=Text({"sv": "Gå in."}), fire=Text({"en": "Go out."})), 2),
        (AlertTexts(other=BOTH, gas=Text({"sv": "Gå in.", "en": "Go in."}), fire=Text("Go out.")), 0),
    ],
)
def test_instructions_that_are_missing(texts, count):
    screens = {"s1": feeds.screen(languages=["sv", "en"])}
    feed = replace(feeds.feed(screens=screens), alerts=RULES, alert_texts=texts)
    subject = Subject(feed, {}, datetime(2026, 11, 24, tzinfo=UTC))
    assert len(list(alert_texts.check(subject))) == count
    without = Subject(replace(feed, alerts={}), {}, subject.now)
    assert list(alert_texts.check(without)) == []
