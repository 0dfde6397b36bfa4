"""Messages in the language of the locale, or of `--language`; JSON for programs stays English."""

import json
import subprocess
import sys

import pytest

from kiosk.cli import output
from kiosk.cli.language import choose, of_locale
from kiosk.cli.source_line import pointed_out
from kiosk.feed.message_catalog import in_language, tr
from kiosk.feed.problems import Position


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "en"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "sv_FI@euro"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": ""}, "sv"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_language_of_a_locale(environment, code):
    assert of_locale(environment) == code


@pytest.fixture
def wrong(world):
    world.write({"slides/hello.yaml": b"kind: picture\npictur: media/hello.png\ndwell: -3\n"})
    return world.folder


def test_check_in_swedish_by_the_locale(run, wrong, monkeypatch):
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    done = run("check", "--quick", wrong)
    assert done.exit_code == 1
    assert "slides/hello.yaml:2:1: fel: okänd nyckel 'pictur' (menade du 'picture'?)" in done.stdout
    assert "slides/hello.yaml:3:8: fel: här väntades en tid längre än noll, som '12 s'" in done.stdout


def test_option_overrides_the_locale(run, wrong, monkeypatch):
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert "error: unknown key 'pictur'" in run("check", "--quick", "--language", "en", wrong).stdout
    monkeypatch.setenv("LC_ALL", "C")
    assert "fel: okänd nyckel 'pictur'" in run("check", "--quick", "--language", "sv", wrong).stdout
    assert "error: unknown key 'pictur'" in run("check", "--quick", wrong).stdout


def test_language_that_there_is_not(run, wrong):
    done = run("check", "--language", "xx", wrong)
    assert done.exit_code == 2
    assert "expected one of en, sv, got" in done.stderr


def test_json_is_for_programs(run, wrong):
    done = run("check", "--quick", "--json", "--language", "sv", wrong)
    assert any(each["message"] == "unknown key 'pictur'" for each in json.loads(done.stdout))


def test_publish_in_swedish(run, world):
    world.publish()
    wrong = world.folder
    world.write({"slides/hello.yaml": b"kind: picture\npictur: media/hello.png\n"})
    done = run("publish", "--quick", "--language", "sv", wrong, world.site, "--keys", world.keys)
    assert "fel: okänd nyckel 'pictur'" in done.stdout


def test_good_feed_in_swedish(run, world):
    assert "inga fel och inga varningar" in run("check", "--quick", "--language", "sv", world.folder).stderr


def test_weekdays_and_values_are_translated():
    message = tr("expected {what}, got {got}", what=tr("true or false"), got=tr("nothing"))
    assert message == "expected true or false, got nothing"
    assert in_language(message, "sv") == "här väntades true eller false, men det står ingenting"


def test_error_with_a_message(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    choose()
    output.echo(ValueError(tr("not a plain file")))
    assert capsys.readouterr().out == "not a plain file\n"


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("title: Rum #3", 12, ["    1 | title: Rum #3", "      |            ^"]),
        ("title: 建築 x", 11, ["    1 | title: 建築 x", "      |             ^"]),
        ("\ttitle: x", 1, ["    1 |  title: x", "      | ^"]),
        ("a: \x1b[2J", 4, ["    1 | a: \\x1b[2J", "      |    ^"]),
        ("", 1, []),
    ],
)
def test_line_with_a_caret(tmp_path, line, column, shown):
    (tmp_path / "x.yaml").write_text(f"{line}\nnext\n", encoding="utf-8")
    assert list(pointed_out(tmp_path, Position("x.yaml", 1, column))) == shown


def test_long_line_is_shown_around_the_place(tmp_path):
    (tmp_path / "x.yaml").write_text("a" * 500 + "#" + "b" * 500, encoding="utf-8")
    line, caret = pointed_out(tmp_path, Position("x.yaml", 1, 501))
    assert len(line) < 120
    assert line[caret.index("^")] == "#"


@pytest.mark.parametrize("place", [Position("x.yaml"), Position("x.yaml", 9, 1), Position("none.yaml", 1, 1)])
def test_place_that_has_no_line(tmp_path, place):
    (tmp_path / "x.yaml").write_text("a: 1\n")
    assert list(pointed_out(tmp_path, place)) == []


def test_caret_on_a_terminal_only(run, wrong):
    assert "^" not in run("check", "--quick", wrong).stdout
    command = [
        "script",
        "-qec",
        f"{sys.executable} -c 'from kiosk.cli.main import main; main()' check --quick {wrong}",
    ]
    done = subprocess.run([*command, "/dev/null"], capture_output=True, text=True, timeout=60, check=False)
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    place = next(index for index, line in enumerate(lines) if "hello.yaml:3:8" in line)
    assert lines[place + 1 : place + 3] == ["    3 | dwell: -3", "      |        ^"]
