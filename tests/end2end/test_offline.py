"""The whole kiosk against a served site: it keeps showing what it has, whatever becomes of the site."""

import shutil
from contextlib import contextmanager

import pytest

from kiosk import resources
from kiosk.cli.demo import publish_sample, serve_folder
from kiosk.cli.icons import icons
from kiosk.device import Kiosk
from kiosk.publish.folder_source import check_folder
from kiosk.publish.keyring import load_keyring
from kiosk.publish.publisher import Publisher
from kiosk.publish.storage.site_storage import open_host
from kiosk.sync.sync_config import SyncConfig
from tests import days, prepared
from tests.ui.conftest import turn_until


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    root = publish_sample(resources.sample_feed(), folder, tmp_path / "keys")
    return folder, root


@pytest.fixture
def kiosk_at(qapp, tmp_path, site):
    """Run a kiosk while a block lasts; all share one device's disk."""

    @contextmanager
    def running(url):
        kiosk = Kiosk(SyncConfig(url, site[1], tmp_path / "state", "torget-desk"))
        shown, polls = [], []
        kiosk.shell.player.slideShown.connect(lambda slide, _language: shown.append(slide))
        kiosk.polled.connect(polls.append)
        kiosk.start()
        kiosk.show(fullscreen=False)
        try:
            yield kiosk, shown, polls
        finally:
            kiosk.close()

    return running


def sync_once(kiosk_at, url):
    """Let a kiosk fetch all there is; return the id of its generation."""
    with kiosk_at(url) as (kiosk, shown, polls):
        turn_until(lambda: shown and polls)
        assert not polls[0].problem
        return kiosk._generation.id


def test_a_restarted_kiosk_shows_its_last_generation_without_a_server(kiosk_at, site, caplog):
    with serve_folder(site[0]) as url:
        sync_once(kiosk_at, url)
    with kiosk_at(url) as (_, shown, polls):
        turn_until(lambda: shown)
        assert shown[0] == "welcome"
        turn_until(lambda: polls)
        assert polls[0].problem
        assert polls[0].problem in caplog.text
    caplog.clear()


def publish_another(site, keys, folder, spoil=""):
    """Publish a second feed, with another title and another picture; return the files it brought.

    `spoil` takes the place of the two pictures that are then all there is to show.
    """
    shutil.copytree(resources.sample_feed(), folder)
    if spoil:
        shutil.rmtree(folder / "playlists")
        (folder / "playlists").mkdir()
        (folder / "playlists" / "only.yaml").write_text("slides: [picture-square, picture-table]\n", "utf-8")
        for name in ("square-wide", "table-wide"):
            (folder / "media" / f"{name}.svg").write_text(f"{spoil} {name}", encoding="utf-8")
    welcome = folder / "slides" / "welcome.yaml"
    welcome.write_text(welcome.read_text(encoding="utf-8").replace("Välkommen", "Hej"), encoding="utf-8")
    picture = folder / "media" / "square.svg"
    drawing = picture.read_text(encoding="utf-8").replace("</svg>", '<rect width="90" height="90"/></svg>')
    picture.write_text(drawing, encoding="utf-8")
    before = set(site.rglob("*"))
    checked = check_folder(folder, icons())
    now = days.now()  # the sync process, which is another, compares the signatures with the real time
    publisher = Publisher(open_host(str(site)), load_keyring(keys), now)
    made = prepared.prepared(checked.feed, folder)
    publisher.publish(made.feed, made.locate)
    return set(site.rglob("*")) - before


@pytest.mark.parametrize("what", [".feed.yaml", "media/"])
def test_a_changed_byte_is_refused_and_the_last_generation_stays(kiosk_at, site, what, caplog, tmp_path):
    with serve_folder(site[0]) as url:
        kept = sync_once(kiosk_at, url)
        brought = publish_another(site[0], tmp_path / "keys", tmp_path / "another")
        changed = next(path for path in brought if path.is_file() and what in str(path))
        data = bytearray(changed.read_bytes())
        data[len(data) // 2] ^= 1
        changed.write_bytes(data)
        with kiosk_at(url) as (kiosk, shown, polls):
            turn_until(lambda: shown and polls)
            assert polls[0].problem
            assert polls[0].generation == ""
            assert kiosk._generation.id == kept
            assert polls[0].problem in caplog.text
    caplog.clear()


def test_what_is_published_reaches_a_running_kiosk(kiosk_at, site, tmp_path):
    with serve_folder(site[0]) as url, kiosk_at(url) as (kiosk, shown, polls):
        turn_until(lambda: shown and polls)
        first = kiosk._generation.id
        publish_another(site[0], tmp_path / "keys", tmp_path / "another")
        kiosk.poll()
        turn_until(lambda: kiosk._generation.id != first)


def test_a_generation_that_cannot_be_shown_is_given_back(kiosk_at, site, tmp_path, caplog):
    with serve_folder(site[0]) as url:
        good = sync_once(kiosk_at, url)
        publish_another(site[0], tmp_path / "keys", tmp_path / "another", spoil="no picture at all")
        with kiosk_at(url) as (kiosk, shown, _):
            turn_until(lambda: kiosk.stored.status().rejected)
            assert kiosk.generation_id == good
            shown.clear()
            turn_until(lambda: shown, 30_000)
    assert "cannot be drawn" in caplog.text
    caplog.clear()
