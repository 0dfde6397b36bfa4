"""What a person may change on a site, by the keys that they have; screens check the signatures themselves."""

from __future__ import annotations

from kiosk.frozen import frozen
from kiosk.publish import office_folder
from kiosk.publish.role_metadata import Signed
from kiosk.publish.site_session import SiteSession
from kiosk.trust.metadata_rules import office_roles


@frozen
class Rights:
    """Whether somebody may sign the whole feed, and the offices for which they may."""

    feed: bool
    offices: tuple[str, ...] = ()

    def may_change(self, file: str, office: str = "") -> bool:
        """Return whether they may change a file of the feed's folder, or of the folder of an office."""
        if not office:
            return self.feed
        return (self.feed or office in self.offices) and office_folder.may_change(file)


def rights_of(session: SiteSession) -> Rights:
    """Return what the owner of the keys of a session may change; raises `PublishError`."""
    return rights_in(session.read(), {*session.ring.signers})


def rights_in(signed: Signed, keyids: set[str]) -> Rights:
    """Return what the owner of some keys may change in this state of a site."""
    roles = office_roles(signed.targets.signed)
    offices = sorted(office for office, role in roles.items() if keyids & {*signed.keyids(role)})
    return Rights(bool(keyids & {*signed.keyids("targets")}), tuple(offices))
