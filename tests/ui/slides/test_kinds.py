"""Each kind of slide on the real stage: what it shows, when it is ready, and when it is given up."""

import gc
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QPainter
from PySide6.QtMultimedia import QMediaPlayer

from kiosk.feed.markdown import MarkdownText
from kiosk.feed.models import Rendition
from kiosk.feed.slides import PdfSlide, TextSlide, VideoSlide, WebSlide
from kiosk.ui.slides.film import Film
from tests import films
from tests.ui.conftest import turn_until
from tests.ui.qrcodes import pixels
from tests.ui.slides.test_player import playing, quick

GREEN_FILM = Path(__file__).parents[2] / "media" / "green.mp4"
GREEN, BLUE = "#2F8F5B", "#2F5B8F"


@pytest.fixture(scope="session")
def drawn(qapp, tmp_path_factory):
    """Media that tests draw: a green film of ten frames, a document of two pages, a web page."""
    folder = tmp_path_factory.mktemp("media")
    shutil.copy(GREEN_FILM, folder / "film")
    for number, colour in enumerate((GREEN, BLUE), start=1):
        page = QImage(1600, 900, QImage.Format.Format_RGB32)
        page.fill(colour)
        page.save(str(folder / f"{number}.png"))
    page = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(page)
    films.to_the_desk(painter, 0.5)
    painter.end()
    page.save(str(folder / "page.png"))
    (folder / "broken").write_bytes(b"\x00\x00\x00\x18ftypmp42 and no more")
    (folder / "half").write_bytes((folder / "film").read_bytes()[:1500])
    return folder


@pytest.fixture
def showing(screen_of, context_of, sample, drawn):
    """Open a screen on these slides, then the slide `welcome`."""

    def make(where="torget-window", **slides):
        feed = playing(quick(sample), *slides, "welcome")
        feed = replace(feed, slides={**feed.slides, **slides})
        media = {f"media/{name}": drawn / name for name in ("film", "broken", "half")}
        media |= {f"media/pages/{number}": drawn / f"{number}.png" for number in (1, 2)}
        context = context_of(where, feed=feed)
        pages = Rendition(pages={number: f"media/pages/{number}" for number in (1, 2)})
        feed = replace(context.feed, renditions={**context.feed.renditions, "media/pages": (pages,)})
        files = context.media
        return screen_of(replace(context, feed=feed, media=lambda path: media.get(path) or files(path)))

    return make


def is_coloured(image, x, y, colour):
    """Return whether the middle of the slide is nearly of one colour."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    seen = pixels(image)[y, x]
    return abs(seen.astype(int) - (blue, green, red)).max() < 24


def test_a_video_plays_once_to_its_end_and_gives_way(showing):
    screen = showing(clip=VideoSlide(kind="video", video="media/film"))
    assert screen.shown[0][0] == "clip"
    assert is_coloured(screen.picture(), 960, 480, GREEN)
    turn_until(lambda: screen.shown[-1][0] == "welcome")


def test_a_video_stands_still_where_nothing_may_move(showing, context_of):
    screen = showing(clip=VideoSlide(kind="video", video="media/film", dwell=3600))
    screen.shell.display.use(screen.shell.player._queue.context.screen, moves=False)
    (film,) = [item for item in screen.items() if "Film" in item.metaObject().className()]
    assert not film.playing


@pytest.mark.qt_log_ignore("Could not open media", extend=True)
@pytest.mark.parametrize("name", ["broken", "half"])
def test_a_video_that_cannot_be_played_is_set_aside(showing, caplog, name):
    screen = showing(clip=VideoSlide(kind="video", video=f"media/{name}"))
    aside = []
    screen.shell.player.slideSetAside.connect(aside.append)
    turn_until(lambda: aside or screen.shown[-1][0] == "clip", 30_000)
    assert aside == ["clip"]
    assert "Binding loop" not in caplog.text
    caplog.clear()


def films_and_players():
    gc.collect()
    found = [each for each in gc.get_objects() if isinstance(each, (Film, QMediaPlayer))]
    return sum(isinstance(each, Film) for each in found), sum(
        isinstance(each, QMediaPlayer) and shiboken6.isValid(each) for each in found
    )


def test_however_many_videos_are_played_no_more_are_kept(showing):
    slide = VideoSlide(kind="video", video="media/film", transition="cut")
    screen = showing(one=slide, two=slide)
    films, _ = films_and_players()
    turn_until(lambda: len(screen.shown) > 8, 30_000)
    after, players = films_and_players()
    assert after == films
    assert players <= 2


def test_a_video_that_stalls_is_left(showing, caplog):
    screen = showing(clip=VideoSlide(kind="video", video="media/film", dwell=3600))
    (film,) = [item for item in screen.items() if "Film" in item.metaObject().className()]
    film._player.setPlaybackRate(0.0001)
    film._stall.timeout.emit()
    turn_until(lambda: screen.shown[-1][0] == "welcome")
    assert "cannot be drawn" in caplog.text
    assert "Binding loop" not in caplog.text
    caplog.clear()


@pytest.mark.qt_log_ignore("pa_context_connect", extend=True)  # a machine without a sound server
def test_a_video_stands_still_and_is_silent_while_somebody_is_at_the_desk(screen_of, context_of, sample):
    long = next(slide for slide in sample.slides.values() if slide.kind == "video")
    slides = {**sample.slides, "clip": replace(long, sound=True, dwell=3600)}
    feed = playing(replace(sample, slides=slides), "clip", "welcome")
    screen = screen_of(context_of(feed=feed))
    (film,) = [item for item in screen.items() if "Film" in item.metaObject().className()]
    turn_until(lambda: film._player.audioOutput() and film._player.isPlaying())
    screen.touch("pause")
    assert not film._player.isPlaying()
    screen.touch("pause")
    assert film._player.isPlaying()
    screen.touch("attract")
    assert screen.page == "language"
    assert not film._player.isPlaying()
    screen.touch("back")
    turn_until(lambda: screen.shown[-1][0] == "welcome")


def test_the_pages_of_a_document_follow_each_other(showing):
    screen = showing(paper=PdfSlide(kind="pdf", dwell=3600, document="media/pages"))
    player = screen.shell.player
    for number, colour in enumerate((GREEN, BLUE), start=1):
        assert (player.card.kind, player.card.picture.fileName()) == ("pdf", f"{number}.png")
        turn_until(lambda colour=colour: is_coloured(screen.picture(), 960, 480, colour))
        player.advance()
    turn_until(lambda: screen.shown[-1][0] == "welcome")


def test_only_the_pages_that_are_named(showing):
    screen = showing(paper=PdfSlide(kind="pdf", dwell=0.3, document="media/pages", pages=(2, 9)))
    turn_until(lambda: is_coloured(screen.picture(), 960, 480, BLUE))
    turn_until(lambda: screen.shown[-1][0] == "welcome")
    assert [slide for slide, _ in screen.shown] == ["paper", "welcome"]


def test_formatted_text_is_seen_and_its_letters_are_no_tags(showing):
    text = "# Rubrik\n\nEtt **viktigt** ord & 1 < 2\n\n- punkt\n3. tredje"
    screen = showing(notes=TextSlide(kind="text", text=MarkdownText(text)))
    words = screen.words()
    assert "Ett <b>viktigt</b> ord &amp; 1 &lt; 2" in words
    assert "Rubrik" in words
    assert "•" in words
    assert "3." in words


@pytest.mark.parametrize("where", ["torget-window", "kompassen-desk"])
def test_all_languages_side_by_side(showing, sample, where):
    words = {"sv": "Välkommen", "en": "Welcome", "ar": "أهلا", "so": "Soo dhawow"}
    screen = showing(where, notes=TextSlide(kind="text", text=MarkdownText(words), side_by_side=True))
    texts = [item for item in screen.items() if item.inherits("QQuickText")]
    placed = {item.property("text"): item for item in texts if item.property("text") in words.values()}
    assert placed.keys() == set(words.values())
    boxes = [item.mapRectToScene(item.boundingRect()) for item in placed.values()]
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_long_formatted_text_is_made_smaller_until_it_fits(showing):
    text = "\n\n".join(["Ett stycke som är ganska långt och fyller en och en halv rad på skärmen. " * 2] * 9)
    screen = showing(notes=TextSlide(kind="text", text=MarkdownText(text)))
    (stage,) = [item for item in screen.items() if "Stage" in item.metaObject().className()]
    (column,) = [item for item in screen.items() if "FormattedWords" in item.metaObject().className()]
    turn_until(lambda: column.property("implicitHeight") <= stage.height())


def test_a_web_page_is_shown_as_its_picture_and_passed_over_while_there_is_none(showing, caplog, drawn):
    screen = showing(page=WebSlide(kind="web", url="https://kartor.example/"))
    turn_until(lambda: len(screen.shown) > 2)
    assert {slide for slide, _ in screen.shown} == {"welcome"}
    picture = QUrl.fromLocalFile(str(drawn / "page.png"))
    screen.shell.use(replace(screen.shell._context, web=lambda _slide: picture))
    turn_until(lambda: screen.shown[-1][0] == "page")
    assert screen.shell.player.card.picture == picture
    assert not caplog.text


def test_the_words_follow_the_clock_while_a_slide_is_shown(screen_of, context_of, sample):
    feed = playing(sample, "hours")
    screen = screen_of(context_of("torget-window", feed=feed))
    card = screen.shell.player.card
    before = card.day
    screen.time.pass_by(11 * 3600)
    turn_until(lambda: card.day != before)
    assert screen.shell.player.card is card
    assert card.day in screen.words()
