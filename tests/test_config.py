"""The device's file: what it may say, and how its mistakes are told."""

from pathlib import Path

import pytest

from kiosk.config import Config, Power
from kiosk.config_file import COMPILED, load_config, read_config, write_config
from kiosk.feed.problems import ContentError

WHOLE = """\
feed: https://feed.example/site
screen: torget-desk
rotation: 90
brightness: 80
power: {by: cec, before: 10 min}
web: true
web_hosts: [kartor.example]
broker:
  host: broker.example
  password: /etc/infodisk/broker.password
"""


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "kiosk.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_file_is_one_value(written):
    config = read_config(written(WHOLE))
    assert (config.screen, config.rotation, config.power.before) == ("torget-desk", 90, 600.0)
    assert config.root == Path("/etc/infodisk/root.json")
    assert config.broker.port == 8883


def test_all_mistakes_are_reported_at_their_places(written):
    path = written(
        "feed: https://feed.example\nscreen: Torget\nrotaton: 90\npower:\n  before: soon\nstate: here\n"
    )
    with pytest.raises(ContentError) as caught:
        read_config(path)
    found = [
        (problem.position.line, problem.message, problem.suggestion) for problem in caught.value.problems
    ]
    assert [line for line, _, _ in found] == [2, 3, 5, 6]
    assert found[1][2] == "rotation"
    assert "expected a path that starts with /, got 'here'" in found[3][1]


def test_options_win_over_the_file_and_can_stand_for_it(written, tmp_path):
    assert read_config(written(WHOLE), screen="window", proxy=None).screen == "window"
    config = read_config(tmp_path / "none.yaml", feed="https://feed.example", screen="desk")
    assert config == Config(feed="https://feed.example", screen="desk")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"screen": "Hall"}, "--screen: error: expected an id of lower-case letters"),
        ({"proxy": "nonsense"}, "--proxy: error: expected a web proxy's address"),
        ({"broker": {"host": "a.example", "port": 99999}}, "--broker: error: expected at most 65535"),
        *(
            ({"figures_drop": {"url": url, "password": "/p"}}, "--figures-drop: error: expected the address")
            for url in (
                "http://a.example/f",
                "https://hall:secret@a.example",
                "ftp://a.example",
                "https:///f",
            )
        ),
        ({"broker": {"host": "a.example", "prot": 3}}, "--broker: error: unknown key 'prot'"),
    ],
)
@pytest.mark.parametrize("there", [True, False])
def test_a_wrong_option_is_named(written, tmp_path, given, found, there):
    path = written(WHOLE) if there else tmp_path / "none.yaml"
    with pytest.raises(ContentError) as caught:
        read_config(path, **{"feed": "https://feed.example", "screen": "desk", **given})
    (problem,) = caught.value.problems
    assert str(problem).startswith(found)


@pytest.mark.parametrize(
    "address", ["http://proxy.example:3128", "http://kiosk@192.0.2.7:80", "http://[2001:db8::7]:3128"]
)
def test_a_proxy_is_reported_with_its_port(written, address):
    config = read_config(written(f"feed: https://feed.example\nscreen: desk\nproxy: '{address}/'\n"))
    assert config.proxy == address


@pytest.mark.parametrize(
    "address",
    ["proxy.example:3128", "http://proxy.example", "https://proxy.example:443", "http://:3128",
     "http://proxy.example:3128/proxy.pac", "http://kiosk:hemligt123@proxy.example",
     "http://kiosk:hemligt123@proxy.example:3128", "http://:hemligt123@proxy.example:3128"],
)  # fmt: skip
def test_a_proxy_that_would_be_guessed_at_is_refused(written, address):
    with pytest.raises(ContentError, match=r"such as 'http://proxy\.example:3128'") as caught:
        read_config(written(f"feed: https://feed.example\nscreen: desk\nproxy: {address}\n"))
    assert caught.value.problems[0].position.line == 3
    assert "hemligt123" not in str(caught.value)


def test_a_missing_file_is_reported_by_its_setting(tmp_path):
    with pytest.raises(ContentError, match=r"create it with kiosk-setup (.|\n)*missing key 'feed'"):
        read_config(tmp_path / "none.yaml")


def test_a_password_in_the_place_of_its_file_is_not_repeated(written):
    with pytest.raises(ContentError, match="the path of the file that holds the password") as caught:
        read_config(written(WHOLE.replace("/etc/infodisk/broker.password", "hemligt123")))
    assert "hemligt123" not in str(caught.value)


def test_what_is_written_reads_the_same(written):
    config = read_config(written(WHOLE))
    assert read_config(written(write_config(config).decode())) == config


def test_a_setting_of_nothing_but_defaults_is_written_too(written):
    config = Config(feed="https://feed.example", screen="desk", power=Power())
    assert read_config(written(write_config(config).decode())).power == Power()


def test_half_a_touch_matrix_is_reported_in_words(written):
    with pytest.raises(ContentError, match="expected six numbers, such as '0 1 0 -1 0 1', got '0 1 0'"):
        read_config(written(f"{WHOLE}touch: 0 1 0\n"))
    assert read_config(written(f"{WHOLE}touch: 0 1 0 -1 0 1\n")).touch == "0 1 0 -1 0 1"


def test_a_file_that_was_read_is_loaded_without_reading_it_again(tmp_path, monkeypatch):
    path, state = tmp_path / "kiosk.yaml", tmp_path / "state"
    state.mkdir()
    path.write_text(f"feed: https://feed.example\nscreen: hall\nbaked: {tmp_path}\n", encoding="utf-8")
    first = load_config(path, state=state)
    assert first == read_config(path, state=state)
    monkeypatch.setattr("kiosk.config_file.read_config", None)
    assert load_config(path, state=state) == first


@pytest.mark.parametrize("change", ["file", "override", "damage", "cut"])
def test_a_changed_file_and_a_damaged_form_are_read_again(tmp_path, change):
    path = tmp_path / "kiosk.yaml"
    path.write_text("feed: https://feed.example\nscreen: hall\n", encoding="utf-8")
    load_config(path, state=tmp_path)
    kept = tmp_path / COMPILED
    if change == "file":
        path.write_text("feed: https://feed.example\nscreen: door\n", encoding="utf-8")
    elif change == "damage":
        kept.write_bytes(kept.read_bytes().replace(b"hall", b"door"))
    elif change == "cut":
        kept.write_bytes(kept.read_bytes()[:-3])
    screen = {"screen": "door"} if change == "override" else {}
    wanted = "door" if change in {"file", "override"} else "hall"
    assert load_config(path, state=tmp_path, **screen).screen == wanted


def test_settings_are_read_where_nothing_can_be_kept(tmp_path):
    path = tmp_path / "kiosk.yaml"
    path.write_text("feed: https://feed.example\nscreen: hall\n", encoding="utf-8")
    assert load_config(path, state=path / "nowhere").screen == "hall"
