"""Settings of the C heap, so that the memory of a freed picture returns to the system."""

import ctypes
import sys

M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8  # glibc, malloc.h
LARGE = 256 * 1024  # bytes
ARENAS = 2


def return_freed_memory() -> None:
    """Make glibc map each large allocation separately, and use few arenas.

    By default, its threshold grows with each freed block, so that glibc keeps two full-screen pictures and
    their buffers, 22 MB. Does nothing on other systems.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt:
        mallopt(M_MMAP_THRESHOLD, LARGE)
        mallopt(M_ARENA_MAX, ARENAS)
