"""The memory of a freed picture is returned at once."""

import ctypes
import platform
import subprocess
import sys

import pytest

from kiosk.device.heap import return_freed_memory

pytestmark = pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="this system has no glibc, and its heap is left as it is"
)

SCREEN = 1920 * 1080 * 4
SIZES = (
    "arena",
    "ordblks",
    "smblks",
    "hblks",
    "hblkhd",
    "usmblks",
    "fsmblks",
    "uordblks",
    "fordblks",
    "keepcost",
)


class Mallinfo(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_size_t) for name in SIZES)


def mapped_after_a_larger_one_was_freed():
    """Return how many bytes are mapped separately when those of a full-screen picture are allocated."""
    libc = ctypes.CDLL(None)
    libc.mallinfo2.restype, libc.malloc.restype, libc.free.argtypes = (
        Mallinfo,
        ctypes.c_void_p,
        [ctypes.c_void_p],
    )
    libc.malloc.argtypes = [ctypes.c_size_t]
    libc.free(libc.malloc(2 * SCREEN))
    before = libc.mallinfo2().hblkhd
    libc.malloc(SCREEN)
    return libc.mallinfo2().hblkhd - before


@pytest.mark.parametrize("gives_back", [True, False])
def test_a_large_block_is_mapped_separately_even_after_a_larger_one_was_freed(gives_back):
    """In a separate process: a heap that other tests have grown would have space for it."""
    command = [sys.executable, "-m", "tests.device.test_heap", *(["give back"] if gives_back else [])]
    logged = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert (int(logged) >= SCREEN) is gives_back


if __name__ == "__main__":
    if sys.argv[1:]:
        return_freed_memory()
    sys.stdout.write(str(mapped_after_a_larger_one_was_freed()))
