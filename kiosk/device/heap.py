"""How the process's memory is kept: what a picture took is given back when the picture goes."""

import ctypes
import sys

M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8  # glibc, malloc.h
LARGE = 256 * 1024  # bytes
ARENAS = 2


def return_freed_memory() -> None:
    """Have glibc map each large piece by itself, and keep few heaps beside the first one.

    Left to itself it keeps pieces as large as any that was freed before: two pictures of a whole screen and
    what was drawn with them, 22 MB. Other systems are left as they are.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt:
        mallopt(M_MMAP_THRESHOLD, LARGE)
        mallopt(M_ARENA_MAX, ARENAS)
