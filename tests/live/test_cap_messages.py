"""Which CAP messages are in force: by hand, and against a small oracle over sequences of messages."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.live.cap_messages import LONGEST, CapInfo, CapMessage, concerns, in_force

NOW = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # the clocks in Sweden are put back half an hour later
HOUR = timedelta(hours=1)
SENDER = "vma@sr.example"
SQUARE = ((59.0, 17.0), (59.0, 18.0), (60.0, 18.0), (60.0, 17.0))


def info(expires=NOW + HOUR, **more):
    return CapInfo(language="sv-SE", headline="Rök", expires=expires, **more)


def message(identifier, *, kind="Alert", names=(), sender=SENDER, sent=NOW - HOUR, **more):
    references = frozenset((sender, each, "") for each in names)
    given = {"infos": (info(),)} | more
    return CapMessage(
        identifier=identifier, sender=sender, sent=sent, kind=kind, references=references, **given
    )


def names(*messages, now=NOW):
    return sorted(each.identifier for each, _ in in_force(messages, now))


def test_update_replaces_and_cancel_ends_in_whatever_order():
    first, second = message("1"), message("2", kind="Update", names="1")
    end = message("3", kind="Cancel", names="2")
    assert names(first) == ["1"]
    assert names(first, second) == names(second, first) == ["2"]
    assert names(end, second, first) == []


def test_an_alert_ends_when_it_says_and_at_the_latest_after_a_day():
    assert names(message("1", infos=(info(NOW + timedelta(seconds=1)),))) == ["1"]
    assert names(message("1", infos=(info(NOW),))) == []
    endless = message("1", infos=(info(None),), sent=NOW - LONGEST + HOUR)
    assert names(endless) == ["1"]
    assert names(endless, now=NOW + HOUR) == []


def test_the_hour_that_the_clocks_show_twice():
    summer, winter = timezone(2 * HOUR), timezone(HOUR)
    first = message("1", infos=(info(datetime(2026, 10, 25, 2, 45, tzinfo=summer)),))
    second = message("2", infos=(info(datetime(2026, 10, 25, 2, 45, tzinfo=winter)),))
    assert names(first, second) == ["1", "2"]
    assert names(first, second, now=NOW + HOUR / 2) == ["2"]


@pytest.mark.parametrize("status", ["Test", "System", "Draft", ""])
def test_what_is_not_real_is_never_in_force_and_ends_nothing_real(status):
    assert names(message("1", status=status)) == []
    assert names(message("1"), message("2", kind="Cancel", names="1", status=status)) == ["1"]


def test_an_exercise_ends_no_real_alert():
    assert names(message("1"), message("2", kind="Cancel", names="1", status="Exercise")) == ["1"]


def test_nobody_else_ends_an_alert():
    other = message("2", kind="Cancel", sender="someone@else.example")
    other = CapMessage(**{**vars(other), "references": frozenset({(SENDER, "1", "")})})
    assert names(message("1"), other) == ["1"]


@pytest.mark.parametrize("scope", ["Private", "Restricted", ""])
def test_only_public_messages_are_for_the_public(scope):
    assert names(message("1", scope=scope)) == []


@pytest.mark.parametrize("kind", ["Ack", "Error", "", "alert"])
def test_other_kinds_of_messages_say_nothing(kind):
    assert names(message("1"), message("2", kind=kind, names="1")) == ["1"]


@pytest.mark.parametrize(
    ("codes", "areas", "concerned"),
    [
        (("0180",), ("0180",), True),
        (("01",), ("0180",), True),
        (("0180",), ("01",), True),
        (("0180",), ("0181",), False),
        (("0",), ("0180",), False),
        (("018",), ("01",), False),  # of another system of codes
        (("018012",), ("01",), False),
        (("SE-AB",), ("SE-AB",), True),
        ((), ("01",), False),
        (("01",), (), False),
    ],
)
def test_codes_of_counties_and_municipalities(codes, areas, concerned):
    assert concerns(info(geocodes=codes), areas, {"torg": None}) == ({"torg"} if concerned else set())


def test_polygons_and_circles_are_held_against_the_offices():
    offices = {"inside": (59.5, 17.5), "outside": (59.5, 18.5), "unknown": None}
    assert concerns(info(polygons=(SQUARE,)), (), offices) == {"inside"}
    assert concerns(info(circles=(((59.5, 18.49), 1.0),)), (), offices) == {"outside"}
    assert concerns(info(polygons=((), ((1.0, 1.0),))), (), offices) == set()


def test_coarse_codes_count_only_where_no_position_is_known():
    offices = {"inside": (59.5, 17.5), "outside": (59.5, 18.5), "unknown": None}
    coarse = info(polygons=(SQUARE,), geocodes=("01",), codes_are_coarse=True)
    assert concerns(coarse, ("0180",), offices) == {"inside", "unknown"}
    assert concerns(replace(coarse, polygons=()), ("0180",), offices) == set(offices)
    assert concerns(replace(coarse, codes_are_coarse=False), ("0180",), offices) == set(offices)


@st.composite
def sequences(draw):
    """Messages of two senders that name earlier and later ones, with all kinds, states and ends."""
    count = draw(st.integers(1, 8))
    made = []
    for number in range(count):
        references = draw(st.sets(st.integers(0, count - 1), max_size=3))
        sender = draw(st.sampled_from([SENDER, "other@sender.example"]))
        made.append(
            CapMessage(
                identifier=str(number),
                sender=sender,
                sent=NOW + HOUR * draw(st.integers(-30, 0)),
                status=draw(st.sampled_from(["Actual", "Actual", "Exercise", "Test"])),
                kind=draw(st.sampled_from(["Alert", "Update", "Cancel", "Ack"])),
                scope=draw(st.sampled_from(["Public", "Public", "Private"])),
                references=frozenset(
                    (draw(st.sampled_from([sender, SENDER])), str(each), "") for each in references
                ),
                infos=(info(draw(st.none() | st.integers(-3, 30).map(lambda hours: NOW + HOUR * hours))),),
            )
        )
    return made


def oracle(messages, now):
    """What CAP 1.2 says, message by message, as slowly as it can be said."""
    found = set()
    for one in messages:
        if (
            one.kind not in {"Alert", "Update"}
            or one.scope != "Public"
            or one.status not in {"Actual", "Exercise"}
        ):
            continue
        ended = any(
            other is not one
            and other.kind in {"Update", "Cancel"}
            and (one.sender, one.identifier, "") in other.references
            and other.sender == one.sender
            and other.status == one.status
            for other in messages
        )
        end = one.infos[0].expires or one.sent + LONGEST
        if not ended and now < end:
            found.add((one.sender, one.identifier))
    return found


@settings(max_examples=400)
@given(sequences(), st.randoms(use_true_random=False), st.integers(-5, 40))
def test_sequences_against_the_oracle(messages, random, hours):
    now = NOW + HOUR * hours
    shuffled = random.sample(messages, len(messages))
    assert {each.key for each, _ in in_force(shuffled, now)} == oracle(messages, now)
