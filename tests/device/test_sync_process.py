"""The real sync process: its outcome, its failures, and how it is stopped."""

import sys

import pytest

from kiosk.device.sync_process import COMMAND, SyncProcess
from kiosk.sync.stored_feed import StoredFeed
from kiosk.sync.sync_messages import SyncOutcome, SyncRequest, read_outcome, read_request
from tests.sync.world import World, serving
from tests.ui.conftest import turn_until


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path)
    made.publish()
    with serving(made.site) as server:
        made.url = server.url
        yield made


def outcome_of(qapp, stored, command=COMMAND):
    process = SyncProcess(qapp, command)
    outcomes = []
    process.finished.connect(outcomes.append)
    process.start(stored.request(clock_trusted=True))
    assert process.is_running
    turn_until(lambda: outcomes, 30_000)
    assert not process.is_running
    process.deleteLater()
    return outcomes[0]


def test_one_poll_downloads_the_feed_and_the_free_times(qapp, world):
    world.slots()
    stored = StoredFeed(world.config())
    outcome = outcome_of(qapp, stored)
    assert (outcome.problem, outcome.failed, outcome.slots) == ("", False, True)
    generation = stored.record_outcome(outcome)
    assert generation.feed.name.root == "Test"
    assert stored.current() == generation
    assert stored.status().problem == ""


def test_an_unchanged_site_changes_nothing(qapp, world):
    stored = StoredFeed(world.config())
    stored.record_outcome(outcome_of(qapp, stored))
    outcome = outcome_of(qapp, stored)
    assert (outcome.generation, outcome.slots, outcome.problem) == ("", False, "")


def test_an_unreachable_host_is_reported_and_retried_sooner(qapp, world, caplog):
    stored = StoredFeed(world.config(url="http://127.0.0.1:9"))
    outcome = outcome_of(qapp, stored)
    assert outcome.failed
    assert stored.record_outcome(outcome) is None
    assert stored.status().failures == 1
    assert outcome.problem in caplog.text
    caplog.clear()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import sys; sys.exit(3)", "exit status 3"),
        ("import os; os.kill(os.getpid(), 9)", "signal 9"),
        ("print('no outcome')", "exit status 0"),
        ("print('{}')", "exit status 0"),
    ],
)
def test_a_process_without_an_outcome_is_a_problem(qapp, world, code, words):
    outcome = outcome_of(qapp, StoredFeed(world.config()), (sys.executable, "-c", code))
    assert outcome == SyncOutcome(problem=f"the sync process ended without an outcome ({words})", failed=True)


def test_a_missing_program_is_reported(qapp, world):
    outcome = outcome_of(qapp, StoredFeed(world.config()), ("/nowhere/python",))
    assert outcome == SyncOutcome(problem="the sync process cannot be started", failed=True)


def test_a_hung_poll_ends_with_the_kiosk(qapp, world):
    process = SyncProcess(qapp, (sys.executable, "-c", "import signal; signal.pause()"))
    outcomes = []
    process.finished.connect(outcomes.append)
    process.start(StoredFeed(world.config()).request(clock_trusted=True))
    process.stop()
    assert not process.is_running
    turn_until(lambda: True)
    assert outcomes == []
    process.deleteLater()


def test_a_poll_that_takes_too_long_is_killed(qapp, world):
    process = SyncProcess(qapp, (sys.executable, "-c", "import signal; signal.pause()"), deadline_ms=50)
    outcomes = []
    process.finished.connect(outcomes.append)
    process.start(StoredFeed(world.config()).request(clock_trusted=True))
    turn_until(lambda: outcomes, 30_000)
    assert "signal 9" in outcomes[0].problem
    process.deleteLater()


def test_messages_survive_the_round_trip(world):
    config = world.config(proxy="http://proxy.example:3128", ca=world.root, baked=world.base)
    request = SyncRequest(config, frozenset("ab"), {"x": "why"}, "ff", clock_trusted=True)
    assert read_request(request.line()) == request
    outcome = SyncOutcome(
        "id",
        slots=True,
        unshowable=("id", "why"),
        problem="p",
        failed=True,
        scrubbed_to="f",
        left_out_media=("media/a.png: decoding it ends its process",),
    )
    assert read_outcome(outcome.line()) == outcome
    for line in (b"", b"{", b"[]", b"{}", outcome.line()[:-5]):
        with pytest.raises(ValueError):  # noqa: PT011  # any of its kinds
            read_outcome(line)
