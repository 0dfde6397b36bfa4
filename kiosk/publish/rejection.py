"""Rejections: the signed reason why an admin does not sign a proposal, for its proposer to read.

A rejection is stored beside the site's proposals under the hash of the proposed source. Like everything on a
site it can be read by anyone. All functions raise `PublishError`.
"""

from __future__ import annotations

import json
from datetime import datetime

from securesystemslib.exceptions import UnverifiedSignatureError
from securesystemslib.signer import Signature

from kiosk.feed.message_catalog import tr
from kiosk.frozen import frozen
from kiosk.publish.cosigning import Cosigner, Proposal
from kiosk.publish.feed_source import source_hash
from kiosk.publish.key_manager import key_name
from kiosk.publish.publish_errors import KeysError, SiteError
from kiosk.publish.site_session import PENDING, SiteSession
from kiosk.trust.metadata_rules import read_metadata

MAX_REASON = 2000
MAX_BYTES = 16 << 10


@frozen
class Rejection:
    """Why a proposal was not signed, by whom, and when."""

    by: str
    reason: str
    at: datetime


def proposed_source(proposal: Proposal) -> str:
    """Return the hash of the proposed source; empty for a root, and for a feed without its source."""
    return source_hash(read_metadata(proposal.data).signed) if proposal.role == "targets" else ""


def reject(session: Cosigner, proposal: Proposal, reason: str) -> None:
    """Remove a proposal from the site and store the reason; the proposer's folder is unchanged."""
    source, words = proposed_source(proposal), reason.strip()[:MAX_REASON]
    if not source:
        raise SiteError(tr("only a proposal of a feed with its source can be rejected here"))
    if not words:
        raise SiteError(tr("write the reason: it is all that the proposer is told"))
    with session.locked():
        old = session.read()
        session.check_unchanged(proposal, old)
        signer = next(
            (session.ring.signers[keyid] for keyid in old.keyids("targets") if keyid in session.ring.signers),
            None,
        )
        if signer is None:
            raise KeysError(
                tr(
                    "none of the keys in {folder} may sign for {role}",
                    folder=str(session.ring.folder),
                    role="targets",
                )
            )
        content = {"source": source, "reason": words, "at": session.now.isoformat()}
        text = json.dumps(content, sort_keys=True)
        signature = signer.sign(text.encode())
        session.put(_file(source), json.dumps({"said": text, "signature": signature.to_dict()}).encode())
        session.host.remove(f"{PENDING}/targets.json")


def read_rejection(session: SiteSession, source: str) -> Rejection | None:
    """Return the rejection of a source; None if there is none, or no current admin has signed it."""
    data = session.host.read(_file(source), MAX_BYTES) if source else None
    if data is None:
        return None
    signed = session.read()
    try:
        document = json.loads(data)
        text, signature = document["said"], Signature.from_dict(document["signature"])
        if signature.keyid not in signed.keyids("targets"):
            return None
        key = signed.root.signed.keys[signature.keyid]
        key.verify_signature(signature, text.encode())
        content = json.loads(text)
        if content["source"] != source:
            return None
        return Rejection(key_name(key), str(content["reason"]), datetime.fromisoformat(content["at"]))
    except (ValueError, KeyError, TypeError, AttributeError, UnverifiedSignatureError):
        return None


def forget_rejection(session: SiteSession, source: str) -> None:
    """Delete the rejection of a source that is proposed again."""
    if session.host.size(_file(source)) is not None:
        session.host.remove(_file(source))


def _file(source: str) -> str:
    return f"{PENDING}/rejected-{source}.json"
