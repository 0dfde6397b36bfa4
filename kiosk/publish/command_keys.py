"""Which keys of a person may command screens from afar."""

from __future__ import annotations

from securesystemslib.signer import Signer
from tuf.api.metadata import Root

from kiosk.publish.keyring import Keyring


def may_command(ring: Keyring, root: Root) -> list[Signer]:
    """Return the keys that sign feeds by the trusted root, or else those that are newer than that root."""
    admins = root.roles["targets"].keyids
    known = [signer for keyid, signer in ring.signers.items() if keyid in admins]
    return known or [signer for keyid, signer in ring.signers.items() if keyid not in root.keys]
