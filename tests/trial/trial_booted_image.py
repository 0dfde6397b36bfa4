"""The disk image, booted in QEMU: it upgrades itself, keeps what comes up, and goes back from what does not.

Image and releases are built by `deploy/image` from this checkout; firmware, boot loader, kernel, systemd
and kiosk are the real ones. Later versions are copies of the first under other numbers. One emulated
processor: an hour and a quarter on two cores. A disk that loses writes that it has confirmed is not
part of it.
"""

import os
import re
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

import kiosk
from tests.end2end.apt_host import FIRST_DAY, Signer
from tests.end2end.device_root import ROOT, build_package
from tests.sync.authority import Authority
from tests.sync.world import Handler, World, serving
from tests.trial.emulated_machine import HOST, Machine

FIRST, GOOD, BROKEN = "0.1.0", "0.1.1", "0.1.2"
"""All of one length, since they are replaced in place in the kernel file."""

PORT = 8017
"""The port of the releases: the image knows it."""

MIB = 1 << 20
BOOT_MIB, SYSTEMS_MIB, SYSTEM_SIZE_MIB = 1, (513, 4609), 4096  # as deploy/image/build.sh places them
CUT_MIB = 256
"""So much of a new system is written when the power is cut, of some 1,900."""

SYSTEM_COPY = (f"count={SYSTEM_SIZE_MIB}", "bs=1M", "status=none")
MOST_S = 2400
BUILD_S = 3600
SITE = "opt/infodisk/lib/site-packages/kiosk"
RUNNING = "sed -n s/^IMAGE_VERSION=//p /etc/os-release"
ENTRIES = "ls -x -w 999 /boot/efi/EFI/Linux"
HEALTH = "cat /run/infodisk/version"
STATE = "/var/lib/infodisk-upgrades"
BOOT_MOUNT = "findmnt -no OPTIONS /boot/efi"


def run(*words, env=None, stdin=None):
    done = subprocess.run(
        list(map(str, words)),
        capture_output=True,
        text=True,
        timeout=BUILD_S,
        check=False,
        env=env,
        input=stdin,
    )
    assert done.returncode == 0, (words, done.stdout[-3000:], done.stderr[-3000:])
    return done.stdout


class Image:
    """The image of the first version, its signed releases, and later versions made of it."""

    def __init__(self, folder, signer_env):
        self.folder, self.signer_env = folder, signer_env
        self.disk, self.releases = folder / "infodisk.img", folder / "served/images"

    def build(self):
        key = self.folder / "key.gpg"
        run("gpg", "--batch", "-o", key, "--export", "release@kontor.example", env=self.signer_env)
        env = os.environ | {
            "VERSION": FIRST,
            "UPDATES": f"http://{HOST}:{PORT}/images",
            "UPDATES_KEY": str(key),
            "LEVEL": "0",
        }
        run(ROOT / "deploy/image/build.sh", build_package(), self.disk, env=env)

    def release(self, version):
        """Release the same system under another number."""
        system = self.folder / f"infodisk_{version}.root"
        shutil.copy(self.folder / f"infodisk_{FIRST}.root.xz", f"{system}.xz")
        run("xz", "-d", f"{system}.xz")
        with mounted(system, 0) as root:
            renumber(root, version)
        assert system.stat().st_size < SYSTEM_SIZE_MIB * MIB / 2  # not the room that the partition has left
        run("xz", "-0", system)
        kernel = self.folder / f"infodisk_{version}.efi"
        kernel.write_bytes(self.kernel(version))
        release = ROOT / "deploy/image/release.sh"
        run(release, self.releases, f"{system}.xz", kernel, env=self.signer_env)

    def put(self, disk, version, *, broken=False):
        """Put on a disk what an upgrade leaves there; the session of a `broken` kiosk ends at once."""
        first, second = SYSTEMS_MIB
        run(
            "dd",
            f"if={disk}",
            f"of={disk}",
            f"skip={first}",
            f"seek={second}",
            "conv=notrunc,sparse",
            *SYSTEM_COPY,
        )
        with mounted(disk, second * MIB) as root:
            renumber(root, version)
            if broken:
                (root / "opt/infodisk/bin/kiosk-session").write_text("#!/bin/sh\nexit 1\n", "ascii")
        run("sfdisk", "-q", "--part-label", disk, 3, f"infodisk_{version}")
        kernel = disk.with_suffix(".efi")
        kernel.write_bytes(self.kernel(version))
        put_on_boot(disk, kernel, f"EFI/Linux/infodisk_{version}+3-0.efi")

    def kernel(self, version):
        """The kernel file of another version: command line and os-release are plain text in that of FIRST."""
        kernel = (self.folder / f"infodisk_{FIRST}.efi").read_bytes()
        for form in ("root=PARTLABEL=infodisk_{}", "IMAGE_VERSION={}"):
            before = form.format(FIRST).encode()
            assert kernel.count(before) == 1
            kernel = kernel.replace(before, form.format(version).encode())
        return kernel


def renumber(root, version):
    replace(root / "usr/lib/os-release", r"(?m)^IMAGE_VERSION=.*$", f"IMAGE_VERSION={version}")
    replace(root / SITE / "__init__.py", r'(?m)^__version__ = ".*"$', f'__version__ = "{version}"')


def put_on_boot(disk, source, name):
    """Copy a file to the boot partition."""
    run("mcopy", "-o", "-i", f"{disk}@@{BOOT_MIB}M", source, f"::{name}")


@contextmanager
def mounted(disk, start):
    place = disk.with_suffix(".mounted")
    place.mkdir()
    run("mount", "-o", f"loop,offset={start},sizelimit={SYSTEM_SIZE_MIB * MIB}", disk, place)
    try:
        yield place
    finally:
        run("umount", place)
        place.rmdir()


def replace(path, pattern, text):
    path.write_text(re.sub(pattern, text, path.read_text("utf-8"), count=1), "utf-8")


@pytest.fixture(scope="module")
def image():
    """The image in a folder of its own: gpg wants a short path."""
    folder = Path(tempfile.mkdtemp(prefix="infodisk-image-", dir="/var/tmp"))  # removed below
    signer = Signer(folder / "gpg", FIRST_DAY)
    try:
        made = Image(folder, signer.env)
        made.build()
        yield made
    finally:
        signer.close()
        shutil.rmtree(folder)


@pytest.fixture
def world(tmp_path):
    """A feed that permits no version yet."""
    made = World(tmp_path / "world")
    made.write({f"slides/{name}.yaml": b"kind: message\ntitle: Hej\n" for name in ("hello", "door")})
    for path in made.folder.glob("media/*"):
        path.unlink()
    made.publish()
    return made


def permit(world, version):
    settings = (world.folder / "feed.yaml").read_text("utf-8").partition("upgrade:")[0]
    world.write({"feed.yaml": f"{settings}upgrade: {{version: {version}, screens: [hall]}}\n".encode()})
    world.publish()


@pytest.fixture
def machine(image, world, tmp_path):
    """A machine with the image, configured as a screen of `world`; its feed and the releases are served."""
    disk = image.folder / "disk.img"
    run("cp", "--sparse=always", image.disk, disk)
    authority = Authority(tmp_path)
    with (
        serving(image.folder / "served", port=PORT),
        serving(world.site, Handler, authority.context(address=HOST)) as site,
    ):
        port = site.url.rpartition(":")[2]
        settings = tmp_path / "kiosk.yaml"
        settings.write_text(
            f"feed: https://{HOST}:{port}\nscreen: hall\nca: /etc/infodisk/ca.pem\npoll: 5 s\n", "utf-8"
        )
        own = ((settings, "kiosk.yaml"), (world.root, "root.json"), (authority.path, "ca.pem"))
        for source, name in own:
            put_on_boot(disk, source, f"infodisk/{name}")
        made = Machine(disk)
        try:
            yield made
        finally:
            made.cut()
            disk.unlink()


def entries(machine):
    """The entries of the boot loader, read from the disk of a machine that is off."""
    listed = run("mdir", "-b", "-i", f"{machine.disk}@@{BOOT_MIB}M", "::EFI/Linux")
    return sorted(line.rpartition("/")[2] for line in listed.split())


def partitions(machine):
    return re.findall(r'name="([^"]*)"', run("sfdisk", "-d", machine.disk))


def check_that_it_comes_up(machine, version, kiosk_version):
    machine.until(RUNNING, version, MOST_S)
    machine.until(HEALTH, f"{kiosk_version} drawn", MOST_S)


def test_a_version_that_the_feed_permits_is_installed_and_started_also_after_a_power_cut(
    image, world, machine
):
    machine.start()
    image.release(GOOD)
    check_that_it_comes_up(machine, FIRST, kiosk.__version__)
    permit(world, GOOD)
    begin, end = (MIB * (SYSTEMS_MIB[1] + more) for more in (CUT_MIB, SYSTEM_SIZE_MIB))
    machine.until_written(begin, end, MOST_S)
    machine.cut()
    assert entries(machine) == [f"infodisk_{FIRST}.efi"]
    assert partitions(machine) == ["boot", f"infodisk_{FIRST}", "_empty", "state"]

    machine.start()
    machine.until(RUNNING, FIRST, MOST_S)
    machine.until_it_starts_anew(MOST_S)
    assert entries(machine) == [f"infodisk_{FIRST}.efi", f"infodisk_{GOOD}+3-0.efi"]
    assert partitions(machine) == ["boot", f"infodisk_{FIRST}", f"infodisk_{GOOD}", "state"]
    machine.start()
    machine.until(RUNNING, GOOD, MOST_S)


def test_a_version_that_comes_up_is_kept(image, machine):
    image.put(machine.disk, GOOD)
    machine.start()
    machine.until(ENTRIES, rf"infodisk_{FIRST}\.efi +infodisk_{GOOD}\+2-1\.efi", MOST_S)
    check_that_it_comes_up(machine, GOOD, GOOD)
    machine.until(ENTRIES, rf"infodisk_{FIRST}\.efi +infodisk_{GOOD}\.efi", MOST_S)
    machine.until(BOOT_MOUNT, r"ro,.*", MOST_S)
    machine.cut()
    assert entries(machine) == [f"infodisk_{FIRST}.efi", f"infodisk_{GOOD}.efi"]
    machine.start()
    machine.until(RUNNING, GOOD, MOST_S)


def test_a_version_that_does_not_come_up_is_given_up_after_three_tries(image, world, machine):
    """Each has a minute in place of ten, since its session is started again all the time."""
    image.put(machine.disk, BROKEN, broken=True)
    permit(world, BROKEN)
    for left in ("+2-1", "+1-2", "+0-3"):
        machine.start("MINUTE_S=6")
        machine.until(RUNNING, BROKEN, MOST_S)
        machine.until_it_starts_anew(MOST_S)
        assert entries(machine) == [f"infodisk_{FIRST}.efi", f"infodisk_{BROKEN}{left}.efi"]

    machine.start()
    check_that_it_comes_up(machine, FIRST, kiosk.__version__)
    machine.until(f"cat {STATE}/failed {STATE}/refused", f"{BROKEN}\n{BROKEN}", MOST_S)
    machine.until("cat /run/infodisk/permitted", BROKEN, MOST_S)
    assert machine.ask("systemctl start infodisk-image-update.service; echo $?", MOST_S) == "0"
    assert sorted(machine.ask(ENTRIES).split()) == [f"infodisk_{FIRST}.efi", f"infodisk_{BROKEN}+0-3.efi"]
