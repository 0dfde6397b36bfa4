"""`kiosk-setup` through a web proxy that wants to know who asks, with a real broker over TLS."""

from pathlib import Path

import pytest

from kiosk.config_file import read_config
from tests.end2end.broker import broker, make_certificates
from tests.sync.proxy import proxying
from tests.sync.world import Handler, serving

# paho leaves the socket of a failed handshake to the garbage collector, which closes it
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    with broker(tmp_path_factory.mktemp("broker"), ["hall"]) as running:
        yield running


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
def run(kiosk_setup):
    return lambda words: kiosk_setup(*(word for each in words.items() if each[1] for word in each))


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
    ("change", "printed"),
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
def test_what_is_wrong_is_reported_and_nothing_is_kept(run, words, tmp_path, change, printed):
    if change.get("--broker-ca"):
        make_certificates(tmp_path)
        change = {"--broker-ca": tmp_path / "ca.crt"}
    if change.get("--broker-password"):
        (tmp_path / "wrong").write_text("wrong", encoding="utf-8")
        (tmp_path / "wrong").chmod(0o600)
        change = {"--broker-password": tmp_path / "wrong"}
    done = run(words | change)
    assert (done.returncode, printed in done.stderr) == (1, True), done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "etc/kiosk.yaml").exists()
