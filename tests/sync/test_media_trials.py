"""Signed media that harm a decoder are left out before they are shown, and nothing else is."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
import time_machine
from PIL import Image

from kiosk import isolated
from kiosk.sync import costly_media, media_trials
from kiosk.sync.costly_media import Attempts
from tests import days

PNG = b"\x89PNG\r\n\x1a\n"
FILM = (Path(__file__).parents[1] / "media" / "green.mp4").read_bytes()
HOSTILE = "tests.sync.hostile_decoder", "try_media"


@pytest.fixture
def hostile(monkeypatch):
    """Try media with a decoder that some files harm, within short limits."""
    monkeypatch.setattr(media_trials, "FUNCTION", HOSTILE)
    for name in ("PICTURE", "FILM"):
        monkeypatch.setattr(media_trials, name, replace(getattr(media_trials, name), cpu_s=1))


def no_process(*_asked):
    raise AssertionError("what is known is tried again")


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (b"hang", "takes more than 1 s of processor time"),
        (b"explode", "takes more than"),
        (b"crash", "takes more than"),
        (b"end", "crashes the decoder"),
    ],
)
def test_a_harmful_picture_is_left_out_alone_and_not_tried_again(world, monkeypatch, warned, harm, words):
    slides = {"slides/good.yaml": b"kind: picture\npicture: media/good.png\n"}
    playlist = {"playlists/all.yaml": b"slides: [hello, good]\nwhere: {screens: [hall]}\n"}
    world.write({"media/hello.png": PNG + harm, "media/good.png": PNG} | slides | playlist)
    world.publish()
    kiosk = world.kiosk()
    poll = kiosk.poll()
    assert poll.left_out_media[0].startswith(f"media/hello.png: decoding it {words}")
    assert (poll.problem, kiosk.status().problem) == ("", "")
    assert kiosk.status().reached_at
    monkeypatch.setattr(isolated, "run_named", no_process)
    for generation in (poll.generation, kiosk.current(), world.kiosk().current()):
        assert generation.media("media/good.png").read_bytes() == PNG
        with pytest.raises(PermissionError, match="decoding it"):
            generation.media("media/hello.png")
    assert kiosk.poll().left_out_media == kiosk.status().left_out_media == poll.left_out_media
    warned()


@pytest.mark.usefixtures("hostile")
def test_a_film_with_growing_frames_is_left_out(world, warned):
    world.write({"media/hello.mp4": b"grow", "slides/hello.yaml": b"kind: video\nvideo: media/hello.mp4\n"})
    world.publish()
    poll = world.kiosk().poll()
    assert poll.left_out_media == ("media/hello.mp4: decoding it has frames of 9999 x 9999 pixels",)
    warned()


def test_only_new_pictures_are_tried(world, monkeypatch):
    world.write({"media/hello.png": PNG + b"one"})
    world.publish()
    asked = []
    monkeypatch.setattr(isolated, "run_named", lambda *given: asked.append(given[1]) or b"{}")
    kiosk = world.kiosk()
    kiosk.poll()
    world.write({"media/hello.png": PNG + b"two"})
    world.publish()
    kiosk.poll()
    kiosk.poll()
    assert len(asked) == 2
    assert asked[0] != asked[1]


def test_the_real_decoder_is_used(world):
    data = io.BytesIO()
    Image.new("RGB", (640, 360), "#456").save(data, "PNG")
    world.write(
        {
            "media/hello.png": data.getvalue(),
            "media/film.mp4": FILM,
            "slides/film.yaml": b"kind: video\nvideo: media/film.mp4\n",
            "playlists/all.yaml": b"slides: [hello, film]\nwhere: {screens: [hall]}\n",
        }
    )
    world.publish()
    kiosk = world.kiosk()
    poll = kiosk.poll()
    assert poll.problem == ""
    assert list(kiosk.store.trials().values()) == ["", ""]


def test_a_picture_that_was_too_costly_for_a_busy_device_is_shown_later(world, monkeypatch, warned):
    """Tried at once, after ten minutes, and after twenty more; then the player loads it."""
    asked, costly = [], True

    def run(*given):
        asked.append(given)
        if costly:
            raise isolated.IsolatedError("takes more than 60 s", exceeded=True)
        return b"{}"

    monkeypatch.setattr(isolated, "run_named", run)
    monkeypatch.setattr("kiosk.sync.feed_validation.isolated.run", lambda function, data: function(data))
    world.write({"media/hello.png": PNG})
    world.publish()
    left_out = ("media/hello.png: decoding it takes more than 60 s; it is tried again later",)
    with time_machine.travel(days.now(), tick=False) as clock:
        for minutes, tries in ((0, 2), (0, 2), (9, 2), (1, 4), (19, 4)):
            clock.shift(minutes * 60)
            assert world.kiosk().poll().left_out_media == left_out
            assert len(asked) == tries  # with others, and alone
        costly = False
        clock.shift(60)
        poll = world.kiosk().poll()
        assert (poll.left_out_media, len(asked)) == ((), 5)
        assert poll.generation.media("media/hello.png").read_bytes() == PNG
        assert world.kiosk().poll().generation is None
    assert len(asked) == 5
    warned()


@pytest.mark.parametrize("note", [b"", b"[]", b'{"version": 0}', b'{"version": "1", "media": [1]}', b"\xff"])
def test_a_damaged_note_of_costly_media_is_ignored(note):
    assert costly_media.read(note, "1") == {}


def test_a_note_of_costly_media_applies_to_one_version():
    noted = {"ab": Attempts(2, 7.5)}
    assert costly_media.read(costly_media.write(noted, "1"), "1") == noted
    assert costly_media.read(costly_media.write(noted, "1"), "2") == {}


def test_media_are_shown_if_the_trial_cannot_run(world, monkeypatch, warned):
    def fail(*_asked):
        raise isolated.IsolatedError("no process can be started", could_not_start=True)

    world.write({"media/hello.png": PNG})
    world.publish()
    monkeypatch.setattr(isolated, "run_named", fail)
    monkeypatch.setattr("kiosk.sync.feed_validation.isolated.run", lambda function, data: function(data))
    generation = world.kiosk().poll().generation
    assert generation.media("media/hello.png").read_bytes() == PNG
    warned()
