"""A small feed, its site, a web server and a kiosk, in one folder: change something, publish, poll."""

import http.server
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.booking.slots import SlotList, write_slots
from kiosk.feed import site_layout as layout
from kiosk.publish.folder_source import check_folder
from kiosk.publish.keyring import load_keyring
from kiosk.publish.publisher import Publisher, init_site
from kiosk.publish.storage.site_storage import FolderStorage
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.updater import Updater
from tests import days

TEXTS = {
    "feed.yaml": "name: Test\nlanguages:\n  sv: {name: Svenska}\n",
    "offices/square.yaml": "name: Torget\naddress: Torget 1\nbooking: {link: 'https://book.example/'}\n",
    "screens/hall.yaml": "office: square\nsize: 530 x 300 mm\nresolution: 1920 x 1080\nlanguages: [sv]\n",
    "screens/door.yaml": "office: square\nsize: 530 x 300 mm\nresolution: 1920 x 1080\nlanguages: [sv]\n",
    "topics/housing.yaml": "title: Bostad\nicon: home\nsummary: Hjälp\nhelp: [Ansökan]\n",
    "playlists/all.yaml": "slides: [hello]\nwhere: {screens: [hall]}\n",
    "playlists/door.yaml": "slides: [door]\nwhere: {screens: [door]}\n",
    "slides/hello.yaml": "kind: picture\npicture: media/hello.png\n",
    "slides/door.yaml": "kind: picture\npicture: media/door.png\n",
}
MEDIA = {"media/hello.png": b"hello " * 5000, "media/door.png": b"door " * 5000}
ICONS = ("home",)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append(self.path)
        for part, trick in self.server.tricks.items():
            if part in self.path:
                trick(self)
                return
        super().do_GET()

    def body(self):
        """Return the file that is really at this path."""
        return (Path(self.directory) / self.path.strip("/")).read_bytes()

    def say(self, status, headers=(), body=b""):
        """Send any response."""
        self.send_response(status)
        for name, value in dict(headers).items():
            self.send_header(name, value)
        if "Content-Length" not in dict(headers):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def serving(folder, handler=Handler, context=None, port=0):
    """Serve a folder on loopback; yields the server, with its `url`, `tricks` and the paths `asked` for."""
    bound = type("Bound", (handler,), {"directory": str(folder)})
    bound.__init__ = lambda self, *args: handler.__init__(self, *args, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), bound)
    server.asked = []
    server.tricks = {}
    server.handle_error = lambda *_: None  # some tests are about a client that disconnects
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.url = f"http{'s' if context else ''}://127.0.0.1:{server.server_port}"
    server.block_on_close = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class World:
    """An admin's folder, keys and site below `base`; the site is served at `url`."""

    def __init__(self, base):
        self.base = base
        self.folder = base / "folder"
        self.site = base / "site"
        self.keys = base / "keys"
        self.url = ""
        self.write({name: text.encode() for name, text in TEXTS.items()} | MEDIA)
        self.root = init_site(FolderStorage(self.site), self.keys, days.now())

    def write(self, files):
        for name, data in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def publisher(self, host=None):
        return Publisher(host or FolderStorage(self.site), load_keyring(self.keys), days.now())

    def publish(self, host=None):
        checked = check_folder(self.folder, ICONS)
        assert checked.feed, checked.problems
        return self.publisher(host).publish(checked.feed, self.folder.joinpath)

    def slots(self, data=None):
        return self.publisher().publish_slots(data or slot_list(0))

    def config(self, screen="hall", **more):
        return SyncConfig(more.pop("url", self.url), self.root, self.base / f"state-{screen}", screen, **more)

    def kiosk(self, screen="hall", **more):
        return Updater(self.config(screen, **more))

    def served(self, pattern):
        """Return the newest file of the site whose path matches."""
        return max(self.site.glob(pattern), key=lambda path: path.stat().st_mtime_ns)

    def feed_file(self):
        return self.served(f"targets/*.{layout.FEED}")

    def media_file(self, data):
        return next(p for p in self.site.glob("media/*/*") if p.read_bytes() == data)


def slot_list(number):
    """Return a list of free times that differs from all others."""
    return write_slots(SlotList(generated_at=NOW + timedelta(minutes=number)))


def flip(path: Path, at=-10):
    """Change one byte of a file, and its modification time, like an attacker or a bad disk."""
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
