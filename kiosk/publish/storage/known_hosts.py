"""Which SSH hosts are known: those in `known_hosts`, as `ssh` reads it; fsspec would take any at first sight.

The format is that of sshd(8), SSH_KNOWN_HOSTS FILE FORMAT. Its markers are read here: paramiko knows none.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import paramiko
from paramiko.hostkeys import HostKeyEntry

from kiosk.feed.message_catalog import tr

REVOKED = "@revoked"
SYSTEM_FILE = Path("/etc/ssh/ssh_known_hosts")
"""Read beside the user's own: an administrator may have revoked a key here."""


class KnownHosts(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]  # paramiko has no types
    """Refuses a host whose key is not in the user's or the system's `known_hosts`, or is revoked there."""

    def missing_host_key(self, client: paramiko.SSHClient, hostname: str, key: paramiko.PKey) -> None:  # noqa: ARG002  # as paramiko has it
        """Return if the host is known; raises `SSHException` if not."""
        path = Path.home() / ".ssh" / "known_hosts"
        files = [each for each in (path, SYSTEM_FILE) if each.exists()]
        lines = [line for each in files for line in each.read_text("utf-8", "replace").splitlines()]
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
    """Return why these lines of `known_hosts` are against trusting a host's key, or nothing. Pure."""
    lines = [line.strip() for line in lines]
    if any(_revokes(line, key) for line in lines):
        return tr(
            "is marked as revoked: it may be stolen. Do not connect; "
            "ask whoever runs the host for its new key"
        )
    known = [each for each in map(_entry, lines) if each and each.lookup(hostname)]
    if any(each.check(hostname, key) for each in known):
        return ""
    if known:
        return tr(
            "is not the known one: the host has a new key, or somebody is in between; "
            "ask whoever runs the host"
        )
    return tr("is not known; connect to it once with ssh, and compare the key")


def _revokes(line: str, key: paramiko.PKey) -> bool:
    """Return whether a line revokes `key`, for whichever host: a stolen key is stolen everywhere."""
    fields = line.split()
    return fields[:1] == [REVOKED] and fields[2:4] == [key.get_name(), key.get_base64()]


def _entry(line: str) -> paramiko.HostKeys | None:
    """Return the hosts and the key of a line without a marker, or None for any other."""
    if not line or line[0] in "#@":
        return None
    try:
        entry = HostKeyEntry.from_line(line)
    except Exception:  # noqa: BLE001  # each kind of key fails in a way of its own
        return None
    hosts = paramiko.HostKeys()
    names = entry.hostnames if entry else []
    excluded = {name[1:] for name in names if name.startswith("!")}
    for name in (each for each in names if each not in excluded):
        hosts.add(name, entry.key.get_name(), entry.key)
    return hosts
