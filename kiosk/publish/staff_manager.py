"""Who may sign for an office: its staff, and the admins, whose keys keep the role valid when staff leave.

The role of an office lists both; a field of the delegation says which keys are those of the staff. The keys
of admins follow those of `targets`. All raise `PublishError`.
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
"""The field of a delegation with the ids of the keys of the staff."""


@frozen
class StaffManager(Cosigner):
    """An admin who says who may sign for an office."""

    def staff(self) -> dict[str, dict[str, Key]]:
        """Return the keys of the staff of each office, by their ids."""
        return _staff(self.read().targets.signed)

    def add_staff(self, office: str, key: Key) -> None:
        """Let a key sign for an office."""
        with self.locked():
            signed = self.read()
            known = read_feed(read_feed_file(self.host, signed.targets.signed)).offices
            if office not in known:
                raise SiteError(
                    tr("unknown office {name}; there are {names}", name=office, names=sorted(known))
                )
            now = _staff(signed.targets.signed).get(office, {})
            self._set(signed, office, {**now, key.keyid: key})

    def remove_staff(self, office: str, name: str) -> None:
        """Revoke a key, given by its name or the start of its id; what the office shows stays."""
        with self.locked():
            signed = self.read()
            now = _staff(signed.targets.signed).get(office, {})
            found = [keyid for keyid, key in now.items() if key_name(key) == name or keyid.startswith(name)]
            if len(found) != 1:
                raise KeysError(
                    tr(
                        "{count} keys of the office {office} are called {name!r}",
                        count=len(found),
                        office=office,
                        name=name,
                    )
                )
            self._set(signed, office, {keyid: key for keyid, key in now.items() if keyid != found[0]})

    def follow_admins(self) -> list[str]:
        """Let exactly today's admins sign for each office besides its staff; return those that changed."""
        with self.locked():
            changed: list[str] = []
            if self.ring.signers.keys().isdisjoint(self.read().keyids("targets")):
                return changed  # the next admin does it
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
    """Let staff and admins sign the one target of an office; keys that sign nothing any more are dropped."""
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
