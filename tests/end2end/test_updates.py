"""A signed apt repository, and apt with the configuration that kiosk-setup writes: what it takes."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.cli.setup_updates import save_updates
from tests.sync.world import Handler, serving

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("infodisk", "infodisk-web")
DAY_S, FIRST_DAY = 86400, 20_000


def run(*command, env=None, status=0):
    done = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, timeout=120, check=False, env=env
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def package(folder, version, content="", name="infodisk", arch="amd64"):
    """Build a package that holds almost nothing."""
    root = folder / f"{name}-{version}-{arch}"
    (root / "DEBIAN").mkdir(parents=True)
    (root / "DEBIAN/control").write_text(
        f"Package: {name}\nVersion: {version}\nArchitecture: {arch}\n"
        f"Maintainer: Infodisk <infodisk@kontor.example>\nDescription: a test {content}\n"
    )
    out = folder / f"{name}_{version}_{arch}{content}.deb"
    run("dpkg-deb", "--root-owner-group", "-b", root, out)
    shutil.rmtree(root)
    return out


class Signer:
    """Somebody with an OpenPGP key."""

    def __init__(self, home, first_day):
        home.mkdir(mode=0o700)
        self.home, self.puts = home, first_day
        self.env = {**os.environ, "GNUPGHOME": str(home), "SIGN_KEY": "release@kontor.example"}
        batch = ("--batch", "--passphrase", "", "--pinentry-mode", "loopback")
        run("gpg", *batch, "--quick-gen-key", "release@kontor.example", "ed25519", "sign", env=self.env)

    def put(self, repository, *packages, status=0):
        said = run(ROOT / "deploy/deb/repository.sh", repository, *packages, env=self.env, status=status)
        self.puts += 1
        release = repository / "dists/stable/InRelease"
        os.utime(release, (self.puts * DAY_S, self.puts * DAY_S))  # apt asks what is newer, in whole seconds
        return said

    def close(self):
        run("gpgconf", "--homedir", self.home, "--kill", "all", env=self.env)


@pytest.fixture
def signers(tmp_path):
    """Make signers, whose agents end with the test; gpg wants a short path."""
    made = []

    def make():
        home = Path(f"/tmp/infodisk-gpg-{os.getpid()}-{len(made)}")  # noqa: S108
        made.append(Signer(home, FIRST_DAY + 99 * len(made)))
        return made[-1]

    yield make
    for each in made:
        each.close()
        shutil.rmtree(each.home)


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
        lines = self.apt("apt-cache", "policy", "infodisk").splitlines()
        return next(line.split()[1] for line in lines if "Candidate" in line)


@pytest.fixture
def repository(tmp_path, signers):
    """A repository with one version, its signer, its address, and the packages of later versions."""
    folder, signer = tmp_path / "apt", signers()
    (tmp_path / "deb").mkdir()
    for arch in ("amd64", "arm64"):
        signer.put(folder, *(package(tmp_path / "deb", "1.0", name=name, arch=arch) for name in NAMES))
    with serving(folder, Handler) as server:
        server.folder, server.signer, server.deb = folder, signer, tmp_path / "deb"
        server.key = (folder / "infodisk.asc").read_bytes()
        yield server


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
    config = device.folder / "etc/apt/apt.conf.d/60infodisk-upgrades"
    dump = run("apt-config", "dump", env={**os.environ, "APT_CONFIG": str(config)})
    assert 'Unattended-Upgrade::Origins-Pattern:: "origin=Infodisk,codename=stable";' in dump


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
        path.write_bytes(path.read_bytes().replace(b"1", b"6"))
        os.utime(path, (FIRST_DAY * 2 * DAY_S, FIRST_DAY * 2 * DAY_S))
    taken = "Packages" in pattern  # apt reads an index under its hash, and that one is as it was
    device.apt("apt-get", "update", "--error-on=any", status=0 if taken else 100)
    assert "6.6" not in device.apt("apt-cache", "policy", "infodisk")


def test_a_package_that_was_changed_is_refused(repository, device, tmp_path, monkeypatch):
    device.newest()
    path = repository.folder / "pool/infodisk_1.0_amd64.deb"
    data = bytearray(path.read_bytes())
    data[-9] ^= 1
    path.write_bytes(data)
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
