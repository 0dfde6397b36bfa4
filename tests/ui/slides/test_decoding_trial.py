"""Media decoded as a screen does, to find what does harm."""

import json
from fractions import Fraction
from pathlib import Path

import av
import pytest
from PIL import Image

from kiosk import isolated
from kiosk.sync import media_trials
from kiosk.ui.picture_guard import UnshowableError
from kiosk.ui.screen_context import ScreenContext

GREEN = Path(__file__).parents[2] / "media" / "green.mp4"


def tried(path, kind="films"):
    asked = {"pictures": [], "films": []} | {kind: [str(path)]}
    limits = media_trials.FILM if kind == "films" else media_trials.PICTURE
    return json.loads(isolated.run_named(media_trials.FUNCTION, json.dumps(asked).encode(), limits))


def write_film(path, *sizes):
    """Write a film whose frames change their size on the way."""
    with av.open(str(path), "w", format="mpegts") as film:
        stream = film.add_stream("libx264", rate=25)
        stream.width, stream.height = sizes[0]
        stream.pix_fmt = "yuv420p"
        for part, (width, height) in enumerate(sizes):
            coder = av.CodecContext.create("libx264", "w")
            coder.width, coder.height, coder.pix_fmt = width, height, "yuv420p"
            coder.framerate, coder.time_base = 25, Fraction(1, 25)
            coder.options = {"preset": "ultrafast", "tune": "zerolatency"}
            for step in range(10):
                frame = av.VideoFrame(width, height, "yuv420p")
                frame.pts, frame.time_base = part * 10 + step, coder.time_base
                for packet in coder.encode(frame):
                    packet.stream = stream
                    film.mux(packet)
    return path


@pytest.mark.parametrize("sizes", [[(64, 36), (64, 36)], [(64, 36), (4608, 2304)]])
def test_a_film_whose_frames_grow_is_harmful(tmp_path, sizes):
    path = write_film(tmp_path / "a.mp4", *sizes)
    grown = {str(path): "has frames of 4608 x 2304 pixels"}
    assert tried(path) == (grown if len(set(sizes)) > 1 else {})


def test_a_film_that_plays_or_that_is_none_is_harmless(tmp_path):
    assert tried(GREEN) == {}
    (tmp_path / "a.mp4").write_bytes(b"nothing at all" * 99)
    assert tried(tmp_path / "a.mp4") == {}


def test_a_picture_as_large_as_is_shown_stays_within_the_limits(tmp_path):
    Image.new("RGB", (10_000, 5000), "#456").save(tmp_path / "a.png", compress_level=1)
    assert tried(tmp_path / "a.png", "pictures") == {}


def test_what_is_left_out_is_no_slide(sample):
    def refuse(path):
        raise PermissionError(1, "decoding it takes more than 15 s", path)

    context = ScreenContext(sample, next(iter(sample.screens)), refuse)
    with pytest.raises(UnshowableError, match="decoding it takes more than 15 s"):
        context.film("media/a.mp4")
    with pytest.raises(UnshowableError, match="decoding it takes more than 15 s"):
        context.pages(next(iter(sample.media)))
