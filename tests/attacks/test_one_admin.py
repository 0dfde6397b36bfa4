"""Somebody has the key of one admin of a site whose feed two must sign.

The second signature is worth nothing if that admin does not see all of it, or if something else is signed.
"""

import json
import re
import shutil
from datetime import timedelta

import pytest
from securesystemslib.signer import CryptoSigner, SSlibKey
from tuf.api.metadata import DelegatedRole, Metadata, TargetFile
from typer.testing import CliRunner

from kiosk.cli.main import COMMANDS, build
from kiosk.feed import site_layout
from kiosk.feed.printable import printable
from kiosk.feed.serialization import write_feed
from kiosk.publish.cosigning import Cosigner
from kiosk.publish.folder_source import check_folder
from kiosk.publish.key_names import with_key_name
from kiosk.publish.keyring import NAME_FIELD, load_keyring, make_key, read_public, write_public
from kiosk.publish.publish_errors import OutrunError, SiteError, WaitingError
from kiosk.publish.storage.site_storage import FolderStorage
from tests.sync.world import ICONS


def keeper(world, keys=None):
    return Cosigner(FolderStorage(world.site), load_keyring(keys or world.keys), world.publisher().now)


@pytest.fixture
def anna(world):
    """The keys folder of the second admin, without whom nothing is shown."""
    folder = world.base / "anna"
    public = read_public(write_public(folder, make_key(folder, "anna").public_key, "anna"))
    shutil.copy2(world.keys / "root.json", folder)
    shutil.copy2(world.keys / "online.pem", folder)
    keeper(world).add_key("targets", public)
    second = keeper(world, folder)
    second.sign_proposal(second.published_proposal())
    keeper(world).add_key("targets", public, threshold=2)
    return folder


@pytest.fixture
def lines(world, anna):
    """A function that gives what Anna is shown after an edit of the feed's files was published."""

    def shown(files=()):
        world.write(dict(files))
        with pytest.raises(WaitingError):
            world.publish()
        return [line for proposal in keeper(world, anna).proposals() for line in proposal.lines]

    return shown


def forged(world, edit):
    """Let the thief sign any `targets` of their own, and wait for Anna."""
    old = world.publisher().read().targets.signed
    targets = type(old).from_dict(json.loads(json.dumps(old.to_dict())))
    targets.version += 1
    edit(targets)
    metadata = Metadata(targets)
    world.publisher().ring.sign(metadata, world.publisher().read().keyids("targets"))
    (world.site / "pending").mkdir(exist_ok=True)
    (world.site / "pending/targets.json").write_bytes(metadata.to_bytes())
    return metadata


def feed_target(world, data):
    return {site_layout.FEED: put_target(world, site_layout.FEED, data)}


def put_target(world, name, data):
    file = TargetFile.from_data(name, data, ["sha256"])
    (world.site / site_layout.target_file(name, file.hashes["sha256"])).write_bytes(data)
    return file


# everything is shown


def test_a_false_notice_is_shown(lines):
    seen = lines({"notices/false.yaml": "text: Stängt på grund av hot\nwhere: {screens: [hall]}\n".encode()})
    assert "added notices/false" in seen
    assert '  text: "Stängt på grund av hot"' in seen
    assert '  where.screens: ["hall"]' in seen


def test_text_is_shown_in_full_with_what_cannot_be_seen(lines):
    long = "a" * 900 + "\u00a0" + "b" * 900
    seen = lines({"slides/hello.yaml": f'kind: message\ntitle: "{long}"\n'.encode()})
    assert '  title: "' + "a" * 900 + "\\u00a0" + "b" * 900 + '"' in seen


@pytest.mark.parametrize(
    "hidden", ["\u202e", "\u2066", "\u200b", "\x9b", "\x00", "\n", "\U000e0041", "\u3164", "\ufe0f"]
)
def test_what_cannot_be_seen_is_shown_or_no_feed_may_hold_it(world, anna, hidden):
    feed = json.loads(write_feed(check_folder(world.folder, ICONS).feed))
    feed["topics"]["housing"]["title"] = f"a{hidden}b"
    data = json.dumps(feed).encode()
    forged(world, lambda new: new.targets.update(feed_target(world, data)))
    try:
        seen = "\n".join(line for each in keeper(world, anna).proposals() for line in each.lines)
    except SiteError:
        return
    assert f"a{hidden}b" not in seen
    assert json.dumps(f"a{hidden}b") in seen


def test_a_changed_word_is_shown_with_the_one_before(world, lines):
    world.write({"topics/housing.yaml": b"title: Hem\nicon: home\nsummary: Hj\xc3\xa4lp\nhelp: [Nytt]\n"})
    seen = lines()
    assert '  title: "Bostad" → "Hem"' in seen
    assert '  help: ["Ansökan"] → ["Nytt"]' in seen


def test_a_password_in_a_signed_address_is_shown(world, anna):
    """To a visitor it looks like another host; in logs it would be left out."""
    link = "https://bank.example:443x@evil.example/"
    feed = write_feed(check_folder(world.folder, ICONS).feed).replace(b"https://book.example/", link.encode())
    forged(world, lambda new: new.targets.update(feed_target(world, feed)))
    try:
        seen = "\n".join(line for each in keeper(world, anna).proposals() for line in each.lines)
    except SiteError:
        return  # no feed may hold it
    assert link in seen


def test_the_command_shows_it_too(world, anna, lines):
    lines({"notices/false.yaml": b"text: Shut [2J today\n"})
    app = build(COMMANDS)
    done = CliRunner().invoke(app, ["site", "sign", str(world.site), "--keys", str(anna)], input="n\n")
    assert "added notices/false\n" in done.output
    assert '  text: "Shut [2J today"\n' in done.output
    assert done.exit_code == 1
    assert world.publisher().read().targets.signed.version == 2


@pytest.mark.parametrize(
    ("edit", "seen"),
    [
        (lambda new: new.unrecognized_fields.update({"x-more": "\u202eabc"}), r'  x-more: "\\u202eabc"'),
        (lambda new: setattr(new, "expires", new.expires - timedelta(days=9)), r"  expires: .* → .*"),
        (lambda new: setattr(new, "spec_version", "1.0.99"), r'  spec_version: .* → "1\.0\.99"'),
        (
            lambda new: new.targets[site_layout.FEED].unrecognized_fields.update({"custom": {"a": 1}}),
            r"  targets\.feed\.yaml\.custom\.a: 1",
        ),
        (
            lambda new: setattr(new.delegations.roles["slots"], "paths", ["*"]),
            r'  delegations\.roles: .*"paths": \["\*"\].*',
        ),
        (
            lambda new: setattr(new.delegations.roles["slots"], "terminating", False),
            r"changed who may sign free times, live data or for an office",
        ),
        (
            lambda new: new.delegations.roles.update(
                {"evil": DelegatedRole("evil", new.delegations.roles["slots"].keyids, 1, True, ["feed.yaml"])}
            ),
            r'  delegations\.roles: .*"evil".*',
        ),
    ],
)
def test_the_whole_metadata_is_shown(world, anna, edit, seen):
    forged(world, edit)
    lines = [line for proposal in keeper(world, anna).proposals() for line in proposal.lines]
    assert any(re.fullmatch(seen, printable(line)) for line in lines), lines


def test_a_key_that_is_exchanged_in_the_delegation_is_shown(world, anna):
    thief = with_key_name(CryptoSigner.generate_ed25519().public_key, "slots")

    def exchange(new):
        new.delegations.roles["slots"].keyids = [thief.keyid]
        new.delegations.keys = {thief.keyid: thief}

    old = world.publisher().read().keyids("slots")[0]
    forged(world, exchange)
    lines = [line for proposal in keeper(world, anna).proposals() for line in proposal.lines]
    assert "changed who may sign free times, live data or for an office" in lines
    assert f"beware: 2 keys are called slots: {', '.join(sorted([old, thief.keyid]))}" in lines


# what no kiosk accepts is not offered


def test_a_target_that_is_not_the_feed_is_refused(world, anna):
    old_times = put_target(world, site_layout.SLOTS, b"[1]")
    forged(world, lambda new: new.targets.update({site_layout.SLOTS: old_times}))
    with pytest.raises(SiteError, match=r"files other than the feed here: slots\.yaml"):
        keeper(world, anna).proposals()


def test_a_signature_that_reaches_too_far_is_refused(world, anna):
    forged(world, lambda new: setattr(new, "expires", new.expires + timedelta(days=400)))
    with pytest.raises(SiteError, match="longer than allowed"):
        keeper(world, anna).proposals()


@pytest.mark.parametrize("hashes", [{"md5": "0" * 32}, {}, {"sha512": "0" * 128}])
def test_a_feed_under_another_hash_is_refused(world, anna, hashes):
    forged(world, lambda new: setattr(new.targets[site_layout.FEED], "hashes", hashes))
    with pytest.raises(SiteError):
        keeper(world, anna).proposals()


@pytest.mark.parametrize("data", [b'{"name": "x", "name": "y"}', b'{"name": NaN}', b"[" * 100_000, b"\xff"])
def test_a_feed_that_can_be_read_in_two_ways_is_refused(world, anna, data):
    forged(world, lambda new: new.targets.update(feed_target(world, data)))
    with pytest.raises(SiteError):
        keeper(world, anna).proposals()


def test_a_repeated_key_in_a_whole_feed_is_refused(world, anna):
    feed = write_feed(check_folder(world.folder, ICONS).feed)
    twice = feed.replace(b'"name":', b'"name":{"sv":"Shown"},"name":', 1)
    forged(world, lambda new: new.targets.update(feed_target(world, twice)))
    with pytest.raises(SiteError):
        keeper(world, anna).proposals()


# what is signed is what was shown


def test_what_is_exchanged_after_it_was_shown_is_not_signed(world, anna, lines):
    lines({"feed.yaml": b"name: Shown\nlanguages:\n  sv: {name: Svenska}\n"})
    second = keeper(world, anna)
    (shown,) = second.proposals()
    lines({"feed.yaml": b"name: Exchanged\nlanguages:\n  sv: {name: Svenska}\n"})
    with pytest.raises(OutrunError, match="changed since this was shown"):
        second.sign_proposal(shown)
    assert world.publisher().feed().name.root == "Test"
    assert world.kiosk().poll().generation.feed.name.root == "Test"


def test_the_bytes_that_were_shown_are_signed_though_the_host_shows_others(world, anna, lines):
    """A host that gives other bytes each time: the file is not read to be signed."""
    lines({"feed.yaml": b"name: Shown\nlanguages:\n  sv: {name: Svenska}\n"})
    shown = (world.site / "pending/targets.json").read_bytes()
    lines({"feed.yaml": b"name: Other\nlanguages:\n  sv: {name: Svenska}\n"})
    other = (world.site / "pending/targets.json").read_bytes()

    class Lying(FolderStorage):
        def __init__(self, site):
            super().__init__(site)
            self.answers = [shown, shown, other]

        def read(self, path, limit):
            if path == "pending/targets.json":
                return self.answers.pop(0)
            return super().read(path, limit)

    mine = Cosigner(Lying(world.site), load_keyring(anna), world.publisher().now)
    (proposal,) = mine.proposals()
    mine.sign_proposal(proposal)
    assert world.publisher().feed().name.root == "Shown"


def test_what_was_published_meanwhile_is_not_undone(world, anna, lines):
    lines({"feed.yaml": b"name: Shown\nlanguages:\n  sv: {name: Svenska}\n"})
    (early,) = keeper(world, anna).proposals()
    keeper(world, anna).sign_proposal(early)
    with pytest.raises(OutrunError):
        keeper(world, anna).sign_proposal(early)


def test_signing_what_is_published_shows_all_of_it(world, anna):
    seen = keeper(world, anna).published_proposal().lines
    assert any(line.startswith("added media/") for line in seen)
    assert '  title: "Bostad"' in seen
    assert any(line.startswith("  delegations.keys.") for line in seen)


@pytest.fixture
def successor(world):
    """The keys folder of an admin who has signed no feed yet; by a root that waits, only they may."""
    folder = world.base / "bea"
    public = read_public(write_public(folder, make_key(folder, "bea").public_key, "bea"))
    shutil.copy2(world.keys / "root.json", folder)
    shutil.copy2(world.keys / "online.pem", folder)
    keeper(world).add_key("root", public)
    keeper(world).add_key("targets", public)
    with pytest.raises(WaitingError):
        keeper(world).add_key("root", public, threshold=2)
    for waiting in keeper(world, folder).proposals():
        keeper(world, folder).sign_proposal(waiting)
    with pytest.raises(WaitingError):
        keeper(world).revoke_key("targets", "targets")
    return folder


def test_a_feed_that_is_signed_again_with_a_new_root_is_shown(world, successor):
    (proposal,) = keeper(world, successor).proposals()
    assert '  title: "Bostad"' in proposal.lines
    keeper(world, successor).sign_proposal(proposal)
    assert world.kiosk().poll().problem == ""


def test_a_feed_published_after_a_new_root_was_shown_is_not_signed_with_it(world, successor):
    (proposal,) = keeper(world, successor).proposals()
    world.write({"feed.yaml": b"name: Exchanged\nlanguages:\n  sv: {name: Svenska}\n"})
    world.publish()
    with pytest.raises(OutrunError, match="changed since this was shown"):
        keeper(world, successor).sign_proposal(proposal)


# keys are told apart by their value


@pytest.fixture
def pending_root(world, anna):
    """A function that lets the thief of the root key sign a root of their own, to wait for Anna."""
    folder, public = anna, read_public(anna / "anna.pub")
    keeper(world).add_key("root", public)
    with pytest.raises(WaitingError):
        keeper(world).add_key("root", public, threshold=2)
    second = keeper(world, folder)
    for waiting in second.proposals():
        second.sign_proposal(waiting)

    def put(edit):
        current = world.publisher().read().root
        root = type(current.signed).from_dict(json.loads(json.dumps(current.signed.to_dict())))
        root.version += 1
        edit(root)
        metadata = Metadata(root)
        world.publisher().ring.sign(metadata, current.signed.roles["root"].keyids)
        (world.site / "pending/root.json").write_bytes(metadata.to_bytes())

    return put


def root_lines(world, anna):
    return [line for proposal in keeper(world, anna).proposals() for line in proposal.lines]


def test_a_key_exchanged_under_its_id_is_refused(world, anna, pending_root):
    thief = CryptoSigner.generate_ed25519().public_key

    def exchange(root):
        keyid = root.roles["targets"].keyids[0]
        root.keys[keyid] = SSlibKey(keyid, thief.keytype, thief.scheme, thief.keyval, {NAME_FIELD: "anna"})

    pending_root(exchange)
    with pytest.raises(SiteError, match="is not the hash of its key"):
        keeper(world, anna).proposals()


@pytest.mark.parametrize("name", ["anna", "\u0430nna", "anna\u3164", "Anna ", "an\u200bna"], ids=ascii)
def test_a_key_whose_name_looks_like_that_of_another_is_reported(world, anna, pending_root, name):
    thief = with_key_name(CryptoSigner.generate_ed25519().public_key, name)
    pending_root(lambda root: root.add_key(thief, "targets"))
    seen = root_lines(world, anna)
    mine = read_public(anna / "anna.pub").keyid
    assert any(line.startswith("added to targets: ") and thief.keyid in line for line in seen)
    assert any(
        line.startswith("beware: 2 keys are called ")
        and line.endswith(f": {', '.join(sorted([mine, thief.keyid]))}")
        for line in seen
    )


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (
            lambda root: setattr(root.roles["targets"], "threshold", 1),
            "signatures needed for targets: 1 instead of 2",
        ),
        (
            lambda root: setattr(root.roles["timestamp"], "threshold", 7),
            "signatures needed for timestamp: 7 instead of 1",
        ),
        (lambda root: setattr(root, "consistent_snapshot", False), "  consistent_snapshot: true → false"),
        (lambda root: root.unrecognized_fields.update({"x-more": 1}), "  x-more: 1"),
    ],
)
def test_the_whole_root_is_shown(world, anna, pending_root, edit, line):
    pending_root(edit)
    assert line in root_lines(world, anna)


# the time


@pytest.mark.parametrize("years", [3, 7000])
@pytest.mark.parametrize("role", ["root", "targets"])
def test_a_signature_into_the_future_makes_no_right_battery_clock_look_wrong(sim, kiosk, warned, role, years):
    """If it did, the screen would take its clock for wrong and accept that signature at the next poll."""
    before = kiosk.signed_at()
    sim.publish("Second", bind=False)
    sim.metadata(role).signed.expires = sim.now + timedelta(days=365 * years)
    sim.metadata(role).signed.version += role == "root"
    sim.sign(role)
    sim.bind()
    for _ in range(2):
        assert kiosk.poll().problem.startswith(f"refused: signed for longer than allowed ({role} until ")
        assert before - timedelta(days=1) <= kiosk.signed_at() < sim.now
    assert kiosk.current().feed.name.root == "First"
    warned()
