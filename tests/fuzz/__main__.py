"""`make fuzz`: feed every reader of foreign bytes with nonsense for a given time, each in its own process.

Ends with 1 if a reader raised something that is not ours, took longer than 5 s for one input, or more than
200 MB in all; the input is kept in build/fuzz and can be tried again with --again FILE.
"""

import argparse
import faulthandler
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLoggingCategory

from tests.fuzz.readers import READERS
from tests.fuzz.run import Failure, keep, peak, search, tried

FOLDER = Path(__file__).resolve().parents[2] / "build" / "fuzz"
GRACE_S = 30.0
WORKERS = max(1, min(2, os.cpu_count() or 1))


def main() -> int:
    """Run the whole, or, as a process of it, one reader."""
    asked = _arguments()
    if asked.again:
        failure = tried(READERS[asked.reader[0]], asked.again.read_bytes())
        print(failure.description if failure else "nothing wrong")
        return 1 if failure else 0
    if asked.seed is not None:
        return _one(asked.reader[0], asked.seconds, asked.seed)
    return _all(asked.reader or sorted(READERS), asked.seconds, asked.workers)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("reader", nargs="*", choices=[*READERS, []], help="all if none is named")
    parser.add_argument("--seconds", type=float, default=3600.0, help="for all of them together")
    parser.add_argument("--workers", type=int, default=WORKERS, help="how many readers at once")
    parser.add_argument("--seed", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--again", type=Path, help="a file of build/fuzz")
    return parser.parse_args()


def _all(names: list[str], seconds: float, workers: int) -> int:
    """Run each reader for its share of the time, a few at once; return the exit status."""
    share = seconds * workers / max(len(names), workers)
    with ThreadPoolExecutor(workers) as pool:
        try:
            return max(pool.map(partial(_watch, seconds=share), names))
        except KeyboardInterrupt:  # the terminal has interrupted the readers too
            pool.shutdown(cancel_futures=True)
            print("interrupted")
            return 1


def _watch(name: str, seconds: float) -> int:
    """Run a reader until it ends or is overdue; return its exit status."""
    process = _start(name, seconds)
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds + GRACE_S)
    return _ended(name, process)


def _start(name: str, seconds: float) -> subprocess.Popen:
    seed = random.SystemRandom().randrange(1 << 32)
    command = [sys.executable, "-m", "tests.fuzz", name, "--seconds", str(seconds), "--seed", str(seed)]
    return subprocess.Popen(command)


def _ended(name: str, process: subprocess.Popen) -> int:
    if process.poll() is None:
        process.send_signal(signal.SIGABRT)  # faulthandler says where it hangs
        process.wait()
        print(f"{name}: hangs where no signal is heard")
        return 1
    return 1 if process.returncode else 0


def _one(name: str, seconds: float, seed: int) -> int:
    faulthandler.enable()
    QLoggingCategory.setFilterRules("qt.gui.imageio*=false")  # which says of each input what is wrong with it
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    end = time.monotonic() + seconds
    found = search(READERS[name], seed, lambda: time.monotonic() < end)
    if found.failure:
        return _report(name, seed, found.failure)
    slowest = f"the slowest {found.slowest_s:.3f} s"
    print(f"{name}: {found.count} inputs, {slowest}, {peak() >> 20} MB, seed {seed}", flush=True)
    return 0


def _report(name: str, seed: int, failure: Failure) -> int:
    path = keep(FOLDER, name, failure)
    print(f"{name}, seed {seed}: {path}\n{failure.description}", flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
