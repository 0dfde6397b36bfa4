"""Two people publish to one site from their own folders: no work is lost, and nobody is surprised."""

import shutil

import pytest

from kiosk.feed import yaml_reader
from kiosk.studio.core.yaml_edit import edited


def published(run, world, folder, *more):
    return run("publish", "--quick", folder, world.site, "--keys", world.keys, *more)


@pytest.fixture
def two(run, world, tmp_path):
    other = tmp_path / "other"
    assert published(run, world, world.folder).exit_code == 0
    shutil.copytree(world.folder, other)
    return world.folder, other


def set_value(folder, file, path, value):
    place = folder / file
    place.write_bytes(edited(place.read_bytes().decode(), path, value).encode())


def test_the_second_is_reported_what_it_would_undo(run, world, two):
    one, other = two
    (one / "slides/new.yaml").write_text("kind: message\ntitle: New\n", "utf-8")
    set_value(one, playlist(one), ("slides",), [*slides(one), "new"])
    assert published(run, world, one).exit_code == 0
    done = published(run, world, other)
    assert done.exit_code == 1
    assert "  added slides/new.yaml" in done.output
    assert f"kiosk feed merge {other} {world.site}" in done.output
    assert "new" in (one / playlist(one)).read_text("utf-8")


def test_merging_keeps_both(run, world, two):
    one, other = two
    set_value(one, "slides/hello.yaml", ("dwell",), "20 s")
    (other / "slides/own.yaml").write_text("kind: message\ntitle: Own\n", "utf-8")
    set_value(other, playlist(other), ("slides",), [*slides(other), "own"])
    assert published(run, world, one).exit_code == 0
    assert published(run, world, other).exit_code == 1
    assert run("feed", "merge", other, world.site, "--keys", world.keys).exit_code == 0
    assert "dwell: 20 s" in (other / "slides/hello.yaml").read_text("utf-8")
    assert published(run, world, other).exit_code == 0
    assert run("feed", "merge", one, world.site, "--keys", world.keys).exit_code == 0
    assert contents(one) == contents(other)


def test_a_real_conflict_is_shown_and_nothing_is_written(run, world, two):
    one, other = two
    set_value(one, "slides/hello.yaml", ("dwell",), "20 s")
    set_value(other, "slides/hello.yaml", ("dwell",), "30 s")
    before = contents(other)
    assert published(run, world, one).exit_code == 0
    done = run("feed", "merge", other, world.site, "--keys", world.keys)
    assert done.exit_code == 1
    assert done.output.splitlines()[1:3] == ['  here:  "30 s"', '  there: "20 s"']
    assert contents(other) == before
    done = run("feed", "merge", other, world.site, "--keys", world.keys, "--keep", "theirs")
    assert done.exit_code == 0
    assert contents(other) == contents(one)


def test_replace_publishes_all_the_same(run, world, two):
    one, other = two
    set_value(one, "slides/hello.yaml", ("dwell",), "20 s")
    assert published(run, world, one).exit_code == 0
    assert published(run, world, other, "--replace").exit_code == 0


def test_a_folder_without_its_memory_is_warned_too(run, world, two):
    one, other = two
    (other / ".published.json").unlink()
    set_value(one, "slides/hello.yaml", ("dwell",), "20 s")
    assert published(run, world, one).exit_code == 0
    assert "slides/hello.yaml" in published(run, world, other).output


def test_clone_gives_the_same_files(run, world, two, tmp_path):
    one, _ = two
    assert run("feed", "clone", world.site, tmp_path / "again", "--keys", world.keys).exit_code == 0
    assert contents(tmp_path / "again") == contents(one)
    assert published(run, world, tmp_path / "again").exit_code == 0


def test_a_clone_of_an_altered_source_is_refused(run, world, two, tmp_path):
    source = next((world.site / "source").iterdir())
    source.write_bytes(source.read_bytes().replace(b"hello", b"hullo"))
    done = run("feed", "clone", world.site, tmp_path / "again", "--keys", world.keys)
    assert done.exit_code == 1
    assert "not what was signed" in done.output


def test_the_folder_follows_a_rollback(run, world, two):
    one, _ = two
    before = contents(one)
    set_value(one, "slides/hello.yaml", ("dwell",), "20 s")
    assert published(run, world, one).exit_code == 0
    assert run("site", "rollback", world.site, "--keys", world.keys).exit_code == 0
    assert published(run, world, one).exit_code == 1
    assert run("feed", "merge", one, world.site, "--keys", world.keys).exit_code == 0
    assert contents(one) == before


def playlist(folder):
    return next(path.relative_to(folder).as_posix() for path in sorted((folder / "playlists").iterdir()))


def slides(folder):
    return yaml_reader.read((folder / playlist(folder)).read_bytes(), "").value["slides"]


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
