"""What a person's keys let them change on a site. Only a guide: screens verify the signatures themselves."""

from __future__ import annotations

from kiosk.frozen import frozen
from kiosk.publish import office_folder
from kiosk.publish.role_metadata import Signed
from kiosk.publish.site_session import SiteSession
from kiosk.trust.metadata_rules import office_roles


@frozen
class Rights:
    """Whether somebody may sign the whole feed, and the offices for which they may sign."""

    feed: bool
    offices: tuple[str, ...] = ()

    def may_change(self, file: str, office: str = "") -> bool:
        """Return whether they may change a file in the feed folder, or in the folder of an office."""
        if not office:
            return self.feed
        return (self.feed or office in self.offices) and office_folder.may_change(file)


def rights_of(session: SiteSession) -> Rights:
    """Return the rights of a session's keys; raises `PublishError`."""
    return rights_in(session.read(), {*session.ring.signers})


def rights_in(signed: Signed, keyids: set[str]) -> Rights:
    """Return the rights of these keys in this state of a site."""
    roles = office_roles(signed.targets.signed)
    offices = sorted(office for office, role in roles.items() if keyids & {*signed.keyids(role)})
    return Rights(bool(keyids & {*signed.keyids("targets")}), tuple(offices))
