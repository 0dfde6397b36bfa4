"""A short run of `make torture`: see `tests.end2end.torture`."""

from tests.end2end.torture import Point, spread, torture


def test_killed_processes_come_back_whole():
    killed, tried = torture(24)
    assert tried == 24
    assert killed >= 18  # a thread that has less to do than in the counted run ends before its last points


def test_points_are_spread_from_the_first_to_the_last():
    points = [Point("write", count) for count in range(1, 101)]
    assert spread(points, 3) == [points[0], points[49], points[99]]
    assert spread(points, 1000) == points
