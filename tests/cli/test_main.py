import json
import subprocess
import sys

import pytest
import typer

from kiosk.booking.slots import read_slots
from kiosk.cli import main as cli
from kiosk.cli.demo import rehearse
from kiosk.cli.main import COMMANDS, matching
from tests.sync.world import serving


def test_only_the_command_that_was_asked_for_is_loaded():
    assert matching(["check", "folder"]) == ("check",)
    assert matching(["site", "init", "site"]) == ("site init",)
    assert matching([]) == matching(["--help"]) == matching(["chekc"]) == matching(["feed"]) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_be_asked_for_help(run, name):
    long, short = run(*name.split(), "--help"), run(*name.split(), "-h")
    assert (long.exit_code, "usage" in long.output.lower()) == (0, True)
    assert short.output == long.output


def test_help_loads_nothing_heavy():
    heavy = {"PySide6", "requests", "tuf", "pydantic", "cryptography"}
    code = (
        "import sys; sys.argv = ['kiosk', '--help']\n"
        "from kiosk.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & {name.partition(".")[0] for name in done.stderr.split()}


def test_wrong_usage_is_2(run, tmp_path):
    assert run("chekc").exit_code == 2
    assert run("check").exit_code == 2
    assert run("check", tmp_path / "nothing").exit_code == 2


def test_version(run):
    assert run("--version").output.startswith("Infodisk ")


def test_check_of_a_good_feed(run, world):
    done = run("check", "--quick", world.folder)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "read: slides 2, playlists 2" in done.stderr
    assert "not drawn or decoded, as asked by --quick" in done.stderr
    assert "no errors and no warnings" in done.stderr


def test_check_prints_every_problem_at_its_place(run, world):
    world.write({"slides/hello.yaml": b"kind: picture\npictur: media/hello.png\ndwell: -3\n"})
    done = run("check", "--quick", world.folder)
    assert done.exit_code == 1
    assert "slides/hello.yaml:2:1: error: unknown key 'pictur' (did you mean 'picture'?)" in done.output
    assert "slides/hello.yaml:3:8: error: " in done.output


def test_check_when_warnings_are_errors(run, world):
    world.write({"slides/more.yaml": b"kind: picture\npicture: media/door.png\n"})
    done = run("check", "--quick", world.folder)
    assert (done.exit_code, done.stdout) == (
        0,
        (
            "slides/more.yaml:1:1: warning: not used: this slide is in no playlist; "
            "add 'more' to the 'slides' of one\n"
        ),
    )
    assert "no errors; warnings: 1" in done.stderr
    done = run("check", "--quick", "--strict", world.folder)
    assert (done.exit_code, done.output.split(": ")[1]) == (1, "error")


def test_check_counts_notes_and_prints_them_when_asked(run, world):
    world.write({"slides/hello.yaml": b"kind: picture\npicture: media/hello.png\ndrafts: [sv]\n"})
    done = run("check", "--quick", world.folder)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "still to be done: 1" in done.stderr
    done = run("check", "--quick", "--notes", world.folder)
    assert (done.exit_code, done.stdout.count("note: not reviewed")) == (0, 1)
    done = run("check", "--quick", "--strict", world.folder)
    assert (done.exit_code, done.stdout.count("error: not reviewed")) == (1, 1)


def test_check_looks_at_what_is_sound_of_a_wrong_feed(run, world):
    world.write({"slides/hello.yaml": b"kind: nothing\n", "slides/door.yaml": b"kind: hours\ndwell: 2 s\n"})
    done = run("check", "--quick", world.folder)
    assert "slides/hello.yaml:1:7: error: unknown kind 'nothing'" in done.output
    assert "slides/door.yaml:2:8: warning: shown for 2 s, which is too short to read" in done.output


def test_check_judges_what_has_ended_as_of_the_time_asked_for(run, world):
    world.write({"playlists/eve.yaml": b"slides: [hello]\nwhen: {until: 2026-12-24}\n"})
    done = run("check", "--quick", "--at", "2026-12-24 23:59", world.folder)
    assert (done.exit_code, done.stdout) == (0, "")
    for at in ("2026-12-25", "2028-02-29 12:00"):
        done = run("check", "--quick", "--at", at, world.folder)
        assert done.exit_code == 0
        assert done.stdout.startswith("playlists/eve.yaml:2:15: warning: expired: it ended on 2026-12-24")


@pytest.mark.parametrize("command", [("check",), ("preview", "-o", "out")])
def test_a_time_that_is_none_is_reported(run, world, command):
    done = run(*command, world.folder, "--at", "24 dec")
    assert (done.exit_code, "'2026-12-24 09:30'" in done.stderr) == (2, True)


def test_check_as_json(run, world):
    world.write({"slides/hello.yaml": b"kind: picture\npicture: media/hallo.png\n"})
    done = run("check", "--quick", "--json", world.folder)
    assert done.exit_code == 1
    assert json.loads(done.output) == [
        {
            "severity": "error", "file": "slides/hello.yaml", "line": 2, "column": 10,
            "message": "there is no file 'media/hallo.png'", "suggestion": "media/hello.png",
        }
    ]  # fmt: skip


def test_copy_for_a_stick(run, world, tmp_path):
    world.publish()
    with serving(world.site) as server:
        done = run("sync", server.url, "--root", world.root, "--to", tmp_path / "stick", "--screen", "door")
    assert (done.exit_code, done.output.split(";")[0]) == (0, f"{tmp_path / 'stick'} contains the site")
    assert (tmp_path / "stick/metadata/timestamp.json").exists()


def test_sync_needs_a_screen_or_a_stick(run, world, tmp_path):
    assert run("sync", "https://feed.example", "--root", world.root).exit_code == 2
    assert run("sync", "https://feed.example", "--root", world.root, "--state", tmp_path).exit_code == 2


def test_slots_by_rule(run, world):
    rule = b"bookable: [{topics: [housing], when: [daily 00:00-24:00]}]\n"
    office = (world.folder / "offices/square.yaml").read_bytes()
    world.write({"offices/square.yaml": office + b"hours: [daily 00:00-24:00]\nholidays: open\n" + rule})
    assert "nothing has been published" in run("slots", world.site, "--keys", world.keys).stderr
    world.publish()
    printed = run("slots", world.site, "--keys", world.keys, "--dry-run").output.encode()
    assert len(read_slots(printed).slots) > 600  # half hours of two weeks
    assert not list(world.site.glob("targets/*.slots.yaml"))
    assert "free times" in run("slots", world.site, "--keys", world.keys).output
    assert read_slots(world.served("targets/*.slots.yaml").read_bytes()).slots


def test_sync_says_why_it_failed(run, world, tmp_path, caplog):
    given = ("--root", world.root, "--state", tmp_path / "state", "--screen", "hall")
    done = run("sync", "http://127.0.0.1:1", *given)
    caplog.clear()
    assert done.exit_code == 1
    assert "no answer" in done.stderr
    assert run("sync", "http://feed.example", *given).stderr.startswith(
        "kiosk: the feed's address must start"
    )


def test_python_m_kiosk_is_the_same_command():
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "site", "-h"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Usage: kiosk site" in done.stdout) == (0, True)


def test_main_ends_with_the_exit_code(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["kiosk", "--version"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("Infodisk ")


def test_pictures_that_cannot_be_written_are_one_line(run, world, tmp_path, capsys):
    (tmp_path / "file").touch()
    done = run("preview", world.folder, "-o", tmp_path / "file/pictures")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    with pytest.raises(typer.Exit):
        rehearse(None, tmp_path / "file/pictures", str)
    assert capsys.readouterr().err.count("Not a directory") == 1


def test_sync_that_fails_says_so_once(world, tmp_path):
    given = ("http://127.0.0.1:1", "--root", world.root, "--state", tmp_path / "state", "--screen", "hall")
    code = "from kiosk.cli.main import main; main()"
    words = [sys.executable, "-c", code, "sync", *map(str, given)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("no answer")) == (1, 1)


def test_sync_names_what_is_no_root(run, world, tmp_path):
    wrong = world.folder / "feed.yaml"
    done = run("sync", "https://feed.example", "--root", wrong, "--to", tmp_path / "stick")
    assert (done.exit_code, done.stderr.startswith(f"kiosk: {wrong} is not a trusted root")) == (1, True)
