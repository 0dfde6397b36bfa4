"""The first run: a site is begun or joined, and its keys are kept in a sealed file."""

import unicodedata
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QUrl

from kiosk import system
from kiosk.cli.icons import icons
from kiosk.feed.problems import Severity
from kiosk.publish import key_backup
from kiosk.publish.folder_base import sites
from kiosk.publish.publish_errors import KeysError, PublishError
from kiosk.studio.core import first_run, publishing
from kiosk.studio.core.first_run import NewSite, SiteProof
from kiosk.studio.core.project import Project
from kiosk.studio.window.application import StartWindow
from kiosk.studio.window.start_model import StartModel
from tests.studio import audit
from tests.studio.test_window import click, write
from tests.studio.windows import find, until, words

NOW = datetime(2026, 11, 25, 11, tzinfo=UTC)
WORDS = "fyra ord som ingen gissar"


@pytest.fixture
def begun(tmp_path):
    site = str(tmp_path / "site")
    new = NewSite("Biblioteket", "Huvudkontoret", site)
    first_run.create_feed_and_site(new, tmp_path / "feed", tmp_path / "keys", NOW)
    project = Project(tmp_path / "feed", icons())
    publishing.publish(project, site, tmp_path / "keys", NOW, lambda *_: [])
    return tmp_path


def test_a_new_site_can_be_published_at_once(begun):
    project = Project(begun / "feed", icons())
    checked, problems = project.checked(NOW)
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    assert checked.feed.name.root == "Biblioteket"
    assert checked.feed.offices["main"].name.root == "Huvudkontoret"


def test_composed_and_decomposed_letters_are_one_passphrase(begun):
    data = key_backup.seal_keys(begun / "keys", "fyra små ord här")
    assert key_backup.open_backup(data, unicodedata.normalize("NFD", "fyra små ord här"))


def test_a_site_in_a_relative_folder_is_remembered_with_its_whole_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    first_run.create_feed_and_site(NewSite("a", "b", "signs"), tmp_path / "feed", tmp_path / "keys", NOW)
    assert sites(tmp_path / "feed") == [str(tmp_path / "signs")]


def test_what_proves_a_site_is_not_written_to_a_log():
    assert "secret" not in repr(SiteProof(b"secret", "secret"))


def break_off(monkeypatch, name):
    """Let the next call of a function fail, as a disk or a host does."""

    def fail(*_args, **_more):
        monkeypatch.undo()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(name, fail)


@pytest.mark.parametrize(
    "name",
    [
        "kiosk.studio.core.first_run.init_site",
        "kiosk.publish.publisher.make_key",
        "kiosk.publish.publisher._write_first_version",
        "kiosk.publish.site_session.SiteSession.finish",
        "kiosk.studio.core.first_run.write_base",
        "kiosk.studio.core.first_run.system.write_atomically",
    ],
)
def test_a_beginning_that_broke_off_can_be_gone_on_with(tmp_path, monkeypatch, name):
    site, feed, keys = str(tmp_path / "site"), tmp_path / "feed", tmp_path / "keys"
    break_off(monkeypatch, name)
    with pytest.raises(OSError, match="No space"):
        first_run.create_feed_and_site(NewSite("Biblioteket", "Torget", site), feed, keys, NOW)
    assert not feed.exists()
    first_run.create_feed_and_site(NewSite("Biblioteket", "Torget", site), feed, keys, NOW)
    assert not (keys / "begun").exists()
    project = Project(feed, icons())
    assert publishing.publish(project, site, keys, NOW, lambda *_: []).version


def test_keys_of_a_site_that_is_there_are_never_set_aside(begun):
    with pytest.raises(KeysError, match="already holds keys"):
        first_run.create_feed_and_site(
            NewSite("a", "b", str(begun / "other")), begun / "more", begun / "keys", NOW
        )
    assert not (begun / "keys/begun").exists()
    with pytest.raises(PublishError, match="already a site"):
        first_run.create_feed_and_site(
            NewSite("a", "b", str(begun / "site")), begun / "more", begun / "keys", NOW
        )
    project = Project(begun / "feed", icons())
    assert publishing.publish(project, str(begun / "site"), begun / "keys", NOW, lambda *_: []).version


def test_an_empty_line_begins_nothing(tmp_path):
    with pytest.raises(PublishError, match="three lines"):
        first_run.create_feed_and_site(
            NewSite("", "a", str(tmp_path / "site")), tmp_path / "feed", tmp_path / "keys", NOW
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("spoil", [str, str.upper, lambda digits: digits.replace(" ", "")])
def test_a_site_is_joined_by_its_fingerprint(begun, spoil):
    proof = spoil(first_run.fingerprint_of(begun / "keys"))
    first_run.join(str(begun / "site"), begun / "mine", begun / "my-keys", NOW, SiteProof(fingerprint=proof))
    assert (begun / "mine/feed.yaml").read_bytes() == (begun / "feed/feed.yaml").read_bytes()
    assert (begun / "my-keys/root.json").read_bytes() == (begun / "keys/root.json").read_bytes()


@pytest.mark.parametrize("proof", ["", "abcd", "0" * 32, "0" * 64])
def test_another_fingerprint_fetches_nothing(begun, proof):
    with pytest.raises(PublishError, match="fingerprint"):
        first_run.join(
            str(begun / "site"), begun / "mine", begun / "my-keys", NOW, SiteProof(fingerprint=proof)
        )
    assert not (begun / "mine").exists()
    assert not (begun / "my-keys").exists()


def test_the_root_of_another_site_fetches_nothing(begun, tmp_path):
    other = NewSite("a", "b", str(tmp_path / "other"))
    first_run.create_feed_and_site(other, tmp_path / "other-feed", tmp_path / "other-keys", NOW)
    proof = (tmp_path / "other-keys/root.json").read_bytes()
    with pytest.raises(PublishError):
        first_run.join(str(begun / "site"), begun / "mine", begun / "my-keys", NOW, SiteProof(proof))
    assert not (begun / "mine").exists()
    assert not (begun / "my-keys").exists()


def test_a_sealed_backup_is_enough_to_go_on(begun):
    data = key_backup.seal_keys(begun / "keys", WORDS)
    assert b"BEGIN PRIVATE KEY" not in data
    site = str(begun / "site")
    first_run.join(site, begun / "mine", begun / "my-keys", NOW, SiteProof(data, WORDS))
    project = Project(begun / "mine", icons())
    project.set("slides/welcome.yaml", ("dwell",), "20 s")
    assert publishing.publish(project, site, begun / "my-keys", NOW, lambda *_: []).version == 3


@pytest.mark.parametrize("passphrase", ["", "fyra ord som ingen gissat"])
def test_another_passphrase_opens_nothing(begun, passphrase):
    data = key_backup.seal_keys(begun / "keys", WORDS)
    with pytest.raises(KeysError, match="passphrase"):
        key_backup.open_backup(data, passphrase)


def test_a_damaged_backup_is_reported(begun):
    data = key_backup.seal_keys(begun / "keys", WORDS)
    with pytest.raises(KeysError, match="damaged"):
        key_backup.open_backup(data[:-200], WORDS)


def test_a_short_passphrase_is_refused(begun):
    with pytest.raises(KeysError, match="12 characters"):
        key_backup.seal_keys(begun / "keys", "hej")


@pytest.fixture
def start(tmp_path, qapp):
    model = StartModel(tmp_path / "home/feed", tmp_path / "my-keys", "en", lambda: NOW)
    shown = StartWindow(model)
    shown.window.show()
    yield shown
    shown.close()


def test_a_site_is_begun_in_the_window_and_its_keys_are_kept(start, tmp_path):
    click(start, find(start, "begin"))
    assert until(lambda: find(start, "office"))
    write(start, find(start, "name"), "Biblioteket")
    write(start, find(start, "office"), "Huset")
    click(start, find(start, "main"))
    assert until(lambda: find(start, "newPassphrase"), 20_000), start.model.message
    assert start.model.fingerprint in " ".join(words(start))
    write(start, find(start, "newPassphrase"), "fyra ord")
    assert not find(start, "main").isEnabled()
    write(start, find(start, "newPassphrase"), WORDS)
    assert not find(start, "main").isEnabled()  # a slip of the hidden passphrase would seal the keys for ever
    write(start, find(start, "passphraseAgain"), WORDS)
    assert find(start, "main").isEnabled()
    start.model.saveBackup(QUrl.fromLocalFile(str(tmp_path / "copy.keys")), WORDS)
    assert system.is_private(tmp_path / "copy.keys")
    assert "root.json" in key_backup.open_backup((tmp_path / "copy.keys").read_bytes(), WORDS)
    assert not start.window.isVisible()
    assert sites(start.model.folder) == [start.model.site] == [str(tmp_path / "home/site")]


def test_a_site_is_joined_in_the_window(begun, start):
    click(start, find(start, "join"))
    assert until(lambda: find(start, "address"))
    write(start, find(start, "address"), str(begun / "site"))
    write(start, find(start, "number"), "1234")
    click(start, find(start, "main"))
    assert until(lambda: "fingerprint" in start.model.message, 20_000)
    assert start.window.isVisible()
    write(start, find(start, "number"), first_run.fingerprint_of(begun / "keys"))
    click(start, find(start, "main"))
    assert until(lambda: not start.window.isVisible(), 20_000), start.model.message
    assert (start.model.folder / "feed.yaml").is_file()


@pytest.mark.parametrize("page", ["choose", "begin", "join", "backup"])
def test_the_first_pages_are_for_everybody(start, page):
    start.model.keys.mkdir(exist_ok=True)
    (start.model.keys / "root.json").write_bytes(b"{}")  # its fingerprint is shown with the backup
    start.model.show(page)
    wanted = {"choose": "begin", "begin": "office", "join": "address", "backup": "passphraseAgain"}
    assert until(lambda: find(start, wanted[page]))
    start.window.requestActivate()
    assert audit.controls(start)
    assert (audit.unnamed(start), audit.without_role(start)) == ([], [])
    assert until(lambda: not audit.small(start), 10_000), audit.small(start)
    assert until(lambda: not audit.outside(start), 10_000), audit.outside(start)
    assert audit.cut(start) == []
    assert audit.unreached(start) == set()
