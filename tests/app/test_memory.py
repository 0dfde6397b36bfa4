"""What a picture took is given back at once."""

import ctypes
import platform

import pytest

from kiosk.app.memory import give_back

pytestmark = pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="other systems are left as they are"
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


@pytest.fixture
def libc():
    libc = ctypes.CDLL(None)
    libc.mallinfo2.restype, libc.malloc.restype, libc.free.argtypes = (
        Mallinfo,
        ctypes.c_void_p,
        [ctypes.c_void_p],
    )
    libc.malloc.argtypes = [ctypes.c_size_t]
    return libc


def mapped_for(libc, size):
    """Return how many bytes are mapped for themselves when `size` are asked for."""
    before = libc.mallinfo2().hblkhd
    piece = libc.malloc(size)
    after = libc.mallinfo2().hblkhd
    libc.free(piece)
    return after - before


def test_a_large_piece_is_mapped_by_itself_even_after_a_larger_one_was_freed(libc):
    give_back()
    libc.free(libc.malloc(2 * SCREEN))
    assert mapped_for(libc, SCREEN) >= SCREEN
