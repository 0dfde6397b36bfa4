"""The standard streams of a command, and its log on stderr: one printable line per record."""

from __future__ import annotations

import io
import logging
import sys

from kiosk.feed.printable import PrintableFormatter


def replace_unknown_characters() -> None:
    """Escape what a stream cannot encode: a pipe on Windows may not encode all characters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def log_warnings() -> None:
    """Make the log's warnings printable in commands that set up no logging."""
    if logging.lastResort:
        logging.lastResort.setFormatter(PrintableFormatter())


def log_to_stderr(level: int) -> None:
    """Write this process's log to stderr."""
    handler = logging.StreamHandler()
    handler.setFormatter(PrintableFormatter("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler])
