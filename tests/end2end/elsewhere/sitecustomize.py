"""Makes a Python on Linux lack, for the product's own code only, what Python on Windows lacks.

Python reads this at its start, in the processes that the product starts too.
"""

import builtins
import ctypes
import fcntl
import os
import sys
import types

UNIX_ONLY = {"fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty"}
UNIX_ONLY_IN_OS = {
    "fchmod", "fchown", "fork", "geteuid", "getuid", "mkfifo", "sched_getaffinity", "statvfs", "sync",
}  # fmt: skip
import_here = builtins.__import__


def import_elsewhere(name, *more, **most):
    """Import for the product what there would be; for all others everything."""
    ours = sys._getframe(1).f_globals.get("__name__", "").startswith("kiosk")
    if ours and name in UNIX_ONLY:
        raise ModuleNotFoundError(f"No module named {name!r} on Windows")
    return MODULES[name] if ours and name in MODULES else import_here(name, *more, **most)


def open_elsewhere(path, *more, **most):
    """Open no folder."""
    if os.path.isdir(path):  # noqa: PTH112  # pathlib is not loaded this early
        raise PermissionError(13, "Permission denied", path)
    return os.open(path, *more, **most)


def flush_elsewhere(handle):
    """Flush no file that is open for reading only."""
    if fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
        raise OSError(9, "Bad file descriptor")
    os.fsync(handle)


def library_elsewhere(name, *_more, **_most):
    """Load no library without a name."""
    raise TypeError(f"there is no library {name}")


def kill_elsewhere(process, number):
    """Ask for no process: on Windows, that ends it."""
    if not number:
        raise AssertionError(f"os.kill would have ended {process}")
    os.kill(process, number)


def lock_elsewhere(handle, _mode, size):
    """Lock at least a byte."""
    assert size
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def pretend(module, **instead):
    """Return a module that has what this one has, but for what there is only on Unix."""
    kept = {name: value for name, value in vars(module).items() if name not in UNIX_ONLY_IN_OS}
    pretended = types.ModuleType(module.__name__)
    vars(pretended).update(kept, **instead)
    return pretended


MODULES = {
    "os": pretend(os, open=open_elsewhere, fsync=flush_elsewhere, kill=kill_elsewhere),
    "ctypes": pretend(ctypes, CDLL=library_elsewhere),
    "msvcrt": pretend(types.ModuleType("msvcrt"), locking=lock_elsewhere, LK_NBLCK=2),
}
builtins.__import__ = import_elsewhere
