"""Which SSH hosts are known: those in the user's `known_hosts`; fsspec would take any at first sight."""

from __future__ import annotations

from pathlib import Path

import paramiko


class KnownHosts(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]  # paramiko has no types
    """Refuses a host whose key is not in `~/.ssh/known_hosts`."""

    def missing_host_key(self, client: paramiko.SSHClient, hostname: str, key: paramiko.PKey) -> None:  # noqa: ARG002  # as paramiko has it
        """Return if the host is known; raises `SSHException` if not."""
        known = paramiko.HostKeys()
        path = Path.home() / ".ssh" / "known_hosts"
        if path.exists():
            known.load(str(path))
        if not known.check(hostname, key):
            raise paramiko.SSHException(
                f"the key of {hostname} is not in {path}; connect to it once with ssh, and compare the key"
            )
