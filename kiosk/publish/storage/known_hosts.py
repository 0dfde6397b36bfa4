"""SSH host keys: trusts only those in `known_hosts`, as `ssh` does; fsspec would accept any on first use.

The format is that of sshd(8), SSH_KNOWN_HOSTS FILE FORMAT. Its markers are read here, because paramiko does
not support them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import paramiko
from paramiko.hostkeys import HostKeyEntry

from kiosk.feed.message_catalog import tr

REVOKED = "@revoked"
SYSTEM_FILE = Path("/etc/ssh/ssh_known_hosts")
"""Read in addition to the user's own file: an administrator may have revoked a key here."""


class KnownHosts(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]  # paramiko has no types
    """Refuses a host whose key is not in the user's or the system's `known_hosts`, or is revoked there."""

    def missing_host_key(self, client: paramiko.SSHClient, hostname: str, key: paramiko.PKey) -> None:  # noqa: ARG002  # paramiko's
        """Raise `SSHException` unless the host's key is trusted."""
        path = Path.home() / ".ssh" / "known_hosts"
        files = [file for file in (path, SYSTEM_FILE) if file.exists()]
        lines = [line for file in files for line in file.read_text("utf-8", "replace").splitlines()]
        trouble = distrusted(lines, hostname, key)
        if trouble:
            raise paramiko.SSHException(
                tr(
                    "the key of {host} {trouble} (known hosts: {path})",
                    host=hostname,
                    trouble=trouble,
                    path=str(path),
                )
            )


def distrusted(lines: Iterable[str], hostname: str, key: paramiko.PKey) -> str:
    """Return why these lines of `known_hosts` forbid trusting a host's key; empty if they do not. Pure."""
    lines = [line.strip() for line in lines]
    if any(_revokes(line, key) for line in lines):
        return tr(
            "is marked as revoked: it may be stolen. Do not connect; "
            "ask whoever runs the host for its new key"
        )
    known = [entry for entry in map(_entry, lines) if entry and entry.lookup(hostname)]
    if any(entry.check(hostname, key) for entry in known):
        return ""
    if known:
        return tr(
            "differs from the known one: the host has a new key, or somebody is intercepting the "
            "connection; ask whoever runs the host"
        )
    return tr("is not known; connect to it once with ssh, and compare the key")


def _revokes(line: str, key: paramiko.PKey) -> bool:
    """Return whether a line revokes `key`, for any host: a key stolen from one host is unsafe for all."""
    fields = line.split()
    return fields[:1] == [REVOKED] and fields[2:4] == [key.get_name(), key.get_base64()]


def _entry(line: str) -> paramiko.HostKeys | None:
    """Return the hosts and the key in a line, or None if it has a marker, is a comment or cannot be read."""
    if not line or line[0] in "#@":
        return None
    try:
        entry = HostKeyEntry.from_line(line)
    except Exception:  # noqa: BLE001  # each key type raises its own errors
        return None
    hosts = paramiko.HostKeys()
    names = entry.hostnames if entry else []
    excluded = {name[1:] for name in names if name.startswith("!")}
    for host in (name for name in names if name not in excluded):
        hosts.add(host, entry.key.get_name(), entry.key)
    return hosts
