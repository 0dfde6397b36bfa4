"""The sync process: reads a request from stdin, polls the site once, writes the outcome to stdout, and exits.

The kernel kills it when the player that started it ends, or when it uses too much memory, processor time or
disk space. Killing it is safe: the store is consistent at every moment. It logs to stderr.
"""

from __future__ import annotations

import logging
import os
import resource
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


def confine() -> None:
    """Let the kernel kill this process with the player, and limit its resources."""
    system.end_with_parent()
    os.nice(5)
    system.limit_heap(HEAP_BYTES)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Handle one request."""
    confine()
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    request = read_request(sys.stdin.buffer.readline(MAX_LINE))
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever libraries print must not mix with the outcome
    output.write(poll_site(request, Interrupt()).line())
    output.flush()
    os._exit(0)  # does not wait for threads that are still blocked on a host


if __name__ == "__main__":
    main()
