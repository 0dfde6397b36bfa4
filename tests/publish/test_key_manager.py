"""Keys that come and go, signatures that run out, several admins: with kiosks that look at every moment."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine

from kiosk.publish.cosigning import Cosigner
from kiosk.publish.key_manager import key_name
from kiosk.publish.key_names import with_key_name
from kiosk.publish.keyring import load_keyring, make_key, read_public, retire, write_public
from kiosk.publish.publish_errors import HostError, KeysError, SiteError, WaitingError
from kiosk.publish.storage.site_storage import FolderStorage
from tests.sync.world import slot_list

DAY = timedelta(days=1)
NEW = {"feed.yaml": b"name: New\nlanguages:\n  sv: {name: Svenska}\n"}


class Watched(FolderStorage):
    """A folder whose every write is looked at by a kiosk that knows the site and by one that does not."""

    def __init__(self, world):
        super().__init__(world.site)
        self.world = world
        self.old = world.kiosk(url=world.site.as_uri())
        self.first_root = world.root.read_bytes()
        self.looks = 0
        self.look()

    def write(self, path, data):
        super().write(path, data)
        self.look()

    def look(self):
        self.looks += 1
        root = self.world.base / "first-root.json"
        root.write_bytes(self.first_root)
        state = self.world.base / f"look-{self.looks}"
        fresh = self.world.kiosk(url=self.world.site.as_uri())
        fresh = type(fresh)(replace(fresh.config, state=state, root=root))
        assert self.old.poll().problem == ""
        assert fresh.poll().problem == ""
        assert fresh.current().id == self.old.current().id
        shutil.rmtree(state)


@pytest.fixture
def watched(world):
    return Watched(world)


def keeper(world, host=None, keys=None):
    return Cosigner(
        host or FolderStorage(world.site), load_keyring(keys or world.keys), world.publisher().now
    )


def admin(world, name, *, with_online=True):
    """The keys folder of one more admin, with a key of their own; gives the folder and the public key."""
    folder = world.base / name
    public = read_public(write_public(folder, make_key(folder, name).public_key, name))
    (folder / "root.json").write_bytes((world.keys / "root.json").read_bytes())
    if with_online:
        shutil.copy2(world.keys / "online.pem", folder)
    return folder, public


def test_kiosks_see_a_whole_site_at_every_moment_of_a_publish(world, watched):
    world.write(NEW | {"media/hello.png": b"new"})
    world.publish(watched)
    world.publisher(watched).publish_slots(slot_list(1))
    assert watched.old.current().feed.name.root == "New"
    assert watched.looks > 8


@pytest.mark.parametrize("kind", ["root", "targets", "online", "slots"])
def test_kiosks_see_a_whole_site_at_every_moment_of_an_exchange(world, watched, kind):
    new = make_key(world.keys, "next")
    keeper(world, watched).exchange_key(kind, kind, new.public_key)
    retire(world.keys, kind)
    assert [key.name for key in keeper(world).listed() if key.kind == kind] == ["next"]
    world.write(NEW)
    world.publish(watched)
    world.publisher(watched).publish_slots(slot_list(1))
    assert watched.old.store.read_slots() == slot_list(1)
    assert watched.old.current().feed.name.root == "New"


def test_interrupted_exchange_is_repeated(world):
    class Cut(FolderStorage):
        left = 0

        def write(self, path, data):
            if self.left == 0:
                raise HostError("cut")
            self.left -= 1
            super().write(path, data)

    new = make_key(world.keys, "next")
    for writes in range(8):
        cut = Cut(world.site)
        cut.left = writes
        try:
            keeper(world, cut).exchange_key("online", "online", new.public_key)
            break
        except HostError:
            fresh = world.kiosk(url=world.site.as_uri())
            assert fresh.poll().problem == ""
        except KeysError:  # the new root was shown before the cut: nothing is left to exchange
            break
    assert writes > 2
    assert [key.name for key in keeper(world).listed() if key.kind == "online"] == ["next"]
    world.write(NEW)
    world.publish()
    assert world.kiosk().poll().generation.feed.name.root == "New"


def test_keys_are_listed(world):
    (world.keys / "root.pem").unlink()
    found = {key.kind: key for key in keeper(world).listed()}
    assert found.keys() == {"root", "targets", "online", "slots", "live"}
    assert [found[kind].here for kind in ("root", "targets")] == [False, True]
    assert {key.threshold for key in found.values()} == {1}
    assert (found["online"].good_until - world.publisher().now).days in (29, 30)


def test_another_admin_publishes(world):
    folder, public = admin(world, "anna")
    keeper(world).add_key("targets", public)
    world.write(NEW)
    world.keys = folder
    world.publish()
    assert world.kiosk().poll().generation.feed.name.root == "New"


def test_revoked_admin_publishes_no_more(world):
    folder, public = admin(world, "anna")
    keeper(world).add_key("targets", public)
    keeper(world).revoke_key("targets", "anna")
    mine, world.keys = world.keys, folder
    with pytest.raises(KeysError, match="may sign for targets"):
        world.publish()
    world.keys = mine
    world.publish()
    assert world.kiosk().poll().problem == ""


@pytest.mark.parametrize(
    ("kind", "name", "message"),
    [
        ("targets", "bertil", "no key of targets is called 'bertil'"),
        ("targets", "targets", "would have 0 keys but need 1"),
        ("painting", "targets", "no keys of the kind 'painting'"),
    ],
)
def test_what_cannot_be_revoked(world, kind, name, message):
    with pytest.raises(KeysError, match=message):
        keeper(world).revoke_key(kind, name)
    assert world.kiosk().poll().problem == ""


def test_key_is_revoked_by_the_beginning_of_its_id(world):
    _, public = admin(world, "anna")
    keeper(world).add_key("targets", public)
    keeper(world).revoke_key("targets", public.keyid[:8])
    assert [key.name for key in keeper(world).listed() if key.kind == "targets"] == ["targets"]


@pytest.fixture
def two_needed(world):
    """A site whose feed two admins must sign; gives the second's keys folder."""
    folder, public = admin(world, "anna")
    keeper(world).add_key("targets", public)
    second = keeper(world, keys=folder)
    second.sign_proposal(second.published_proposal())
    keeper(world).add_key("targets", public, threshold=2)
    return folder


def sign_all(mine):
    for waiting in mine.proposals():
        mine.sign_proposal(waiting)


def test_threshold_needs_the_signatures_first(world):
    _, public = admin(world, "anna")
    with pytest.raises(KeysError, match="too few"):
        keeper(world).add_key("targets", public, threshold=2)
    assert world.kiosk().poll().problem == ""


def test_two_admins_sign_a_feed(world, two_needed):
    kiosk = world.kiosk()
    assert kiosk.poll().problem == ""
    world.write(NEW)
    with pytest.raises(WaitingError, match="site sign"):
        world.publish()
    assert kiosk.poll().generation is None
    second = keeper(world, keys=two_needed)
    (waiting,) = second.proposals()
    assert (waiting.role, waiting.waits) == ("targets", True)
    assert [line for line in waiting.lines if line.startswith("changed")] == ["changed settings"]
    second.sign_proposal(waiting)
    assert second.proposals() == []
    assert kiosk.poll().generation.feed.name.root == "New"


def test_what_nobody_asked_for_is_not_offered(world, two_needed):
    world.write(NEW)
    with pytest.raises(WaitingError):
        world.publish()
    path = world.site / "pending/targets.json"
    path.write_bytes(path.read_bytes().replace(b'"sig":"', b'"sig":"00'))
    with pytest.raises(SiteError, match="has no signature from anyone who may sign"):
        keeper(world, keys=two_needed).proposals()


def test_what_waited_too_long_is_not_signed(world, two_needed):
    world.write(NEW)
    with pytest.raises(WaitingError):
        world.publish()
    waited = (world.site / "pending/targets.json").read_bytes()
    sign_all(keeper(world, keys=two_needed))
    (world.site / "pending/targets.json").write_bytes(waited)
    with pytest.raises(SiteError, match="another version"):
        keeper(world, keys=two_needed).proposals()


def test_two_admins_sign_a_root(world):
    folder, public = admin(world, "anna")
    keeper(world).add_key("root", public)
    with pytest.raises(WaitingError):
        keeper(world).add_key("root", public, threshold=2)
    second = keeper(world, keys=folder)
    (waiting,) = second.proposals()
    assert waiting.lines[0] == "signatures needed for root: 2 instead of 1"
    second.sign_proposal(waiting)
    with pytest.raises(WaitingError):
        keeper(world).revoke_key("root", "anna", threshold=1)
    (waiting,) = keeper(world, keys=folder).proposals()
    assert f"revoked from root: anna ({public.keyid})" in waiting.lines
    keeper(world, keys=folder).sign_proposal(waiting)
    assert world.kiosk().poll().problem == ""


def test_refresh_signs_what_runs_out(world):
    kiosk = world.kiosk()
    kiosk.poll()
    with time_machine.travel(world.publisher().now + 20 * DAY):
        assert keeper(world).refresh() == {}
        assert kiosk.poll().problem == ""
        assert (kiosk.status().signed_until - world.publisher().now).days in (29, 30)
    with time_machine.travel(world.publisher().now + 45 * DAY):
        assert kiosk.poll().problem == ""


def test_refresh_leaves_what_is_good_for_long(world):
    before = (world.site / "metadata/timestamp.json").read_bytes()
    assert keeper(world).refresh() == {}
    assert (world.site / "metadata/timestamp.json").read_bytes() == before


def test_refresh_over_years(world):
    kiosk = world.kiosk()
    now = world.publisher().now
    for step in range(1, 20):
        with time_machine.travel(now + step * 100 * DAY):
            keeper(world).refresh()
            assert kiosk.poll().problem == ""
    assert kiosk.current().feed.name.root == "Test"


def test_refresh_by_the_machine_of_the_slots_says_what_it_cannot_sign(world):
    (world.keys / "targets.pem").unlink()
    (world.keys / "root.pem").unlink()
    with time_machine.travel(world.publisher().now + 250 * DAY):
        assert keeper(world).refresh().keys() == {"root", "targets"}
        assert world.kiosk().poll().problem == ""


def test_rollback(world):
    kiosk = world.kiosk()
    first = kiosk.poll().generation
    world.write(NEW | {"media/hello.png": b"new"})
    world.publish()
    assert kiosk.poll().generation.feed.name.root == "New"
    signed = world.publisher().roll_back()
    assert signed.targets.signed.version == 4
    assert kiosk.poll().generation == first
    world.publisher().roll_back(3)
    assert kiosk.poll().generation.feed.name.root == "New"


def publish_with_key_name(world, name):
    world.write({"feed.yaml": f"name: {name}\nlanguages:\n  sv: {{name: Svenska}}\n".encode()})
    return world.publish().targets.signed.version


def shown_name(world):
    return world.publisher().feed().name.root


def test_rollback_twice_goes_further_back(world):
    for name in ("B", "C", "D"):
        publish_with_key_name(world, name)
    names = []
    for _ in range(3):
        world.publisher().roll_back()
        names.append(shown_name(world))
    assert names == ["C", "B", "Test"]
    with pytest.raises(SiteError, match="no earlier feed"):
        world.publisher().roll_back()


def test_rollback_after_a_new_feed_goes_to_what_was_shown_before_it(world):
    publish_with_key_name(world, "B")
    publish_with_key_name(world, "C")
    world.publisher().roll_back()
    publish_with_key_name(world, "D")
    names = []
    for _ in range(2):
        world.publisher().roll_back()
        names.append(shown_name(world))
    assert names == ["B", "Test"]


def test_a_feed_published_again_on_purpose_is_no_rollback(world):
    for name in ("B", "C", "B"):
        publish_with_key_name(world, name)
    world.publisher().roll_back()
    assert shown_name(world) == "C"


def test_signing_anew_forgets_no_rollback(world):
    publish_with_key_name(world, "B")
    publish_with_key_name(world, "C")
    world.publisher().roll_back()
    keeper(world).refresh(part=1.5)
    world.publisher().roll_back()
    assert shown_name(world) == "Test"


def test_rollback_to_a_version_that_came_back_itself(world):
    publish_with_key_name(world, "B")
    publish_with_key_name(world, "C")
    back = world.publisher().roll_back().targets.signed.version
    publish_with_key_name(world, "D")
    world.publisher().roll_back(back)
    world.publisher().roll_back()
    assert shown_name(world) == "Test"


def test_rollback_passes_over_what_nobody_of_today_has_signed(world):
    broken = publish_with_key_name(world, "B")
    publish_with_key_name(world, "C")
    (world.site / f"metadata/{broken}.targets.json").write_bytes(b"{}")
    world.publisher().roll_back()
    assert shown_name(world) == "Test"


def test_rollback_refuses_what_is_not_there(world):
    with pytest.raises(SiteError, match="no earlier feed"):
        world.publisher().roll_back()
    with pytest.raises(SiteError, match="no version 9; there are 1 to 2"):
        world.publisher().roll_back(9)


def test_rollback_refuses_a_feed_whose_media_are_gone(world):
    world.write(NEW | {"media/hello.png": b"new"})
    old = world.media_file(b"hello " * 5000)
    world.publish()
    old.unlink()
    with pytest.raises(SiteError, match="is no longer on"):
        world.publisher().roll_back()


def test_rollback_refuses_what_a_revoked_admin_signed(world):
    folder, public = admin(world, "anna")
    keeper(world).add_key("targets", public)
    mine, world.keys = world.keys, folder
    world.write(NEW)
    world.publish()
    world.keys = mine
    keeper(world).revoke_key("targets", "anna")
    world.write({"feed.yaml": b"name: Newer\nlanguages:\n  sv: {name: Svenska}\n"})
    world.publish()
    with pytest.raises(SiteError, match="not signed by the current admins"):
        world.publisher().roll_back(3)


@pytest.mark.parametrize("text", ["", "{}", '{"keyid": "x"}', "[]"])
def test_what_is_not_a_public_key(tmp_path, text):
    (tmp_path / "x.pub").write_text(text)
    with pytest.raises(KeysError, match="public half"):
        read_public(tmp_path / "x.pub")


def test_public_key_under_a_false_id(tmp_path):
    one, two = (write_public(tmp_path, make_key(tmp_path, name).public_key, name) for name in ("one", "two"))
    true, other = read_public(one), read_public(two)
    one.write_text(one.read_text().replace(true.keyid, other.keyid))
    with pytest.raises(KeysError, match="not the public half of a key"):
        read_public(one)


def test_name_of_a_key_cannot_rewrite_what_an_admin_reads(tmp_path):
    signer = make_key(tmp_path, "anna")
    assert key_name(with_key_name(signer.public_key, "anna\x1b[1A\x1b[2K\n")) == "anna?[1A?[2K?"
