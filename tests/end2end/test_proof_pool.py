"""The processes that draw: what they send back, and what becomes of one that cannot."""

import multiprocessing
import os
import signal
import threading
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from kiosk.booking.slots import SlotList
from kiosk.drawn_checks import pool, verdict
from kiosk.drawn_checks.job import Assignment, Task, tasks
from kiosk.drawn_checks.moment import State
from kiosk.drawn_checks.pool import ProofError, draw_in_processes
from kiosk.feed.models import Feed
from tests import feeds

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
FEED = feeds.feed({"p": {"slides": ["a", "b"]}}, screens={"s1": feeds.screen(languages=["sv", "en"])})


def assignment(**changes):
    return Assignment(FEED, Path(), {}, State(NOW, SlotList(generated_at=NOW)), **changes)


def test_all_is_drawn_and_sorted(tmp_path):
    done = []
    proofs = draw_in_processes(assignment(out=tmp_path), tasks(FEED), 2, done.append)
    names = ("rest-hours", "slide-a", "slide-b")
    files = [f"s1/{language}/{name}.png" for language in ("en", "sv") for name in names]
    assert [proof.file for proof in proofs] == files
    assert all((tmp_path / file).is_file() for file in files)
    assert done[-1] == 6
    known = {proof.file: proof.key for proof in proofs}
    assert not any(proof.fresh for proof in draw_in_processes(assignment(known=known), tasks(FEED), 1))


def faulty(fault, pipe):
    """Draw like any process that draws, but for the slide `b`, at which something happens."""
    from kiosk.drawn_checks import draw_worker, slide_renderer  # noqa: PLC0415  # Qt is for the process

    draw = slide_renderer.SlideRenderer.draw_slide

    def draw_or_fail(self, context, slide, language):
        if slide == "b":
            fault()
        return draw(self, context, slide, language)

    slide_renderer.SlideRenderer.draw_slide = draw_or_fail
    draw_worker.work(pipe.recv(), pipe)


def crash():
    os.kill(os.getpid(), signal.SIGSEGV)


def hang():
    threading.Event().wait()


def hog():
    bytearray(6 << 30)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [(crash, "has crashed"), (hang, "takes longer than 8 s"), (hog, "MemoryError")],
    ids=["crash", "hang", "hog"],
)
@pytest.mark.parametrize("processes", [1, 2])
def test_what_cannot_be_drawn_fails_alone_and_is_named(monkeypatch, fault, reason, processes):
    monkeypatch.setattr(pool, "_work", partial(faulty, fault))
    monkeypatch.setattr(pool, "PATIENCE_S", 8.0)
    proofs = draw_in_processes(assignment(), tasks(FEED), processes)
    undrawn = [proof for proof in proofs if not proof.key]
    assert [(proof.screen, proof.slide) for proof in undrawn] == [("s1", "b")]
    assert len(proofs) == 5
    (problem,) = verdict.problems(undrawn, {})
    assert str(problem.position) == "slides/b.yaml"
    assert "cannot be drawn" in problem.message
    assert reason in problem.message
    assert not multiprocessing.active_children()


def test_the_media_of_what_cannot_be_drawn_are_named():
    slide = {"slides": {"a": {"kind": "picture", "picture": "media/a.png"}}}
    feed = feeds.valid(Feed, feeds.plain(FEED) | slide)
    failed = pool._failed(feed, Task("s1", slide="a"), "it crashed")
    assert failed.findings[0].detail == "it crashed (media/a.png)"


def end_at_once(_pipe):
    """End like a process for which a library is missing."""


def test_a_machine_that_cannot_draw_is_reported(monkeypatch):
    monkeypatch.setattr(pool, "_work", end_at_once)
    with pytest.raises(ProofError, match="nothing can be drawn on this machine"):
        draw_in_processes(assignment(), tasks(FEED), 2)
    assert not multiprocessing.active_children()
