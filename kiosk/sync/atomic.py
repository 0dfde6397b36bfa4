"""Files that are whole or not there: written beside their name, flushed, renamed, and the folder flushed.

A power cut at any point leaves the old file or the new one. Raises `OSError`; `store` says what that means.
"""

from __future__ import annotations

import os
from pathlib import Path


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
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, so that they outlive a power cut."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Flush a folder's list of names to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
