"""Two signatures: one proposes, the other looks at it and signs it, or gives it back with a reason."""

import json
import shutil

import pytest
import time_machine
from tuf.api.metadata import Metadata

from kiosk.publish.cosigning import Cosigner
from kiosk.publish.keyring import load_keyring
from kiosk.publish.publish_errors import OutrunError, SiteError, WaitingError
from kiosk.publish.rejection import read_rejection, reject
from kiosk.publish.storage.site_storage import FolderStorage
from kiosk.studio.core import proposals, publishing
from kiosk.studio.core.project import Project
from kiosk.studio.window.application import StudioWindow
from kiosk.studio.window.studio_model import StudioModel
from tests.publish.test_key_manager import admin
from tests.studio.windows import NOW, draw_nothing, find, until, words

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def anna(world):
    """The keys of a second admin, whose signature every feed needs as well."""
    project = Project(world.folder, ("home",))
    publishing.publish(project, str(world.site), world.keys, NOW, lambda *_: [])
    folder, public = admin(world, "anna")
    cosigner(world, world.keys).add_key("targets", public)
    second = cosigner(world, folder)
    second.sign_proposal(second.published_proposal())
    cosigner(world, world.keys).add_key("targets", public, threshold=2)
    return folder


def cosigner(world, keys):
    return Cosigner(FolderStorage(world.site), load_keyring(keys), NOW)


def proposed(world, value="20 s"):
    """A project whose change has been proposed."""
    project = Project(world.folder, ("home",))
    project.set("slides/hello.yaml", ("dwell",), value)
    with pytest.raises(WaitingError):
        publishing.publish(project, str(world.site), world.keys, NOW, lambda *_: [])
    return project


def inbox(world, keys, folder):
    return proposals.read_inbox(cosigner(world, keys), folder, ("home",))


@pytest.fixture
def other(world, anna, tmp_path):
    """Anna's folder, equal to what the site shows."""
    return Project(shutil.copytree(world.folder, tmp_path / "other"), ("home",))


def test_a_proposal_is_signed_and_merged(world, anna, other):
    proposed(world)
    waiting = inbox(world, anna, other.folder)
    assert [each.is_mine for each in waiting.proposals] == [False]
    assert waiting.proposals[0].after.slides["hello"].dwell == 20
    proposals.sign(other, cosigner(world, anna), waiting.proposals)
    assert b"dwell: 20 s" in other.texts["slides/hello.yaml"]
    assert inbox(world, anna, other.folder) == proposals.SiteInbox([])


def test_one_that_changed_since_it_was_seen_is_not_signed(world, anna, other):
    proposed(world)
    seen = inbox(world, anna, other.folder).proposals
    proposed(world, "30 s")
    with pytest.raises(OutrunError):
        proposals.sign(other, cosigner(world, anna), seen)


def test_the_proposer_reads_why_it_was_rejected(world, anna, other):
    project = proposed(world)
    (shown,) = inbox(world, anna, other.folder).proposals
    reject(cosigner(world, anna), shown.proposal, "Fel dag.")
    mine = inbox(world, world.keys, project.folder)
    assert (mine.rejection.by, mine.rejection.reason, mine.proposals) == ("anna", "Fel dag.", [])
    assert b"dwell: 20 s" in (project.folder / "slides/hello.yaml").read_bytes()
    assert inbox(world, anna, other.folder).rejection is None
    proposed(world)  # again
    mine = inbox(world, world.keys, project.folder)
    assert (mine.rejection, len(mine.proposals)) == (None, 1)


def test_a_rejection_that_nobody_signed_is_not_believed(world, anna, other):
    project = proposed(world)
    (shown,) = inbox(world, anna, other.folder).proposals
    reject(cosigner(world, anna), shown.proposal, "Fel dag.")
    (path,) = (world.site / "pending").glob("rejected-*")
    document = json.loads(path.read_bytes())
    path.write_text(json.dumps({**document, "said": document["said"].replace("Fel", "Bra")}), "utf-8")
    assert inbox(world, world.keys, project.folder).rejection is None
    path.write_bytes(b"[]")
    source = path.name.removeprefix("rejected-").removesuffix(".json")
    assert read_rejection(cosigner(world, anna), source) is None


def test_a_rejection_needs_a_reason(world, anna, other):
    proposed(world)
    (shown,) = inbox(world, anna, other.folder).proposals
    with pytest.raises(SiteError, match="reason"):
        reject(cosigner(world, anna), shown.proposal, "  ")
    assert len(inbox(world, anna, other.folder).proposals) == 1


def test_what_is_drawn_says_what_is_signed(world, anna, other):
    """A source that says something else than the feed beside it is not drawn."""
    proposed(world)
    path = world.site / "pending/targets.json"
    found = json.loads(path.read_bytes())
    sources = {each.name.partition(".")[0] for each in (world.site / "source").iterdir()}
    wrong = next(each for each in sources if each != found["signed"]["x-infodisk-source"])
    found["signed"]["x-infodisk-source"] = wrong
    metadata = Metadata.from_dict(found)
    load_keyring(world.keys).sign(metadata, load_keyring(world.keys).signers)
    path.write_bytes(metadata.to_bytes())
    (shown,) = inbox(world, anna, other.folder).proposals
    assert shown.after is None
    assert shown.proposal.lines


@pytest.fixture
def window(world, anna, other, monkeypatch):
    """Anna's window."""
    draw_nothing(monkeypatch)
    shown = StudioWindow(StudioModel(other, str(world.site), anna, "en", lambda: NOW))
    shown.window.show()
    yield shown
    shown.close()


def test_the_window_shows_it_and_signs(world, window):
    assert until(lambda: not window.studio.proposal_model.waits)
    proposed(world)
    window.studio.proposal_model.refresh()
    assert until(lambda: find(window, "lookAtProposal"))
    window.window.setProperty("page", "proposal")
    assert until(lambda: find(window, "fullText"))
    assert "dwell" in find(window, "fullText").property("text")
    assert "Changed" in words(window)
    assert not window.studio.proposal_model.reject(" ")
    window.studio.proposal_model.sign()
    assert until(lambda: not window.studio.busy)
    assert window.studio.message.startswith("Signed and published")
    assert until(lambda: not window.studio.proposal_model.waits)


def test_a_reason_is_seen_in_the_other_window(world, window, monkeypatch):
    project = proposed(world)
    window.studio.proposal_model.refresh()
    assert until(lambda: window.studio.proposal_model.canReject)
    assert window.studio.proposal_model.reject("Fel dag.")
    assert until(lambda: not window.studio.busy)
    mine = StudioWindow(StudioModel(project, str(world.site), world.keys, "en", lambda: NOW))
    mine.window.show()
    assert until(lambda: find(mine, "inbox"))
    assert find(mine, "inbox").property("text") == "anna did not sign your proposal: Fel dag."
    mine.close()


def test_the_command_rejects_too(run, world, anna, other):
    project = proposed(world)
    sign = ("site", "sign", world.site, "--keys", anna, "--reject")
    with time_machine.travel(NOW):  # on any day that is set for the tests
        assert "reason" in run(*sign, " ").stderr
        assert run(*sign, "Fel dag.").exit_code == 0
        assert inbox(world, world.keys, project.folder).rejection.reason == "Fel dag."
        assert "no feed waits" in run(*sign, "Fel dag.").stderr
