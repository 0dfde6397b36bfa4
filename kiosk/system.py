"""What each operating system does in its own way, for admins on Linux, macOS and Windows.

Owns locks, flushed folders, processes, and who may read a file. Asks what there is, never which system it
is. A kiosk runs on Linux, where all of it holds; on Windows a power cut may cost what was just written.
"""

from __future__ import annotations

import os
from pathlib import Path

try:
    import fcntl
    import resource
except ImportError:
    fcntl = resource = None  # type: ignore[assignment]  # Windows has neither

HAS_OWNERS = hasattr(os, "geteuid")
"""Whether a file's mode says who may read it."""


def lock_file(handle: int) -> bool:
    """Keep other processes from locking an open file until it is closed; False if one has locked it."""
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt  # noqa: PLC0415  # Windows alone has it

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # as above
    except OSError:
        return False
    return True


def sync_folder(folder: Path) -> None:
    """Flush a folder's list of names to the disk, so that a rename in it outlives a power cut."""
    if not HAS_OWNERS:  # Windows opens no folders
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def let_all_read(handle: int) -> None:
    """Let all users read an open file, the web server too; on Windows its folder says who may."""
    if HAS_OWNERS:
        os.fchmod(handle, 0o644)


def is_private(path: Path) -> bool:
    """Return whether no other user may read a file. True where its mode does not say."""
    return not HAS_OWNERS or not path.stat().st_mode & 0o077


def limit_heap(size: int) -> None:
    """Let this process have no more than `size` bytes of memory of its own, where that can be said."""
    if resource:
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def cores() -> int:
    """Return how many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def has_ended(process: int) -> bool:
    """Return whether there is certainly no process of this number on this machine."""
    if not HAS_OWNERS:  # there os.kill is no question but ends it
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:  # another user's
        pass
    return False
