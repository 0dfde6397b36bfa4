"""The sync process: reads a request from stdin, polls the site once, writes an outcome to stdout, and ends.

The kernel ends it with the player that started it, or when it takes too much memory, processor time or disk;
the store is whole at any moment, so killing it is the way to stop it. Its log goes to stderr.
"""

from __future__ import annotations

import ctypes
import logging
import os
import resource
import signal
import sys

from kiosk import system
from kiosk.net.interrupt import Interrupt
from kiosk.sync.site_poll import poll_site
from kiosk.sync.sync_messages import MAX_LINE, read_request

HEAP_BYTES = 400 << 20
CPU_S = 300
"""Processor time: a gigabyte takes 4 s, the largest feed allowed about 10 s."""

FILE_BYTES = 8 << 30
"""The largest file it may write."""

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def confine() -> None:
    """Let the kernel end this process with the player, and bound what it takes."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    os.nice(5)
    system.limit_heap(HEAP_BYTES)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Serve one request."""
    confine()
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    request = read_request(sys.stdin.buffer.readline(MAX_LINE))
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no outcome
    answer.write(poll_site(request, Interrupt()).line())
    answer.flush()
    os._exit(0)  # threads that still wait for a host end here


if __name__ == "__main__":
    main()
