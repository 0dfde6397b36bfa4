"""`kiosk-setup` through a web proxy that wants to know who asks, with a real broker over TLS."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.config_file import read_config
from tests.end2end.broker import broker, make_certificates, mosquitto
from tests.sync.authority import Authority
from tests.sync.proxy import proxying
from tests.sync.world import Handler, World, serving

pytestmark = [
    pytest.mark.skipif(mosquitto() is None, reason="needs mosquitto"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
SETUP = "from kiosk.cli.setup import main; main()"


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    with broker(tmp_path_factory.mktemp("broker"), ["hall"]) as running:
        yield running


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path / "world")
    made.publish()
    return made


@pytest.fixture
def city(tmp_path):
    (tmp_path / "city").mkdir()
    return Authority(tmp_path / "city")


@pytest.fixture
def words(world, city, real, tmp_path):
    """What is typed where everything is right, by option."""
    access = real.access("hall")
    (tmp_path / "proxy.secret").write_text("p@ss\n", encoding="utf-8")
    (tmp_path / "proxy.secret").chmod(0o600)
    with serving(world.site, Handler, city.context()) as site, proxying(tmp_path) as proxy:
        yield {
            "--feed": site.url,
            "--root": world.root,
            "--screen": "hall",
            "--proxy": proxy.url.replace("//", "//kiosk@"),
            "--proxy-password": tmp_path / "proxy.secret",
            "--ca": city.path,
            "--broker": f"localhost:{access.port}",
            "--broker-password": access.password,
            "--broker-ca": access.ca,
        }
        assert all(command == "CONNECT" for command, _, _ in proxy.asked)


@pytest.fixture
def run(tmp_path):
    def setup(words):
        typed = [str(word) for option, value in words.items() if value for word in (option, value)]
        own = ("--config", str(tmp_path / "etc/kiosk.yaml"), "--no-start")
        plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        return subprocess.run(
            [sys.executable, "-c", SETUP, *typed, *own],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            env={**plain, "LC_ALL": "C.UTF-8"},
        )

    return setup


def test_all_is_tried_and_kept(run, words, tmp_path):
    done = run(words)
    assert done.returncode == 0, done.stderr
    feed, screen = words["--feed"], "screen hall of office"
    assert f"{feed}: signed by the given key; it has {screen}" in done.stdout
    assert f"the broker at {words['--broker']} accepts hall" in done.stdout
    config = read_config(tmp_path / "etc/kiosk.yaml")
    assert (config.feed, config.proxy) == (feed, words["--proxy"])
    assert Path(config.broker.password).read_text(encoding="utf-8") == "secret of hall"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"--proxy-password": None}, "407"),
        ({"--proxy": "http://kiosk@127.0.0.1:9"}, "check --feed, --proxy and --ca"),
        ({"--ca": None}, "certificate"),
        ({"--screen": "hal"}, "--screen: "),
        ({"--broker": "localhost:9"}, "localhost:9"),
        ({"--broker-ca": "another"}, "certificate"),
        ({"--broker-password": "wrong"}, "refuses this device"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(run, words, tmp_path, change, told):
    if change.get("--broker-ca"):
        make_certificates(tmp_path)
        change = {"--broker-ca": tmp_path / "ca.crt"}
    if change.get("--broker-password"):
        (tmp_path / "wrong").write_text("wrong", encoding="utf-8")
        (tmp_path / "wrong").chmod(0o600)
        change = {"--broker-password": tmp_path / "wrong"}
    done = run(words | change)
    assert (done.returncode, told in done.stderr) == (1, True), done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "etc/kiosk.yaml").exists()
