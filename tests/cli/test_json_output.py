"""What commands print with --json has the keys and types that docs/json-output.md shows."""

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.cli.main import COMMANDS
from kiosk.device.doctor import Diagnosis, Health
from kiosk.drawn_checks.job import Proof
from kiosk.fleet.screen_registry import ScreenRegistry
from tests.cli.test_docs_commands import option_names
from tests.sync.world import serving

PAGE = (Path(__file__).resolve().parents[2] / "docs/json-output.md").read_text("utf-8")
HOURS = b"hours: [daily 00:00-24:00]\n"
BY_ID = ("screens", "sources")
SECTION = re.compile(r"^## `kiosk ([a-z ]+)`\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
EXAMPLES = {
    name: [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```", text, re.MULTILINE | re.DOTALL)]
    for name, text in SECTION.findall(PAGE)
}


def test_every_command_with_json_is_documented():
    assert set(EXAMPLES) == {name for name in COMMANDS if "--json" in option_names(name)}


def agrees(value, example):
    """Return whether `value` has the keys and types of `example`; null and [] stand for anything."""
    if value is None or example is None or value == [] or example == []:
        return True
    if isinstance(value, dict) and isinstance(example, dict):
        return value.keys() == example.keys() and all(
            agrees_at(key, value[key], example[key]) for key in value
        )
    if isinstance(value, list) and isinstance(example, list):
        return all(agrees(each, example[0]) for each in value)
    return type(value) is type(example)


def agrees_at(key, value, example):
    """Return whether the values at `key` agree; the keys of `BY_ID` have objects whose keys are ids."""
    if key in BY_ID and value is not None and example is not None:
        return all(agrees(each, *example.values()) for each in value.values())
    return agrees(value, example)


def check(done, name, *, code=0, number=0):
    """Check the output of a command against an example of the page, and return it."""
    assert done.exit_code == code, done.output
    value = json.loads(done.stdout)
    assert agrees(value, EXAMPLES[name][number]), value
    return value


def test_a_missing_key_or_another_type_disagrees():
    example = {"a": 1, "b": [{"c": ""}]}
    assert agrees({"a": 2, "b": [{"c": "x"}, {"c": "y"}]}, example)
    assert not agrees({"a": 2}, example)
    assert not agrees({"a": "2", "b": []}, example)
    assert not agrees({"a": 2, "b": [{"c": "x"}, {}]}, example)


@pytest.fixture
def keys(world):
    return "--keys", world.keys


def test_check(run, world):
    world.write({"slides/more.yaml": b"kind: picture\npicture: media/door.png\n"})
    assert check(run("check", "--quick", "--json", world.folder), "check")


def test_publish(run, world, keys):
    world.publish()
    world.write({"media/hello.png": (world.folder / "media/door.png").read_bytes()})
    world.write({"slides/more.yaml": b"kind: picture\npicture: media/door.png\n"})
    given = ("publish", "--quick", "--json", world.folder, world.site, *keys)
    planned = check(run(*given, "--dry-run"), "publish")
    assert planned["changes"]
    assert planned["screens"]
    assert planned["problems"]
    assert planned["version"] is None
    published = check(run(*given), "publish")
    assert (published["version"], published["changes"], published["dry_run"]) == (3, None, False)
    assert published["signed_until"]


def test_publish_of_a_feed_with_an_error(run, world, keys):
    world.write({"slides/hello.yaml": b"kind: nothing\n"})
    done = run("publish", "--quick", "--json", world.folder, world.site, *keys)
    assert check(done, "publish", code=1)["problems"][0]["severity"] == "error"


def test_rollback_and_history(run, world, keys):
    for picture in (b"one", b"another"):
        world.write({"media/hello.png": picture})
        world.publish()
    assert check(run("site", "rollback", "--dry-run", "--json", world.site, *keys), "site rollback")[
        "changes"
    ]
    assert check(run("site", "rollback", "--json", world.site, *keys), "site rollback")["version"] == 4
    assert len(check(run("site", "history", "--json", world.site, *keys), "site history")) == 4


def test_keys(run, world, keys):
    assert check(run("site", "keys", "list", "--json", world.site, *keys), "site keys list")


def test_slots(run, world, keys, tmp_path):
    office = (world.folder / "offices/square.yaml").read_bytes()
    rule = HOURS + b"bookable: [{topics: [housing], when: [daily 00:00-24:00], calendars: [a]}]\n"
    world.write({"offices/square.yaml": office + rule})
    world.publish()
    given = ("slots", world.site, "--json", "--state", tmp_path / "state", *keys)
    found = check(run(*given), "slots", code=1)
    assert (found["published"], found["count"], found["slots"]) == (True, 0, None)
    assert "not among the sources" in found["sources"]["a"]["problem"]


def test_live(run, world, keys, tmp_path):
    sources, state = tmp_path / "live.yaml", tmp_path / "queue.json"
    state.write_text('{"waiting": 3}', encoding="utf-8")
    sources.write_text(f"sources: {{queue: {{kind: queue, file: {state}}}}}\n", encoding="utf-8")
    sources.chmod(0o600)
    world.publish()
    given = ("live", world.site, "--json", "--sources", sources, "--state", tmp_path / "state", *keys)
    assert check(run(*given), "live")["published"]


def test_slots_that_are_not_published(run, world, keys, tmp_path):
    office = (world.folder / "offices/square.yaml").read_bytes()
    rule = HOURS + b"bookable: [{topics: [housing], when: [daily 00:00-24:00]}]\nholidays: open\n"
    world.write({"offices/square.yaml": office + rule})
    world.publish()
    given = ("slots", world.site, "--json", "--state", tmp_path / "state", *keys)
    found = check(run(*given, "--dry-run"), "slots")
    assert (found["published"], found["count"]) == (False, len(found["slots"]))
    assert found["count"] > 600


def test_preview(run, world, monkeypatch, tmp_path):
    drawn = [Proof("hall/sv.png", "key", "hall", "sv", "slide", "hello")]
    monkeypatch.setattr("kiosk.cli.proofs.draw_proofs", lambda *_: drawn)
    found = check(run("preview", world.folder, "-o", tmp_path / "out", "--json"), "preview")
    assert (found["page"], len(found["drawings"])) == (str(tmp_path / "out/index.html"), 1)


def test_preview_without_a_folder_is_beside_the_feed(run, world, monkeypatch):
    drawn = [Proof("hall/sv.png", "key", "hall", "sv", "slide", "hello")]
    monkeypatch.setattr("kiosk.cli.proofs.draw_proofs", lambda *_: drawn)
    beside = world.folder.with_name(f"{world.folder.name}-preview")
    done = run("preview", world.folder)
    assert done.stdout == f"1 drawings, 1 of them new: {beside / 'index.html'}\n"
    before = sorted(world.folder.rglob("*"))
    monkeypatch.chdir(world.folder)
    found = check(run("preview", ".", "--json"), "preview")
    assert found["page"] == str(beside / "index.html")
    assert sorted(world.folder.rglob("*")) == before


def test_preview_of_what_cannot_be_drawn(run, world, tmp_path):
    (world.folder / "feed.yaml").write_bytes(b"languages: [")
    done = run("preview", world.folder, "-o", tmp_path / "out", "--json")
    assert check(done, "preview", code=1)["problems"]


def test_schedule(run, world):
    given = ("schedule", world.folder, "--screen", "hall", "--json")
    assert check(run(*given, "--at", "2026-12-01 12:00"), "schedule")["why"]
    assert check(run(*given, "--week", "2026-12-01"), "schedule", number=1)["stretches"]


def test_sync(run, world, tmp_path):
    world.publish()
    with serving(world.site) as server:
        given = (server.url, "--root", world.root, "--state", tmp_path / "state", "--screen", "hall")
        assert check(run("sync", "--json", *given), "sync")["new"] is True


def test_status(run, tmp_path, monkeypatch):
    known = ScreenRegistry()
    known.expect(["hall"])

    class Client:
        registry = known

        def __enter__(self):
            return self

        def __exit__(self, *_):
            """Nothing to close."""

        def settle(self):
            """Everything has been received."""

    monkeypatch.setattr("kiosk.fleet.fleet_client.connected_client", lambda *_: Client())
    broker = tmp_path / "broker.yaml"
    broker.write_text("host: broker.example\n", encoding="utf-8")
    assert check(run("status", "--broker", broker, "--json"), "status", code=1)


def test_doctor(run, tmp_path, monkeypatch):
    found = [Diagnosis("clock", Health.WRONG, "not synchronized", "start systemd-timesyncd")]
    monkeypatch.setattr("kiosk.device.doctor.diagnose", lambda *_: found)
    monkeypatch.setattr("kiosk.cli.doctor.device", lambda _path: SimpleNamespace())
    monkeypatch.setattr("kiosk.cli.doctor.sync_config", lambda _config: SimpleNamespace())
    assert check(run("doctor", "--json"), "doctor", code=1)
