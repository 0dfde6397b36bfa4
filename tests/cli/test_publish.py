"""`kiosk publish`, and the way from there to a kiosk."""

import json
from contextlib import nullcontext

import pytest

from kiosk.feed.problems import Position, error
from kiosk.media.hashing import hash_file
from kiosk.publish.storage.site_storage import FolderStorage
from tests.cli.conftest import noise
from tests.sync.world import World, serving

PICTURE = noise(900)


def test_init_publish_sync(run, world, tmp_path):
    site, keys = tmp_path / "new-site", tmp_path / "new-keys"
    done = run("site", "init", site, "--keys", keys)
    assert done.exit_code == 0
    assert str(keys / "root.json") in done.output
    done = run("publish", "--quick", world.folder, site, "--keys", keys)
    assert (done.exit_code, done.output.split(";")[0]) == (0, f"{site} shows version 2 of the feed")
    with serving(site) as server:
        given = (server.url, "--root", keys / "root.json", "--state", tmp_path / "state", "--screen", "hall")
        assert run("sync", *given).output.startswith("new: generation ")
        assert run("sync", *given).output.startswith("unchanged: generation ")
        printed = json.loads(run("sync", *given, "--json").output)
    assert (printed["new"], printed["problem"], len(printed["generation"])) == (False, "", 64)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"media/hello.png": b"nothing"},
            "media/hello.png: error: cannot be decoded: it is not a picture",
        ),
        (
            {"slides/hello.yaml": b"kind: video\nvideo: media/hello.png\n"},
            (
                "slides/hello.yaml:2:8: error: media/hello.png is a picture, and here a film (.mp4, .webm) "
                "is shown; `kind: picture` shows it"
            ),
        ),
    ],
)  # fmt: skip
def test_media_that_cannot_be_shown_are_not_signed_even_unseen(run, world, changes, message):
    world.write({"media/hello.png": PICTURE, "media/door.png": PICTURE} | changes)
    before = {path: path.read_bytes() for path in world.site.rglob("*") if path.is_file()}
    done = run("publish", "--quick", world.folder, world.site, "--keys", world.keys)
    assert done.exit_code == 1
    assert done.output.splitlines() == [message]
    assert before == {path: path.read_bytes() for path in world.site.rglob("*") if path.is_file()}


def test_dry_run_changes_nothing(run, world):
    world.publish()
    before = {path: path.read_bytes() for path in world.site.rglob("*") if path.is_file()}
    old = hash_file(world.folder / "media/hello.png")
    world.write({"media/hello.png": PICTURE})
    new = hash_file(world.folder / "media/hello.png")
    done = run("publish", "--quick", "--dry-run", world.folder, world.site, "--keys", world.keys)
    assert done.output.splitlines() == [
        "changed media/hello.png",
        f'  sha256: "{old.sha256}" → "{new.sha256}"',
        f"  size: {old.size} → {new.size}",
        "screen hall: changed media/hello.png",
        "1 media file would be written, 0.8 MB. Nothing was changed.",
    ]
    assert before == {path: path.read_bytes() for path in world.site.rglob("*") if path.is_file()}


def test_rollback(run, world):
    world.publish()
    world.write({"media/hello.png": b"new"})
    world.publish()
    done = run("site", "rollback", world.site, "--keys", world.keys)
    assert done.output == f"{world.site} shows version 2 of the feed again, as version 4.\n"
    assert run("site", "rollback", world.folder, world.site).exit_code == 2


def test_rollback_can_be_tried(run, world):
    world.publish()
    old = hash_file(world.folder / "media/hello.png")
    world.write({"media/hello.png": b"new"})
    new = hash_file(world.folder / "media/hello.png")
    world.publish()
    before = {path: path.read_bytes() for path in world.site.rglob("*") if path.is_file()}
    done = run("site", "rollback", "--dry-run", world.site, "--keys", world.keys)
    assert done.output.splitlines() == [
        f"{world.site} would show version 2 again.",
        "changed media/hello.png",
        f'  sha256: "{new.sha256}" → "{old.sha256}"',
        f"  size: 3 → {old.size}",
        "screen hall: changed media/hello.png",
        "0 media files would be written, 0.0 MB. Nothing was changed.",
    ]
    assert before == {path: path.read_bytes() for path in world.site.rglob("*") if path.is_file()}


def test_rollback_to_a_version_that_is_not_there(run, world):
    world.publish()
    done = run("site", "rollback", "--version", 12, world.site, "--keys", world.keys)
    assert done.stderr == "kiosk: there is no version 12; there are 1 to 2\n"


def test_version_without_rollback_publishes_nothing(run, world):
    before = (world.site / "metadata/timestamp.json").read_bytes()
    done = run("publish", "--quick", "--version", 2, world.folder, world.site, "--keys", world.keys)
    assert done.exit_code == 2
    assert (world.site / "metadata/timestamp.json").read_bytes() == before


@pytest.mark.parametrize("there", [False, True])
def test_publish_where_there_is_no_site_writes_nothing(run, world, tmp_path, there):
    nowhere = tmp_path / "no/site"
    if there:
        nowhere.mkdir(parents=True)
    done = run("publish", "--quick", world.folder, nowhere, "--keys", world.keys)
    assert done.stderr == f"kiosk: {nowhere} is not a site; create one with `kiosk site init {nowhere}`\n"
    assert (nowhere.exists(), list(tmp_path.glob("no/site/.*"))) == (there, [])


def test_errors_are_one_line(run, world, tmp_path):
    done = run("publish", "--quick", world.folder, tmp_path / "nowhere", "--keys", world.keys)
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("kiosk: ")


def test_publish_of_a_wrong_feed_publishes_nothing(run, world):
    world.write({"slides/hello.yaml": b"kind: nothing\n"})
    before = (world.site / "metadata/timestamp.json").read_bytes()
    assert run("publish", "--quick", world.folder, world.site, "--keys", world.keys).exit_code == 1
    assert (world.site / "metadata/timestamp.json").read_bytes() == before


def test_publish_looks_as_check_does(run, world, monkeypatch):
    seen = error(Position("slides/hello.yaml", 2), "does not fit")
    monkeypatch.setattr("kiosk.cli.check.draw_and_check", lambda *_: [seen])
    before = (world.site / "metadata/timestamp.json").read_bytes()
    given = (world.folder, world.site, "--keys", world.keys)
    done = run("publish", *given)
    assert (done.exit_code, done.stdout) == (1, f"{seen}\n")
    assert (world.site / "metadata/timestamp.json").read_bytes() == before
    assert run("publish", "--quick", *given).exit_code == 0


def test_publish_says_what_lists_the_rest(run, world):
    world.write({"slides/more.yaml": b"kind: picture\npicture: media/door.png\n"})
    done = run("publish", "--quick", world.folder, world.site, "--keys", world.keys)
    message = f"warnings and notes: 1; `kiosk check --notes {world.folder}` lists them\n"
    assert (done.exit_code, done.stderr) == (0, message)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("no site", "is not a site"),
        ("no key", "may sign for targets"),
        ("another key", "are not valid"),
        ("no lock", "another publish to"),
    ],
)
def test_publish_looks_at_the_destination_before_it_draws(  # noqa: PLR0917  # a row of the table and four fixtures
    run, world, tmp_path, monkeypatch, wrong, message
):
    def drawn(*_):
        pytest.fail("minutes of drawing for nothing")

    monkeypatch.setattr("kiosk.cli.check.draw_and_check", drawn)
    site = world.site
    if wrong == "no site":
        site = tmp_path / "nowhere"
    if wrong == "no key":
        (world.keys / "targets.pem").unlink()
    if wrong == "another key":
        (world.keys / "root.json").write_bytes(World(tmp_path / "other").root.read_bytes())
    with FolderStorage(site).lock() if wrong == "no lock" else nullcontext():
        done = run("publish", world.folder, site, "--keys", world.keys)
    assert done.exit_code == 1
    assert message in done.stderr


def test_a_dry_run_looks_at_the_destination_too(run, world, tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.cli.check.draw_and_check", lambda *_: pytest.fail("drawn for nothing"))
    done = run("publish", "--dry-run", world.folder, tmp_path / "nowhere", "--keys", world.keys)
    assert done.exit_code == 1
    assert not (tmp_path / "nowhere").exists()


def test_a_false_notice_shows_in_a_dry_run(run, world):
    world.publish()
    world.write({"notices/false.yaml": b"text: Closed today\n"})
    done = run("publish", "--quick", "--dry-run", world.folder, world.site, "--keys", world.keys)
    assert done.stdout.splitlines()[:2] == ["added notices/false", '  text: "Closed today"']
    assert "screen hall: added notices/false" in done.stdout
