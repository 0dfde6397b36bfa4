"""A site with two offices, and Anna, who works at one of them; and what a thief could do with her keys."""

import io

from kiosk.feed import site_layout
from kiosk.publish.keyring import load_keyring, make_key, read_public, write_public
from kiosk.publish.office_folder import read_office_folder
from kiosk.publish.office_publisher import OfficePublisher
from kiosk.publish.role_metadata import with_target
from kiosk.publish.staff_manager import StaffManager
from kiosk.publish.storage.site_storage import FolderStorage
from tests import days
from tests.sync.world import World

NORTH = {
    "offices/square.yaml": "name: Torget\naddress: Torget 1\nhours: [Mon-Fri 10:00-16:00]\n"
    "booking: {link: 'https://book.example/'}\n",
    "offices/north.yaml": "name: Norr\naddress: Norr 1\nhours: [Mon-Fri 09:00-15:00]\n"
    "booking: {link: 'https://book.example/'}\n",
    "screens/north.yaml": "office: north\nsize: 530 x 300 mm\nresolution: 1920 x 1080\nlanguages: [sv]\n",
    "playlists/north.yaml": "slides: [door]\nwhere: {screens: [north]}\n",
}
PART = {
    "hours.yaml": "hours: [Mon-Fri 12:00-18:00]\n",
    "notices/lift.yaml": "text: Hissen\n",
    "slides/cake.yaml": "kind: picture\npicture: media/hello.png\n",
    "media/hello.png": "cake " * 999,
}


def write(folder, texts):
    """Write files to a folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


class Anna(OfficePublisher):
    """What Anna does, and what whoever has her keys could try."""

    def show(self, texts, office="square"):
        """Write files to an empty folder, and publish them."""
        folder = self.ring.folder.parent / f"folder-{len(list(self.ring.folder.parent.iterdir()))}"
        write(folder, texts)
        return self.publish_part(read_office_folder(folder, office), folder.joinpath)

    def force(self, data, role="office-square", change=lambda _signed: None):
        """Sign any bytes for a role with Anna's key, and show them, whatever the program would say."""
        old = self.read()
        new = with_target(old, role, data, self.now)
        metadata = new.metadata(role)
        change(metadata.signed)
        metadata.signatures.clear()
        metadata.sign(self.ring.called("anna"))
        for name, file in metadata.signed.targets.items():
            self.host.write(site_layout.target_file(name, file.hashes["sha256"]), io.BytesIO(data))
        self.put_role(role, metadata)
        self.finish(new, old)


class Offices(World):
    """A world of two offices, whose admin has let Anna sign for one."""

    def __init__(self, base):
        super().__init__(base)
        self.write({name: text.encode() for name, text in NORTH.items()})
        self.publish()
        self.url = self.site.as_uri()
        folder = base / "anna"
        self.public = read_public(write_public(folder, make_key(folder, "anna").public_key, "anna"))
        for name in ("root.json", "online.pem"):
            (folder / name).write_bytes((self.keys / name).read_bytes())
            (folder / name).chmod(0o600)
        self.admin().add_staff("square", self.public)

    def admin(self):
        """Return the admin, who decides about staff."""
        return StaffManager(FolderStorage(self.site), load_keyring(self.keys), days.now())

    def anna(self):
        """Return Anna."""
        return Anna(FolderStorage(self.site), load_keyring(self.base / "anna"), days.now())
