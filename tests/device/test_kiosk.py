"""A kiosk with a fake stored feed: what it shows, confirms and rejects."""

import logging
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.booking.shown_slots import kept_form
from kiosk.booking.slots import SlotList
from kiosk.cli.run import display_settings
from kiosk.cli.run import parser as run_options
from kiosk.config_file import load_config
from kiosk.device import speech_output
from kiosk.device.clock_trust import is_trusted
from kiosk.device.kiosk import Kiosk
from kiosk.device.safe_mode import without_pictures
from kiosk.device.speech_output import SpeechOutput
from kiosk.frozen import frozen
from kiosk.sync.store import SLOTS_SHOWN, Generation
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.sync_messages import SyncOutcome, SyncRequest
from kiosk.sync.sync_status import SyncStatus
from kiosk.ui.phrases import phrases
from kiosk.ui.scene import visible_items
from tests import prepared
from tests.ui.conftest import TUESDAY, sample_feed, turn_until


@frozen
class Copy(Generation):
    """A generation with the media of the sample feed."""

    def media(self, path):
        return prepared.sample().locate(path)


@dataclass
class Copies:
    """A fake `StoredFeed`."""

    good: Generation | None = None
    confirmed: list = field(default_factory=list)
    rejected: list = field(default_factory=list)
    signed: object = None
    notes: dict = field(default_factory=dict)

    def current(self):
        return self.good

    last_good = current

    def request(self, *, clock_trusted):  # noqa: ARG002  # as the real one
        return SyncRequest(SyncConfig("https://feed.example/", Path("root.json"), Path(), "torget-desk"))

    def record_outcome(self, _outcome):
        return None

    def read_note(self, name):
        return self.notes.get(name, b"")

    def write_note(self, name, data):
        self.notes[name] = data

    def signed_at(self):
        return self.signed

    def confirm(self, generation_id):
        self.confirmed.append(generation_id)

    def reject(self, generation_id, _reason):
        self.rejected.append(generation_id)
        return self.good

    def status(self):
        return SyncStatus(shown=self.good.id if self.good else "")

    def wait_s(self, interval_s):
        return interval_s


@pytest.fixture(scope="module")
def feed():
    """The sample feed without videos, which these short tests would close while they are being opened."""
    return without_pictures(sample_feed())


@pytest.fixture
def kiosk(qapp, tmp_path, feed, caplog):
    caplog.set_level(logging.WARNING)
    config = SyncConfig("https://feed.example/", tmp_path / "root.json", tmp_path, "torget-desk")
    made = Kiosk(config, clock=lambda: TUESDAY + timedelta(0))
    made.sync.start = lambda _request: None
    made.stored = made.free_times.notes = Copies(Copy("good", feed, tmp_path))
    yield made
    made.close()


@pytest.fixture
def bad(kiosk, feed, tmp_path, monkeypatch):
    """A generation that makes the program raise an error."""
    made = Copy("bad", replace(feed), tmp_path)
    use = kiosk.shell.notices.use

    def stumble(context):
        if context.feed is made.feed:
            raise KeyError("nobody thought of this")
        use(context)

    monkeypatch.setattr(kiosk.shell.notices, "use", stumble)
    return made


def keep_slots(kiosk, slots):
    kiosk.stored.notes[SLOTS_SHOWN] = kept_form("0" * 64, msgspec.msgpack.encode(slots))


def test_free_times_of_a_poll_are_shown(kiosk):
    kiosk.start()
    slots = SlotList(generated_at=TUESDAY)
    keep_slots(kiosk, slots)
    kiosk.sync.finished.emit(SyncOutcome(slots=True))
    assert kiosk.context.slots == slots


def test_a_nudge_during_a_poll_causes_another_poll(kiosk, monkeypatch):
    kiosk.start()
    polls = []
    kiosk.sync.start = polls.append
    kiosk.poll_for_news()
    assert len(polls) == 1
    monkeypatch.setattr(type(kiosk.sync), "is_running", True)
    kiosk.poll_for_news()
    kiosk.poll_for_news()
    assert len(polls) == 1
    monkeypatch.setattr(type(kiosk.sync), "is_running", False)
    for _ in range(2):
        kiosk.sync.finished.emit(SyncOutcome())
        assert len(polls) == 2


def test_free_times_are_loaded_at_the_next_start(kiosk):
    slots = SlotList(generated_at=TUESDAY)
    keep_slots(kiosk, slots)
    kiosk.start()
    assert kiosk.context.slots == slots


def test_a_generation_that_raises_an_error_is_rejected(kiosk, bad, caplog):
    kiosk.start()
    kiosk.shell.window.show()
    turn_until(lambda: kiosk.stored.confirmed)
    kiosk._take(bad)
    assert kiosk.stored.rejected == ["bad"]
    assert kiosk.generation_id == "good"
    assert "cannot be shown" in caplog.text
    caplog.clear()


def test_a_new_device_keeps_waiting_when_its_first_generation_raises_an_error(
    kiosk, bad, feed, tmp_path, caplog
):
    kiosk.stored.good = None
    kiosk.start()
    kiosk._take(bad)
    assert kiosk.stored.rejected == ["bad"]
    assert not kiosk.generation_id
    kiosk._take(Copy("mended", feed, tmp_path))
    kiosk.shell.window.show()
    turn_until(lambda: kiosk.stored.confirmed == ["mended"])
    caplog.clear()


def test_a_generation_shown_before_the_start_is_not_rejected_for_a_slide(kiosk, feed, tmp_path):
    kiosk.shell.player.slideShown.disconnect(kiosk._confirm)  # as if nothing were drawn
    kiosk.start()
    kiosk.shell.player.slideSetAside.emit("spoilt-on-the-disk")
    assert kiosk.stored.rejected == []
    kiosk._take(Copy("new", replace(feed), tmp_path))
    kiosk.shell.player.slideSetAside.emit("spoilt-on-the-disk")
    assert kiosk.stored.rejected == ["new"]


def test_the_last_slide_of_one_generation_does_not_confirm_the_next(kiosk, feed, tmp_path):
    kiosk.start()
    kiosk.shell.window.show()
    turn_until(lambda: kiosk.stored.confirmed)
    kiosk.shell.player.advance()
    kiosk._take(Copy("new", replace(feed), tmp_path))
    shown = []
    kiosk.shell.player.slideShown.connect(lambda *_: shown.append(1))
    turn_until(lambda: shown)
    assert kiosk.stored.confirmed == ["good"]
    kiosk.shell.player.advance()
    turn_until(lambda: kiosk.stored.confirmed == ["good", "new"])


def test_safe_mode_continues_while_only_files_are_repaired(kiosk, feed, tmp_path):
    kiosk.start(safe=True)
    kiosk._take(replace(kiosk.stored.good))
    assert kiosk.is_safe
    kiosk._take(Copy("new", feed, tmp_path))
    assert not kiosk.is_safe


@pytest.mark.parametrize("years", [-20, 20])
def test_free_times_do_not_influence_clock_trust(kiosk, years):
    """Otherwise their signer could make a device distrust its clock, or trust one with an empty battery."""
    generated = TUESDAY + timedelta(days=365 * years)
    asked = []

    def trusts(now, signed):
        asked.append(signed)
        return is_trusted(now, signed, synchronized=False, battery_backed=True)

    kiosk._trusts = trusts
    kiosk.stored.signed = TUESDAY - timedelta(hours=1)
    keep_slots(kiosk, SlotList(generated_at=generated))
    kiosk.free_times.load()
    kiosk._take(None)
    assert kiosk.clock_trusted()
    kiosk.stored.signed = TUESDAY + timedelta(hours=1)
    kiosk._take(None)
    assert not kiosk.clock_trusted()
    assert asked == [TUESDAY - timedelta(hours=1), TUESDAY + timedelta(hours=1)]


def test_a_screen_that_waits_for_its_first_feed_says_why(kiosk):
    kiosk.stored.good = None
    kiosk.start()
    kiosk.show(fullscreen=False)
    kiosk._take_outcome(SyncOutcome(problem="no answer: \x1b[31mrefused"))
    reason = kiosk.shell.player.property("reason")
    assert reason.startswith("torget-desk · feed.example · no answer: ")
    assert "\x1b" not in reason
    words = [str(item.property("text")) for item in visible_items(kiosk.shell.window.contentItem())]
    assert reason in words
    kiosk._take_outcome(SyncOutcome())
    assert kiosk.shell.player.property("reason") == ""


def test_a_version_on_trial_shows_the_last_good_generation_and_nothing_newer(
    kiosk, bad, feed, monkeypatch, caplog
):
    kiosk.stored.confirm("good")
    kiosk.start(on_trial=True)
    monkeypatch.setattr(kiosk.stored, "record_outcome", lambda _outcome: bad)  # published this very night
    kiosk.sync.finished.emit(SyncOutcome(generation="bad"))
    assert (kiosk.generation_id, kiosk.stored.rejected) == ("good", [])
    kiosk.stored.good = newer = Copy("newer", replace(feed), Path())
    kiosk.end_trial()
    assert kiosk.generation_id == newer.id
    kiosk.stored.good = Copy("good", feed, Path())
    kiosk.sync.finished.emit(SyncOutcome(generation="bad"))
    assert kiosk.stored.rejected == ["bad"]  # as usual from now on
    assert kiosk.generation_id == "good"
    assert "cannot be shown" in caplog.text
    caplog.clear()


def test_a_version_on_trial_without_a_good_generation_shows_the_newest(kiosk, feed, tmp_path, monkeypatch):
    first, kiosk.stored.good = kiosk.stored.good, None
    kiosk.start(on_trial=True)
    monkeypatch.setattr(kiosk.stored, "record_outcome", lambda _outcome: first)
    kiosk.sync.finished.emit(SyncOutcome(generation="good"))
    assert kiosk.generation_id == "good"


def test_the_configured_hint_is_spoken_when_a_slide_is_visible(qapp, tmp_path, feed, monkeypatch):
    settings, seconds, said = tmp_path / "kiosk.yaml", [0.0], []
    settings.write_text("feed: https://feed.example/\nscreen: torget-desk\nspeech_hint: 10 min\n", "ascii")
    display = display_settings(load_config(settings), run_options().parse_args([]))

    class Voice(SpeechOutput):
        def __init__(self, listener, headphones):
            super().__init__(listener, "mock", headphones)

        def say(self, line, volume):
            said.append(line)
            super().say(line, volume)

    monkeypatch.setattr(speech_output, "SpeechOutput", Voice)
    config = SyncConfig("https://feed.example/", tmp_path / "root.json", tmp_path, "torget-desk")
    made = Kiosk(config, clock=lambda: TUESDAY, monotonic=lambda: seconds[0], device=display)
    made.sync.start = lambda _request: None
    made.stored = made.free_times.notes = Copies(Copy("good", feed, tmp_path))
    seen = []
    made.shell.player.slideShown.connect(lambda _slide, language: seen.append(language))
    made.start()
    made.shell.window.show()
    turn_until(lambda: seen and made.shell.settled)
    assert said == []
    seconds[0] = 600.0
    while not said:
        before = len(seen)
        made.shell.player.advance()
        turn_until(lambda before=before: len(seen) > before and made.shell.settled)
    assert said[0].text == phrases(said[0].language).say("speech_hint")
    made.close()
