"""Who may sign for an office: its staff, and the admins, whose keys keep the role valid when staff leave.

The office's role lists both; a field of the delegation says which keys belong to the staff. The admins' keys
are those of `targets`. All methods raise `PublishError`.
"""

from __future__ import annotations

from collections.abc import Mapping

from securesystemslib.signer import Key
from tuf.api.metadata import DelegatedRole, Delegations, Targets

from kiosk.feed import site_layout
from kiosk.feed.message_catalog import tr
from kiosk.feed.serialization import read_feed
from kiosk.frozen import frozen
from kiosk.publish.cosigning import Cosigner
from kiosk.publish.key_manager import RoleKeys, key_name
from kiosk.publish.publish_errors import KeysError, SiteError
from kiosk.publish.published_state import read_feed_file
from kiosk.publish.role_metadata import Signed
from kiosk.trust.metadata_rules import office_roles

STAFF_FIELD = "x-infodisk-staff"
"""The field of a delegation that lists the key ids of the staff."""


@frozen
class StaffManager(Cosigner):
    """An admin who decides who may sign for an office."""

    def staff(self) -> dict[str, dict[str, Key]]:
        """Return the keys of each office's staff, by office and key id."""
        return _staff(self.read().targets.signed)

    def add_staff(self, office: str, key: Key) -> None:
        """Allow a key to sign for an office."""
        with self.locked():
            signed = self.read()
            known = read_feed(read_feed_file(self.host, signed.targets.signed)).offices
            if office not in known:
                raise SiteError(
                    tr("unknown office {name}; there are {names}", name=office, names=sorted(known))
                )
            current = _staff(signed.targets.signed).get(office, {})
            self._set(signed, office, {**current, key.keyid: key})

    def remove_staff(self, office: str, name: str) -> None:
        """Revoke a key, given by its name or the start of its id; the office's published part stays."""
        with self.locked():
            signed = self.read()
            current = _staff(signed.targets.signed).get(office, {})
            matches = [
                keyid for keyid, key in current.items() if key_name(key) == name or keyid.startswith(name)
            ]
            if len(matches) != 1:
                raise KeysError(
                    tr(
                        "{count} keys of the office {office} are called {name!r}",
                        count=len(matches),
                        office=office,
                        name=name,
                    )
                )
            self._set(signed, office, {keyid: key for keyid, key in current.items() if keyid != matches[0]})

    def follow_admins(self) -> list[str]:
        """Let only the current admins sign for each office besides its staff; return the changed offices."""
        with self.locked():
            changed: list[str] = []
            if self.ring.signers.keys().isdisjoint(self.read().keyids("targets")):
                return changed  # left to an admin with such a key
            for office in office_roles(self.read().targets.signed):
                signed = self.read()
                staff = _staff(signed.targets.signed)[office]
                wanted = {*staff, *signed.keyids("targets")}
                if wanted != {*signed.keyids(site_layout.office_role(office))}:
                    self._set(signed, office, staff)
                    changed.append(office)
            return changed

    def _set(self, signed: Signed, office: str, staff: Mapping[str, Key]) -> None:
        root = signed.root.signed
        admins = {keyid: root.get_key(keyid) for keyid in signed.keyids("targets")}
        role = site_layout.office_role(office)

        def edit(keys: RoleKeys) -> None:
            if isinstance(keys.delegator, Targets):
                _delegate(keys.delegator, role, staff, admins)

        self.change_delegated(signed, role, edit)


def _staff(targets: Targets) -> dict[str, dict[str, Key]]:
    delegations = targets.delegations or Delegations({}, {})
    roles = delegations.roles or {}
    return {
        office: {
            keyid: delegations.keys[keyid] for keyid in roles[role].unrecognized_fields.get(STAFF_FIELD, ())
        }
        for office, role in office_roles(targets).items()
    }


def _delegate(targets: Targets, role: str, staff: Mapping[str, Key], admins: Mapping[str, Key]) -> None:
    """Let staff and admins sign the one target of an office; drop keys that no longer sign anything."""
    old = targets.delegations or Delegations({}, {})
    roles = dict(old.roles or {})
    keyids = sorted({*staff, *admins})
    more = {STAFF_FIELD: sorted(staff)}
    roles[role] = DelegatedRole(
        role, keyids, 1, True, [site_layout.target_of(role)], unrecognized_fields=more
    )
    known = {**old.keys, **admins, **staff}
    used = {keyid for each in roles.values() for keyid in each.keyids}
    targets.delegations = Delegations({keyid: known[keyid] for keyid in known if keyid in used}, roles)
