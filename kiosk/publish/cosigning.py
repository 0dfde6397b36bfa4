"""Co-signing: proposals that wait for more signatures, and their review by the next admin.

A proposal is read once. The admin reviews every difference in these exact bytes, and signs the same bytes;
if the site has changed in the meantime, nothing is signed. Refuses proposals that no other admin has signed
or that kiosks would reject. All functions raise `PublishError`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from securesystemslib.signer import Key
from tuf.api.metadata import Metadata, Root, Targets
from tuf.api.serialization import DeserializationError

from kiosk.feed.message_catalog import Message, error_message, tr
from kiosk.feed.problems import ContentError
from kiosk.feed.serialization import read_feed
from kiosk.frozen import frozen
from kiosk.publish import role_metadata as roles
from kiosk.publish.changes import Change, changes
from kiosk.publish.json_differences import MISSING, differences
from kiosk.publish.key_manager import KeyManager, key_name, label_of
from kiosk.publish.publish_errors import KeysError, OutrunError, SiteError
from kiosk.publish.published_state import MAX_METADATA_BYTES, read_feed_file
from kiosk.publish.role_metadata import Signed
from kiosk.publish.site_session import PENDING
from kiosk.trust.metadata_rules import foreign_targets, reaching_too_far, read_metadata

ROLES = ("root", "targets")
"""The roles that may require several admins' signatures."""


@frozen
class Proposal:
    """The exact bytes that an admin is asked to sign, and every difference in them, one line each."""

    role: str
    data: bytes
    base: bytes
    """The published version of this role, with which `data` was compared."""

    waits: bool
    """True if it needs more signatures, false if it is already published."""

    lines: tuple[str, ...]

    feed_role: bytes
    """The published `targets`. A new root may require it to be signed again."""


@frozen
class Cosigner(KeyManager):
    """One of several admins of a site."""

    def proposals(self) -> list[Proposal]:
        """Return the proposals that wait for more signatures; signing does not read them again."""
        old = self.read()
        waiting = {role: self.host.read(_pending(role), MAX_METADATA_BYTES) for role in ROLES}
        return [self._waiting(role, data, old) for role, data in waiting.items() if data is not None]

    def published_proposal(self) -> Proposal:
        """Return the published feed as a proposal, so that another admin can review and sign all of it."""
        old = self.read()
        data = old.targets.to_bytes()
        lines = self._describe_targets(None, old.targets, old)
        return Proposal("targets", data, data, waits=False, lines=tuple(lines), feed_role=data)

    def _waiting(self, role: str, data: bytes, old: Signed) -> Proposal:
        metadata = self._read_pending(role, data)
        current: Metadata[Any] = getattr(old, role)
        self._refuse_untrusted(current, old, role, metadata)
        if role == "root":
            lines = self._describe_root(old, metadata)
        else:
            lines = self._describe_targets(old.targets, metadata, old)
        return Proposal(
            role,
            data,
            current.to_bytes(),
            waits=True,
            lines=tuple(lines),
            feed_role=old.targets.to_bytes(),
        )

    def sign_proposal(self, proposal: Proposal) -> None:
        """Sign the proposal's bytes, and publish them if that completes the signatures.

        Raises `WaitingError` if more are needed, and `OutrunError` if the site has changed.
        """
        with self.locked():
            old = self.read()
            self.check_unchanged(proposal, old)
            metadata = read_metadata(proposal.data)
            if proposal.role == "root":
                keyids = {*old.keyids("root"), *metadata.signed.roles["root"].keyids}
                self._add_signature(metadata, keyids, "root")
                self.show_root(old, metadata)
            else:
                self._add_signature(metadata, {*old.keyids("targets")}, "targets")
                self.show_signed("targets", replace(old, targets=metadata), old)

    def check_unchanged(self, proposal: Proposal, old: Signed) -> None:
        """Raise `OutrunError` if the site has changed since the proposal was read."""
        current: Metadata[Any] = getattr(old, proposal.role)
        waiting = (
            self.host.read(_pending(proposal.role), MAX_METADATA_BYTES) if proposal.waits else proposal.data
        )
        same = (current.to_bytes(), old.targets.to_bytes()) == (proposal.base, proposal.feed_role)
        if not same or waiting != proposal.data:
            raise OutrunError(
                tr("{site} has changed since this was shown; run the command again", site=self.host.name)
            )

    def _add_signature(self, metadata: Metadata[Any], keyids: set[str], role: str) -> None:
        if not self.ring.sign(metadata, keyids, append=True):
            raise KeysError(
                tr(
                    "none of the keys in {folder} may sign for {role}",
                    folder=str(self.ring.folder),
                    role=role,
                )
            )

    def _read_pending(self, role: str, data: bytes) -> Metadata[Any]:
        try:
            return read_metadata(data)
        except DeserializationError as bad:
            raise SiteError(
                tr(
                    "the {role} waiting on {site} is not valid metadata: {reason}",
                    role=role,
                    site=self.host.name,
                    reason=str(bad.__cause__ or bad),
                )
            ) from bad

    def _refuse_untrusted(
        self, current: Metadata[Any], old: Signed, role: str, metadata: Metadata[Any]
    ) -> None:
        if metadata.signed.type != role or metadata.signed.version != current.signed.version + 1:
            raise SiteError(
                tr(
                    "the waiting {role} is for another version; whoever signed it first must publish again",
                    role=role,
                )
            )
        result = old.root.signed.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
        if not result.signed:
            raise SiteError(
                tr(
                    "the {role} waiting on {site} has no signature from anyone who may sign it",
                    role=role,
                    site=self.host.name,
                )
            )

    def _describe_targets(
        self, before: Metadata[Targets] | None, new: Metadata[Targets], old: Signed
    ) -> Iterator[Message]:
        foreign = foreign_targets(new.signed)
        if foreign:
            raise SiteError(
                tr("no kiosk accepts files other than the feed here: {files}", files=sorted(foreign))
            )
        yield from self._heading("targets", new, old)
        yield from _name_clashes(old, new.signed)
        data = read_feed_file(self.host, new.signed)
        known = read_feed_file(self.host, before.signed) if before and before.signed.targets else None
        for change in self._changes(known, data):
            yield change.message()
            yield from (tr("  {detail}", detail=detail.message()) for detail in change.details)
        if before is not None and new.signed.delegations != before.signed.delegations:
            yield tr("changed who may sign free times, live data or for an office")
        yield from _details("targets", before.signed.to_dict() if before else MISSING, new.signed.to_dict())

    def _changes(self, known: bytes | None, data: bytes) -> list[Change]:
        try:
            read_feed(data)
            return changes(known, data)
        except ContentError as bad:
            raise SiteError(
                tr("a feed on {site} was published by another version of this program", site=self.host.name)
            ) from bad
        except ValueError as bad:
            raise SiteError(
                tr(
                    "the feed on {site} can be read in more than one way: {reason}",
                    site=self.host.name,
                    reason=error_message(bad),
                )
            ) from bad

    def _describe_root(self, old: Signed, new: Metadata[Root]) -> Iterator[Message]:
        yield from _key_changes(old.root.signed, new.signed)
        yield from self._heading("root", new, old)
        yield from _name_clashes(old, new.signed)
        if not roles.is_signed(replace(old, root=new), "targets", old.targets):
            yield tr("the published feed is signed again with it, because other keys may sign feeds")
            yield from self._describe_targets(None, old.targets, old)
        yield from _details("root", old.root.signed.to_dict(), new.signed.to_dict())

    def _heading(self, role: str, new: Metadata[Any], old: Signed) -> Iterator[Message]:
        self._refuse_far_reach({role: new.signed.expires})
        result = old.root.signed.get_verification_result(role, new.signed_bytes, new.signatures)
        yield tr(
            "{role}, version {version}, valid until {day}, signed by {names}",
            role=role,
            version=new.signed.version,
            day=f"{new.signed.expires:%Y-%m-%d}",
            names=[_name_and_id(key) for key in result.signed.values()],
        )

    def _refuse_far_reach(self, ends: Mapping[str, datetime]) -> None:
        for role, end in reaching_too_far(ends, self.now).items():
            raise SiteError(
                tr(
                    "{role} would be valid until {day}, which is longer than allowed",
                    role=role,
                    day=f"{end:%Y-%m-%d}",
                )
            )


def _pending(role: str) -> str:
    return f"{PENDING}/{role}.json"


def _details(role: str, before: object, after: object) -> Iterator[Message]:
    yield tr("all differences in {role}:", role=role)
    yield from (tr("  {detail}", detail=each.message()) for each in differences(before, after))


def _key_changes(old: Root, new: Root) -> Iterator[Message]:
    for role, after in new.roles.items():
        before = old.roles[role]
        if after.threshold != before.threshold:
            yield tr(
                "signatures needed for {role}: {after} instead of {before}",
                role=role,
                after=after.threshold,
                before=before.threshold,
            )
        for keyid in sorted({*after.keyids} - {*before.keyids}):
            yield tr("added to {role}: {key}", role=role, key=_name_and_id(new.keys[keyid]))
        for keyid in sorted({*before.keyids} - {*after.keyids}):
            yield tr("revoked from {role}: {key}", role=role, key=_name_and_id(old.keys[keyid]))


def _name_and_id(key: Key) -> str:
    return f"{key_name(key)} ({key.keyid})"


def _name_clashes(old: Signed, new: Root | Targets) -> Iterator[Message]:
    """Yield a warning for each set of known keys whose names look alike: a name is only a label."""
    keys = {
        key.keyid: key for delegator in (old.root.signed, old.targets.signed, new) for key in _keys(delegator)
    }
    by_name: dict[str, list[str]] = {}
    for keyid, key in sorted(keys.items()):
        by_name.setdefault(label_of(key), []).append(keyid)
    for ids in by_name.values():
        if len(ids) > 1:
            name = key_name(keys[ids[0]])
            yield tr("beware: {count} keys are called {name}: {ids}", count=len(ids), name=name, ids=ids)


def _keys(delegator: Root | Targets) -> Iterable[Key]:
    if isinstance(delegator, Root):
        return delegator.keys.values()
    return delegator.delegations.keys.values() if delegator.delegations else ()
