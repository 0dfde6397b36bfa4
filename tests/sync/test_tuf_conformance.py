"""The cases of the TUF project's conformance suite, on a whole kiosk.

That suite drives a client by command lines and any role names; a kiosk has five roles and two targets. So its
cases are rewritten here, and `CASES` names the test for each of them, or the reason why there is none.
"""

import json
import logging
from dataclasses import dataclass
from pathlib import Path

import pytest
import time_machine
from securesystemslib.signer import CryptoSigner

from kiosk.feed import site_layout
from tests.sync.simulator import DAY, Simulator
from tests.sync.world import slot_list

HERE = Path(__file__).parent


@pytest.fixture
def sim(tmp_path):
    made = Simulator(tmp_path)
    made.publish("First")
    return made


@pytest.fixture
def kiosk(sim, monkeypatch, caplog):
    """A kiosk that shows the first feed; its problems are checked in the result of a poll, not in the log."""
    caplog.set_level(logging.CRITICAL, "kiosk.sync")
    made = sim.kiosk(monkeypatch)
    assert made.poll().problem == ""
    return made


@pytest.fixture
def stored(sim):
    """A function that returns the stored metadata of a role, as JSON."""
    return lambda role: json.loads((sim.folder / f"state/tuf/{role}.json").read_bytes())["signed"]


def name_of(sim, role):
    if role == "timestamp":
        return site_layout.TIMESTAMP
    return site_layout.metadata_file(role, sim.metadata(role).signed.version)


def shown(kiosk):
    return kiosk.current().feed.name.root


# basic


def test_the_first_poll_requests_files_in_the_order_of_the_specification(sim, monkeypatch):
    sim.kiosk(monkeypatch).poll()
    asked = [path for path in sim.asked if path.startswith("metadata/")]
    assert asked == [
        "metadata/timestamp.json",  # requested first, but used only when its turn comes
        "metadata/2.root.json",
        name_of(sim, "snapshot"),
        name_of(sim, "targets"),
        name_of(sim, "slots"),
    ]


@pytest.mark.parametrize("role", ["root", "timestamp", "snapshot", "targets", "slots"])
def test_metadata_is_stored_unchanged(sim, monkeypatch, role):
    sim.publish_slots(slot_list(1))
    name = name_of(sim, role)
    if role == "timestamp":  # formatted differently from ours, with the same content
        sim.files[name] = json.dumps(json.loads(sim.files[name]), indent=7).encode()
    sim.kiosk(monkeypatch).poll()
    assert (sim.folder / f"state/tuf/{role}.json").read_bytes() == sim.files[name]


@pytest.mark.parametrize("wrong", [b"", b"{}", b"nonsense", "unsigned"])
def test_with_an_invalid_initial_root_no_metadata_is_requested(sim, monkeypatch, warned, wrong):
    root = json.loads(sim.files["metadata/1.root.json"])
    root["signatures"][0]["sig"] = "00" * 64
    (sim.folder / "root.json").write_bytes(json.dumps(root).encode() if wrong == "unsigned" else wrong)
    assert sim.kiosk(monkeypatch).poll().problem.startswith("refused: ")
    assert set(sim.asked) <= {site_layout.TIMESTAMP}  # requested only to see whether anything is new
    warned()


@pytest.mark.parametrize(
    ("role", "before"),
    [("timestamp", []), ("snapshot", ["timestamp"]), ("targets", ["timestamp", "snapshot"])],
)
def test_metadata_before_an_unsigned_role_is_stored(sim, kiosk, stored, role, before):
    old = {name: stored(name)["version"] for name in ("timestamp", "snapshot", "targets")}
    sim.publish("Second", bind=False)
    if role == "targets":
        sim.sign("targets", [])
    sim.bind()
    if role != "targets":
        sim.sign(role, [])
    if role == "snapshot":
        sim.stamp()
    assert "not signed by keys" in kiosk.poll().problem
    assert {name for name, version in old.items() if stored(name)["version"] > version} == set(before)
    assert shown(kiosk) == "First"


@pytest.mark.parametrize("role", ["snapshot", "targets"])
def test_a_version_that_differs_from_its_file_name_is_refused(sim, kiosk, role):
    sim.publish("Second", bind=False)
    if role == "targets":
        name = name_of(sim, role)
        sim.metadata(role).signed.version += 1
        sim.sign(role)
        sim.files[name] = sim.files[name_of(sim, role)]
        sim.metadata(role).signed.version -= 1
    sim.bind()
    if role == "snapshot":
        name = name_of(sim, role)
        sim.metadata(role).signed.version += 1
        sim.sign(role)
        sim.files[name] = sim.files.pop(name_of(sim, role))
        sim.metadata(role).signed.version -= 1
    assert kiosk.poll().problem.startswith("refused: ")
    assert shown(kiosk) == "First"


def test_another_timestamp_of_the_same_version_is_not_used(sim, kiosk, stored):
    sim.publish("Second", bind=False)
    version = sim.signed.timestamp.signed.version
    sim.bind()
    sim.signed.timestamp.signed.version = version
    sim.sign("timestamp")
    kiosk.poll()
    assert (stored("timestamp")["version"], shown(kiosk)) == (version, "First")


@pytest.mark.parametrize("role", ["snapshot", "targets", "slots"])
def test_a_wrong_hash_is_refused(sim, kiosk, role):
    sim.publish("Second", bind=False)
    sim.publish_slots(slot_list(1))
    meta = sim.signed.timestamp.signed.snapshot_meta if role == "snapshot" else None
    meta = meta or sim.signed.snapshot.signed.meta[f"{role}.json"]
    meta.hashes = {"sha256": "0" * 64}
    if role != "snapshot":
        sim.sign("snapshot")
        sim.stamp()
    else:
        sim.sign("timestamp")
    assert "its bytes do not match the signed hash" in kiosk.poll().problem
    assert kiosk.store.read_slots() is None


def test_metadata_without_hashes_is_identified_by_its_version(sim, kiosk):
    sim.publish("Second")
    for meta in sim.signed.snapshot.signed.meta.values():
        meta.hashes = meta.length = None
    sim.signed.snapshot.signed.version += 1
    sim.sign("snapshot")
    sim.stamp()
    assert kiosk.poll().problem == ""
    assert shown(kiosk) == "Second"


@pytest.mark.parametrize("role", ["root", "timestamp", "snapshot", "targets", "slots"])
def test_unknown_fields_are_ignored(sim, kiosk, role):
    sim.publish("Second", bind=False)
    sim.metadata(role).signed.unrecognized_fields["x-more"] = {"a": [1]}
    if role == "root":
        sim.new_root()
    elif role in {"targets", "slots"}:
        sim.metadata(role).signed.version += 1
        sim.sign(role)
    sim.bind()
    if role in {"snapshot", "timestamp"}:
        sim.metadata(role).signed.unrecognized_fields["x-more"] = {"a": [1]}
        sim.sign(role)
        if role == "snapshot":
            sim.stamp()
    assert kiosk.poll().problem == ""
    assert shown(kiosk) == "Second"


def test_a_misleading_key_id_algorithm_is_ignored(sim, kiosk):
    for key in sim.signed.root.signed.keys.values():
        key.unrecognized_fields["keyid_hash_algorithms"] = ["md5"]
    sim.new_root()
    sim.publish("Second")
    assert kiosk.poll().problem == ""
    assert shown(kiosk) == "Second"


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_a_missing_role_does_not_stop_the_show(sim, kiosk, role):
    sim.publish("Second")
    del sim.files[name_of(sim, role)]
    assert "404" in kiosk.poll().problem
    assert shown(kiosk) == "First"


# expiry


@pytest.mark.parametrize(
    ("role", "kept"), [("timestamp", []), ("snapshot", ["timestamp"]), ("targets", ["timestamp", "snapshot"])]
)
def test_an_expired_role_is_refused(sim, kiosk, stored, role, kept):
    old = {name: stored(name)["version"] for name in ("timestamp", "snapshot", "targets")}
    sim.publish("Second", bind=False)
    if role == "targets":
        sim.metadata(role).signed.expires = sim.now - DAY
        sim.sign(role)
    sim.bind()
    if role != "targets":
        sim.metadata(role).signed.expires = sim.now - DAY
        sim.sign(role)
    if role == "snapshot":
        sim.stamp()
    assert "have expired" in kiosk.poll().problem
    newer = {name for name, version in old.items() if stored(name)["version"] > version}
    assert newer - {role} == set(kept)  # python-tuf stores an expired one, to prevent a rollback behind it
    assert shown(kiosk) == "First"


def test_an_expired_root_is_stored_but_nothing_below_it(sim, kiosk, stored):
    old = stored("timestamp")["version"]
    sim.signed.root.signed.version += 1
    sim.signed.root.signed.expires = sim.now - DAY
    sim.sign("root")
    sim.publish("Second")
    assert "have expired" in kiosk.poll().problem
    assert (stored("root")["version"], stored("timestamp")["version"]) == (2, old)


@pytest.mark.parametrize("role", ["root", "timestamp"])
def test_expired_stored_metadata_are_replaced_by_new_ones(sim, kiosk, stored, role):
    with time_machine.travel(sim.now + (366 if role == "root" else 31) * DAY):
        sim.now += 366 * DAY if role == "root" else 31 * DAY
        sim.new_root()
        sim.publish_slots(slot_list(1))
        sim.publish("Second")
        assert kiosk.poll().problem == ""
    assert shown(kiosk) == "Second"
    assert stored("root")["version"] == 2


# files


def test_what_is_here_is_not_fetched_again(sim, kiosk):
    sim.bind()
    sim.asked.clear()
    assert kiosk.poll().problem == ""
    assert not [path for path in sim.asked if path.startswith("targets/")]


def test_each_change_of_the_feed_is_downloaded_unless_altered(sim, kiosk):
    for name in ("Second", "Third"):
        sim.publish(name)
        kiosk.poll()
        assert shown(kiosk) == name
    sim.publish("Fourth")
    file = site_layout.target_file(
        site_layout.FEED, sim.signed.targets.signed.targets[site_layout.FEED].hashes["sha256"]
    )
    sim.files[file] = sim.files[file].replace(b"Fourth", b"Forged")
    assert "its bytes do not match the signed hash" in kiosk.poll().problem
    assert shown(kiosk) == "Third"


# keys


@pytest.mark.parametrize("threshold", [2, 3])
def test_a_snapshot_below_its_threshold_is_refused(sim, kiosk, threshold):
    more = CryptoSigner.generate_ed25519()
    sim.signed.root.signed.add_key(more.public_key, "snapshot")
    sim.signed.root.signed.roles["snapshot"].threshold = threshold  # 3 of 2 keys can never sign
    sim.new_root()
    sim.publish("Second", bind=False)
    sim.bind()
    assert "not signed by keys" in kiosk.poll().problem
    sim.sign("snapshot", [*sim.signers["online"], more])
    sim.stamp()
    assert (kiosk.poll().problem == "") is (threshold == 2)


def test_an_invalid_signature_next_to_a_valid_one_is_ignored(sim, kiosk):
    sim.signed.root.signed.add_key(CryptoSigner.generate_ed25519().public_key, "timestamp")
    sim.new_root()
    sim.publish("Second")
    timestamp = sim.signed.timestamp
    wrong = CryptoSigner.generate_ed25519()
    timestamp.sign(wrong, append=True)
    sim.serve("timestamp")
    assert kiosk.poll().problem == ""
    assert shown(kiosk) == "Second"


# rollback


def test_the_slots_cannot_be_removed_from_the_snapshot(sim, kiosk):
    sim.publish_slots(slot_list(1))
    kiosk.poll()
    del sim.signed.snapshot.signed.meta["slots.json"]
    sim.signed.snapshot.signed.version += 1
    sim.sign("snapshot")
    sim.stamp()
    assert kiosk.poll().problem.startswith("refused: ")
    assert kiosk.store.read_slots() == slot_list(1)


def test_fast_forwarded_targets_recover_with_a_new_snapshot_key(sim, kiosk):
    for _ in range(9):
        sim.publish("Ahead")
    assert kiosk.poll().problem == ""
    sim.exchange("online", ["snapshot", "timestamp"])
    sim.new_root()
    sim.signed.targets.signed.version = 1
    sim.publish("Recovered")
    assert sim.signed.targets.signed.version == 2
    assert kiosk.poll().problem == ""
    assert shown(kiosk) == "Recovered"


# delegation


def test_metadata_of_a_former_slots_signer_no_longer_count(sim, kiosk):
    """Stored metadata is verified with the keys of its current signers, not of former ones."""
    sim.publish_slots(slot_list(1))
    kiosk.poll()
    new = CryptoSigner.generate_ed25519()
    targets = sim.signed.targets.signed
    targets.delegations.keys = {new.public_key.keyid: new.public_key}
    targets.delegations.roles["slots"].keyids = [new.public_key.keyid]
    targets.version += 1
    sim.sign("targets")
    sim.bind()
    assert "slots.yaml: refused: not signed" in kiosk.poll().problem


# key rotations: the numbers of the keys in each version of the root


@dataclass(frozen=True)
class Step:
    """One version: the keys it names, the threshold, the signers, and whether it is accepted."""

    keys: str
    threshold: int
    signed_by: str
    good: bool = True


ROOTS = {
    "one key to another": [Step("1", 1, "1"), Step("2", 1, "12"), Step("2", 1, "2")],
    "signatures nobody asked for": [Step("1", 1, "314"), Step("2", 1, "3214"), Step("2", 1, "324")],
    "three of five in turns": [Step("01234", 3, "024"), Step("01234", 3, "041"), Step("01234", 3, "013")],
    "one of five exchanged": [Step("01234", 3, "024"), Step("01345", 3, "041")],
    "one of five, step by step": [Step("01234", 3, "024"), Step("01345", 3, "0245"), Step("01345", 3, "045")],
    "all five": [Step("01234", 3, "024"), Step("56789", 3, "024567"), Step("56789", 3, "567")],
    "one to two of three": [Step("123", 1, "1"), Step("123", 2, "12")],
    "two to one of three": [Step("123", 2, "12"), Step("123", 1, "12"), Step("123", 1, "1")],
    "a second key is needed": [Step("1", 1, "1"), Step("12", 2, "12")],
    "without the old key": [Step("1", 1, "1"), Step("2", 1, "234", good=False)],
    "without the new key": [Step("1", 1, "1"), Step("2", 1, "134", good=False)],
    "too few of the new": [Step("01234", 3, "024"), Step("01345", 3, "024", good=False)],
    "too few of the old": [Step("01234", 3, "024"), Step("01345", 3, "045", good=False)],
    "the new threshold is missed": [Step("123", 1, "1"), Step("123", 2, "2", good=False)],
    "the old threshold is missed": [Step("123", 2, "12"), Step("123", 1, "1", good=False)],
}


@pytest.fixture(scope="module")
def numbered():
    return [CryptoSigner.generate_ed25519() for _ in range(10)]


def signers(numbered, numbers):
    return [numbered[int(number)] for number in numbers]


@pytest.mark.parametrize("steps", ROOTS.values(), ids=ROOTS)
def test_rotations_of_the_root(sim, monkeypatch, warned, numbered, steps):
    root = sim.signed.root.signed
    for version, step in enumerate(steps, 1):
        for keyid in list(root.roles["root"].keyids):
            root.revoke_key(keyid, "root")
        for signer in signers(numbered, step.keys):
            root.add_key(signer.public_key, "root")
        root.roles["root"].threshold, root.version = step.threshold, version
        sim.sign("root", signers(numbered, step.signed_by))
    (sim.folder / "root.json").write_bytes(sim.files["metadata/1.root.json"])
    problem = sim.kiosk(monkeypatch).poll().problem
    assert (problem == "") is steps[-1].good
    assert steps[-1].good or "not signed by keys" in problem
    warned()


OTHERS = {
    "another key": Step("2", 1, "2"),
    "signatures nobody asked for": Step("1", 1, "314"),
    "not by the new key": Step("2", 1, "134", good=False),
    "one of three is another's": Step("01345", 3, "024", good=False),
    "one of three is missing": Step("01345", 3, "04", good=False),
    "three of five": Step("01234", 3, "024"),
    "another three of five": Step("01234", 3, "234"),
}


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
@pytest.mark.parametrize("step", OTHERS.values(), ids=OTHERS)
def test_rotations_of_the_other_roles(sim, kiosk, numbered, role, step):
    root = sim.signed.root.signed
    for keyid in list(root.roles[role].keyids):
        root.revoke_key(keyid, role)
    for signer in signers(numbered, step.keys):
        root.add_key(signer.public_key, role)
    root.roles[role].threshold = step.threshold
    sim.new_root()
    sim.publish("Second", bind=False)
    if role == "targets":
        sim.sign(role, signers(numbered, step.signed_by))
    sim.bind()
    if role != "targets":
        sim.sign(role, signers(numbered, step.signed_by))
    if role == "snapshot":
        sim.stamp()
    problem = kiosk.poll().problem
    assert (problem == "") is step.good
    assert shown(kiosk) == ("Second" if step.good else "First")


# the test for each case

ATTACKS = "tests/sync/test_attacks.py::"
KEYS = "tests/attacks/test_keys.py::"
NO_FOLDER = "not applicable: the only targets are feed.yaml, slots.yaml and live.yaml, which lie in no folder"
FLAT = "not applicable: two roles with fixed names are delegated one path each, and may delegate no further"

CASES = {
    "test_basic_refresh_requests": "test_the_first_poll_requests_files_in_the_order_of_the_specification",
    "test_basic_refresh_trusted_data": "test_metadata_is_stored_unchanged",
    "test_implicit_refresh": "not applicable: a kiosk has no way to fetch a file without a refresh",
    "test_invalid_initial_root": "test_with_an_invalid_initial_root_no_metadata_is_requested",
    "test_unsigned_initial_root": "test_with_an_invalid_initial_root_no_metadata_is_requested",
    "test_unsigned_metadata": "test_metadata_before_an_unsigned_role_is_stored",
    "test_url_and_metadata_version_mismatch": "test_a_version_that_differs_from_its_file_name_is_refused",
    "test_timestamp_content_changes": "test_another_timestamp_of_the_same_version_is_not_used",
    "test_basic_metadata_hash_support": "test_metadata_without_hashes_is_identified_by_its_version",
    "test_targets_hash_mismatch": "test_a_wrong_hash_is_refused",
    "test_snapshot_hash_mismatch": "test_a_wrong_hash_is_refused",
    "test_metadata_bytes_match": "test_metadata_is_stored_unchanged",
    "test_custom_fields": "test_unknown_fields_are_ignored",
    "test_deprecated_keyid_hash_algorithms": "test_a_misleading_key_id_algorithm_is_ignored",
    "test_snapshot_404": "test_a_missing_role_does_not_stop_the_show",
    "test_targets_404": "test_a_missing_role_does_not_stop_the_show",
    "test_timestamp_404": "test_a_missing_role_does_not_stop_the_show",
    "test_incorrect_metadata_type": f"{ATTACKS}test_metadata_of_another_role",
    "test_faketime": "not applicable: it tests the suite's own way of setting the clock",
    "test_root_expired": "test_an_expired_root_is_stored_but_nothing_below_it",
    "test_timestamp_expired": "test_an_expired_role_is_refused",
    "test_snapshot_expired": "test_an_expired_role_is_refused",
    "test_targets_expired": "test_an_expired_role_is_refused",
    "test_expired_local_root": "test_expired_stored_metadata_are_replaced_by_new_ones",
    "test_expired_local_timestamp": "test_expired_stored_metadata_are_replaced_by_new_ones",
    "test_client_downloads_expected_file": f"{ATTACKS}test_new_feed",
    "test_client_downloads_expected_file_in_sub_dir": NO_FOLDER,
    "test_repository_substitutes_target_file": f"{ATTACKS}test_feed_of_another_version",
    "test_multiple_changes_to_target": "test_each_change_of_the_feed_is_downloaded_unless_altered",
    "test_download_with_hash_algorithms": "not applicable: SHA-256 is the only hash that is accepted",
    "test_download_with_unknown_hash_algorithm": f"{ATTACKS}test_feed_signed_with_a_weak_hash",
    "test_artifact_cache": "test_what_is_here_is_not_fetched_again",
    "test_snapshot_does_not_meet_threshold": "test_a_snapshot_below_its_threshold_is_refused",
    "test_snapshot_has_too_few_keys": "test_a_snapshot_below_its_threshold_is_refused",
    "test_duplicate_keys": f"{KEYS}test_the_device_counts_no_key_twice",
    "test_duplicate_sig_keyids": f"{ATTACKS}test_one_admin_twice",
    "test_keytype_and_scheme": f"{KEYS}test_only_ed25519_keys_and_p256_keys_of_tokens_are_taken",
    "test_invalid_sig_in_valid_metadata": "test_an_invalid_signature_next_to_a_valid_one_is_ignored",
    "test_unusual_role_name": FLAT,
    "test_new_timestamp_version_rollback": f"{ATTACKS}test_rollback_of_the_timestamp",
    "test_snapshot_rollback": f"{ATTACKS}test_rollback_of_the_snapshot",
    "test_targets_role_removal": "test_the_slots_cannot_be_removed_from_the_snapshot",
    "test_targets_fast_forward_recovery": "test_fast_forwarded_targets_recover_with_a_new_snapshot_key",
    "test_new_snapshot_fast_forward_recovery": f"{ATTACKS}test_recovery_from_a_fast_forward_attack",
    "test_new_timestamp_fast_forward_recovery": f"{ATTACKS}test_recovery_from_a_fast_forward_attack",
    "test_targets_rollback": f"{ATTACKS}test_rollback_of_the_feed_by_a_thief_of_the_online_key",
    "test_static_repository": "not applicable: recorded sites of others, with keys other than Ed25519",
    "test_graph_traversal": f"{ATTACKS}test_slots_role_cannot_delegate",
    "test_targetfile_search": f"{ATTACKS}test_delegated_role_signs_its_own_file_only",
    "test_cached_role_is_verified_against_current_delegator": (
        "test_metadata_of_a_former_slots_signer_no_longer_count"
    ),
    "test_delegation_not_in_snapshot": f"{ATTACKS}test_slots_role_cannot_delegate",
    "test_root_rotation": "test_rotations_of_the_root",
    "test_non_root_rotations": "test_rotations_of_the_other_roles",
}


@pytest.mark.parametrize("case", CASES)
def test_each_case_names_a_test_or_a_reason(case):
    message = CASES[case]
    if message.startswith("not applicable: "):
        return
    file, _, name = message.rpartition("::")
    path = HERE.parents[1] / file if file else Path(__file__)
    assert f"\ndef {name}(" in path.read_text("utf-8")
