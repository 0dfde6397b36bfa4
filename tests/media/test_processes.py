"""Child processes that receive work through a pipe."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor

from kiosk.media.processes import kill_process, start_process


def answer(pipe):
    for word in iter(pipe.recv, None):
        pipe.send(word)


def test_one_starts_from_any_thread_and_ctrl_c_does_not_reach_it():
    with ThreadPoolExecutor(1) as threads:
        process, pipe = threads.submit(start_process, answer).result()
    pipe.send("before")
    assert pipe.recv() == "before"
    os.kill(process.pid, signal.SIGINT)
    pipe.send("after")
    assert pipe.recv() == "after"
    kill_process(process, pipe)


def test_ctrl_c_reaches_the_parent_as_before():
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    kill_process(*start_process(answer))
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before
