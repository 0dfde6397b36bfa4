"""A signed apt repository, and apt with the configuration that kiosk-setup writes: what it takes."""

import os
from pathlib import Path

import pytest

from kiosk.cli.setup_updates import save_updates
from tests.end2end.apt_host import DAY_S, FIRST_DAY, package, run


class Device:
    """apt of a device of its own, with the configuration that kiosk-setup writes."""

    def __init__(self, folder, url, key):
        self.folder = folder
        for name in ("state/lists/partial", "cache/archives/partial", "etc/apt/preferences.d"):
            (folder / name).mkdir(parents=True)
        (folder / "status").write_text("")
        # apt reads the address of the test, which has no certificate
        save_updates("https://updates.kontor.example/apt", key, folder / "etc")
        source = folder / "etc/apt/sources.list.d/infodisk.sources"
        source.write_text(
            source.read_text("utf-8").replace("https://updates.kontor.example/apt", url), "utf-8"
        )

    def apt(self, tool, *words, status=0):
        places = {
            "Dir::State": "state",
            "Dir::State::status": "status",
            "Dir::Cache": "cache",
            "Dir::Etc": "etc/apt",
            "Dir::Etc::sourcelist": "none",
        }
        options = [f"{name}={self.folder / place}" for name, place in places.items()]
        options += ["APT::Architecture=amd64", "APT::Sandbox::User=root", "Acquire::Retries=0"]
        words = [*(each for option in options for each in ("-o", option)), *words]
        return run(tool, *words, env={**os.environ, "LC_ALL": "C", "no_proxy": "*"}, status=status)

    def newest(self):
        """The version that apt would install after asking the repository."""
        self.apt("apt-get", "update", "--error-on=any")
        return self.candidate()

    def candidate(self):
        """The version that apt would install from what it has read."""
        lines = self.apt("apt-cache", "policy", "infodisk").splitlines()
        return next(line.split()[1] for line in lines if "Candidate" in line)


def flip_a_bit(path, position):
    data = bytearray(path.read_bytes())
    data[position] ^= 1
    path.write_bytes(data)


@pytest.fixture
def device(repository, tmp_path):
    return Device(tmp_path / "device", repository.url, repository.key)


def test_a_device_is_offered_each_new_version_and_downloads_it(repository, device, tmp_path, monkeypatch):
    assert device.newest() == "1.0"
    repository.signer.put(repository.folder, package(repository.deb, "1.1"))
    assert device.newest() == "1.1"
    monkeypatch.chdir(tmp_path)
    device.apt("apt-get", "download", "infodisk")
    assert (tmp_path / "infodisk_1.1_amd64.deb").read_bytes() == (
        repository.deb / "infodisk_1.1_amd64.deb"
    ).read_bytes()
    device.apt("apt-get", "download", "infodisk=1.0")  # it can go back


def test_security_updates_come_by_themselves_and_nothing_else_does(device):
    config = device.folder / "etc/apt/apt.conf.d/60infodisk-upgrades"
    dump = run("apt-config", "dump", env={**os.environ, "APT_CONFIG": str(config)})
    assert 'Unattended-Upgrade::Origins-Pattern:: "origin=Debian,label=Debian-Security";' in dump
    assert "origin=Infodisk" not in dump


def test_nothing_is_taken_that_another_key_has_signed(repository, device, signers):
    device.newest()
    thief = signers()
    thief.put(repository.folder, package(repository.deb, "6.6"))
    assert "NO_PUBKEY" in device.apt("apt-get", "update", "--error-on=any", status=100)
    assert "6.6" not in device.apt("apt-cache", "policy", "infodisk")


@pytest.mark.parametrize("pattern", ["stable/InRelease", "stable/main/**/*", "**/Packages*"])
def test_an_index_that_was_changed_is_refused(repository, device, pattern):
    device.newest()
    repository.signer.put(repository.folder, package(repository.deb, "1.1"))
    for path in filter(Path.is_file, (repository.folder / "dists").glob(pattern)):
        flip_a_bit(path, path.stat().st_size // 2)
        os.utime(path, (FIRST_DAY * 2 * DAY_S, FIRST_DAY * 2 * DAY_S))
    taken = "Packages" in pattern  # apt reads an index under its hash, and that one is as it was
    device.apt("apt-get", "update", "--error-on=any", status=0 if taken else 100)
    assert device.candidate() == ("1.1" if taken else "1.0")


def test_a_package_that_was_changed_is_refused(repository, device, tmp_path, monkeypatch):
    device.newest()
    path = repository.folder / "pool/infodisk_1.0_amd64.deb"
    flip_a_bit(path, -9)
    monkeypatch.chdir(tmp_path)
    assert "Hash Sum mismatch" in device.apt("apt-get", "download", "infodisk", status=100)
    assert not (tmp_path / "infodisk_1.0_amd64.deb").exists()


def test_a_version_is_never_replaced_by_other_content(repository):
    other = package(repository.deb, "1.0", content="x")
    other = other.rename(repository.deb / "again.deb")
    (repository.deb / "other").mkdir()
    other = other.rename(repository.deb / "other/infodisk_1.0_amd64.deb")
    before = (repository.folder / "dists/stable/InRelease").read_bytes()
    assert "give the new one a new version" in repository.signer.put(repository.folder, other, status=1)
    assert (repository.folder / "dists/stable/InRelease").read_bytes() == before


@pytest.mark.parametrize(
    "url",
    [
        "http://updates.kontor.example",
        "https://x.example/ stable",
        "https://x.example/\nTrusted: yes",
        "x",
        "",
    ],
)
def test_an_address_that_could_say_more_is_refused(tmp_path, url):
    with pytest.raises(ValueError, match="expected the address of a repository"):
        save_updates(url, b"-----BEGIN PGP PUBLIC KEY BLOCK-----", tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_public_key_is_refused(tmp_path):
    with pytest.raises(ValueError, match="a public OpenPGP key"):
        save_updates("https://x.example/apt", b"-----BEGIN PGP PRIVATE KEY BLOCK-----", tmp_path)


def test_a_second_run_changes_nothing(tmp_path):
    words = ("https://x.example/apt", b"-----BEGIN PGP PUBLIC KEY BLOCK-----", tmp_path)
    assert [save_updates(*words), save_updates(*words)] == [True, False]
