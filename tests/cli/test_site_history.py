"""`kiosk site history`: what was published, when, by whom."""

import json
from datetime import UTC, datetime

import time_machine

from tests.sync.world import World


def test_versions_are_listed_with_date_who_and_what(run, world):
    at = datetime(2028, 2, 29, 11, 30, tzinfo=UTC)
    with time_machine.travel(at, tick=False):
        world.publish()
        world.write({"media/hello.png": b"new", "notices/n.yaml": b"text: Closed\n"})
        world.publish()
        world.publisher().roll_back()
    for key in world.keys.glob("*.pem"):
        key.unlink()  # only root.json is needed
    done = run("site", "history", world.site, "--keys", world.keys)
    assert done.exit_code == 0, done.output
    lines = [line.split("  ") for line in done.output.splitlines()]
    assert [line[-1] for line in lines] == [
        "back to version 2: changed media/hello.png, removed notices/n",
        "changed media/hello.png, added notices/n",
        lines[2][-1],
        "an empty site",
    ]
    assert lines[2][-1].endswith(" more")
    assert [line[-2] for line in lines] == ["targets"] * 4
    assert [line[-3] for line in lines[:3]] == [f"{at.astimezone():%Y-%m-%d %H:%M}"] * 3


def test_all_that_changed_is_shown_when_asked_for(run, world):
    world.publish()
    world.write({"notices/n.yaml": b"text: Closed today\n"})
    world.publish()
    done = run("site", "history", world.site, "--keys", world.keys, "--full", "-n", "1")
    assert done.stdout.splitlines()[1:] == ["    added notices/n", '      text: "Closed today"']


def test_history_as_json(run, world):
    world.publish()
    world.publisher().roll_back(2)
    newest, before = json.loads(
        run("site", "history", world.site, "--keys", world.keys, "--json", "-n", "2").output
    )
    assert (newest["version"], newest["returns_to"], newest["changes"]) == (3, 2, [])
    assert (before["version"], before["by"]) == (2, ["targets"])
    assert {(each["what"], each["kind"], each["id"]) for each in before["changes"]} >= {
        ("added", "slides", "hello"),
        ("added", "media", "media/hello.png"),
    }


def test_a_version_that_cannot_be_verified_says_so(run, world):
    world.publish()
    world.write({"media/hello.png": b"new"})
    world.publish()
    (world.site / "metadata/2.targets.json").write_bytes(b"{}")
    done = run("site", "history", world.site, "--keys", world.keys)
    assert "version 2 is not signed by the current admins" in done.output.splitlines()[1]
    assert done.exit_code == 0


def test_another_site_is_refused(run, world, tmp_path):
    other = World(tmp_path / "other")
    done = run("site", "history", world.site, "--keys", other.keys)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "are not valid" in done.stderr
