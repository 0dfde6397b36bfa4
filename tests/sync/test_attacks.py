"""The attacks that The Update Framework defends against, each tried on a whole kiosk.

Named after the specification, section 1.5.2. Under each, the kiosk keeps its feed and reports why.
"""

import pytest
import time_machine
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import DelegatedRole, Delegations, Metadata, Root, Targets

from kiosk.feed import site_layout
from tests.sync.simulator import DAY, Simulator
from tests.sync.world import slot_list


@pytest.fixture
def sim(tmp_path):
    made = Simulator(tmp_path)
    made.publish("First")
    return made


@pytest.fixture
def kiosk(sim, monkeypatch):
    """A kiosk that shows the first feed."""
    made = sim.kiosk(monkeypatch)
    assert made.poll().generation.feed.name.root == "First"
    return made


@pytest.fixture
def refuses(kiosk, warned):
    """A check that the kiosk refuses the served files, for a reason, and keeps showing its feed."""

    def check(reason, shown="First"):
        poll = kiosk.poll()
        assert poll.generation is None
        assert poll.problem.startswith("refused: ")
        assert reason in poll.problem
        assert kiosk.current().feed.name.root == shown
        assert kiosk.status().problem
        assert poll.problem in warned()

    return check


@pytest.fixture
def takes(kiosk, warned):
    """A check that the kiosk accepts the served files."""

    def check(name):
        poll = kiosk.poll()
        assert poll.problem == ""
        assert kiosk.current().feed.name.root == name
        assert (kiosk.status().problem, kiosk.status().rejected) == ("", {})

    return check


def test_new_feed(sim, takes):
    sim.publish("Second")
    takes("Second")


# rollback: an older version that was once valid


def test_rollback_of_the_whole_site(sim, kiosk, refuses, takes):
    old = dict(sim.files)
    sim.publish("Second")
    takes("Second")
    sim.files = old
    refuses("an older version", shown="Second")


def test_rollback_of_the_timestamp(sim, refuses):
    sim.signed.timestamp.signed.version -= 1
    sim.sign("timestamp")
    refuses("an older version")


def test_rollback_of_the_snapshot(sim, refuses):
    sim.signed.snapshot.signed.version -= 1
    sim.sign("snapshot")
    sim.stamp()
    refuses("an older version")


def test_rollback_of_the_feed_by_a_thief_of_the_online_key(sim, refuses, takes):
    first = sim.signed.targets
    sim.publish("Second")
    takes("Second")
    object.__setattr__(sim.signed, "targets", first)
    sim.bind()
    refuses("an older version", shown="Second")


# freeze: never anything new


def test_freeze_is_detected_when_the_timestamp_expires(sim, kiosk, warned):
    with time_machine.travel(sim.now + 31 * DAY):
        poll = kiosk.poll()
        assert "signatures have expired" in poll.problem
        assert kiosk.current().feed.name.root == "First"
        assert kiosk.status().problem
    warned()


def test_freeze_is_detected_on_a_new_kiosk(sim, monkeypatch, warned):
    with time_machine.travel(sim.now + 31 * DAY):
        kiosk = sim.kiosk(monkeypatch)
        assert "signatures have expired" in kiosk.poll().problem
        assert kiosk.current() is None
    warned()


def test_admin_back_from_a_long_holiday(sim, kiosk, takes, warned):
    with time_machine.travel(sim.now + 300 * DAY):
        kiosk.poll()
        sim.now += 300 * DAY
        sim.bind()
        assert "slots.yaml: refused: its signatures have expired" in kiosk.poll().problem
        sim.publish_slots(slot_list(0))
        takes("First")
    warned()


@pytest.mark.parametrize("role", ["targets", "root"])
def test_expired_role_does_not_stop_the_show(sim, kiosk, role, warned):
    sim.metadata(role).signed.expires = sim.now - DAY
    if role == "root":
        sim.new_root()
        sim.metadata(role).signed.expires = sim.now - DAY
        sim.sign("root")
    else:
        sim.metadata(role).signed.version += 1
        sim.sign("targets")
    sim.bind()
    poll = kiosk.poll()
    assert "signatures have expired" in poll.problem
    assert kiosk.current().feed.name.root == "First"
    warned()


@pytest.mark.parametrize("years", [-30, -3, 3, 30])
def test_clock_years_off_never_blanks_the_screen(sim, kiosk, years, warned):
    with time_machine.travel(sim.now + years * 365 * DAY):
        sim.publish("Second")
        poll = kiosk.poll()
        shown = kiosk.current().feed.name.root
        assert (shown, bool(poll.problem)) == (("Second", False) if years < 0 else ("First", True))
    kiosk.poll()
    assert kiosk.current().feed.name.root == "Second"
    warned()


# mix and match: valid parts of different versions


def test_feed_of_another_version(sim, refuses):
    first = next(name for name in sim.files if name.endswith(site_layout.FEED))
    sim.publish("Second")
    (second,) = (name for name in sim.files if name.endswith(site_layout.FEED) and name != first)
    sim.files[second] = sim.files[first]
    refuses("its bytes do not match the signed hash")


def test_targets_of_another_version(sim, refuses):
    sim.publish("Second")
    version = sim.signed.targets.signed.version
    sim.files[site_layout.metadata_file("targets", version)] = sim.files[
        site_layout.metadata_file("targets", version - 1)
    ]
    refuses("its bytes do not match the signed hash")


def test_snapshot_that_names_other_targets(sim, refuses):
    sim.publish("Second")
    snapshot = sim.signed.snapshot.signed
    snapshot.meta["targets.json"].hashes = snapshot.meta["slots.json"].hashes
    snapshot.meta["targets.json"].length = None
    snapshot.version += 1
    sim.sign("snapshot")
    sim.stamp()
    refuses("its bytes do not match the signed hash")


def test_snapshot_without_the_targets(sim, refuses):
    sim.publish("Second")
    del sim.signed.snapshot.signed.meta["targets.json"]
    sim.signed.snapshot.signed.version += 1
    sim.sign("snapshot")
    sim.stamp()
    refuses("invalid")


# wrong keys


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_foreign_key(sim, refuses, role):
    sim.publish("Second")
    sim.sign(role, [CryptoSigner.generate_ed25519()])
    if role == "targets":
        sim.bind()
    if role == "snapshot":
        sim.stamp()
    refuses("not signed by keys that this device trusts")


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_no_signature_at_all(sim, refuses, role):
    sim.publish("Second")
    sim.sign(role, [])
    if role == "targets":
        sim.bind()
    if role == "snapshot":
        sim.stamp()
    refuses("not signed by keys that this device trusts")


def test_key_of_another_role(sim, refuses):
    sim.publish("Second")
    sim.sign("targets", sim.signers["online"])
    sim.bind()
    refuses("not signed by keys that this device trusts")


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_metadata_of_another_role(sim, refuses, role):
    sim.publish("Second")
    name = (
        site_layout.TIMESTAMP
        if role == "timestamp"
        else site_layout.metadata_file(role, sim.metadata(role).signed.version)
    )
    sim.files[name] = sim.files["metadata/1.root.json"]
    refuses("")


# too large or too weak


@pytest.mark.parametrize("name", ["timestamp.json", "4.snapshot.json", "3.targets.json", "2.root.json"])
def test_oversized_metadata(sim, kiosk, warned, name):
    sim.publish("Second")
    sim.files[f"metadata/{name}"] = b" " * (1 << 20) + sim.files.get(f"metadata/{name}", b"")
    poll = kiosk.poll()
    assert "larger than the signed size" in poll.problem
    assert kiosk.current().feed.name.root == "First"
    warned()


def test_feed_too_large_to_be_read(sim, kiosk, warned):
    sim.publish("Second", bind=False)
    sim.signed.targets.signed.targets[site_layout.FEED].length = 1 << 40
    sim.sign("targets")
    sim.bind()
    assert "a signed size or hash that is not accepted" in kiosk.poll().problem
    warned()


def test_feed_signed_with_a_weak_hash(sim, kiosk, warned):
    sim.publish("Second", bind=False)
    sim.signed.targets.signed.targets[site_layout.FEED].hashes = {"md5": "0" * 32}
    sim.sign("targets")
    sim.bind()
    assert "a signed size or hash that is not accepted" in kiosk.poll().problem
    warned()


# a threshold of admins


@pytest.fixture
def two_of_three(sim, kiosk):
    """A site whose feed must be signed by two of three admins."""
    sim.signers["targets"] += [CryptoSigner.generate_ed25519() for _ in range(2)]
    root = sim.signed.root.signed
    for signer in sim.signers["targets"]:
        root.add_key(signer.public_key, "targets")
    root.roles["targets"].threshold = 2
    sim.new_root()
    sim.publish("By three")
    return sim


def test_two_of_three_admins(two_of_three, takes):
    takes("By three")
    two_of_three.signed.targets.signed.version += 1
    two_of_three.sign("targets", two_of_three.signers["targets"][1:])
    two_of_three.bind()
    takes("By three")


def test_one_of_three_admins(two_of_three, refuses, takes):
    takes("By three")
    two_of_three.publish("Alone", bind=False)
    two_of_three.sign("targets", two_of_three.signers["targets"][:1])
    two_of_three.bind()
    refuses("not signed by keys that this device trusts", shown="By three")


def test_one_admin_twice(two_of_three, refuses, takes):
    takes("By three")
    two_of_three.publish("Alone", bind=False)
    (one,) = two_of_three.signers["targets"][:1]
    two_of_three.sign("targets", [one, one])
    targets = two_of_three.signed.targets
    targets.signatures["0" * 64] = targets.signatures[one.public_key.keyid]
    two_of_three.serve("targets")
    two_of_three.bind()
    refuses("not valid metadata", shown="By three")


# the root


def test_root_over_many_versions(sim, takes):
    for _ in range(40):
        old = sim.exchange("root", ["root"])
        sim.new_root([*old, *sim.signers["root"]])
    old = sim.exchange("targets", ["targets"])
    sim.new_root()
    assert old
    sim.publish("Much later")
    takes("Much later")


def test_new_kiosk_with_an_old_root_after_many_changes(sim, monkeypatch):
    for _ in range(40):
        sim.now += 300 * DAY
        old = sim.exchange("root", ["root"])
        sim.new_root([*old, *sim.signers["root"]])
    for role in ("targets", "slots"):
        sim.metadata(role).signed.expires = sim.now + 300 * DAY
        sim.metadata(role).signed.version += 1
        sim.sign(role)
    sim.bind()
    with time_machine.travel(sim.now):
        assert sim.kiosk(monkeypatch).poll().problem == ""


@pytest.mark.parametrize("by", ["new keys only", "nobody"])
def test_root_that_the_old_one_did_not_sign(sim, refuses, by):
    sim.exchange("root", ["root"])
    sim.new_root(sim.signers["root"] if by == "new keys only" else [])
    refuses_after(sim, refuses)


def test_root_that_the_new_keys_did_not_sign(sim, refuses):
    old = sim.exchange("root", ["root"])
    sim.new_root(old)
    refuses_after(sim, refuses)


def refuses_after(sim, refuses):
    sim.publish("Second")
    refuses("not signed by keys that this device trusts")


def test_root_that_skips_a_version(sim, refuses):
    sim.signed.root.signed.version = 4
    sim.sign("root")
    sim.files["metadata/2.root.json"] = sim.files.pop("metadata/5.root.json", sim.signed.root.to_bytes())
    sim.publish("Second")
    refuses("an older version")


def test_revoked_key_no_longer_counts(sim, refuses, takes):
    thief = sim.exchange("targets", ["targets"])
    sim.new_root()
    sim.publish("Second")
    takes("Second")
    sim.publish("Thief's", bind=False)
    sim.sign("targets", thief)
    sim.bind()
    refuses("not signed by keys that this device trusts", shown="Second")


def test_recovery_from_a_fast_forward_attack(sim, kiosk, takes, warned):
    """A thief of the online key signs version 10⁶; after a key rotation, the real versions count again."""
    snapshot, timestamp = sim.signed.snapshot.signed.version, sim.signed.timestamp.signed.version
    sim.signed.snapshot.signed.version = sim.signed.timestamp.signed.version = 1_000_000
    sim.bind()
    assert kiosk.poll().problem == ""
    sim.exchange("online", ["snapshot", "timestamp"])
    sim.new_root()
    sim.signed.snapshot.signed.version, sim.signed.timestamp.signed.version = snapshot + 5, timestamp + 5
    sim.publish("Recovered")
    takes("Recovered")


# the slots role signs only slots


def test_slots_role_signs_slots(sim, kiosk):
    sim.publish_slots(slot_list(1))
    assert kiosk.poll().slots == slot_list(1)


def test_slots_role_cannot_sign_a_feed(sim, kiosk):
    sim.publish_slots(
        sim.files[next(n for n in sim.files if n.endswith(site_layout.FEED))], target=site_layout.FEED
    )
    poll = kiosk.poll()
    assert (poll.generation, poll.slots) == (None, None)
    assert kiosk.current().feed.name.root == "First"


def test_slots_role_cannot_sign_a_feed_on_a_site_without_one(tmp_path, monkeypatch, warned):
    sim = Simulator(tmp_path)
    sim.publish_slots(b"{}", target=site_layout.FEED)
    kiosk = sim.kiosk(monkeypatch)
    assert kiosk.poll().problem == "nothing has been published on this site yet"
    warned()


@pytest.mark.parametrize("role", site_layout.DELEGATED)
@pytest.mark.parametrize("name", [site_layout.FEED, *site_layout.DELEGATED.values()])
def test_delegated_role_signs_its_own_file_only(sim, kiosk, role, name):
    if name == site_layout.DELEGATED[role]:
        return
    sim.publish_slots(slot_list(1))
    kiosk.poll()
    if role == "slots":  # it signs its own file and another role's
        sim.publish_delegated(role, slot_list(2), site_layout.SLOTS)
    sim.publish_delegated(role, b"{}" if name == site_layout.LIVE else slot_list(3), name)
    kiosk.poll()
    assert kiosk.current().feed.name.root == "First"
    assert kiosk.store.read_slots() != slot_list(3)
    assert kiosk.store.read_delegated("live") is None


def test_slots_role_cannot_delegate(sim, kiosk, warned):
    other = CryptoSigner.generate_ed25519()
    sim.publish_slots(slot_list(1))
    kiosk.poll()
    role = DelegatedRole("friend", [other.public_key.keyid], 1, terminating=False, paths=["*"])
    slots = sim.signed.slots.signed
    slots.delegations = Delegations({other.public_key.keyid: other.public_key}, {"friend": role})
    slots.targets.clear()
    slots.version += 1
    friend = Metadata(Targets(1, expires=sim.now + DAY))
    friend.sign(other)
    sim.files["metadata/1.friend.json"] = friend.to_bytes()
    sim.sign("slots")
    sim.bind()
    assert "friend was delegated but is not part of snapshot" in kiosk.poll().problem
    assert kiosk.store.read_slots() == slot_list(1)
    assert "metadata/1.friend.json" not in sim.asked
    warned()


@pytest.mark.parametrize("key", ["slots", "online"])
def test_keys_of_the_slots_machine_cannot_sign_the_admins_roles(sim, refuses, key):
    sim.publish("Thief's", bind=False)
    sim.sign("targets", sim.signers[key])
    sim.bind()
    refuses("not signed by keys that this device trusts")


def test_keys_of_the_slots_machine_cannot_make_a_root(sim, refuses):
    sim.new_root([*sim.signers["slots"], *sim.signers["online"]])
    sim.publish("Second")
    refuses("not signed by keys that this device trusts")


def test_slots_with_a_foreign_signature_are_refused_without_stopping_the_feed(sim, kiosk, warned):
    sim.publish("Second")
    sim.publish_slots(slot_list(2))
    sim.sign("slots", sim.signers["online"])
    sim.bind()
    poll = kiosk.poll()
    assert poll.generation.feed.name.root == "Second"
    assert poll.problem.startswith("slots.yaml: refused: not signed")
    assert kiosk.store.read_slots() is None
    warned()


def test_root_names_no_one_but_the_root_for_itself(sim):
    root = sim.signed.root.signed
    assert isinstance(root, Root)
    sets = {role: set(each.keyids) for role, each in root.roles.items()}
    assert sets["root"].isdisjoint(sets["targets"] | sets["snapshot"] | sets["timestamp"])
    assert sets["targets"].isdisjoint(sets["snapshot"] | sets["timestamp"])
