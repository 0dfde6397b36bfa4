"""`kiosk check` and `kiosk preview` as they are run: with processes that draw."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import time_machine

from kiosk.cli.check import examine
from kiosk.cli.feed_new import feed_new
from kiosk.cli.preview import preview
from kiosk.feed.problems import Severity
from tests.sync.world import World

ROOT = Path(__file__).resolve().parents[2]
DAYS = ("2026-12-01", "2026-11-28", "2026-12-25", "2027-01-06", "2028-02-29")
DESK = (
    b"office: square\nsize: 530 x 300 mm\nresolution: 960 x 540\nlanguages: [sv]\ntouch: true\ntags: [desk]\n"
)


@pytest.fixture(autouse=True)
def own_memory(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def kiosk(*words):
    code = "import sys; from kiosk.cli.main import main; sys.argv[0] = 'kiosk'; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, words)], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.fixture
def folder(tmp_path):
    world = World(tmp_path)
    world.write(
        {
            "screens/hall.yaml": DESK,
            "slides/hello.yaml": b"kind: message\ntitle: Hej\n",
            "slides/door.yaml": b"kind: hours\ndwell: 20 s\n",
            "offices/square.yaml": (world.folder / "offices/square.yaml").read_bytes()
            + b"hours: [mon-fri 10:00-16:00]\n",
        }
    )
    for name in ("hello", "door"):
        (world.folder / f"media/{name}.png").unlink()
    return world.folder


def test_check_draws_and_tells_and_publish_refuses_it(folder, tmp_path):
    assert (kiosk("check", folder).returncode, kiosk("check", folder).stdout) == (0, "")
    (folder / "slides/hello.yaml").write_text(
        f"kind: message\ntitle: {'Hej och välkommen hit. ' * 30}\ndwell: 2 min\n"
    )
    done = kiosk("check", "--json", folder)
    (printed,) = json.loads(done.stdout)
    assert (done.returncode, printed["file"], printed["line"]) == (1, "slides/hello.yaml", 2)
    assert printed["message"].startswith("does not fit: 'Hej och")
    world = World(tmp_path / "other")
    done = kiosk("publish", folder, world.site, "--keys", world.keys)
    assert (done.returncode, "slides/hello.yaml:2:8: error: does not fit" in done.stdout) == (1, True)


def test_check_goes_on_where_nothing_can_be_remembered(folder, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file/cache"))
    done = kiosk("check", folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert "no errors and no warnings" in done.stderr


def test_preview_draws_only_what_changed(folder, tmp_path):
    out = tmp_path / "out"
    assert "drawings, " in kiosk("preview", folder, "-o", out).stdout
    drawn = {path.relative_to(out).as_posix() for path in out.rglob("*.png")}
    assert {"hall/sv/slide-hello.png", "door/sv/slide-door.png", "hall/sv/page-topic.png"} <= drawn
    assert {"hall/sv/page-warning.png", "hall/sv/rest-hours.png"} <= drawn
    assert all(f'src="{name}"' in (out / "index.html").read_text() for name in drawn)
    assert f"{len(drawn)} drawings, 0 of them new" in kiosk("preview", folder, "-o", out).stdout
    (folder / "slides/hello.yaml").write_text("kind: message\ntitle: Hallå\n")
    assert ", 1 of them new" in kiosk("preview", folder, "-o", out).stdout
    (folder / "playlists/all.yaml").unlink()
    (folder / "slides/hello.yaml").unlink()
    kiosk("preview", folder, "-o", out)
    assert not (out / "hall/sv/slide-hello.png").exists()


def test_two_previews_are_the_same_on_any_day(folder, tmp_path):
    """The second is made in another year, and from nothing."""
    pictures = []
    for day in ("2026-11-25 10:00", "2028-12-24 23:59"):
        with time_machine.travel(day, tick=False):
            preview(folder, tmp_path / day[:4], [], "")
        pictures.append({path.name: path.read_bytes() for path in (tmp_path / day[:4]).rglob("*.png")})
    assert pictures[0] == pictures[1]
    assert "slide-door.png" in pictures[0]
    assert "rest-hours.png" in pictures[0]


@pytest.mark.parametrize("times", [True, False])
def test_check_finds_the_same_on_any_day(tmp_path, monkeypatch, times):
    """A new feed is free of findings on each of them, with the next free times besides too."""
    feed_new(tmp_path / "new")
    if times:
        title = "{sv: Nästa lediga tider, en: Next available times}"
        (tmp_path / "new/slides/hours.yaml").write_text(f"kind: times\ntitle: {title}\ndwell: 30 s\n")
    for number, day in enumerate(DAYS):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / f"cache{number % 2}"))
        _, found = examine(tmp_path / "new", day, quick=False)
        assert [each for each in found if each.severity is not Severity.NOTE] == []


def test_preview_of_no_such_screen(folder, tmp_path):
    done = kiosk("preview", folder, "-o", tmp_path / "out", "--screen", "hal")
    assert done.returncode == 2
    assert "there is no screen" in done.stderr
