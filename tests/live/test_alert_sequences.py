"""Sequences of CAP messages from a source to the offices, against a small oracle that knows only the rules.

Alerts, updates and cancellations in any order, of several senders, for areas that overlap, written with the
offsets of summer and winter time around the change of the clocks, read at one time and shown at another.
"""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.feed.alert_rules import CERTAINTIES, SEVERITIES, AlertRule
from kiosk.live.active_alerts import active_alerts
from kiosk.live.cap_messages import LONGEST
from kiosk.live.live_data import AlertList, LiveData, adapter
from kiosk.live.sources.cap_alerts import read_alerts
from tests import feeds

CHANGE = datetime(2026, 10, 25, 1, tzinfo=UTC)
"""When the clocks in Sweden are put back."""

STEP = timedelta(minutes=5)
OFFICES = {"torg": (59.3, 17.8), "norra": (59.5, 17.8), "south": (58.9, 17.8)}
CODES = {"0180": True, "01": True, "0181": False, "03": False}
"""Codes of areas, and whether they overlap with 0180, which the rule names."""

SENDERS = ("vma@sr.example", "smhi@smhi.example", "thief@evil.example")
RULE = AlertRule(senders=SENDERS[:2], areas=("0180",))


@dataclass(frozen=True)
class Told:
    """One message as it is generated; times are counted in steps from the change of the clocks."""

    number: int
    sender: str
    kind: str
    status: str
    scope: str
    severity: str
    certainty: str
    start: int
    lasts: int | None
    offset: int
    names: frozenset
    code: str | None
    box: tuple | None
    """South, north: a band of latitudes that a polygon covers."""

    def moment(self, steps):
        """Write a time with the offset of summer or of winter."""
        return (CHANGE + steps * STEP).astimezone(timezone(timedelta(hours=self.offset))).isoformat()

    def json(self, others):
        areas = [{"areaDesc": "x"}]
        if self.code:
            areas.append({"areaDesc": "x", "geocode": [{"valueName": "Kommun", "value": self.code}]})
        if self.box:
            south, north = self.box
            corners = ((south, 17.0), (south, 19.0), (north, 19.0), (north, 17.0), (south, 17.0))
            areas.append({"areaDesc": "x", "polygon": [" ".join(f"{a},{b}" for a, b in corners)]})
        info = {
            "language": "sv-SE",
            "event": "x",
            "severity": self.severity.capitalize(),
            "certainty": self.certainty.capitalize(),
            "effective": self.moment(self.start),
            "expires": None if self.lasts is None else self.moment(self.start + self.lasts),
            "headline": f"Nr {self.number}",
            "area": areas,
        }
        named = [other for other in others if other.number in self.names]
        return {
            "identifier": str(self.number),
            "sender": self.sender,
            "sent": self.moment(self.start),
            "status": self.status,
            "msgType": self.kind,
            "scope": self.scope,
            "references": " ".join(
                f"{each.sender},{each.number},{each.moment(each.start)}" for each in named
            ),
            "info": [info],
        }


@st.composite
def stories(draw):
    count = draw(st.integers(1, 8))
    return [
        Told(
            number=number,
            sender=draw(st.sampled_from([*SENDERS[:1] * 3, *SENDERS])),
            kind=draw(st.sampled_from(["Alert", "Alert", "Update", "Cancel", "Ack"])),
            status=draw(st.sampled_from(["Actual", "Actual", "Actual", "Exercise", "Test"])),
            scope=draw(st.sampled_from(["Public", "Public", "Public", "Restricted"])),
            severity=draw(st.sampled_from(["unknown", "moderate", "severe", "severe", "extreme"])),
            certainty=draw(st.sampled_from(["possible", "likely", "observed", "observed"])),
            start=draw(st.integers(-6, 4) | st.integers(-300, -280)),
            lasts=draw(st.none() | st.integers(0, 12)),
            offset=draw(st.sampled_from([0, 1, 2])),
            names=frozenset(draw(st.sets(st.integers(0, count - 1), max_size=1))),
            code=draw(st.sampled_from([None, "0180", *sorted(CODES)])),
            box=draw(st.none() | st.sampled_from([(58.8, 59.4), (59.4, 59.6), (59.2, 60.0), (40.0, 41.0)])),
        )
        for number in range(count)
    ]


def oracle(story, office, read_at, shown_at, *, exercises):
    """The numbers of the alerts that interrupt the screens of an office, rule by rule."""
    return {
        each.number
        for each in story
        if each.sender in RULE.senders
        and each.kind in {"Alert", "Update"}
        and each.scope == "Public"
        and (each.status == "Actual" or (each.status == "Exercise" and exercises))
        and each.severity in SEVERITIES[SEVERITIES.index(RULE.severity) :]
        and each.certainty in CERTAINTIES[CERTAINTIES.index(RULE.certainty) :]
        and not any(ends(other, each) for other in story)
        and (CODES.get(each.code) or (each.box and each.box[0] < OFFICES[office][0] < each.box[1]))
        and begins(each) <= shown_at < over(each)
        and over(each) > read_at
        and shown_at - read_at <= timedelta(seconds=RULE.valid_for)
    }


def ends(other, one):
    named = one.number in other.names and other.number != one.number
    return (
        named
        and other.kind in {"Update", "Cancel"}
        and (other.sender, other.status) == (one.sender, one.status)
    )


def begins(each):
    return CHANGE + each.start * STEP


def over(each):
    return begins(each) + (LONGEST if each.lasts is None else each.lasts * STEP)


@settings(max_examples=500, deadline=None)
@given(
    story=stories(),
    order=st.randoms(use_true_random=False),
    read=st.integers(-4, 6),
    minutes=st.sampled_from([0, 1, 5, 10, 11, 59]),
    exercises=st.booleans(),
)
def test_screens_show_what_the_rules_say_and_nothing_else(story, order, read, minutes, exercises):
    read_at = CHANGE + read * STEP
    shown_at = read_at + timedelta(minutes=minutes)
    rule = replace(RULE, exercises=exercises)
    feed = replace(feeds.feed(), alerts={"vma": rule})
    told = [each.json(story) for each in order.sample(story, len(story))]
    asked = {"now": read_at.isoformat(), "areas": list(rule.areas), "offices": OFFICES}
    found = json.loads(
        read_alerts(json.dumps(asked).encode() + b"\n" + json.dumps({"alerts": told}).encode())
    )
    assert found["problems"] == []
    listed = adapter(AlertList).validate_python({**found["data"], "as_of": read_at})
    live = LiveData(generated_at=read_at, alerts={"vma": listed})
    for office in OFFICES:
        shown = {int(each.identifier) for each in active_alerts(feed, office, live, shown_at, shown_at)}
        assert shown == oracle(story, office, read_at, shown_at, exercises=exercises)
