"""The soak in short: two simulated hours leave no descriptor, thread or error behind."""

from tests.soak import gauge, simulated

ONE_VIDEO = 8
"""Descriptors and threads that a video holds while it plays; a leak an hour would be more by then."""


def test_two_simulated_hours_leave_nothing_behind(qapp, tmp_path):
    result = simulated.soak(qapp, tmp_path, 2)
    assert result["visits"] == 12
    assert result["publications"] == 2
    assert result["descriptors"][1] <= result["descriptors"][0] + ONE_VIDEO
    assert result["threads"][1] <= result["threads"][0] + ONE_VIDEO
    assert result["log_lines_per_hour"] < 10


def test_a_slope_is_that_of_the_line():
    readings = [gauge.Reading(3600.0 * at, 100.0 + 2 * at, 0, 0, 0, 0) for at in range(8)]
    assert gauge.slope_per_hour(readings, "memory_mb") == 2
