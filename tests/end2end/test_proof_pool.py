"""The processes that draw: what they send back, and what becomes of one that cannot."""

import multiprocessing
import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.booking.slots import SlotList
from kiosk.drawn_checks.job import Assignment, Task, tasks
from kiosk.drawn_checks.moment import State
from kiosk.drawn_checks.pool import ProofError, prove
from kiosk.media.processes import start
from tests import feeds

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
FEED = feeds.feed({"p": {"slides": ["a", "b"]}}, screens={"s1": feeds.screen(languages=["sv", "en"])})


def assignment(**changes):
    return Assignment(FEED, Path(), {}, State(NOW, SlotList(generated_at=NOW)), **changes)


def test_all_is_drawn_and_sorted(tmp_path):
    done = []
    proofs = prove(assignment(out=tmp_path), tasks(FEED), 2, done.append)
    names = ("rest-hours", "slide-a", "slide-b")
    files = [f"s1/{language}/{name}.png" for language in ("en", "sv") for name in names]
    assert [proof.file for proof in proofs] == files
    assert all((tmp_path / file).is_file() for file in files)
    assert done[-1] == 6
    known = {proof.file: proof.key for proof in proofs}
    assert not any(proof.fresh for proof in prove(assignment(known=known), tasks(FEED), 1))


def test_what_cannot_be_drawn_is_told_and_no_process_is_left():
    with pytest.raises(ProofError, match="x for nowhere could not be drawn: KeyError"):
        prove(assignment(), [Task("nowhere", slide="x")], 2)
    assert not multiprocessing.active_children()


def tell_what_interrupts(pipe):
    pipe.send(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)


def test_ctrl_c_is_for_the_one_who_asked():
    before = signal.getsignal(signal.SIGINT)
    process, pipe = start(tell_what_interrupts)
    assert pipe.recv()
    process.join()
    pipe.close()
    assert signal.getsignal(signal.SIGINT) is before is not signal.SIG_IGN
