import os

import pytest
import typer
from typer.testing import CliRunner

from kiosk.cli.setup import keep, setup, touch_rule
from kiosk.config import Config
from kiosk.config_file import read_config
from tests.sync.world import World


@pytest.fixture
def run(tmp_path):
    app = typer.Typer()
    app.command()(setup)
    config = ["--config", str(tmp_path / "etc/kiosk.yaml"), "--no-start"]
    return lambda *words: CliRunner().invoke(app, [*map(str, words), *config])


@pytest.fixture
def root(tmp_path):
    return World(tmp_path / "world").root


def test_one_line_makes_a_kiosk(run, root, tmp_path):
    done = run("--feed", "https://feed.example", "--root", root, "--screen", "torget-desk")
    assert done.exit_code == 0, done.output
    config = read_config(tmp_path / "etc/kiosk.yaml")
    assert (config.feed, config.screen) == ("https://feed.example", "torget-desk")
    assert config.root.read_bytes() == root.read_bytes()


def test_other_settings_stay(run, root, tmp_path):
    run("--feed", "https://feed.example", "--root", root, "--screen", "torget-desk")
    path = tmp_path / "etc/kiosk.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "rotation: 90\n", encoding="utf-8")
    assert run("--screen", "other").exit_code == 0
    assert (read_config(path).screen, read_config(path).rotation) == ("other", 90)


def test_what_says_the_same_is_left_as_it_is(run, root, tmp_path):
    words = ("--feed", "https://feed.example", "--root", root, "--screen", "torget-desk")
    assert "as before" not in run(*words).output
    path = tmp_path / "etc/kiosk.yaml"
    path.write_text(f"# by the window\n{path.read_text(encoding='utf-8')}", encoding="utf-8")

    def written():
        return [(at.stat().st_ino, at.stat().st_mtime_ns) for at in (path, tmp_path / "etc/root.json")]

    before = written()
    assert run(*words).output.endswith(", as before\n")
    assert written() == before


def test_others_may_read_it_whatever_root_s_own_files_are_like(run, root, tmp_path):
    before = os.umask(0o077)
    try:
        run("--feed", "https://feed.example", "--root", root, "--screen", "torget-desk")
    finally:
        os.umask(before)
    kept = {
        path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "etc", *(tmp_path / "etc").iterdir())
    }
    assert kept == {"etc": 0o755, "root.json": 0o644, "kiosk.yaml": 0o644}


def test_what_is_not_on_the_disk_is_not_kept(run, root, tmp_path, monkeypatch):
    def fail(_handle):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    done = run("--feed", "https://feed.example", "--root", root, "--screen", "torget-desk")
    assert done.exit_code == 1
    assert not (tmp_path / "etc/kiosk.yaml").exists()


@pytest.mark.parametrize("what", ["feed", "root"])
def test_a_wrong_word_writes_nothing(run, root, tmp_path, what):
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}", encoding="utf-8")
    feed = "http://feed.example" if what == "feed" else "https://feed.example"
    done = run("--feed", feed, "--root", wrong if what == "root" else root, "--screen", "desk")
    assert done.exit_code == 1
    assert ("https://" if what == "feed" else "not a trusted root") in done.output
    assert not (tmp_path / "etc/kiosk.yaml").exists()


def test_a_file_that_lacks_something_is_completed(run, root, tmp_path):
    path = tmp_path / "etc/kiosk.yaml"
    path.parent.mkdir()
    path.write_text("rotation: 90\n", encoding="utf-8")
    assert run("--feed", "https://feed.example", "--root", root, "--screen", "desk").exit_code == 0
    assert (read_config(path).screen, read_config(path).rotation) == ("desk", 90)


def test_a_device_without_a_trusted_key_is_not_set_up(run, root, tmp_path):
    words = ("--feed", "https://feed.example", "--screen", "desk", "--root", root)
    assert run(*words).exit_code == 0
    (tmp_path / "etc/root.json").unlink()
    done = run(*words[:4])
    assert (done.exit_code, "root.json is not there: give --root" in done.stderr) == (1, True)
    assert run(*words).exit_code == 0
    assert run(*words[:4]).exit_code == 0


def test_a_touch_matrix_becomes_a_rule_for_libinput():
    assert 'LIBINPUT_CALIBRATION_MATRIX}="0 1 0 -1 0 1"' in touch_rule("0 1 0 -1 0 1")
    assert not touch_rule(None)


@pytest.mark.parametrize(
    ("proxy", "mode"),
    [("http://anna:hunter2@proxy.example:3128", 0o640), ("http://proxy.example:3128", 0o644)],
)
def test_a_password_stands_in_no_file_that_all_may_read(tmp_path, monkeypatch, proxy, mode):
    monkeypatch.setattr(
        "shutil.chown", lambda *_, **_named: None
    )  # the package's group is not on every machine
    config = tmp_path / "kiosk.yaml"
    keep(
        Config(feed="https://feed.example", screen="desk", proxy=proxy), None, tmp_path / "root.json", config
    )
    assert config.stat().st_mode & 0o777 == mode
