"""Commands for screens in a signed envelope (DSSE), and which keys may sign them.

The keys are those of the site's `targets` role: whoever may change what a screen shows may also restart it.
One signature is enough even where a feed needs two, because no command changes content. Revoking a key for
feeds revokes it for commands too, as soon as the screen has verified the new root.
"""

from __future__ import annotations

import base64
import json
from datetime import datetime

from securesystemslib.dsse import Envelope
from securesystemslib.exceptions import VerificationError
from securesystemslib.signer import Key, Signer
from tuf.api.metadata import Root

from kiosk.trust.metadata_rules import read_metadata

PAYLOAD_TYPE = "application/vnd.infodisk.command+json"


class UntrustedCommandError(ValueError):
    """An envelope that no trusted key has signed."""


def sign_command(payload: bytes, *signers: Signer) -> bytes:
    """Return an envelope with a signature from each signer; a screen needs one from a key that it knows."""
    envelope = Envelope(payload, PAYLOAD_TYPE, {})
    for signer in signers:
        envelope.sign(signer)
    return json.dumps(envelope.to_dict()).encode()


def verify_command(envelope: bytes, root: bytes, now: datetime) -> bytes:
    """Return the payload of an envelope that a key of the `targets` role has signed.

    `root` must be verified metadata. Raises `UntrustedCommandError`.
    """
    trusted = read_metadata(root).signed
    if not isinstance(trusted, Root) or trusted.is_expired(now):
        raise UntrustedCommandError("the keys that this screen knows have expired")
    signed = _read_envelope(envelope)
    if signed.payload_type != PAYLOAD_TYPE:
        raise UntrustedCommandError("a signed document of another type")
    try:
        signed.verify(command_keys(trusted), 1)
    except (VerificationError, ValueError) as bad:
        raise UntrustedCommandError("no key that may command screens has signed it") from bad
    payload: bytes = signed.payload
    return payload


def _read_envelope(envelope: bytes) -> Envelope:
    try:
        return Envelope.from_dict(json.loads(envelope))
    except Exception as bad:  # the library documents no exception for malformed input
        raise UntrustedCommandError("not a signed command") from bad


def command_keys(root: Root) -> list[Key]:
    """Return the keys that may sign commands."""
    return [root.keys[keyid] for keyid in root.roles["targets"].keyids]


def verification_output(request: bytes) -> bytes:
    """Run `verify_command` on a `verification_request`; raises `UntrustedCommandError`."""
    parts = json.loads(request)
    envelope, root = (base64.b64decode(parts[name]) for name in ("envelope", "root"))
    return verify_command(envelope, root, datetime.fromisoformat(parts["now"]))
