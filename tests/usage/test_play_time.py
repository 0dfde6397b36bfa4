"""For how long slides were on: nothing in it tells of a visit."""

from datetime import UTC, datetime

import pytest

from kiosk.usage.play_time import PlayTime, by_hour

ON = ("a", "b", "c")


def rotation(play, rounds, dwell=15.0):
    """Credit some rounds in which each slide is seen as long; return the seconds of each."""
    total = dict.fromkeys(ON, 0.0)
    for _ in range(rounds):
        for slide in ON:
            for name, seconds in play.credit(dwell, slide, ON, has_visitor=False).items():
                total[name] += seconds
    return total


def test_each_slide_has_the_time_that_it_was_seen():
    assert rotation(PlayTime(), 4) == {"a": 60, "b": 60, "c": 60}


def test_without_a_slide_nothing_is_credited():
    assert PlayTime().credit(15, "", ON, has_visitor=False) == {}
    assert PlayTime().credit(15, "", ON, has_visitor=True) == {}
    assert PlayTime().credit(15, "a", (), has_visitor=True) == {}


@pytest.mark.parametrize("behind", ["a", "b"])
def test_a_visit_is_shared_as_the_slides_shared_the_time_before(behind):
    play = PlayTime()
    rotation(play, 4)
    assert play.credit(180, behind, ON, has_visitor=True) == pytest.approx({"a": 60, "b": 60, "c": 60})


def test_a_visit_before_all_slides_had_their_turn_is_shared_by_turns():
    play = PlayTime()
    play.credit(15, "a", ON, has_visitor=False)
    assert play.credit(90, "a", (*ON, "a", "b", "b"), has_visitor=True) == {"a": 30, "b": 45, "c": 15}


def test_a_day_with_a_visit_reads_like_one_without():
    """Half an hour at the desk moves no slide by more than the time of one turn."""
    quiet, used = PlayTime(), PlayTime()
    without = rotation(quiet, 200)
    rotation_before = rotation(used, 100)
    visit = used.credit(45 * 40, "b", ON, has_visitor=True)
    rotation_after = rotation(used, 60)
    for slide in ON:
        assert rotation_before[slide] + visit[slide] + rotation_after[slide] == pytest.approx(
            without[slide], abs=15
        )


def test_the_shares_follow_a_changed_schedule():
    play = PlayTime()
    rotation(play, 400)
    play.credit(15, "d", ("d",), has_visitor=False)
    assert play.credit(60, "d", ("d",), has_visitor=True) == {"d": 60}


def test_seconds_lie_in_the_hours_in_which_they_passed():
    end = datetime(2026, 11, 25, 0, 0, 20, tzinfo=UTC)
    assert by_hour(end, 60) == {"2026-11-24T23": 40, "2026-11-25T00": 20}
    assert by_hour(end, 15) == {"2026-11-25T00": 15}
