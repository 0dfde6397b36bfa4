"""The Studio's window on a real site: OpenSSH takes it, nginx serves it, a player shows it."""

import os
import subprocess
import sys

import pytest
import zxingcpp
from PIL import Image
from typer.testing import CliRunner

from kiosk.cli.icons import icons
from kiosk.cli.main import build
from kiosk.publish.publisher import init_site
from kiosk.publish.storage.locations import open_remote
from kiosk.studio.core.project import Project
from kiosk.studio.window.application import StudioWindow
from kiosk.studio.window.studio_model import StudioModel
from tests import days
from tests.end2end.broker import broker
from tests.end2end.feed_host import nginx
from tests.end2end.test_remote_commands import TRUSTING
from tests.end2end.test_remote_hosts import sftp
from tests.studio.test_actions import Person
from tests.studio.windows import find, until
from tests.sync.world import World

__all__ = ["sftp"]

SCREEN, POSTER = "hall", "https://kontor.example/poster"
FEED = {
    "screens/hall.yaml": b"office: square\nsize: 530 x 300 mm\nresolution: 1920 x 1080\nlanguages: [sv]\n",
    "slides/hello.yaml": b"kind: message\ntitle: Hej\ndwell: 5 s\n",
    "playlists/all.yaml": b"slides: [hello]\n",
}
PATIENCE_S = 60
SHOWN = "Published, and shown on all screens."
"""A certificate of the broker that expires soon is named behind it."""

# paho leaves the socket of a failed handshake to the garbage collector, which closes it
pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def world(tmp_path, sftp, monkeypatch):
    """A feed with one screen, whose site lies behind SFTP."""
    for name, value in sftp.env.items():
        monkeypatch.setenv(name, value)
    made = World(tmp_path / "admin")
    for name in (
        "media/door.png",
        "media/hello.png",
        "screens/door.yaml",
        "playlists/door.yaml",
        "slides/door.yaml",
    ):
        (made.folder / name).unlink()
    made.write(FEED)
    made.keys = tmp_path / "keys"
    made.root = init_site(open_remote(sftp.place), made.keys, days.now())
    made.place = sftp.place
    return made


@pytest.fixture
def window(world):
    """The window as `kiosk studio` opens it, with the pictures that its drawing process makes."""
    model = StudioModel(Project(world.folder, icons()), world.place, world.keys, "en", days.now)
    shown = StudioWindow(model)
    shown.window.show()
    yield shown
    shown.close()


@pytest.fixture
def fleet(tmp_path):
    """A broker for the screen and for the admin, whose file for it is `admin.yaml`."""
    folder = tmp_path / "broker"
    folder.mkdir()
    with broker(folder, ["admin", SCREEN]) as running:
        yield running


def broker_file(fleet, path, user):
    access = fleet.access(user)
    path.write_text(
        f"host: localhost\nport: {access.port}\nca: {access.ca}\nuser: {user}\npassword: {access.password}\n"
    )
    return path


@pytest.fixture
def player(world, sftp, fleet, tmp_path):
    """A player in a process of its own, which polls nginx over what the Studio sends by SFTP."""
    with nginx(sftp.files.folder, tmp_path / "nginx") as port:
        lines = broker_file(fleet, tmp_path / "hall.yaml", SCREEN).read_text().splitlines(keepends=True)
        config = tmp_path / "kiosk.yaml"
        config.write_text(
            f"feed: http://127.0.0.1:{port}\nscreen: {SCREEN}\nroot: {world.root}\n"
            f"broker:\n{''.join(f'  {line}' for line in lines)}"
        )
        words = [sys.executable, "-c", TRUSTING, "run", "--config", config, "--state", tmp_path / "state"]
        with (tmp_path / "player.log").open("ab") as log:
            process = subprocess.Popen(words, stderr=log, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        yield process
        process.terminate()
        process.wait(PATIENCE_S)


@pytest.fixture
def seen(world, fleet, tmp_path):
    """Return the codes that a phone would read off the screen, by `kiosk screens screenshot`."""
    access, picture = broker_file(fleet, tmp_path / "admin.yaml", "admin"), tmp_path / "screen.jpg"

    def read():
        words = ("--keys", world.keys, "--broker", access, "-o", picture)
        done = CliRunner().invoke(
            build(["screens screenshot"]), ["screens", "screenshot", SCREEN, *map(str, words)]
        )
        assert done.exit_code == 0, done.output
        with Image.open(picture) as shown:
            return {each.text for each in zxingcpp.read_barcodes(shown)}

    return read


def poster(path):
    """Draw what a communicator drops: a picture with a code in the middle, which no cropping cuts off."""
    code = zxingcpp.create_barcode(POSTER, zxingcpp.BarcodeFormat.QRCode).to_image(scale=12)
    picture = Image.new("RGB", (1200, 1200), "white")
    picture.paste(Image.fromarray(code), tuple((1200 - side) // 2 for side in code.shape[::-1]))
    picture.save(path)
    return path


def test_a_slide_goes_from_the_window_to_the_wall(window, fleet, seen, tmp_path, request):
    person, studio = Person(window), window.studio
    studio.follow_model.use(broker_file(fleet, tmp_path / "admin.yaml", "admin"))
    person.click("publish")
    person.click("main")
    assert until(lambda: "0 of 1 screens" in studio.message), studio.message
    request.getfixturevalue("player")
    assert until(lambda: studio.message.startswith(SHOWN)), studio.message
    assert seen() == set()

    person.click("back")
    person.click("newSlide")
    person.fill_in("titleSv", "Affisch")
    person.drop(poster(tmp_path / "poster.png"))
    person.click("publish")
    person.click("main")
    assert until(lambda: "0 of 1 screens" in studio.message), studio.message
    assert until(lambda: studio.message.startswith(SHOWN)), studio.message
    person.click("back")
    assert find(window, f"follows/{SCREEN}").property("text").startswith("✓")
    assert until(lambda: seen() == {POSTER})
