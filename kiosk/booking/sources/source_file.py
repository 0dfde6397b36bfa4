"""A source that is a file on this machine."""

from __future__ import annotations

from pathlib import Path

from kiosk.booking.sources.source_errors import BadAnswer, NoAnswer


def read_source_file(path: Path | None, max_bytes: int) -> bytes:
    """Return the bytes of a file; raises `NoAnswer` or `BadAnswer`, as a request to a server would."""
    if path is None:
        raise NoAnswer("there is no file")
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as bad:
        raise NoAnswer(f"the file cannot be read: {bad.strerror}") from bad
    if len(data) > max_bytes:
        raise BadAnswer(f"a file of more than {max_bytes >> 20} MiB")
    return data
