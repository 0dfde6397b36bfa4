"""Differences between operating systems: admins use Linux, macOS and Windows.

Owns locks, atomic writes, processes, and file permissions. Tests for features, never for the platform.
A kiosk runs on Linux, where everything here applies; on Windows a power cut may lose the last write.
"""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
    import resource
except ImportError:
    fcntl = resource = None  # type: ignore[assignment]  # Windows has neither

HAS_OWNERS = hasattr(os, "geteuid")
"""Whether file modes control who may read a file."""

MAX_SINGLE_SYNCS = 8
"""Up to this many files are flushed one by one."""

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def lock_file(handle: int) -> bool:
    """Lock an open file until it is closed; return False if another process has locked it."""
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt  # noqa: PLC0415  # exists only on Windows

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # as above
    except OSError:
        return False
    return True


def write_atomically(path: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Write `data` to `path`: a power cut at any point leaves the old file or the new one.

    Creates missing folders. `mode` applies the umask. Raises `OSError`.
    """
    make_folder(path.parent)
    with replacing(path, mode=mode) as file:
        file.write(data)


@contextmanager
def replacing(path: Path, temporary: Path | None = None, *, mode: int = 0o666) -> Iterator[BinaryIO]:
    """Yield a new file that replaces `path` when the block ends; an error leaves `path` unchanged.

    The new file is `temporary`, or `.NAME.new` in the same folder. It is flushed and renamed, and the
    folder is flushed. Raises `OSError`.
    """
    temporary = temporary or path.with_name(f".{path.name}.new")
    temporary.unlink(missing_ok=True)  # one left by a power cut may have a wider mode
    try:
        with open(temporary, "wb", opener=partial(os.open, mode=mode)) as file:  # Path.open has no mode
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Create a folder and its parents, flushed to disk."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_all(paths: Collection[Path]) -> None:
    """Flush files or folders of one file system: one by one if few, otherwise all at once if possible.

    Flushing 2,000 files one by one takes many times as long as flushing their file system (syncfs(2)).
    """
    if len(paths) > MAX_SINGLE_SYNCS and _sync_disk(next(iter(paths))):
        return
    for path in paths:
        if path.is_dir():
            sync_folder(path)
        else:
            with path.open("r+b") as file:  # Windows cannot flush a file opened for reading only
                os.fsync(file.fileno())


def _sync_disk(path: Path) -> bool:
    """Flush the file system of a file; return False where syncfs is missing, as on macOS and Windows."""
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
    """Flush a folder to disk, so that a rename in it survives a power cut."""
    if not HAS_OWNERS:  # Windows cannot open folders
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def let_all_read(handle: int) -> None:
    """Make an open file readable by all users, such as the web server; on Windows the folder decides."""
    if HAS_OWNERS:
        os.fchmod(handle, 0o644)


def is_private(path: Path) -> bool:
    """Return whether no other user may read a file; True where file modes do not control access."""
    return not HAS_OWNERS or not path.stat().st_mode & 0o077


def limit_heap(size: int) -> None:
    """Limit the private memory of this process to `size` bytes, where supported."""
    if resource:
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def cores() -> int:
    """Return the number of usable processor cores."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def ctrl_c_blocked() -> Iterator[None]:
    """Block Ctrl-C in this thread and the processes it starts; does nothing on Windows."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415  # exists only on POSIX

    resource_tracker.ensure_running()  # it unblocks Ctrl-C when it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent() -> None:
    """Have the kernel kill this process when the thread that started it ends, where supported (prctl(2))."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None) if HAS_OWNERS else None
    if prctl:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def has_ended(process: int) -> bool:
    """Return whether there is certainly no process with this id on this machine."""
    if not HAS_OWNERS:  # on Windows os.kill would end the process
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:  # another user's
        pass
    return False
