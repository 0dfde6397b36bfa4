"""Files that are whole or not there: written beside their name, flushed, renamed, and the folder flushed.

A power cut at any point leaves the old file or the new one. Raises `OSError`; `store` says what that means.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Collection
from pathlib import Path

from kiosk import system

FEW = 8


def write_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of `path`."""
    make_folder(path.parent)
    temporary = path.with_name(f".{path.name}.new")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    place(temporary, path)


def place(temporary: Path, path: Path) -> None:
    """Rename a file that has been flushed to the disk, and flush its new folder's list of names."""
    make_folder(path.parent)
    temporary.replace(path)
    system.sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, so that they outlive a power cut."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    system.sync_folder(folder.parent)


def sync_all(paths: Collection[Path]) -> None:
    """Flush files or folders of one disk: one by one if they are few, else the whole disk at once.

    A flush of each of 2,000 files takes many times as long as one of the disk that they lie on (syncfs(2)).
    """
    for path in paths if len(paths) <= FEW else list(paths)[:1]:
        _flush(path, os.fsync if len(paths) <= FEW else _sync_disk)


def _flush(path: Path, how: Callable[[int], None]) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        how(handle)
    finally:
        os.close(handle)


def _sync_disk(handle: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syncfs(handle) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
