"""Media over a bad connection: interrupted, resumed, too short, too long, and wrong ranges."""

import hashlib

import pytest

from kiosk.feed.models import Media
from kiosk.sync.media_download import PartialDownload
from tests.sync.world import MEDIA, flip

HELLO = MEDIA["media/hello.png"]
NAME = hashlib.sha256(HELLO).hexdigest()
ETAG = {"ETag": '"one"'}


def cut(handler):
    """Close the connection after a third of the announced length."""
    handler.say(200, ETAG | {"Content-Length": str(len(HELLO))}, HELLO[: len(HELLO) // 3])
    handler.close_connection = True


def asked_for(handler):
    start = int(handler.headers["Range"].removeprefix("bytes=").removesuffix("-"))
    return start, {"Content-Range": f"bytes {start}-{len(HELLO) - 1}/{len(HELLO)}"}


@pytest.fixture
def tricks(world):
    return world.server.tricks


@pytest.fixture
def broken_off(world, tricks, warned):
    """A kiosk whose first download was interrupted after a third."""
    kiosk = world.kiosk()
    tricks[NAME] = cut
    assert "broke off" in kiosk.poll().problem
    assert (world.base / "state-hall/incoming" / NAME).stat().st_size == len(HELLO) // 3
    warned()
    return kiosk


def test_download_is_resumed(tricks, broken_off):
    seen = []

    def rest(handler):
        start, headers = asked_for(handler)
        seen.append((start, handler.headers["If-Range"]))
        handler.say(206, ETAG | headers, HELLO[start:])

    tricks[NAME] = rest
    assert broken_off.poll().generation.media("media/hello.png").read_bytes() == HELLO
    assert seen == [(len(HELLO) // 3, '"one"')]


def test_download_restarts_if_the_file_has_changed(tricks, broken_off):
    tricks[NAME] = lambda handler: handler.say(200, {"ETag": '"two"'}, HELLO)
    assert broken_off.poll().generation.media("media/hello.png").read_bytes() == HELLO


@pytest.mark.parametrize("part", ["bytes 0-29999/30000", "bytes 10000-29998/30000", "bytes */30000", ""])
def test_another_range_than_requested_is_refused(tricks, broken_off, warned, part):
    tricks[NAME] = lambda handler: handler.say(206, ETAG | {"Content-Range": part}, HELLO)
    assert "instead of the range from 10000" in broken_off.poll().problem
    tricks.clear()
    assert broken_off.poll().problem == ""
    warned()


def test_download_restarts_after_a_refused_range(tricks, broken_off, warned):
    tricks[NAME] = lambda handler: handler.say(416)
    assert "416" in broken_off.poll().problem
    tricks.clear()
    assert broken_off.poll().problem == ""
    warned()


def test_wrong_remainder_is_refused_and_deleted(world, tricks, broken_off, warned):
    def wrong(handler):
        start, headers = asked_for(handler)
        handler.say(206, ETAG | headers, b"x" * (len(HELLO) - start))

    tricks[NAME] = wrong
    assert "does not match its signed hash" in broken_off.poll().problem
    assert not list((world.base / "state-hall/incoming").iterdir())
    tricks.clear()
    assert broken_off.poll().problem == ""
    warned()


def test_without_a_strong_etag_the_download_restarts(world, tricks, warned):
    kiosk = world.kiosk()
    headers = {"ETag": 'W/"weak"', "Content-Length": str(len(HELLO))}
    tricks[NAME] = lambda handler: (
        handler.say(200, headers, HELLO[:99]),
        setattr(handler, "close_connection", True),
    )
    assert "broke off" in kiosk.poll().problem
    asked = []
    tricks[NAME] = lambda handler: (asked.append(handler.headers["Range"]), handler.say(200, {}, HELLO))
    assert kiosk.poll().problem == ""
    assert asked == [None]
    warned()


def test_shorter_than_signed_is_refused(world, tricks, warned):
    tricks[NAME] = lambda handler: handler.say(200, {}, HELLO[:-1])
    assert "only 29999 of 30000 bytes" in world.kiosk().poll().problem
    warned()


def test_longer_than_signed_is_cut_off(world, tricks, warned):
    tricks[NAME] = lambda handler: handler.say(200, {}, HELLO + b"!")
    assert "larger than the signed size" in world.kiosk().poll().problem
    warned()


def test_endless_body_is_cut_off(world, tricks, warned):
    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        handler.close_connection = True
        try:
            while True:
                handler.wfile.write(b"x" * 65536)
        except OSError:
            pass

    tricks[NAME] = endless
    assert "larger than the signed size" in world.kiosk().poll().problem
    kept = world.base / "state-hall/incoming" / NAME
    assert kept.stat().st_size <= len(HELLO)
    warned()


def test_data_received_before_a_crash_is_not_downloaded_again(world):
    kiosk = world.kiosk()
    folder = world.base / "state-hall/incoming"
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(HELLO)
    (folder / f"{NAME}.etag").write_text('"one"')
    assert kiosk.poll().problem == ""
    assert not [path for path in world.server.asked if NAME in path]


def test_a_partial_file_without_its_etag_is_ignored(tmp_path):
    (tmp_path / NAME).write_bytes(HELLO)
    assert PartialDownload(tmp_path / NAME, Media(sha256=NAME, size=len(HELLO))).size == 0


def test_a_partial_file_that_is_too_long_is_ignored(tmp_path):
    (tmp_path / NAME).write_bytes(HELLO + b"!")
    (tmp_path / f"{NAME}.etag").write_text('"one"')
    partial = PartialDownload(tmp_path / NAME, Media(sha256=NAME, size=len(HELLO)))
    assert (partial.size, partial.is_complete()) == (0, False)


def test_many_files_share_few_connections(world):
    for number in range(40):
        world.write({f"media/{number}.png": b"picture %d" % number})
        world.write({f"slides/s{number}.yaml": b"kind: picture\npicture: media/%d.png\n" % number})
    names = ", ".join(f"s{number}" for number in range(40))
    world.write({"playlists/all.yaml": f"slides: [{names}]\n".encode()})
    world.publish()
    connections = set()
    record = world.server.RequestHandlerClass.setup

    def setup(handler):
        connections.add(handler.client_address)
        record(handler)

    world.server.RequestHandlerClass.setup = setup
    generation = world.kiosk().poll().generation
    assert all(generation.media(f"media/{number}.png").exists() for number in range(40))
    assert len(connections) <= 5


def test_one_bad_file_of_many_stops_the_update_and_keeps_the_others(world, warned):
    kiosk = world.kiosk()
    before = kiosk.poll().generation
    world.write({"media/a.png": b"a" * 10, "media/b.png": b"b" * 1000})
    world.write({"slides/a.yaml": b"kind: picture\npicture: media/a.png\n"})
    world.write({"slides/b.yaml": b"kind: picture\npicture: media/b.png\n"})
    world.write({"playlists/all.yaml": b"slides: [hello, a, b]\n"})
    world.publish()
    flip(world.media_file(b"b" * 1000))
    assert "does not match its signed hash" in kiosk.poll().problem
    assert kiosk.current() == before
    assert (world.base / "state-hall/blobs").rglob(hashlib.sha256(b"a" * 10).hexdigest())
    warned()
