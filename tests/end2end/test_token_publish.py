"""A site whose admin's key is on a token: imported, added, published with, and accepted by a screen."""

import os
import subprocess
import sys

import pytest

from tests.cli.conftest import noise
from tests.soft_token import MODULE, PIN, soft_token
from tests.sync.world import World, serving

LABEL = "Office token"


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path / "world")
    made.write({"media/hello.png": noise(99), "media/door.png": noise(88)})
    made.publish()
    with serving(made.site) as server:
        made.url = server.url
        yield made


def kiosk(*words, status=0):
    """Run the real `kiosk`, with the PIN on a descriptor."""
    reader, writer = os.pipe()
    os.write(writer, f"{PIN}\n".encode())
    os.close(writer)
    words = [str(word).replace("PIN", f"/dev/fd/{reader}") for word in words]
    try:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "kiosk", *words],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            pass_fds=[reader],
        )
    finally:
        os.close(reader)
    assert done.returncode == status, done.stderr
    return done.stdout


def test_a_feed_that_a_token_has_signed_is_shown(world, tmp_path):
    screen, mine = world.kiosk(), ("--keys", world.keys)
    assert screen.poll().problem == ""
    with soft_token(tmp_path / "softhsm", LABEL):
        kiosk("site", "keys", "import", "anna", "--module", MODULE, "--token", LABEL, *mine)
        kiosk(
            "site",
            "keys",
            "add",
            world.site,
            "targets",
            world.keys / "anna.pub",
            *mine,
            "--passphrase-file",
            "PIN",
        )
        assert "here, on a token" in kiosk("site", "keys", "list", world.site, *mine)
        revoke = ("site", "keys", "revoke", world.site, "targets", "targets")
        kiosk(*revoke, *mine, "--passphrase-file", "PIN")
        (world.keys / "targets.pem").unlink()
        world.write({"feed.yaml": b"name: Token\nlanguages:\n  sv: {name: Svenska}\n"})
        kiosk("publish", "--quick", world.folder, world.site, *mine, "--passphrase-file", "PIN")
    assert screen.poll().problem == ""
    assert screen.current().feed.name.root == "Token"
