"""Screens without a broker put their figures on nginx (`deploy/nginx/figures.conf`), and a report is made."""

import json
import select
import socket
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import requests
import time_machine
from PySide6.QtCore import QObject, QProcess
from typer.testing import CliRunner

from kiosk.cli.main import COMMANDS, build
from kiosk.config import Config, FigureDrop
from kiosk.device import figure_upload
from kiosk.device.figure_upload import FigureUpload
from kiosk.usage.figure_archive import FigureArchive
from kiosk.usage.usage_store import CountedEvent, UsageStore, hour_of
from tests.end2end.feed_host import nginx
from tests.ui.conftest import turn_until

ROOT = Path(__file__).resolve().parents[2]
ZONE = ZoneInfo("Europe/Stockholm")
PASSWORDS = {"hall": "secret of the hall", "door": "secret of the door"}
NAME = "hall-2026-11.json"


class Drop:
    """The host: its address and authority, and the folder behind it."""

    def __init__(self, url, authority, folder):
        self.url, self.authority, self.folder = url, authority, folder

    def names(self):
        return sorted(path.name for path in self.folder.rglob("*") if path.is_file())

    def ask(self, method, name, user="hall", password="", body=None):
        login = (user, password or PASSWORDS.get(user, "wrong"))
        address = f"{self.url}/{name}"
        return requests.request(
            method, address, auth=login, data=body, verify=self.authority, timeout=10
        ).status_code


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    path = tmp_path_factory.mktemp("tls") / "host.pem"
    words = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc")
    names = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "30")
    subprocess.run([*words, *names, "-keyout", path, "-out", f"{path}.crt"], check=True, capture_output=True)
    with path.open("ab") as file:
        file.write(Path(f"{path}.crt").read_bytes())
    return path


@pytest.fixture
def drop(tmp_path, certificate):
    folder, users = tmp_path / "srv/figures", tmp_path / "users"
    folder.mkdir(parents=True)
    users.write_text("".join(f"{user}:{{PLAIN}}{secret}\n" for user, secret in PASSWORDS.items()), "ascii")
    text = (ROOT / "deploy/nginx/figures.conf").read_text("utf-8")
    text = text.replace("/srv/infodisk", str(folder.parent)).replace(
        "/etc/nginx/infodisk-figures.users", str(users)
    )
    (tmp_path / "figures.conf").write_text(text, "utf-8")
    with nginx(tmp_path / "site", tmp_path / "run", certificate, include=tmp_path / "figures.conf") as port:
        yield Drop(f"https://localhost:{port}/figures", f"{certificate}.crt", folder)


@pytest.fixture
def archive(tmp_path):
    """The figures of November, of a screen that was asked for a time nine times."""
    store = UsageStore(tmp_path / "counts.sqlite", "hall")
    for day, count in ((24, 9), (30, 2)):
        store.add(
            {CountedEvent(hour_of(datetime(2026, 11, day, 9, tzinfo=UTC)), "times unknown", "housing"): count}
        )
    made = FigureArchive(tmp_path / "figures", "hall")
    made.settle(store, ZONE, date(2026, 11, 29))
    yield made
    store.close()


def report(*words):
    """Run `kiosk report` for November."""
    period = ("--from", "2026-11-01", "--to", "2026-11-30")
    with time_machine.travel(datetime(2026, 12, 10, 9, tzinfo=UTC), tick=False):
        return CliRunner().invoke(build(COMMANDS), ["report", *period, *map(str, words)])


@pytest.fixture
def uploading(qapp, qtbot, drop, archive, tmp_path):
    """Upload with the password of a screen, until the process has ended; returns the upload."""
    made = []

    def upload(password=PASSWORDS["hall"]):
        secret = tmp_path / "password"
        secret.write_text(password, "utf-8")
        secret.chmod(0o600)
        place = FigureDrop(url=drop.url, password=secret)
        config = Config(feed="https://feed.example", screen="hall", ca=Path(drop.authority))
        parent = QObject()
        uploads = FigureUpload(archive, place, config, parent)
        made.append((parent, uploads))
        with qtbot.waitSignal(uploads.ended, timeout=60_000):
            uploads.check()
        return uploads

    yield upload
    for _parent, uploads in made:
        uploads.close()


def test_a_screen_hands_in_its_month_and_a_report_is_made_of_the_folder(uploading, drop, archive, tmp_path):
    uploading()
    assert drop.names() == [NAME]
    assert (drop.folder / NAME).read_bytes() == archive.document("2026-11")
    out = tmp_path / "report.json"
    done = report(drop.folder, "-o", out)
    assert done.exit_code == 0, done.output
    numbers = {each["value"]: each["number"] for each in json.loads(out.read_text("utf-8"))["figures"]}
    assert numbers["housing"] == 9


def test_a_month_that_grew_replaces_the_one_before(uploading, drop, archive, tmp_path, qtbot):
    uploads = uploading()
    before = (drop.folder / NAME).read_bytes()
    store = UsageStore(tmp_path / "counts.sqlite", "hall")
    store.add({CountedEvent(hour_of(datetime(2026, 12, 2, 9, tzinfo=UTC)), "times unknown", "housing"): 1})
    for _ in range(3):
        archive.settle(store, ZONE, date(2026, 12, 2))
    store.close()
    with qtbot.waitSignal(uploads.ended, timeout=60_000):
        uploads.check()
    assert (drop.folder / NAME).read_bytes() == archive.document("2026-11") != before


def test_a_wrong_password_hands_in_nothing_is_told_once_and_tried_again(uploading, drop, caplog, qtbot):
    uploads = uploading("wrong")
    with qtbot.waitSignal(uploads.ended, timeout=60_000):
        uploads.check()
    assert drop.names() == []
    assert [record.getMessage() for record in caplog.records if "not uploaded" in record.getMessage()] == [
        f"figures were not uploaded: {NAME}: HTTP 401, Unauthorized"
    ]
    assert "wrong" not in caplog.text
    caplog.clear()


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        ((sys.executable, "-c", "import sys; sys.exit('no room')"), "no room"),
        ((sys.executable, "-c", "import sys; sys.stderr.write('first\\nno end')"), "no end"),
        ((sys.executable, "-c", ""), "the process ended without an outcome (exit status 0)"),
        (("/nowhere/python",), "the process cannot be started"),
    ],
)
def test_an_upload_without_an_outcome_is_told(uploading, caplog, monkeypatch, command, problem):
    monkeypatch.setattr(figure_upload, "COMMAND", command)
    uploading()
    assert f"figures were not uploaded: {problem}" in caplog.messages
    caplog.clear()


@pytest.mark.parametrize(
    ("method", "name", "user", "password"),
    [
        ("PUT", NAME, "door", ""),
        ("PUT", NAME, "hall", PASSWORDS["door"]),
        ("PUT", "hall-2026-11.json.html", "hall", ""),
        ("PUT", "..%2fhall-2026-11.json", "hall", ""),
        ("PUT", "hall/hall-2026-11.json", "hall", ""),
        ("PUT", "hall-2026-99.json", "hall", ""),
        ("GET", NAME, "hall", ""),
        ("GET", "", "hall", ""),
        ("DELETE", NAME, "hall", ""),
        ("MOVE", NAME, "hall", ""),
        ("PROPFIND", "", "hall", ""),
    ],
)
def test_the_credential_of_a_screen_writes_its_own_months_and_does_nothing_else(
    drop, method, name, user, password
):
    kept = drop.folder / NAME
    kept.write_bytes(b"as it was")
    status = drop.ask(method, name, user, password, b"something else")
    assert status in {401, 403, 405}, status
    assert (drop.names(), kept.read_bytes()) == ([NAME], b"as it was")


def test_what_is_too_large_is_not_taken(drop):
    assert drop.ask("PUT", NAME, body=b"0" * (5 << 20)) == 413
    assert drop.names() == []


def test_a_month_under_the_name_of_another_screen_is_left_out(uploading, drop, tmp_path):
    """A device that was taken over can write files of its own name, and what it likes in them."""
    uploading()
    (drop.folder / NAME).rename(drop.folder / "door-2026-11.json")
    done = report(drop.folder, "-o", tmp_path / "report.json")
    assert done.exit_code == 1
    assert f"door-2026-11.json holds a month that belongs in {NAME}" in done.stderr


def test_a_drop_that_is_silent_holds_nothing_up(qapp, archive, tmp_path):
    """A kiosk that ends does not wait for a host."""
    secret = tmp_path / "password"
    secret.write_text("secret", "utf-8")
    secret.chmod(0o600)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = FigureDrop(url=f"http://127.0.0.1:{silent.getsockname()[1]}", password=secret)
        parent = QObject()
        config = Config(feed="https://feed.example", screen="hall")
        uploads = FigureUpload(archive, place, config, parent)
        uploads.check()
        turn_until(lambda: select.select([silent], [], [], 0)[0])  # it has connected
        pid = uploads.findChild(QProcess).processId()
        uploads.close()
    assert not Path(f"/proc/{pid}").exists()
