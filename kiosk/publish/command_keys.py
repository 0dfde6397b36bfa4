"""The admin's own keys that may sign remote commands to screens."""

from __future__ import annotations

from securesystemslib.signer import Signer
from tuf.api.metadata import Root

from kiosk.publish.keyring import Keyring


def command_signers(ring: Keyring, root: Root) -> list[Signer]:
    """Return the keys that the trusted root lets sign feeds; if there are none, the keys it does not know.

    An unknown key may have been added by a newer root.
    """
    admins = root.roles["targets"].keyids
    known = [signer for keyid, signer in ring.signers.items() if keyid in admins]
    return known or [signer for keyid, signer in ring.signers.items() if keyid not in root.keys]
