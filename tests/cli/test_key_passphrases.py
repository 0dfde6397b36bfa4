"""`kiosk site keys passphrase`, `backup`, `restore` and `list`, and what asks when a key is locked."""

import json
import os

import pytest

from kiosk.publish import sealing

WORDS, OTHER = "fyra små ord här", "fyra andra små ord"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(sealing, "SCRYPT_COST", 1 << 8)


@pytest.fixture
def file(tmp_path):
    """Write a passphrase to a file that only its owner can read."""

    def file(words, name="words"):
        path = tmp_path / name
        path.write_text(f"{words}\n", "utf-8")
        path.chmod(0o600)
        return path

    return file


@pytest.fixture
def terminal(monkeypatch):
    """Answer hidden prompts in order."""

    def terminal(*answers):
        left = list(answers)
        monkeypatch.setattr("kiosk.cli.secret_prompt._need_terminal", lambda _: None)
        monkeypatch.setattr("typer.prompt", lambda *_, **options: options["hide_input"] and left.pop(0))
        return left

    return terminal


@pytest.fixture
def locked(run, world, file):
    mine = ("--keys", world.keys)
    done = run("site", "keys", "passphrase", "targets", *mine, "--new-passphrase-file", file(WORDS))
    assert (done.exit_code, done.stdout) == (
        0,
        f"The key targets is in {world.keys}/targets.sealed, behind a passphrase.\n",
    )
    return mine


def publish(run, world, *words):
    return run("publish", "--quick", world.folder, world.site, *words)


def test_a_locked_key_publishes_with_its_passphrase(run, world, locked, file, terminal):
    done = publish(run, world, *locked)
    assert done.exit_code == 1
    assert "no terminal to ask on: use --passphrase-file" in done.stderr
    assert publish(run, world, *locked, "--passphrase-file", file(WORDS)).exit_code == 0
    left = terminal(OTHER, WORDS)
    done = publish(run, world, *locked)
    assert (done.exit_code, left, "Wrong passphrase." in done.stderr) == (0, [], True)
    assert WORDS not in done.output


def test_a_wrong_passphrase_in_a_file_is_told_at_once(run, world, locked, file):
    done = publish(run, world, *locked, "--passphrase-file", file(OTHER))
    assert done.exit_code == 1
    assert f"The passphrase of the key targets is not the one in {file(OTHER)}" in done.stderr
    assert not list(world.site.glob("media/*/*"))


def test_a_passphrase_comes_through_a_descriptor(run, world, locked):
    reader, writer = os.pipe()
    try:
        os.write(writer, f"{WORDS}\n".encode())
        os.close(writer)
        assert publish(run, world, *locked, "--passphrase-file", f"/dev/fd/{reader}").exit_code == 0
    finally:
        os.close(reader)


def test_a_passphrase_that_others_can_read_or_that_is_missing_is_refused(run, world, locked, file):
    (path := file(WORDS)).chmod(0o644)
    assert f"chmod 600 {path}" in publish(run, world, *locked, "--passphrase-file", path).stderr
    assert "there is no passphrase in" in publish(run, world, *locked, "--passphrase-file", file("")).stderr
    missing = publish(run, world, *locked, "--passphrase-file", world.base / "none")
    assert (missing.exit_code, "No such file" in missing.stderr) == (1, True)


def test_the_list_says_where_each_key_is(run, world, locked):
    (world.keys / "live.pem").unlink()
    lines = run("site", "keys", "list", world.site, *locked).output.splitlines()
    ends = {line.split()[0]: line.partition("here")[2] for line in lines}
    assert ends == {
        "root": ", in a file",
        "targets": ", behind a passphrase",
        "online": ", in a file",
        "slots": ", in a file",
        "live": "",
    }
    listed = json.loads(run("site", "keys", "list", world.site, *locked, "--json").output)
    kept = {key["kind"]: key["kept"] for key in listed}
    assert kept == {"root": "file", "targets": "passphrase", "online": "file", "slots": "file", "live": ""}


def test_a_rotated_key_stays_behind_its_passphrase(run, world, locked, file):
    words = ("--passphrase-file", file(WORDS))
    assert run("site", "keys", "rotate", world.site, "targets", "targets", *locked, *words).exit_code == 0
    assert sorted(path.name for path in world.keys.glob("targets*")) == [
        "targets-2.sealed",
        "targets.sealed.retired",
    ]
    assert publish(run, world, *locked, *words).exit_code == 0


def test_a_new_key_behind_a_passphrase(run, world, terminal):
    terminal(WORDS)
    folder = world.base / "anna"
    assert run("site", "keys", "new", "anna", "--keys", folder, "--passphrase").exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["anna.pub", "anna.sealed"]


def test_a_passphrase_is_removed(run, world, locked, file):
    words = ("--passphrase-file", file(WORDS))
    assert run("site", "keys", "passphrase", "targets", "--remove", *locked, *words).exit_code == 0
    assert publish(run, world, *locked).exit_code == 0


def test_a_backup_is_restored_on_a_new_computer(run, world, locked, file, tmp_path):
    copy, sheet, new = tmp_path / "copy.keys", tmp_path / "sheet.html", tmp_path / "new"
    words = ("--passphrase-file", file(OTHER))
    done = run("site", "keys", "backup", copy, *locked, "--sheet", sheet, *words)
    assert (done.exit_code, copy.stat().st_mode & 0o077, "<svg" in sheet.read_text("utf-8")) == (0, 0, True)
    done = run("site", "keys", "restore", copy, "--keys", new, *words)
    assert len(done.stdout.splitlines()) == len(list(world.keys.iterdir()))
    own = ("--passphrase-file", file(WORDS, "own"))
    assert publish(run, world, "--keys", new, *own).exit_code == 0
    again = run("site", "keys", "restore", copy, "--keys", new, *words)
    assert again.stdout == f"{new} already has all of them.\n"
    wrong = run("site", "keys", "restore", copy, "--keys", new, "--passphrase-file", file(WORDS))
    assert (wrong.exit_code, "Wrong passphrase, or the file is damaged." in wrong.stderr) == (1, True)


def test_a_backup_with_a_short_passphrase_is_not_written(run, world, file, tmp_path):
    done = run(
        "site", "keys", "backup", tmp_path / "copy", "--keys", world.keys, "--passphrase-file", file("hej")
    )
    assert (done.exit_code, (tmp_path / "copy").exists()) == (1, False)
