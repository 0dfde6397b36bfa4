"""The departures of a timetable, read from its zip once a day and stored with the answers of the sources."""

from __future__ import annotations

import json
import os
from datetime import date, datetime, timedelta
from pathlib import Path

from kiosk import isolated, system
from kiosk.booking.sources.source_errors import BadAnswer, NoAnswer, SourceError, TooOften
from kiosk.booking.sources.source_http import SourceClient
from kiosk.frozen import frozen

READING = isolated.ProcessLimits(cpu_s=25, wall_s=28.0, memory=512 << 20)
"""A round waits for 30 s; reading 5 million calls takes about 10 s."""

MAX_ANSWER = 4 << 20  # bytes

AGAIN = timedelta(hours=12)
"""After how long a timetable is downloaded again."""

OLD = timedelta(days=7)
"""After how long a file that is no longer written is deleted."""

RETRY = timedelta(minutes=10)
"""After how long a failed download is retried while there is an older timetable."""

_READER = ("kiosk.live.sources.gtfs_timetable", "read_timetable")


@frozen
class TimetableStore:
    """The timetable of one source, identified by `name`, in a folder, at `now`."""

    folder: Path
    name: str
    now: datetime

    def departures(self, timetable: str, stop: str, day: date, web: SourceClient) -> bytes:
        """Return the result of `read_timetable` for a stop on a day; raises `SourceError`."""
        path = self._downloaded(timetable, web) if "://" in timetable else Path(timetable)
        try:
            state = path.stat()
        except OSError as bad:
            raise NoAnswer(f"the timetable cannot be read: {bad.strerror}") from bad
        key = f"{state.st_mtime_ns} {state.st_size} {stop} {day.isoformat()}".encode()
        kept = self._kept()
        if kept.partition(b"\n")[0] == key:
            return kept.partition(b"\n")[2]
        request = json.dumps({"path": str(path), "stop": stop, "day": day.isoformat()}).encode()
        try:
            result = isolated.run_named(_READER, request, READING)
        except isolated.IsolatedError as bad:
            raise BadAnswer(f"a timetable that {bad}" if bad.exceeded else str(bad)) from bad
        if len(result) > MAX_ANSWER:
            raise BadAnswer(f"more than {MAX_ANSWER >> 20} MiB are left of the timetable")
        self._write(self._path("json"), key + b"\n" + result)
        self.prune()
        return result

    def _kept(self) -> bytes:
        try:
            return self._path("json").read_bytes()
        except OSError:
            return b""

    def _downloaded(self, url: str, web: SourceClient) -> Path:
        """Download a timetable if it is due, and return its file; an older one if the download fails."""
        path, tried = self._path("zip"), self._path("tried")
        if self._is_newer(path, AGAIN) or (path.exists() and self._is_newer(tried, RETRY)):
            return path
        try:
            self._write(path, web.request(url).body)
        except SourceError as bad:
            if not path.exists():
                raise bad if isinstance(bad, TooOften) else NoAnswer(f"the timetable: {bad}") from bad
            self._write(tried, b"")
        return path

    def _write(self, path: Path, data: bytes) -> None:
        """Write a file with the modification time `now`, set before another source can prune the file."""
        system.make_folder(path.parent)
        with system.replacing(path, mode=0o600) as file:
            file.write(data)
            file.flush()
            os.utime(file.name, (self.now.timestamp(), self.now.timestamp()))

    def _is_newer(self, path: Path, age: timedelta) -> bool:
        """Return whether a file is newer than `age`; False if it is missing or from the future."""
        try:
            seconds = self.now.timestamp() - path.stat().st_mtime
        except OSError:
            return False
        return 0 <= seconds < age.total_seconds()

    def prune(self) -> None:
        """Delete the files of timetables that no source uses any more."""
        for path in self.folder.glob("timetable-*"):
            if not self._is_newer(path, OLD):
                path.unlink(missing_ok=True)

    def _path(self, ending: str) -> Path:
        return self.folder / f"timetable-{self.name}.{ending}"
