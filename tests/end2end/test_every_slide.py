"""Every slide of the sample feed, on the real stage of a wide and of a tall screen."""

import pytest

from kiosk.drawn_checks.live_samples import live_sample
from tests.ui.conftest import TUESDAY, turn_until
from tests.ui.slides.test_player import playing, quick


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_every_slide_of_the_sample_feed_can_be_drawn(screen_of, context_of, sample, where):
    feed = playing(quick(sample), *sample.slides)
    screen = screen_of(context_of(where, feed=feed, live=live_sample(feed, TUESDAY)))
    turn_until(lambda: len({slide for slide, _ in screen.shown}) == len(sample.slides))
