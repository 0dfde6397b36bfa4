"""Pictures that move, as films for the slides that show them as one."""

import av
import pytest
from PIL import Image

from kiosk import resources
from kiosk.media.animation import LONGEST_REPEATED_S
from kiosk.media.examination import examine
from kiosk.media.media_facts import Need, Order
from kiosk.media.preparation import prepare
from kiosk.media.rendition_cache import RenditionCache
from kiosk.publish.folder_source import check_folder
from kiosk.sync.media_trials import films_of
from tests.sync.world import World

FORMS = [("gif", "GIF"), ("webp", "WEBP"), ("png", "PNG"), ("avif", "AVIF")]
FRAMES, DURATION_MS = 12, 100
FONTS = resources.assets() / "fonts"


def frames(mode="RGB", ground="white"):
    """Return pictures on which a bar moves from left to right."""
    found = [Image.new(mode, (121, 80), ground) for _ in range(FRAMES)]
    for number, image in enumerate(found):
        image.paste("navy", (10 * number, 0, 10 * number + 10, 80))
    return found


def save(path, form, images, duration=DURATION_MS):
    images[0].save(path, form, save_all=True, append_images=images[1:], duration=duration, loop=0)


def film_of(path, film_s=60.0):
    out = path.parent / "out"
    out.mkdir()
    facts = examine(Order(path, Need(film_s=film_s), out, FONTS))
    return facts, out / facts.made[0].name if facts.made else None


def decoded(path):
    with av.open(str(path)) as film:
        return [(frame.time, frame.to_image()) for frame in film.decode(video=0)]


@pytest.mark.parametrize(("ending", "form"), FORMS)
def test_it_moves_as_a_film(tmp_path, ending, form):
    save(tmp_path / f"a.{ending}", form, frames())
    facts, film = film_of(tmp_path / f"a.{ending}")
    assert (facts.kind, facts.faults, facts.warnings, facts.width, facts.height) == ("film", (), (), 120, 80)
    shown = decoded(film)
    once_s = FRAMES * DURATION_MS / 1000
    assert [round(10 * time) for time, _ in shown[:FRAMES]] == list(range(FRAMES))
    assert LONGEST_REPEATED_S - once_s < shown[-1][0] <= LONGEST_REPEATED_S
    for number, (_, image) in enumerate(shown[:FRAMES]):
        assert image.getpixel((10 * number + 5, 40))[0] < 60, number
        assert image.getpixel(((10 * number + 65) % 120, 40))[0] > 200, number


def test_a_long_one_is_not_repeated_and_a_short_slide_ends_sooner(tmp_path):
    save(tmp_path / "a.gif", "GIF", frames(), duration=1000)
    facts, _ = film_of(tmp_path / "a.gif")
    assert 12 <= facts.seconds < 13
    (tmp_path / "short").mkdir()
    save(tmp_path / "short/a.gif", "GIF", frames())
    facts, _ = film_of(tmp_path / "short/a.gif", film_s=3.0)
    assert 2.4 <= facts.seconds < 3


def test_what_is_transparent_is_white(tmp_path):
    save(tmp_path / "a.png", "PNG", frames("RGBA", (0, 0, 0, 0)))
    _, film = film_of(tmp_path / "a.png")
    assert min(decoded(film)[0][1].getpixel((100, 40))) > 245


def test_flashes_are_refused(tmp_path):
    images = [Image.new("RGB", (120, 80), "black" if number % 2 else "white") for number in range(20)]
    save(tmp_path / "a.gif", "GIF", images, duration=50)
    facts, film = film_of(tmp_path / "a.gif")
    assert film is None
    assert "flashes 10 times within a second" in facts.faults[0][2]


def test_a_picture_that_stands_still_stays_one(tmp_path):
    frames()[0].save(tmp_path / "a.png")
    facts, film = film_of(tmp_path / "a.png")
    assert (facts.kind, film) == ("picture", None)


def test_too_many_frames_are_reported(tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.media.animation.MOST_FRAMES", FRAMES - 1)
    save(tmp_path / "a.gif", "GIF", frames())
    facts, _ = film_of(tmp_path / "a.gif")
    assert f"its {FRAMES} frames are more than the {FRAMES - 1} that are converted" in facts.faults[0][2]


def test_a_slide_shows_the_film_and_screens_try_it_as_one(tmp_path):
    world = World(tmp_path)
    save(world.folder / "media/a.gif", "GIF", frames())
    world.write({"slides/hello.yaml": b"kind: video\nvideo: media/a.gif\n"})
    feed = check_folder(world.folder, ["home"]).valid_parts
    found = prepare(feed, world.folder, FONTS, RenditionCache(tmp_path / "cache", FONTS))
    assert "hello" not in found.unshowable
    name = found.feed.renditions["media/a.gif"][0].pages[1]
    assert name == "media/a.gif/film.webm"
    assert found.locate(name).is_file()
    assert name in films_of(found.feed)
    assert "media/a.gif" not in found.feed.media
