"""The two systems of the disk image: systemd-sysupdate of Debian 13, killed at each call that could write.

The disk is a file with the partitions of the image, the boot partition a folder. Whatever is killed when, the
running system is whole, nothing half written can be started, and the next attempt succeeds. What a disk loses
that has a cache of its own, and the boot loader, are not part of it.
"""

import hashlib
import os
import re
import shutil
import struct
import subprocess
import tempfile
import zlib
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.end2end.apt_host import FIRST_DAY, Signer
from tests.end2end.device_root import boot_into, boot_words, needs_root, needs_tools, run

ROOT = Path(__file__).resolve().parents[2]
IMAGE = ROOT / "deploy/image"
TRANSFERS = IMAGE / "sysupdate.d"
SYSUPDATE = "/usr/lib/systemd/systemd-sysupdate"
CALLS = (
    "write,pwrite64,copy_file_range,sendfile,ftruncate,fsync,fdatasync,"
    "rename,renameat,renameat2,unlink,unlinkat"
)
POINTS = 80
MIB = 1 << 20
SYSTEM_A, SYSTEM_B, SYSTEM_MIB = 5, 21, 16  # MiB
LAYOUT = f"""\
label: gpt
start=1MiB, size=4MiB, type=uefi, name=boot
start={SYSTEM_A}MiB, size={SYSTEM_MIB}MiB, type=4f68bce3-e8cd-4db1-96e7-fbcaf984b709, name=infodisk_1.0
start={SYSTEM_B}MiB, size={SYSTEM_MIB}MiB, type=4f68bce3-e8cd-4db1-96e7-fbcaf984b709, name=_empty
"""

BOOTED = """\
#!/bin/sh
writable() { touch /boot/efi/now 2>/dev/null && echo writable || echo read-only; }
opened() { ls /run/opened 2>/dev/null || echo never; }
mount -o remount,rw /boot/efi
mkdir -p /boot/efi/EFI/Linux /run/infodisk
touch /boot/efi/EFI/Linux/infodisk_1.0+2-1.efi
mount -o remount,ro /boot/efi
echo 1.0 drawn >/run/infodisk/version
{ echo 1.0 >/run/infodisk/permitted; systemctl start infodisk-image-update; opened; writable
  echo 2.0 >/run/infodisk/permitted; systemctl start infodisk-image-update; opened; writable
  systemctl start infodisk-image-good; writable; ls /boot/efi/EFI/Linux; } >/root/result
systemctl poweroff
"""
STUBBED = """\
[Service]
Environment=SYSUPDATE=/usr/lib/infodisk/sysupdate
ExecStartPre=+/usr/bin/touch /run/opened
"""
SYSUPDATE_STUB = "#!/bin/sh\ntouch /boot/efi/EFI/Linux/$2\nexit 1\n"

pytestmark = [needs_root, needs_tools]


def system(version):
    """The bytes of a system, which do not compress."""
    return b"".join(
        hashlib.sha256(f"{version} {number}".encode()).digest() for number in range(3 * MIB // 32)
    )


class Disk:
    """A device with version 1.0, below `base` of a Debian 13."""

    def __init__(self, debian, running="1.0"):
        self.debian, self.base = debian, debian / "trial"
        self.image, self.efi = self.base / "disk.img", self.base / "efi"
        self.configure(running)
        shutil.rmtree(self.efi, ignore_errors=True)
        self.efi.mkdir()
        (self.efi / "infodisk_1.0.efi").write_bytes(b"kernel 1.0")
        self.image.unlink(missing_ok=True)
        with self.image.open("wb") as file:
            file.truncate(64 * MIB)
        run("chroot", debian, "sfdisk", "-q", "/trial/disk.img", input=LAYOUT)
        with self.image.open("r+b") as file:
            file.seek(SYSTEM_A * MIB)
            file.write(system("1.0"))

    def configure(self, running):
        """Write the transfers as the image has them, for this disk."""
        for path in TRANSFERS.iterdir():
            text = path.read_text("utf-8").replace("%A", running).replace("@URL@", "file:///trial/releases")
            text = text.replace("Path=auto", "Path=/trial/disk.img").replace(
                "Path=/EFI/Linux", "Path=/trial/efi"
            )
            text = re.sub("PathRelativeTo=.*\n", "", text)
            (self.debian / "etc/sysupdate.d" / path.name).write_text(text, "utf-8")

    def update(self, version, before=()):
        words = [*before, "chroot", self.debian, SYSUPDATE, "update", version]
        return subprocess.run(list(map(str, words)), capture_output=True, text=True, timeout=120, check=False)

    def systems(self):
        """The names of the partitions with what is in them, as a kernel with the option `gpt` reads them."""
        data = self.image.read_bytes()
        names = next(filter(None, (partition_names(data, header) for header in (512, len(data) - 512))), None)
        assert names is not None, "neither table of the partitions is valid"
        size = 3 * MIB
        return {
            name: data[first * 512 : first * 512 + size]
            for name, first in names.items()
            if name.startswith("infodisk_")
        }

    def check(self, running):
        """Check that the running system is whole, and that whatever the boot loader would start is too.

        It starts the newest version. The entry of an older one may be left for a moment after its system.
        """
        systems = self.systems()
        assert systems[f"infodisk_{running}"] == system(running)
        for name, content in systems.items():
            assert content == system(name.removeprefix("infodisk_")), name
        for entry in self.efi.glob("infodisk_*.efi"):
            version = entry.name.removeprefix("infodisk_").removesuffix(".efi").partition("+")[0]
            assert entry.read_bytes() == f"kernel {version}".encode()
            assert f"infodisk_{version}" in systems or version < running
        assert (self.efi / f"infodisk_{running}.efi").exists()


def partition_names(data, header):
    """The first sector of each partition by name; None if this table is not valid (UEFI 2.10, 5.3.2)."""
    fields = struct.unpack_from("<8sIIIIQQQQ16sQIII", data, header)
    signature, size, crc, first, count, each, crc_of_entries = (
        *fields[0:1],
        fields[2],
        *fields[3:4],
        *fields[10:14],
    )
    if signature != b"EFI PART":
        return None
    blank = bytearray(data[header : header + size])
    blank[16:20] = bytes(4)
    entries = data[first * 512 : first * 512 + count * each]
    if zlib.crc32(blank) != crc or zlib.crc32(entries) != crc_of_entries:
        return None
    found = {}
    for place in range(0, count * each, each):
        begin = struct.unpack_from("<Q", entries, place + 32)[0]
        if begin:
            found[entries[place + 56 : place + 128].decode("utf-16-le").rstrip("\0")] = begin
    return found


@contextmanager
def processes_of_this_machine(root):
    run("mount", "--bind", "/proc", root / "proc")
    try:
        yield
    finally:
        run("umount", root / "proc")


@contextmanager
def processes_of_its_own(root):
    """Let it boot: a systemd that sees the processes of this machine waits for its own ones forever."""
    run("umount", root / "proc")
    try:
        yield
    finally:
        run("mount", "--bind", "/proc", root / "proc")


@pytest.fixture(scope="module")
def debian():
    """A Debian 13 with systemd-sysupdate."""
    folder = Path(tempfile.mkdtemp(prefix="infodisk-sysupdate-", dir="/dev/shm"))  # removed below
    root = folder / "debian"
    options = ("--dpkgopt=force-unsafe-io", "--dpkgopt=path-exclude=/usr/share/locale/*")
    packages = "--include=systemd,systemd-container,gpgv,gnupg,fdisk,xz-utils"
    try:
        run("mmdebstrap", "--quiet", "--variant=minbase", packages, *options, "trixie", root)
        for path in ("trial/releases", "etc/sysupdate.d", "etc/systemd"):
            (root / path).mkdir(parents=True, exist_ok=True)
        with processes_of_this_machine(root):
            yield root
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def signer():
    made = Signer(Path(f"/tmp/infodisk-gpg-{os.getpid()}-image"), FIRST_DAY)  # noqa: S108  # of this process alone
    yield made
    made.close()
    shutil.rmtree(made.home)


@pytest.fixture(scope="module")
def releases(debian, signer):
    """The versions 2.0 and 3.0, signed by the key that the device has."""
    folder = debian / "trial/releases"
    for version in ("2.0", "3.0"):
        (folder / f"infodisk_{version}.root").write_bytes(system(version))
        run("xz", "-0", folder / f"infodisk_{version}.root")
        (folder / f"infodisk_{version}.efi").write_bytes(f"kernel {version}".encode())
    sign(folder, signer)
    key = run(
        "gpg", "--batch", "--export", "release@kontor.example", env=signer.env | {"LC_ALL": "C"}, text=False
    )
    (debian / "etc/systemd/import-pubring.gpg").write_bytes(key)
    return folder


def sign(folder, signer):
    names = sorted(path.name for path in folder.glob("infodisk_*"))
    sums = run("sha256sum", *names, cwd=folder)
    (folder / "SHA256SUMS").write_text(sums, "utf-8")
    words = ("--batch", "--yes", "-u", "release@kontor.example", "--detach-sign")
    run("gpg", *words, "-o", folder / "SHA256SUMS.gpg", folder / "SHA256SUMS", env=signer.env)


@pytest.fixture
def disk(debian, releases):
    return Disk(debian)


def test_a_version_is_written_beside_the_running_one_and_the_next_over_the_oldest(disk):
    assert disk.update("2.0").returncode == 0
    disk.check("1.0")
    assert sorted(path.name for path in disk.efi.iterdir()) == ["infodisk_1.0.efi", "infodisk_2.0+3-0.efi"]
    (disk.efi / "infodisk_2.0+3-0.efi").rename(disk.efi / "infodisk_2.0.efi")  # it has come up
    disk.configure(running="2.0")
    assert disk.update("3.0").returncode == 0
    disk.check("2.0")
    assert set(disk.systems()) == {"infodisk_2.0", "infodisk_3.0"}
    assert sorted(path.name for path in disk.efi.iterdir()) == ["infodisk_2.0.efi", "infodisk_3.0+3-0.efi"]


@pytest.mark.parametrize("running", ["1.0", "2.0"])
def test_killed_at_any_call_the_running_system_is_whole_and_the_next_attempt_succeeds(
    disk, tmp_path, running
):
    """From 1.0 the other partition is empty; from 2.0 the one of 1.0 is overwritten."""
    version = {"1.0": "2.0", "2.0": "3.0"}[running]

    def fresh():
        made = Disk(disk.debian)
        if running == "2.0":
            assert made.update("2.0").returncode == 0
            (made.efi / "infodisk_2.0+3-0.efi").rename(made.efi / "infodisk_2.0.efi")
            made.configure(running="2.0")
        return made

    log = tmp_path / "calls"
    strace = ("strace", "-f", "-qq", "-o", log)
    assert fresh().update(version, (*strace, "-e", f"trace={CALLS}")).returncode == 0
    calls = Counter(re.findall(r"^(\d+) +(\w+)\(", log.read_text(errors="replace"), re.MULTILINE))
    most = Counter()
    for (_, call), count in calls.items():
        most[call] = max(most[call], count)
    points = [(call, number + 1) for call in sorted(most) for number in range(most[call])]
    chosen = points[:: max(1, len(points) // POINTS)]
    killed = 0
    for call, number in chosen:
        made = fresh()
        inject = ("-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}")
        killed += made.update(version, (*strace, *inject)).returncode != 0
        made.check(running)
        assert made.update(version).returncode == 0, (call, number)
        made.check(running)
        assert f"infodisk_{version}" in made.systems(), (call, number)
    assert killed > len(chosen) // 2, f"killed {killed} of {len(chosen)} times, of {len(points)} points"


@pytest.mark.parametrize("fault", ["another key", "no signature", "a changed system"])
def test_what_is_not_signed_as_it_is_changes_nothing(disk, releases, signer, fault):
    kept = {path: path.read_bytes() for path in releases.iterdir()}
    before = disk.image.read_bytes()
    try:
        if fault == "another key":
            thief = Signer(Path(f"{signer.home}-thief"), FIRST_DAY)
            sign(releases, thief)
            thief.close()
            shutil.rmtree(thief.home)
        elif fault == "no signature":
            (releases / "SHA256SUMS.gpg").unlink()
        else:
            (releases / "infodisk_2.0.root.xz").write_bytes(kept[releases / "infodisk_3.0.root.xz"])
        assert disk.update("2.0").returncode != 0
        disk.check("1.0")
        assert set(disk.systems()) == {"infodisk_1.0"}
        if fault != "a changed system":  # its bytes are hashed while they are written, and never named
            assert disk.image.read_bytes() == before
    finally:
        for path, data in kept.items():
            path.write_bytes(data)


def test_the_partition_of_the_kernels_can_be_written_while_a_version_is_installed_or_kept(debian, tmp_path):
    """The real units and script, booted. The update writes one file and fails: nothing is started anew."""
    units = debian / "etc/systemd/system"
    for path in ("boot/efi", "var/lib/infodisk-upgrades", "usr/lib/infodisk"):
        (debian / path).mkdir(parents=True, exist_ok=True)
    (debian / "etc/fstab").write_text("tmpfs /boot/efi tmpfs ro 0 0\n", "ascii")
    with (debian / "usr/lib/os-release").open("a", encoding="ascii") as release:
        release.write("IMAGE_VERSION=1.0\n")
    shutil.copy(IMAGE / "image-update", debian / "usr/lib/infodisk")
    stub = debian / "usr/lib/infodisk/sysupdate"
    stub.write_text(SYSUPDATE_STUB, "ascii")
    stub.chmod(0o755)
    for name in ("good", "update"):
        shutil.copy(IMAGE / f"infodisk-image-{name}.service", units)
    more = units / "infodisk-image-update.service.d"
    more.mkdir()
    (more / "stub.conf").write_text(STUBBED, "ascii")
    script = tmp_path / "booted.sh"
    script.write_text(BOOTED, "ascii")
    boot_into(debian, script)
    with processes_of_its_own(debian):
        run(*boot_words(debian), "--private-network", stdin=subprocess.DEVNULL)
    assert (debian / "root/result").read_text("ascii").split() == [
        *("never", "read-only"),
        *("/run/opened", "read-only"),
        "read-only",
        "2.0",
        "infodisk_1.0.efi",
    ]
