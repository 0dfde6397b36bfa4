import hashlib
import json
import stat

import pytest
from tuf.api.metadata import Metadata

from kiosk.feed.serialization import read_feed
from kiosk.publish import publisher as publishing
from kiosk.publish.publish_errors import HostError, KeysError, OutrunError, SiteError
from kiosk.publish.published_state import read_signed
from kiosk.publish.publisher import init_site
from kiosk.publish.storage.site_storage import FolderStorage
from tests import days
from tests.sync.world import MEDIA, World, flip, slot_list


def files(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_site_is_plain_files_by_their_hash(world):
    there = files(world.site)
    for data in MEDIA.values():
        name = hashlib.sha256(data).hexdigest()
        assert there[f"media/{name[:2]}/{name}"] == data
    feed = next(name for name in there if name.endswith(".feed.yaml"))
    assert feed == f"targets/{hashlib.sha256(there[feed]).hexdigest()}.feed.yaml"
    assert read_feed(there[feed]).media.keys() == MEDIA.keys()


def test_web_server_may_read_every_file(world):
    assert all(stat.S_IMODE(p.stat().st_mode) == 0o644 for p in world.site.glob("*/**/*") if p.is_file())


def test_keys_are_for_their_owner_only(world):
    assert stat.S_IMODE(world.keys.stat().st_mode) == 0o700
    assert {stat.S_IMODE(p.stat().st_mode) for p in world.keys.glob("*.pem")} == {0o600}


def test_key_that_others_can_read_is_refused(world):
    (world.keys / "targets.pem").chmod(0o640)
    with pytest.raises(KeysError, match="chmod 600"):
        world.publish()


def test_nothing_changed_writes_no_media(world):
    before = {p: p.stat().st_mtime_ns for p in world.site.glob("media/*/*")}
    world.publish()
    assert before == {p: p.stat().st_mtime_ns for p in world.site.glob("media/*/*")}


def test_second_site_in_the_same_place_is_refused(world, tmp_path):
    with pytest.raises(SiteError, match="already a site"):
        init_site(FolderStorage(world.site), tmp_path / "other", days.now())


def test_keys_of_another_site_are_not_overwritten(world, tmp_path):
    with pytest.raises(KeysError, match="already holds keys"):
        init_site(FolderStorage(tmp_path / "other"), world.keys, days.now())


def test_no_site_to_publish_to(world, tmp_path):
    with pytest.raises(SiteError, match="site init"):
        world.publish(FolderStorage(tmp_path / "nothing"))


def test_keys_of_someone_else_cannot_publish(world, tmp_path):
    other = World(tmp_path / "other")
    other.site = world.site
    with pytest.raises(SiteError, match="are not valid"):
        other.publish()


def test_host_that_altered_the_metadata_is_found_out(world):
    path = world.served("metadata/*.targets.json")
    flip(path, path.read_bytes().index(b'"keyval"') + 30)
    with pytest.raises(SiteError, match="are not valid"):
        world.publish()


@pytest.mark.parametrize("missing", ["targets", "online"])
def test_without_the_key_nothing_is_shown(world, missing):
    before = (world.site / "metadata/timestamp.json").read_bytes()
    (world.keys / f"{missing}.pem").unlink()
    with pytest.raises(KeysError, match="may sign for"):
        world.publish()
    assert (world.site / "metadata/timestamp.json").read_bytes() == before


def test_machine_of_the_slots_needs_two_keys_only(world):
    (world.keys / "root.pem").unlink()
    (world.keys / "targets.pem").unlink()
    world.slots(slot_list(1))
    assert world.served("targets/*.slots.yaml").read_bytes() == slot_list(1)


def test_slots_role_may_sign_nothing_but_slots(world):
    targets = read_signed(FolderStorage(world.site), world.root.read_bytes()).targets.signed
    roles = targets.delegations.roles
    assert {name: (role.paths, role.terminating, role.threshold) for name, role in roles.items()} == {
        "slots": (["slots.yaml"], True, 1),
        "live": (["live.yaml"], True, 1),
    }
    assert set(roles["slots"].keyids).isdisjoint(roles["live"].keyids)


def test_too_many_free_times_are_refused(world):
    with pytest.raises(SiteError, match="larger than 8192 kB"):
        world.slots(b" " * ((8 << 20) + 1))


def test_old_slots_are_taken_away(world, monkeypatch):
    monkeypatch.setattr(publishing, "KEEP", 3)
    for number in range(10):
        world.slots(slot_list(number))
    assert len(list(world.site.glob("targets/*.slots.yaml"))) == 3
    assert len(list(world.site.glob("metadata/*.slots.json"))) == 3
    assert len(list(world.site.glob("metadata/*.snapshot.json"))) == 3
    assert world.kiosk().poll().slots == slot_list(9)


@pytest.fixture
def old_slots(world, monkeypatch):
    """The oldest metadata of slots that is still kept, which the next publish takes away."""
    monkeypatch.setattr(publishing, "KEEP", 3)
    for number in range(5):
        world.slots(slot_list(number))
    return min(world.site.glob("metadata/*.slots.json"), key=lambda path: int(path.name.partition(".")[0]))


def renamed(path, sha256):
    """Let old metadata name another file, as someone who can write to the host would."""
    data = json.loads(path.read_bytes())
    data["signed"]["targets"]["slots.yaml"]["hashes"]["sha256"] = sha256
    path.write_text(json.dumps(data))


def test_altered_old_slots_take_nothing_else_away(world, old_slots):
    files = set(world.site.glob("targets/*.slots.yaml"))
    newest = world.served("targets/*.slots.yaml").name.partition(".")[0]
    renamed(old_slots, newest)
    world.slots(slot_list(9))
    assert files < set(world.site.glob("targets/*.slots.yaml"))
    assert not old_slots.exists()


def test_altered_old_slots_lead_out_of_no_folder(world, old_slots):
    victim = world.site.parent / "victim.slots.yaml"
    victim.write_bytes(b"kept")
    renamed(old_slots, "../../victim")
    world.slots(slot_list(9))
    assert victim.exists()


@pytest.mark.parametrize("nonsense", [b"", b"{}", b"not JSON", b'{"signed": {"_type": "root"}}'])
def test_nonsense_in_the_place_of_old_slots_stops_no_publish(world, old_slots, nonsense):
    old_slots.write_bytes(nonsense)
    world.slots(slot_list(9))
    assert not old_slots.exists()
    assert world.kiosk().poll().problem == ""


def test_newer_slots_in_the_place_of_old_ones_stay(world, old_slots):
    old_slots.write_bytes(world.served("metadata/*.slots.json").read_bytes())
    files = set(world.site.glob("targets/*.slots.yaml"))
    world.slots(slot_list(9))
    assert files < set(world.site.glob("targets/*.slots.yaml"))


def test_two_at_once_on_one_folder(world):
    with FolderStorage(world.site).lock(), pytest.raises(OutrunError, match="under way"):
        world.publish()
    world.publish()


def test_other_admin_was_faster_on_a_host_without_locks(world):
    class Overtaken(FolderStorage):
        def write(self, path, data):
            super().write(path, data)
            if path.endswith(".targets.json"):
                timestamp = world.site / "metadata/timestamp.json"
                timestamp.write_bytes(timestamp.read_bytes() + b" ")

    with pytest.raises(OutrunError, match="someone else published"):
        world.publish(Overtaken(world.site))


def test_interrupted_publish_is_repeated(world):
    class Cut(FolderStorage):
        def write(self, path, data):
            if path == "metadata/timestamp.json":
                raise HostError("the line is cut")
            super().write(path, data)

    world.write({"feed.yaml": b"name: New\nlanguages:\n  sv: {name: Svenska}\n"})
    with pytest.raises(HostError, match="cut"):
        world.publish(Cut(world.site))
    assert world.kiosk().poll().generation.feed.name.root == "Test"
    world.publish()
    assert world.kiosk().poll().generation.feed.name.root == "New"


def test_what_a_killed_publish_left_is_swept_up(world):
    for path in (world.site / "metadata/.new-x", next(world.site.glob("media/*")) / ".new-y"):
        path.write_bytes(b"half")
    world.publish()
    assert not list(world.site.rglob(".new-*"))


def test_file_changed_during_publish_leaves_nothing_behind(world, monkeypatch):
    world.write({"media/hello.png": b"new picture"})
    monkeypatch.setattr(FolderStorage, "size", change_on_first_look(world.folder / "media/hello.png"))
    before = files(world.site)
    with pytest.raises(SiteError, match="changed while"):
        world.publish()
    assert files(world.site) == before


def change_on_first_look(path):
    size = FolderStorage.size

    def look(self, name):
        path.write_bytes(b"NEW PICTURE")
        return size(self, name)

    return look


def test_versions_and_expiry(world):
    signed = read_signed(FolderStorage(world.site), world.root.read_bytes())
    assert (signed.targets.signed.version, signed.root.signed.version) == (2, 1)
    assert isinstance(signed.timestamp, Metadata)
    assert (signed.timestamp.signed.expires - days.now()).days == 29
    assert (signed.targets.signed.expires - days.now()).days == 364
