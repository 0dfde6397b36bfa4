"""Maintenance of a site: re-sign metadata before it expires, and change which keys may sign which role.

The root lists the keys for `root`, `targets`, `snapshot` and `timestamp`; `targets` lists those for
`slots.yaml` and `live.yaml`. A new root is published in an order that lets kiosks accept the site at every
moment: first a snapshot and a timestamp signed by both the old and the new keys, then the root. All methods
raise `PublishError`.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from securesystemslib.signer import Key
from tuf.api.metadata import Metadata, Role, Root, Targets

from kiosk.feed import site_layout
from kiosk.feed.characters import appearance
from kiosk.feed.message_catalog import tr
from kiosk.feed.printable import is_visible
from kiosk.frozen import frozen
from kiosk.publish import role_metadata as roles
from kiosk.publish.key_names import NAME_FIELD
from kiosk.publish.keyring import TRUSTED_ROOT
from kiosk.publish.publish_errors import KeysError, SiteError
from kiosk.publish.published_state import delegated_roles
from kiosk.publish.role_metadata import Signed
from kiosk.publish.site_session import PENDING, SiteSession

SIGNS = {
    "root": ("root",),
    "targets": ("targets",),
    "online": ("snapshot", "timestamp"),
    **{role: (role,) for role in site_layout.DELEGATED},
}
"""The roles that each kind of key signs."""


@frozen
class KeyUse:
    """One valid key: its kind, its name, the threshold of its kind, and its expiry."""

    kind: str
    name: str
    keyid: str
    threshold: int
    good_until: datetime
    here: bool
    """Whether its private key is in the keys folder in use."""

    kept: str
    """Where: "file", "passphrase" (in a sealed file), "token", or an empty string if not here."""


@frozen
class KeyManager(SiteSession):
    """An admin who maintains a site."""

    def listed(self) -> list[KeyUse]:
        """Return every valid key."""
        signed = self.read()
        ends = roles.expiries(signed)
        return [
            KeyUse(
                kind,
                key_name(key),
                key.keyid,
                role.threshold,
                ends[_signed_by(kind)],
                key.keyid in self.ring.signers,
                self.ring.kept(key.keyid),
            )
            for kind in (*SIGNS, *signed.offices)
            for role, key in _keys_of(signed, kind)
        ]

    def refresh(self, part: float = 0.5) -> dict[str, datetime]:
        """Re-sign every role with less than `part` of its lifetime left, if its keys are available.

        Returns the expiry of each role that is due but whose keys are not available.
        """
        with self.locked():
            old = self.read()
            ends = roles.expiries(old)
            due = {role for role, end in ends.items() if end < self.now + site_layout.life(role) * part}
            renewable = {role for role in due if not self.ring.signers.keys().isdisjoint(old.keyids(role))}
            new = self._renew(old, renewable)
            if renewable:
                self.finish(new, old)
            if "root" in renewable:
                self._change_root(self.read(), roles.next_root(old, self.now))
            return {role: ends[role] for role in due - renewable}

    def _renew(self, signed: Signed, renewable: set[str]) -> Signed:
        for role in ("targets", *signed.delegated):
            if role in renewable:
                new = roles.renewed(signed, role, self.now)
                self.sign(new.metadata(role), new.keyids(role), role)
                if roles.is_signed(new, role, new.metadata(role)):
                    self.put_role(role, new.metadata(role))
                    signed = new
        return signed

    def namesakes(self, key: Key) -> list[str]:
        """Return the ids of the site's other keys whose names look like that of `key`."""
        signed = self.read()
        known = [other for kind in (*SIGNS, *signed.offices) for _, other in _keys_of(signed, kind)]
        same = {other.keyid for other in known if label_of(other) == label_of(key)}
        return sorted(same - {key.keyid})

    def add_key(self, kind: str, key: Key, threshold: int | None = None) -> None:
        """Add a key; `threshold` is the number of keys of this kind that must sign from now on."""
        self._change(kind, lambda keys: keys.add(key, threshold))

    def revoke_key(self, kind: str, name: str, threshold: int | None = None) -> None:
        """Revoke a key, given by its name or the start of its id."""
        self._change(kind, lambda keys: keys.revoke(name, threshold))

    def own_key(self, kind: str, name: str) -> str:
        """Return the file name of this kind's only key called `name`; refuses one that is not here."""
        _check_kind(kind)
        key = _one([key for _, key in _keys_of(self.read(), kind)], name, kind)
        if key.keyid not in self.ring.signers:
            raise KeysError(
                tr(
                    "the key {name} of {kind} is not in {folder}",
                    name=name,
                    kind=kind,
                    folder=str(self.ring.folder),
                )
            )
        return key_name(self.ring.signers[key.keyid].public_key)

    def exchange_key(self, kind: str, old: str, new: Key) -> None:
        """Replace the key named `old` by `new`, in one change."""
        self._change(kind, lambda keys: keys.exchange(old, new))

    def _change(self, kind: str, edit: Callable[[RoleKeys], None]) -> None:
        _check_kind(kind)
        with self.locked():
            signed = self.read()
            if site_layout.is_delegated(kind):
                self.change_delegated(signed, kind, edit)
                return
            root = roles.next_root(signed, self.now)
            for role in SIGNS[kind]:
                edit(RoleKeys(root, role))
            self._change_root(signed, root)

    def change_delegated(self, old: Signed, role: str, edit: Callable[[RoleKeys], None]) -> None:
        """Change who may sign a delegated role, and re-sign its latest target with the new keys."""
        targets = copy.deepcopy(old.targets.signed)
        edit(RoleKeys(targets, role))
        if targets.delegations is None:
            raise SiteError(tr("nobody may sign the free times on {site}", site=self.host.name))
        new = roles.with_delegation(old, targets.delegations, self.now)
        if role in old.delegated:
            new = roles.renewed(new, role, self.now)
        else:
            new = roles.with_role(new, role, roles.empty(role, self.now))
        known = old.keyids(role) if role in old.delegated else ()
        self.sign(new.delegated[role], {*known, *new.keyids(role)}, role)
        if not roles.is_signed(new, role, new.delegated[role]):
            raise KeysError(
                tr(
                    "none of the keys here could sign {file} after this change; a key for it is needed",
                    file=site_layout.target_of(role),
                )
            )
        self.put_role(role, new.delegated[role])
        self.show_role("targets", new, old)

    def _change_root(self, old: Signed, root: Root) -> None:
        new_root = Metadata(root)
        self.sign(new_root, {*old.keyids("root"), *root.roles["root"].keyids}, "root")
        self.show_root(old, new_root)

    def show_root(self, old: Signed, new_root: Metadata[Root]) -> None:
        """Publish a new root, or store it until enough admins have signed it."""
        if not roles.is_root_signed(old.root, new_root):
            self.wait("root", new_root)
        new = replace(old, root=new_root)
        others = {*old.keyids("snapshot"), *old.keyids("timestamp")}
        if not roles.is_signed(new, "targets", old.targets):
            new = roles.renewed(new, "targets", self.now)
            self.sign(new.targets, {*old.keyids("targets"), *new.keyids("targets")}, "targets")
            if not roles.is_signed(new, "targets", new.targets):
                raise KeysError(
                    tr(
                        "too few of those who may sign targets from now on have signed the published feed: "
                        "the others must first run `kiosk site sign {site}`",
                        site=self.host.name,
                    )
                )
            self.put_role("targets", new.targets)
        shown = self.finish(new, old, others)
        self.put_role("root", new_root)
        self.finish(shown, shown)
        (self.ring.folder / TRUSTED_ROOT).write_bytes(new_root.to_bytes())
        self.host.remove(f"{PENDING}/root.json")


@frozen
class RoleKeys:
    """The keys of one role, as listed by its delegator."""

    delegator: Root | Targets
    role: str

    def add(self, key: Key, threshold: int | None) -> None:
        """Add a key."""
        if isinstance(self.delegator, Targets) and self.role not in delegated_roles(self.delegator):
            roles.delegate(self.delegator, self.role, key)
        else:
            self.delegator.add_key(key, self.role)
        self._set(threshold)

    def revoke(self, name: str, threshold: int | None) -> None:
        """Revoke a key, given by its name or the start of its id."""
        key = _one(map(self.delegator.get_key, self._role().keyids), name, self.role)
        self.delegator.revoke_key(key.keyid, self.role)
        self._set(threshold)

    def exchange(self, old: str, new: Key) -> None:
        """Add one key and revoke another."""
        self.add(new, None)
        self.revoke(old, None)

    def _set(self, threshold: int | None) -> None:
        role = self._role()
        role.threshold = role.threshold if threshold is None else threshold
        if not 1 <= role.threshold <= len(role.keyids):
            raise KeysError(
                tr(
                    "{role} would have {count} keys but need {needed}; set the number with --threshold, or "
                    "replace a key with `kiosk site keys rotate`",
                    needed=role.threshold,
                    count=len(role.keyids),
                    role=self.role,
                )
            )

    def _role(self) -> Role:
        return self.delegator.get_delegated_role(self.role)


def _check_kind(kind: str) -> None:
    if kind not in SIGNS:
        raise KeysError(
            tr("there are no keys of the kind {kind!r}; there are {known}", kind=kind, known=list(SIGNS))
        )


def _one(keys: Iterable[Key], name: str, role: str) -> Key:
    matches = [key for key in keys if _is_called(key, name)]
    if len(matches) != 1:
        if not matches:
            raise KeysError(tr("no key of {role} is called {name!r}", role=role, name=name))
        raise KeysError(
            tr("{count} keys of {role} are called {name!r}", count=len(matches), role=role, name=name)
        )
    return matches[0]


def _is_called(key: Key, name: str) -> bool:
    return key_name(key) == name or (len(name) >= 8 and key.keyid.startswith(name))  # noqa: PLR2004  # enough of an id


def key_name(key: Key) -> str:
    """Return the name of a public key, or an empty string; invisible characters are question marks."""
    name = str(key.unrecognized_fields.get(NAME_FIELD, ""))
    return "".join(sign if is_visible(sign) else "?" for sign in name)


def label_of(key: Key) -> str:
    """Return the visual form of a key's name: equal for names that look alike."""
    return appearance(str(key.unrecognized_fields.get(NAME_FIELD, "")))


def _signed_by(kind: str) -> str:
    """Return the last role that a kind of key signs; an office's staff sign only one."""
    return SIGNS.get(kind, (kind,))[-1]


def _keys_of(signed: Signed, kind: str) -> list[tuple[Role, Key]]:
    if site_layout.is_delegated(kind) and kind not in signed.delegated:
        return []
    delegator = signed.delegator(_signed_by(kind))
    role = delegator.get_delegated_role(_signed_by(kind))
    return [(role, delegator.get_key(keyid)) for keyid in role.keyids]
