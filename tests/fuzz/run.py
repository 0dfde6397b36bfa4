"""One reader in this process: many inputs, each within a bound of time, all within a bound of memory."""

import hashlib
import random
import resource
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.mutation import mutated
from tests.fuzz.reader import Reader

HANG_S = 5.0  # of processor time, for one input
MOST_MEMORY = 200 << 20  # bytes


class HangError(BaseException):
    """A reader took too long; no reader may catch it."""


@dataclass(frozen=True)
class Failure:
    """What one input did to a reader."""

    data: bytes
    description: str


def tried(reader: Reader, data: bytes) -> Failure | None:
    """Let the reader read; anything but success or a refusal of ours is a failure."""
    try:
        with _bounded_time():
            reader.read(data)
    except reader.refusals:
        return None
    except (Exception, HangError):  # noqa: BLE001  # this is what is looked for
        return Failure(data, traceback.format_exc())
    return None


@contextmanager
def _bounded_time():
    def hang(*_):
        raise HangError(f"more than {HANG_S:g} s")

    before = signal.signal(signal.SIGPROF, hang)
    signal.setitimer(signal.ITIMER_PROF, HANG_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@dataclass
class Search:
    """How many inputs were tried, the processor time that the slowest took, and the first failure."""

    count: int = 0
    slowest_s: float = 0.0
    failure: Failure | None = None


def search(reader: Reader, seed: int, more: Callable[[], bool]) -> Search:
    """Try inputs while `more` says so, up to the first failure."""
    rng, found = random.Random(seed), Search()  # noqa: S311  # no secret
    while found.failure is None and more():
        data = mutated(rng, reader.seeds)
        began = time.process_time()
        found.failure = tried(reader, data)
        found.slowest_s = max(found.slowest_s, time.process_time() - began)
        found.count += 1
        if found.failure is None and peak() > MOST_MEMORY:
            found.failure = Failure(data, f"{peak() >> 20} MB of memory")
    return found


def peak() -> int:
    """Return the most memory, in bytes, that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def keep(folder: Path, name: str, failure: Failure) -> Path:
    """Write an input that failed, to be tried again; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{hashlib.sha256(failure.data).hexdigest()[:12]}"
    path.write_bytes(failure.data)
    return path
