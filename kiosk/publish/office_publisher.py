"""Publishing for one office by its staff, who need only the office's own key and `online`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.feed import site_layout
from kiosk.feed.message_catalog import tr
from kiosk.feed.office_part import OfficePart, read_part
from kiosk.feed.problems import ContentError
from kiosk.frozen import frozen
from kiosk.publish.office_parts import refuse_misfit, write_part
from kiosk.publish.publish_errors import KeysError, OutrunError, SiteError
from kiosk.publish.published_state import read_delegated, read_feed_file
from kiosk.publish.publisher import Publisher
from kiosk.publish.role_metadata import Signed, with_target
from kiosk.trust.metadata_rules import office_roles


@frozen
class OfficePublisher(Publisher):
    """Publishes the part of an office's staff."""

    @property
    def _own_keyids(self) -> set[str]:
        return {*self.ring.signers}

    def part(self, office: str) -> OfficePart | None:
        """Return the part that an office's staff have published, or None."""
        data = self.part_bytes(office)
        try:
            return read_part(office, data) if data else None
        except ContentError as bad:
            raise SiteError(str(bad.problems[0])) from bad

    def part_bytes(self, office: str) -> bytes:
        """Return the bytes of the part that an office's staff have published; empty if there is none."""
        return read_delegated(self.host, self.read(), site_layout.office_role(office)) or b""

    def check_office(self, office: str) -> None:
        """Raise `PublishError` for what would stop a publish later: no permission, a wrong passphrase."""
        old, role = self.read(), site_layout.office_role(office)
        if role not in office_roles(old.targets.signed).values():
            raise SiteError(
                tr(
                    "nobody may sign for the office {office} on {site} yet; an admin adds a key: "
                    "`kiosk site staff add {site} PUBLIC_KEY --office {office}`",
                    office=office,
                    site=self.host.name,
                )
            )
        for name in (role, "snapshot", "timestamp"):
            if self._own_keyids.isdisjoint(old.keyids(name)):
                raise KeysError(
                    tr(
                        "none of the keys in {folder} may sign for {role}",
                        folder=str(self.ring.folder),
                        role=name,
                    )
                )
            self.ring.unlock(old.keyids(name))

    def check_part(self, part: OfficePart) -> bytes:
        """Return the bytes of a part; raises `SiteError` if screens would reject it."""
        data, name = write_part(part), site_layout.office_file(part.office)
        if len(data) > site_layout.MAX_OFFICE_BYTES:
            raise SiteError(
                tr("{file} is larger than {size} kB", file=name, size=site_layout.MAX_OFFICE_BYTES >> 10)
            )
        refuse_misfit(read_feed_file(self.host, self.read().targets.signed), {part.office: data})
        return data

    def publish_part(
        self, part: OfficePart, locate: Callable[[str], Path], instead_of: bytes | None = None
    ) -> Signed:
        """Sign and publish a part; refuses one that screens would reject.

        `instead_of` is the published part that it replaces, as bytes; raises `OutrunError` if the office
        shows another by now.
        """
        role = site_layout.office_role(part.office)
        with self.locked():
            self.check_office(part.office)
            if instead_of not in {None, self.part_bytes(part.office)}:
                raise OutrunError(tr("somebody else has published for the office meanwhile; publish again"))
            old, data = self.read(), self.check_part(part)
            self.put_media(locate, part)
            new = with_target(old, role, data, self.now)
            self.put_target(site_layout.target_of(role), new.delegated[role], data)
            return self.show_role(role, new, old)
