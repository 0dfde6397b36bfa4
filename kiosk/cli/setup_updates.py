"""The part of `kiosk-setup` that sets up nightly upgrades from a signed apt repository.

`kiosk/cli/upgrade_guard.py` installs only packages that the given key has signed, from the given address, and
only when the feed permits it. unattended-upgrades installs Debian's security updates and nothing else.
"""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.cli import upgrade_guard
from kiosk.system import write_atomically

ETC = Path("/etc")
TOOL = Path("/usr/bin/unattended-upgrade")
MAX_KEY_BYTES = 64 << 10
TIMERS = (f"{upgrade_guard.GUARD}.timer", f"{upgrade_guard.FETCH}.timer")
_URL = re.compile(r"(https://[A-Za-z0-9.-]+(:[0-9]{1,5})?|file://)(/[A-Za-z0-9._~/-]*)?")
_KEY = b"-----BEGIN PGP PUBLIC KEY BLOCK-----"

SOURCE = """\
# written by kiosk-setup --updates
Types: deb
URIs: {url}
Suites: stable
Components: main
Signed-By: {key}
"""
UPGRADES = """\
// written by kiosk-setup --updates
APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
Unattended-Upgrade::Origins-Pattern:: "origin=Debian,label=Debian-Security";
Unattended-Upgrade::Automatic-Reboot "false";
"""
TIMER = """\
# written by kiosk-setup --updates: at night, when nobody is there
[Timer]
OnCalendar=
OnCalendar=*-*-* 03:00
RandomizedDelaySec=60m
Persistent=false
"""


def save_updates(url: str, key: bytes, etc: Path) -> bool:
    """Write the configuration; return whether anything changed.

    Raises `OSError`, and `ValueError` for an address or a key that apt would not accept.
    """
    if not _URL.fullmatch(url):
        raise ValueError(f"--updates: expected the address of a repository, https://…, got {url!r}")
    if not key.lstrip().startswith(_KEY) or len(key) > MAX_KEY_BYTES:
        raise ValueError("--updates-key: expected infodisk.asc of the repository, a public OpenPGP key")
    ring = etc / "apt/keyrings/infodisk.asc"
    files = {
        ring: key,
        etc / "apt/sources.list.d/infodisk.sources": SOURCE.format(url=url, key=ring).encode(),
        etc / "apt/apt.conf.d/60infodisk-upgrades": UPGRADES.encode(),
        etc / "systemd/system/apt-daily-upgrade.timer.d/infodisk.conf": TIMER.encode(),
        **{etc / name: text.encode() for name, text in upgrade_guard.FILES.items()},
    }
    changed = {path: data for path, data in files.items() if not path.exists() or path.read_bytes() != data}
    for path, data in changed.items():
        write_atomically(path, data)
    return bool(changed)
