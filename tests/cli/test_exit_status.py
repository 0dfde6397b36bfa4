"""Every command ends with 2 for wrong usage, and with 1 and a reason for a problem."""

import pytest
import typer

from kiosk.cli import main as cli
from kiosk.cli.main import COMMANDS, build
from kiosk.cli.options import DURATION, duration

PROBLEMS = {
    "check": "FOLDER/wrong --quick",
    "doctor": "--config MISSING",
    "feed add": "slide hello FOLDER",
    "feed clone": "SITE/nowhere STATE --keys KEYS",
    "feed merge": "FOLDER SITE/nowhere --keys KEYS",
    "feed new": "FOLDER",
    "feed schema": "-o FOLDER/feed.yaml/schema",
    "live": "SITE/nowhere --sources FOLDER/feed.yaml --keys KEYS --state STATE",
    "nudge": "--broker MISSING",
    "feed speak": "FOLDER/wrong",
    "feed translations": "FOLDER/wrong --export FOLDER/texts.po",
    "office clone": "SITE STATE --office nowhere --keys KEYS",
    "office publish": "FOLDER SITE --office nowhere --keys KEYS",
    "pin": "",
    "preview": "FOLDER -o FOLDER/feed.yaml/out",
    "publish": "FOLDER SITE/nowhere --quick --keys KEYS",
    "report": "FOLDER/feed.yaml --from 2026-11-01 --to 2026-11-30",
    "run": "--config MISSING",
    "schedule": "FOLDER/wrong --screen hall",
    "screens enrol": "hall --broker MISSING",
    "screens identify": "hall --broker MISSING",
    "screens logs": "hall --broker MISSING",
    "screens restart": "hall --broker MISSING",
    "screens revoke": "hall --broker MISSING",
    "screens screenshot": "hall --broker MISSING",
    "screens sync": "hall --broker MISSING",
    "screens test-ticket": "hall --broker MISSING",
    "site history": "SITE/nowhere --keys KEYS",
    "site init": "SITE --keys KEYS",
    "site keys add": "SITE targets FOLDER/feed.yaml --keys KEYS",
    "site keys backup": "MISSING --keys KEYS/none",
    "site keys import": "anna --module FOLDER/feed.yaml --token office --keys KEYS",
    "site keys list": "SITE/nowhere --keys KEYS",
    "site keys new": "root --keys KEYS",
    "site keys passphrase": "nobody --remove --keys KEYS",
    "site keys restore": "FOLDER/feed.yaml --keys KEYS",
    "site keys revoke": "SITE targets nobody --keys KEYS",
    "site keys rotate": "SITE targets nobody --keys KEYS",
    "site refresh": "SITE/nowhere --keys KEYS",
    "site rollback": "SITE --version 12 --keys KEYS",
    "site staff add": "SITE FOLDER/feed.yaml --office square --keys KEYS",
    "site staff remove": "SITE nobody --office square --keys KEYS",
    "site sign": "SITE/nowhere --keys KEYS",
    "slots": "SITE/nowhere --keys KEYS --state STATE",
    "status": "--broker MISSING",
    "studio": "SITE/nowhere --keys KEYS",
    "sync": "http://127.0.0.1:1 --root KEYS/root.json --state STATE --screen hall",
}
NO_DURATION = "expected a length of time"
NEVER = {"completion", "demo"}
"""A script is always there, and the demo brings its own feed."""


def test_each_command_has_its_problem():
    assert set(PROBLEMS) | NEVER == set(COMMANDS)


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_problem_is_1_with_a_reason(run, world, monkeypatch, caplog, name):
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "12")  # a PIN that is too short
    world.publish()
    world.write({"wrong/feed.yaml": b"languages: [\n"})
    places = {"FOLDER": world.folder, "SITE": world.site, "KEYS": world.keys}
    places |= {"STATE": world.base / "state", "MISSING": world.base / "missing.yaml"}
    text = PROBLEMS[name]
    for word, path in places.items():
        text = text.replace(word, str(path))
    done = run(*name.split(), *text.split())
    assert (done.exit_code, type(done.exception)) == (1, SystemExit), done.output
    assert done.output.strip()
    assert "Traceback" not in done.output
    caplog.clear()


@pytest.mark.parametrize("name", COMMANDS)
def test_an_unknown_option_is_2(run, name):
    done = run(*name.split(), "--no-such-option")
    assert (done.exit_code, "Usage" in done.output or "usage" in done.output) == (2, True)


@pytest.mark.parametrize("name", COMMANDS)
def test_an_argument_too_many_is_2(run, name, tmp_path):
    assert run(*name.split(), *[str(tmp_path)] * 9).exit_code == 2


def options(command):
    for each in getattr(command, "commands", {}).values():
        yield from options(each)
    yield from (each for each in command.params if each.param_type_name == "option")


def durations():
    """Return each command with the name of an option that is a duration."""
    found = []
    for name in COMMANDS:
        every = options(typer.main.get_command(build([name])))
        found += [(name, each.opts[0]) for each in every if each.metavar == DURATION]
    return found


@pytest.mark.parametrize(("name", "option"), durations())
def test_every_duration_has_its_unit_or_none(run, name, option):
    for text in ("60", "60 s", "2 min", "1 h 30 min"):
        assert NO_DURATION not in run(*name.split(), option, text).output
    done = run(*name.split(), option, "soon")
    assert (done.exit_code, NO_DURATION in done.output) == (2, True)


def test_slots_and_live_have_a_duration():
    assert durations() == [("live", "--every"), ("slots", "--every")]


def test_no_option_reads_a_duration_in_its_own_way():
    """A number or text of an option whose name speaks of time is a duration."""
    names = {"after", "delay", "every", "for", "interval", "pause", "seconds", "timeout"}
    every = options(typer.main.get_command(build(COMMANDS)))
    assert [
        each.name for each in every if set(each.name.split("_")) & names and each.metavar != DURATION
    ] == []


@pytest.mark.parametrize(
    ("text", "seconds"), [("60", 60), ("60 s", 60), ("2 min", 120), ("1 h 30 min", 5400)]
)
def test_durations(text, seconds):
    assert duration(text) == seconds


def test_no_duration_is_wrong_usage():
    with pytest.raises(typer.BadParameter, match="such as '12 s'"):
        duration("soon")


def test_nothing_asked_is_help_and_wrong_usage(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["kiosk"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert (end.value.code, "Usage: kiosk" in "".join(capsys.readouterr())) == (2, True)
