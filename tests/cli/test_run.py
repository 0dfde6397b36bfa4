"""`kiosk run` with invalid settings: they are printed, and on a device shown until they have been fixed."""

import pytest

from kiosk import device

BAD = "feed: https://feed.example/\nscreen: hall\nrotatoin: 90\n"
LACKING = "feed: ftp://feed.example/\nscreen: hall\n"


@pytest.fixture
def config(tmp_path):
    return tmp_path / "kiosk.yaml"


@pytest.fixture
def shown(monkeypatch):
    """What is shown on the screen, with an application that ends at once."""
    calls = []

    class Page:
        def __init__(self, reasons, path):
            calls.append((reasons, path))

        def start(self):
            calls.append("started")

        def close(self):
            calls.append("closed")

    class Application:
        def exec(self):
            return 75

    monkeypatch.setattr(device, "Unconfigured", Page)
    monkeypatch.setattr(device, "make_application", lambda _arguments: Application())
    monkeypatch.setattr(device, "SignalWatch", lambda _application: None)
    return calls


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BAD, (":3:1: error", "rotation")),
        (LACKING, ("https://",)),
        (None, ("kiosk-setup",)),
        ("feed: [\n", (":2:1: error",)),
    ],
)
def test_on_a_device_it_is_shown_with_its_place_and_the_way_out(  # noqa: PLR0917  # fixtures
    config, run, shown, monkeypatch, text, message
):
    if text:
        config.write_text(text, encoding="ascii")
    monkeypatch.setenv("NOTIFY_SOCKET", "@nobody")
    done = run("run", "--config", config)
    (reasons, path), *rest = shown
    assert path == config
    assert str(config) in reasons[0]
    assert all(words in "\n".join(reasons) for words in message)
    assert rest == ["started", "closed"]
    assert done.exit_code == 75


def test_on_a_terminal_it_is_printed(config, run, shown, monkeypatch):
    config.write_text(BAD, encoding="ascii")
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    done = run("run", "--config", config)
    assert done.exit_code == 1
    assert f"{config}:3:1: error" in done.stderr
    assert shown == []
