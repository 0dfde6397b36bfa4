import os

import pytest
import typer
from typer.testing import CliRunner

from kiosk.cli import setup_trial, setup_updates
from kiosk.cli.setup import setup, touch_rule
from kiosk.config_file import read_config
from tests.sync.world import World, serving


@pytest.fixture
def run(tmp_path, monkeypatch):
    app = typer.Typer()
    app.command()(setup)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    config = ["--config", str(tmp_path / "etc/kiosk.yaml"), "--no-start", "--offline"]
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
    assert (done.exit_code, "root.json is missing: give --root" in done.stderr) == (1, True)
    assert run(*words).exit_code == 0
    assert run(*words[:4]).exit_code == 0


def test_a_touch_matrix_becomes_a_rule_for_libinput():
    assert 'LIBINPUT_CALIBRATION_MATRIX}="0 1 0 -1 0 1"' in touch_rule("0 1 0 -1 0 1")
    assert not touch_rule(None)


def test_a_password_stands_in_no_file_that_all_may_read(run, root, tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.chown", lambda *_, **_named: None)  # not every machine has the group
    (tmp_path / "secret").write_text("hunter2\n", encoding="utf-8")
    words = ("--proxy", "http://anna@proxy.example:3128", "--proxy-password", tmp_path / "secret")
    done = run("--feed", "https://feed.example", "--screen", "desk", "--root", root, *words)
    assert done.exit_code == 0, done.output
    config = tmp_path / "etc/kiosk.yaml"
    password = read_config(config).proxy_password
    assert password == tmp_path / "etc/proxy.password"
    assert (password.read_text("utf-8"), password.stat().st_mode & 0o777) == ("hunter2\n", 0o640)
    assert "hunter2" not in config.read_text("utf-8")


def test_a_password_in_the_address_of_a_proxy_is_refused(run, root):
    words = ("--proxy", "http://anna:hunter2@proxy.example:3128")
    done = run("--feed", "https://feed.example", "--screen", "desk", "--root", root, *words)
    assert done.exit_code == 1
    assert "its password belongs in a file of its own, named by proxy_password" in done.output
    assert "hunter2" not in done.output


@pytest.fixture
def prove(tmp_path, monkeypatch):
    """Run the command without --offline."""
    monkeypatch.setattr("shutil.chown", lambda *_, **_named: None)
    app = typer.Typer()
    app.command()(setup)
    config = ["--config", str(tmp_path / "etc/kiosk.yaml"), "--no-start"]
    return lambda *words: CliRunner().invoke(app, [*map(str, words), *config])


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path / "world")
    made.publish()
    return made


def refused(done, tmp_path):
    """What a refused set-up says; nothing of it is kept."""
    assert done.exit_code == 1, done.output
    assert not (tmp_path / "etc").exists() or list((tmp_path / "etc").iterdir()) == []
    return done.stderr


def test_what_it_is_reported_is_tried_before_it_is_kept(prove, world, tmp_path):
    with serving(world.site) as server:
        done = prove("--feed", server.url, "--root", world.root, "--screen", "hall")
    assert done.exit_code == 0, done.output
    assert "it has screen hall of office square" in done.output
    assert read_config(tmp_path / "etc/kiosk.yaml").feed == server.url


def test_a_screen_that_the_feed_does_not_have_is_refused(prove, world, tmp_path):
    with serving(world.site) as server:
        done = prove("--feed", server.url, "--root", world.root, "--screen", "hal")
    assert "--screen: the feed has no screen 'hal' (did you mean 'hall'?)" in refused(done, tmp_path)


def test_a_feed_of_other_keys_is_refused(prove, world, tmp_path):
    other = World(tmp_path / "other").root
    with serving(world.site) as server:
        done = prove("--feed", server.url, "--root", other, "--screen", "hall")
    message = refused(done, tmp_path)
    assert "is refused by this device" in message
    assert "check --feed, --root" in message


def test_a_site_without_a_feed_is_refused(prove, tmp_path):
    empty = World(tmp_path / "empty")
    with serving(empty.site) as server:
        done = prove("--feed", server.url, "--root", empty.root, "--screen", "hall")
    assert "nothing has been published" in refused(done, tmp_path)


def test_an_address_that_is_no_site_is_refused(prove, world, tmp_path):
    with serving(world.site) as server:
        done = prove("--feed", f"{server.url}/nowhere", "--root", world.root, "--screen", "hall")
    message = refused(done, tmp_path)
    assert "cannot be reached: the host returned status 404" in message
    assert "--offline" in message


def test_a_host_that_does_not_answer_is_reported(prove, world, tmp_path):
    with serving(world.site) as server:
        url = server.url
    done = prove("--feed", url, "--root", world.root, "--screen", "hall")
    assert "cannot be reached" in refused(done, tmp_path)


def test_a_proxy_that_does_not_answer_is_reported(prove, world, tmp_path):
    with serving(world.site) as server:
        gone = server.url
    done = prove("--feed", "https://feed.example", "--root", world.root, "--screen", "hall", "--proxy", gone)
    assert "check --feed, --proxy and --ca" in refused(done, tmp_path)


def test_files_that_are_named_are_copied_to_where_the_kiosk_may_read_them(run, root, tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.chown", lambda *_, **_named: None)
    files = {"ca": b"one", "broker-password": b"two", "broker-ca": b"three"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    words = [
        f"--{word}" if isinstance(word, str) else word for name in files for word in (name, tmp_path / name)
    ]
    words += ["--broker", "broker.example:8884", "--proxy", "http://proxy.example:3128"]
    done = run("--feed", "https://feed.example", "--root", root, "--screen", "hall", *words)
    assert done.exit_code == 0, done.output
    config = read_config(tmp_path / "etc/kiosk.yaml")
    assert (config.ca.read_bytes(), config.proxy) == (b"one", "http://proxy.example:3128")
    assert (config.broker.host, config.broker.port) == ("broker.example", 8884)
    assert config.broker.password.read_bytes() == b"two"
    assert config.broker.password.stat().st_mode & 0o777 == 0o640
    assert config.broker.ca.read_bytes() == b"three"
    assert "as before" in run("--screen", "hall").output


@pytest.mark.parametrize("words", [("--broker", "broker.example:many"), ("--broker-password", "/dev/null")])
def test_a_broker_that_cannot_be_is_wrong_usage(run, root, words):
    assert run("--feed", "https://feed.example", "--root", root, "--screen", "hall", *words).exit_code == 2


def test_a_broker_that_does_not_answer_is_reported(prove, world, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr("kiosk.fleet.fleet_client.CONNECT_S", 0.1)
    with serving(world.site) as server:
        words = ("--feed", server.url, "--root", world.root, "--screen", "hall", "--broker", "localhost:1")
        done = prove(*words)
    message = refused(done, tmp_path)
    assert "the broker at localhost:1 refused the connection" in message
    assert setup_trial.OFFLINE in message
    caplog.clear()


@pytest.fixture
def updating(run, root, tmp_path, monkeypatch):
    """Run kiosk-setup with a repository, on a device whose apt is configured below `apt`."""
    monkeypatch.setattr(setup_updates, "ETC", tmp_path / "apt")
    key = tmp_path / "infodisk.asc"
    key.write_text("-----BEGIN PGP PUBLIC KEY BLOCK-----\n")
    words = ("--feed", "https://feed.example", "--root", root, "--screen", "hall")
    return lambda url, *more: run(*words, "--updates", url, *(more or ("--updates-key", key)))


def test_a_device_upgrades_itself_from_a_repository(updating, tmp_path):
    done = updating("https://feed.example/apt")
    assert (done.exit_code, "upgrades at night from https://feed.example/apt" in done.output) == (0, True)
    source = (tmp_path / "apt/apt/sources.list.d/infodisk.sources").read_text(encoding="utf-8")
    assert f"Signed-By: {tmp_path}/apt/apt/keyrings/infodisk.asc" in source.splitlines()


@pytest.mark.parametrize(
    ("url", "code"), [("http://feed.example/apt", 1), ("https://feed.example/\nx: y", 1)]
)
def test_a_repository_that_apt_would_not_take_changes_nothing(updating, tmp_path, url, code):
    assert updating(url).exit_code == code
    assert not (tmp_path / "apt").exists()


def test_a_repository_without_its_key_is_wrong_usage(updating, tmp_path):
    assert updating("https://feed.example/apt", "--offline").exit_code == 2
    assert not (tmp_path / "etc").exists()
