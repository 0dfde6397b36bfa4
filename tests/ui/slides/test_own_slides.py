"""The slide of last resort, which the product words itself, on screens that hang four metres away."""

from dataclasses import replace

import pytest

from kiosk.feed.written_sizes import Size
from tests.ui.audit import wall_faults
from tests.ui.conftest import TUESDAY, sample_feed
from tests.ui.slides.test_player import playing
from tests.ui.walk import settle

SAMPLE = sample_feed()
WALL = SAMPLE.screens["torget-window"]
TALL = {"size": Size(680, 1210), "resolution": Size(1080, 1920)}
WIDE = {"size": Size(1210, 680), "resolution": Size(1920, 1080)}
NIGHT = TUESDAY.replace(hour=22)
MOMENTS = {"open": TUESDAY, "closed": NIGHT, "clock not trusted": None}
"""What its sign says: until when it is open, when it opens next with the date, or nothing."""


ALL = [("torget", language) for language in SAMPLE.languages] + [(office, "sv") for office in SAMPLE.offices]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("shape", [WIDE, TALL], ids=["wide", "tall"])
def test_the_hours_can_be_read_from_afar_in_every_language(screen_of, context_of, shape, moment):
    wall = replace(WALL, **shape, distance=4000, motion=False)
    screen, found = screen_of(trusted=lambda: MOMENTS[moment] is not None), []
    screen.time.now = MOMENTS[moment] or TUESDAY
    for office, language in ALL:
        declared = replace(wall, slide_languages=(language,), office=office)
        feed = replace(playing(SAMPLE), screens={**SAMPLE.screens, "torget-window": declared}, notices={})
        screen.shell.use(context_of("torget-window", feed=feed))
        screen.shell.player.advance()
        for _ in range(2):  # a heading gives way once its sign is known, and the table to both
            settle()
        assert screen.shell.player.card.kind == "hours"
        found += [f"{office} {language}: {fault}" for fault in wall_faults(screen, declared, colours=False)]
    assert found == [], "\n".join(found)
