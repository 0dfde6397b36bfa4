"""Stop CUPS on this device from keeping printed tickets: by default it stores each job's file for a day."""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path
from urllib.parse import urlsplit

CONFIGURATION = Path("/etc/cups/cupsd.conf")
_DIRECTIVE = re.compile(r"^[ \t]*PreserveJobFiles\b.*\n?", re.IGNORECASE | re.MULTILINE)


def is_local_queue(address: str | None) -> bool:
    """Return whether a printer's address names a CUPS queue on this device."""
    url = urlsplit(address or "")
    return url.scheme in {"ipp", "ipps"} and _is_loopback(url.hostname or "")


def without_job_files(configuration: str) -> str:
    """Return a cupsd.conf that keeps no job files. The job history stays: it contains no tickets."""
    rest = _DIRECTIVE.sub("", configuration)
    return f"{rest}{'' if rest.endswith(chr(10)) or not rest else chr(10)}PreserveJobFiles No\n"


def keep_no_job_files(path: Path = CONFIGURATION) -> bool:
    """Update the configuration of CUPS, if there is one; return whether it changed."""
    if not path.is_file():
        return False
    before = path.read_text(encoding="utf-8")
    after = without_job_files(before)
    if before != after:
        path.write_text(after, encoding="utf-8")  # in place, to keep the file's group and mode
    return before != after


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
