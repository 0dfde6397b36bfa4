"""The second signature: what waits until enough admins have signed it, and the next admin's look at it.

Refuses to show an admin anything that no other admin of the site has signed. All raise `PublishError`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tuf.api.metadata import Metadata, Root, Targets
from tuf.api.serialization import DeserializationError

from kiosk.content.models import Feed
from kiosk.content.problems import ContentError
from kiosk.content.wire import read_feed
from kiosk.publish.changes import changes
from kiosk.publish.errors import KeysError, SiteError
from kiosk.publish.keeping import Keeper, key_name
from kiosk.publish.metadata import Signed
from kiosk.publish.trust import MAX_METADATA_BYTES, read_feed_file
from kiosk.publish.workplace import PENDING


@dataclass(frozen=True)
class Cosigner(Keeper):
    """One admin of several."""

    def pending(self) -> list[str]:
        """Return the roles of which a version waits for more signatures."""
        return [role for role in ("root", "targets") if self.host.size(f"{PENDING}/{role}.json") is not None]

    def describe(self, role: str) -> list[str]:
        """Return, in words, what the version of `role` that waits would change."""
        old, waiting = self.read(), self._read_pending(role)
        if isinstance(waiting.signed, Root):
            return list(_key_changes(old.root.signed, waiting.signed))
        return self._feed_changes(old, waiting.signed)

    def _feed_changes(self, old: Signed, new: Targets) -> list[str]:
        before = self._feed(old.targets.signed) if old.targets.signed.targets else None
        told = [str(change) for change in changes(before, self._feed(new))]
        if new.delegations != old.targets.signed.delegations:
            told.append("changed who may sign the free times")
        return told

    def _feed(self, targets: Targets) -> Feed:
        try:
            return read_feed(read_feed_file(self.host, targets))
        except ContentError as bad:
            raise SiteError(f"a feed on {self.host.name} is of another version of this program") from bad

    def sign_pending(self, role: str) -> None:
        """Add our signature to what waits, and show it if that is enough; else raises `WaitingError`."""
        with self.locked():
            waiting, old = self._read_pending(role), self.read()
            if isinstance(waiting.signed, Root):
                self._add_signature(
                    waiting, {*old.keyids("root"), *waiting.signed.roles["root"].keyids}, role
                )
                self.show_root(old, waiting)
            else:
                self._add_signature(waiting, {*old.keyids("targets")}, role)
                self.show_signed("targets", replace(old, targets=waiting), old)

    def sign_shown(self) -> None:
        """Add our signature to the feed that is shown: before one more signature is asked for than it has."""
        with self.locked():
            old = self.read()
            targets = Metadata(old.targets.signed, dict(old.targets.signatures))
            self._add_signature(targets, {*old.keyids("targets")}, "targets")
            self.show_signed("targets", replace(old, targets=targets), old)

    def _add_signature(self, metadata: Metadata[Any], keyids: set[str], role: str) -> None:
        if not self.ring.sign(metadata, keyids, append=True):
            raise KeysError(f"none of the keys in {self.ring.folder} may sign for {role}")

    def _read_pending(self, role: str) -> Metadata[Any]:
        data = self.host.read(f"{PENDING}/{role}.json", MAX_METADATA_BYTES) or b""
        try:
            metadata: Metadata[Any] = Metadata.from_bytes(data)
        except DeserializationError as bad:
            raise SiteError(f"what waits of {role} on {self.host.name} cannot be read") from bad
        self._refuse_unasked(self.read(), role, metadata)
        return metadata

    def _refuse_unasked(self, old: Signed, role: str, metadata: Metadata[Any]) -> None:
        current: Metadata[Any] = old.root if role == "root" else old.targets
        if metadata.signed.type != role or metadata.signed.version != current.signed.version + 1:
            raise SiteError(f"what waits of {role} is for another version; its admin begins again")
        result = old.root.signed.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
        if not result.signed:
            raise SiteError(f"nobody who may sign {role} has signed what waits on {self.host.name}")


def _key_changes(old: Root, new: Root) -> Iterator[str]:
    for role, after in new.roles.items():
        before = old.roles[role]
        for keyid in sorted({*after.keyids} - {*before.keyids}):
            yield f"added to {role}: {key_name(new.keys[keyid])}"
        for keyid in sorted({*before.keyids} - {*after.keyids}):
            yield f"revoked from {role}: {key_name(old.keys[keyid])}"
        if after.threshold != before.threshold:
            yield f"needed for {role}: {after.threshold} instead of {before.threshold}"
    yield f"the root is good until {new.expires:%Y-%m-%d}"
