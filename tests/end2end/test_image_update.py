"""The script of a device with two systems: which version it installs, and when the boot loader keeps it."""

import subprocess
from pathlib import Path

import pytest

from tests.end2end.device_root import run

IMAGE = Path(__file__).resolve().parents[2] / "deploy/image"


class Device:
    """A device that runs version 1.0 of the image; `calls` are what it did."""

    def __init__(self, folder):
        self.folder, self.state = folder, folder / "state"
        self.entries = folder / "efi/EFI/Linux"
        for made in (self.entries, folder / "bin"):
            made.mkdir(parents=True)
        self.entry("1.0")
        (folder / "release").write_text("ID=debian\nIMAGE_VERSION=1.0\n")
        self.tool("systemd-sysupdate")
        self.tool("systemctl")
        self.tool("sleep", status=0, says="")

    def tool(self, name, status=0, says='echo "$(basename "$0") $*" >>"$CALLS"'):
        path = self.folder / "bin" / name
        path.write_text(f"#!/bin/sh\n{says}\nexit {status}\n")
        path.chmod(0o755)

    def entry(self, version, counter=""):
        (self.entries / f"infodisk_{version}{counter}.efi").touch()

    def run(self, what, permitted=None, said=None):
        for name, text in (("permitted", permitted), ("version", said)):
            (self.folder / name).unlink(missing_ok=True)
            if text is not None:
                (self.folder / name).write_text(f"{text}\n")
        env = {
            "PATH": f"{self.folder}/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "ESP": self.folder / "efi",
            "SYSUPDATE": self.folder / "bin/systemd-sysupdate",
            "RELEASE": self.folder / "release",
            "CALLS": self.folder / "calls",
        }
        words = [IMAGE / "image-update", what, self.state, self.folder / "permitted", self.folder / "version"]
        return subprocess.run(
            list(map(str, words)),
            env={name: str(value) for name, value in env.items()},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    @property
    def calls(self):
        path = self.folder / "calls"
        return path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def device(tmp_path):
    return Device(tmp_path)


def test_the_version_that_the_feed_permits_is_installed_and_started(device):
    wanted = device.run("wanted", "2.0")
    assert (wanted.returncode, wanted.stdout) == (0, "2.0\n")
    assert device.run("next", "2.0").returncode == 0
    assert device.calls == ["systemd-sysupdate update 2.0", "systemctl reboot"]


@pytest.mark.parametrize("permitted", [None, "", "1.0", "0.9", "2.0 --x", "../2", "$(id)", "2.0\n3.0"])
def test_a_device_stays_as_it_is_if_anything_is_in_doubt(device, permitted):
    assert device.run("wanted", permitted).returncode == 1
    assert device.run("next", permitted).returncode == 0
    assert device.calls == []


def test_a_version_that_could_not_be_installed_is_not_started(device):
    device.tool("systemd-sysupdate", status=1)
    assert device.run("next", "2.0").returncode == 1
    assert device.calls == ["systemd-sysupdate update 2.0"]


def test_a_version_that_the_boot_loader_gave_up_is_told_and_never_taken_again(device):
    device.entry("2.0", "+0-3")
    device.run("note")
    assert (device.state / "failed").read_text() == "2.0\n"
    assert device.run("wanted", "2.0").returncode == 1
    device.run("next", "2.0")
    assert device.calls == []
    device.run("next", "2.1")
    assert device.calls == ["systemd-sysupdate update 2.1", "systemctl reboot"]


def test_one_that_is_still_tried_is_not_given_up(device):
    device.entry("2.0", "+1-2")
    device.run("note")
    assert not (device.state / "failed").exists()


@pytest.mark.parametrize(
    ("said", "status"), [("1.0 drawn", 0), ("1.0 starting", 1), ("1.0 safe", 1), (None, 1), ("drawn", 1)]
)
def test_a_version_is_kept_once_it_has_come_up(device, said, status):
    assert device.run("good", said=said).returncode == status


@pytest.mark.parametrize(
    ("kept", "others"),
    [
        ("", ["1.0+2-1"]),
        ("", ["1.0+0-3", "0.9", "1.0+1", "1.0+1+3-0"]),
        ("1.0", ["1.0+1", "1.0+1-2"]),
        ("1.0", ["2.0+3-0"]),
    ],
)
def test_only_an_entry_whose_starts_are_counted_is_on_trial(device, kept, others):
    """A version may have a + and a - of its own, so that 1.0+1-2 may be another one."""
    if not kept:
        (device.entries / "infodisk_1.0.efi").unlink()
    for name in others:
        device.entry(name)
    assert device.run("tried").returncode == bool(kept)
    assert device.run("keep").returncode == 0
    left = sorted(path.name for path in device.entries.iterdir())
    assert left == sorted(f"infodisk_{name}.efi" for name in {"1.0", *(others if kept else others[1:])})
    assert device.run("tried").returncode == 1


def test_while_the_display_is_off_a_running_kiosk_has_all_the_time(device):
    device.tool("systemctl", says='echo . >>"$CALLS"; [ "$(wc -l <"$CALLS")" -lt 99 ] || exit 1')
    assert device.run("good", said="1.0 dark").returncode == 1
    assert len(device.calls) == 99 + 9  # and ten minutes once it has ended


@pytest.mark.parametrize(("name", "condition"), [("good", "tried"), ("update", "wanted")])
def test_the_units_are_tight_and_open_the_boot_partition_only_if_they_have_something_to_do(name, condition):
    unit = IMAGE / f"infodisk-image-{name}.service"
    run("systemd-analyze", "security", "--offline=true", "--threshold=30", "--no-pager", unit)
    assert f"\nExecCondition=/usr/lib/infodisk/image-update {condition} /var/lib" in unit.read_text("utf-8")
