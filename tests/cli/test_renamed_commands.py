"""Former names of commands work, and a note on stderr names the present one."""

import sys

import pytest

from kiosk.cli import main as cli
from kiosk.cli.main import COMMANDS
from kiosk.cli.renamed_commands import RENAMED, renamed


@pytest.mark.parametrize(("former", "name"), RENAMED.items())
def test_a_former_name_stands_for_a_command(former, name):
    words, note = renamed([*former.split(), "rest", "--option"])
    assert words == [*name.split(), "rest", "--option"]
    assert note.startswith(f"`kiosk {former}` is now `kiosk {name}`")
    assert any(f"{command} ".startswith(f"{name} ") for command in COMMANDS)
    assert renamed(words) == (words, "")


def test_rollback_may_stand_anywhere_after_publish():
    words = ["publish", "--keys", "k", "site", "--rollback", "--dry-run"]
    assert renamed(words)[0] == ["site", "rollback", "--keys", "k", "site", "--dry-run"]


@pytest.mark.parametrize("words", [[], ["-h"], ["feed"], ["feed", "new", "history"], ["publish", "a", "b"]])
def test_other_words_stay(words):
    assert renamed(words) == (words, "")


def kiosk(monkeypatch, capsys, *words):
    monkeypatch.setattr(sys, "argv", ["kiosk", *map(str, words)])
    with pytest.raises(SystemExit) as end:
        cli.main()
    return end.value.code, *capsys.readouterr()


def test_former_names_do_the_same(monkeypatch, capsys, world):
    given = (world.site, "--keys", world.keys)
    code, out, err = kiosk(monkeypatch, capsys, "feed", "keys", "list", *given)
    assert (code, "targets" in out) == (0, True)
    note = (
        "kiosk: `kiosk feed keys` is now `kiosk site keys`; the old name will be removed in the next version"
    )
    assert err == f"{note}\n"
    assert kiosk(monkeypatch, capsys, "site", "keys", "list", *given) == (0, out, "")
    for picture in (b"one", b"another"):
        world.write({"media/hello.png": picture})
        world.publish()
    code, out, err = kiosk(monkeypatch, capsys, "publish", *given, "--rollback", "--dry-run")
    assert (code, "would show version 2 again" in out, "`kiosk site rollback`" in err) == (0, True, True)


def test_feed_add_takes_its_former_option(run, tmp_path):
    run("feed", "new", tmp_path / "feed")
    done = run("feed", "add", "slide", "more", "--feed", tmp_path / "feed")
    assert (done.exit_code, "is now just `FOLDER`" in done.stderr) == (0, True)
    assert (tmp_path / "feed/slides/more.yaml").exists()
