"""What each operating system does in its own way, for admins on Linux, macOS and Windows.

Owns locks, files that are whole or not there, processes, and who may read a file. Asks what there is, never
which system it is. A kiosk runs on Linux, where all of it holds; on Windows a power cut may cost what was
just written.
"""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Collection
from pathlib import Path

try:
    import fcntl
    import resource
except ImportError:
    fcntl = resource = None  # type: ignore[assignment]  # Windows has neither

HAS_OWNERS = hasattr(os, "geteuid")
"""Whether a file's mode says who may read it."""

FEW = 8
_PR_SET_PDEATHSIG = 1  # linux/prctl.h


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


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in the place of `path`: a power cut at any point leaves the old file or the new one.

    Written beside its name, flushed, renamed, and the folder flushed. Raises `OSError`.
    """
    make_folder(path.parent)
    temporary = path.with_name(f".{path.name}.new")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, so that they outlive a power cut."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_all(paths: Collection[Path]) -> None:
    """Flush files or folders of one disk: one by one if few, else all of the disk at once if it can be.

    A flush of each of 2,000 files takes many times as long as one of the disk that they lie on (syncfs(2)).
    """
    if len(paths) > FEW and _sync_disk(next(iter(paths))):
        return
    for path in paths:
        if path.is_dir():
            sync_folder(path)
        else:
            with path.open("r+b") as file:  # Windows flushes no file that is open for reading only
                os.fsync(file.fileno())


def _sync_disk(path: Path) -> bool:
    """Flush the disk that a file lies on; False where that cannot be asked, as on macOS and Windows."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if HAS_OWNERS else None
    if syncfs is None:
        return False
    handle = os.open(path, os.O_RDONLY)
    try:
        failed = syncfs(handle)
    finally:
        os.close(handle)
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
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


def end_with_parent() -> None:
    """Let the kernel kill this process when the thread that started it ends, where it can (prctl(2))."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None) if HAS_OWNERS else None
    if prctl:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


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
