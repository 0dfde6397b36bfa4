"""Upgrading and going back: the real scripts, apt and dpkg, in a root of their own."""

import os
import subprocess
from pathlib import Path

import pytest

from kiosk.cli import upgrade_guard
from kiosk.cli.setup_updates import save_updates
from kiosk.fleet.version_health import failed_upgrade
from tests.end2end.apt_host import package, run

MINUTES = 10


class Device:
    """A device: its packages below `root`, and what its kiosk and its systemd say."""

    def __init__(self, folder, repository):
        self.folder, self.root = folder, folder / "root"
        for name in ("root/var/lib/dpkg/info", "root/var/lib/dpkg/updates", "state/lists/partial"):
            (folder / name).mkdir(parents=True)
        for name in ("cache/archives/partial", "etc/apt/preferences.d", "bin", "log", "run"):
            (folder / name).mkdir(parents=True)
        (self.root / "var/lib/dpkg/status").touch()
        (self.root / "var/lib/dpkg/available").touch()
        save_updates("https://updates.kontor.example/apt", repository.key, folder / "etc")
        self.point_to(repository.url)
        self.scripts, self.state = folder / "etc/infodisk-upgrades", folder / "guard"
        self.permitted = folder / "run/permitted"
        self.pins = folder / "etc/apt/preferences.d/infodisk"
        self.health = folder / "run/version"
        self.systemctl("exit 0")
        dpkg = f'#!/bin/sh\nexec /usr/bin/dpkg --root={self.root} --log=/dev/null "$@"\n'
        query = f'#!/bin/sh\nexec /usr/bin/dpkg-query --admindir={self.root}/var/lib/dpkg "$@"\n'
        for name, text in (("dpkg", dpkg), ("dpkg-query", query)):
            self._tool(name, text)
        # Without caches, which apt knows by whole seconds: a test changes its packages twice in one.
        (folder / "apt.conf").write_text(
            f'Dir::State "{folder}/state";\nDir::State::status "{self.root}/var/lib/dpkg/status";\n'
            f'Dir::Cache "{folder}/cache";\nDir::Etc "{folder}/etc/apt";\nDir::Etc::sourcelist "none";\n'
            f'Dir::Log "{folder}/log";\nDir::Bin::dpkg "{folder}/bin/dpkg";\nAPT::Architecture "amd64";\n'
            'Dir::Cache::pkgcache "";\nDir::Cache::srcpkgcache "";\n'
            'APT::Sandbox::User "root";\nAcquire::Retries "0";\nDPkg::Use-Pty "false";\n'
        )
        path = f"{folder}/bin:{os.environ['PATH']}:/usr/sbin:/sbin"
        self.env = {**os.environ, "APT_CONFIG": str(folder / "apt.conf"), "PATH": path, "LC_ALL": "C"}
        self.env |= {"no_proxy": "*"}

    def point_to(self, url):
        source = self.folder / "etc/apt/sources.list.d/infodisk.sources"
        lines = source.read_text("utf-8").splitlines()
        source.write_text("\n".join(f"URIs: {url}" if "URIs" in each else each for each in lines) + "\n")

    def _tool(self, name, text):
        path = self.folder / "bin" / name
        path.write_text(text, "utf-8")
        path.chmod(0o755)

    def systemctl(self, text):
        """Let `systemctl` answer so; this machine's own units are none of a test's business."""
        self._tool("systemctl", f"#!/bin/sh\n{text}\n")

    def apt(self, *words, status=0):
        return run("apt-get", "-y", *words, env=self.env, status=status)

    def install(self, *names):
        """Install what is newest by hand."""
        self.apt("update")
        self.apt("install", *(names or ("infodisk",)))

    def fetch(self, status=0):
        """Let the night's download run; returns what it said."""
        words = ["/bin/sh", self.scripts / "fetch", self.state, self.permitted, self.pins]
        return run(*words, env=self.env, status=status)

    def upgrade(self, version):
        """Let a night pass in which the feed permits this version."""
        self.permitted.write_text(f"{version}\n", encoding="utf-8")
        self.fetch()
        return self.minute()

    def says(self, word, version=None):
        """Let the kiosk say how it is."""
        self.health.write_text(f"{version or self.version()} {word}\n")

    def status(self, name="infodisk"):
        return run("dpkg-query", "-W", "-f", "${db:Status-Status}", name, env=self.env)

    def version(self, name="infodisk"):
        return run("dpkg-query", "-W", "-f", "${Version}", name, env=self.env)

    def minute(self, count=1):
        """Let the timer run the guard so often; returns what it said."""
        words = ["/bin/sh", self.scripts / "guard", self.state, self.health, self.pins]
        said = ""
        for _ in range(count):
            done = subprocess.run(
                words, env=self.env, capture_output=True, text=True, timeout=120, check=False
            )
            said += done.stdout + done.stderr
        return said


@pytest.fixture
def device(repository, tmp_path):
    """A device on which version 1.0 has come up."""
    made = Device(tmp_path / "device", repository)
    made.install()
    made.says("drawn")
    assert "version 1.0 has come up" in made.minute()
    made.fetch()
    return made


@pytest.fixture
def release(repository):
    """Publish the next version."""

    def make(version, **more):
        names = ("infodisk", "infodisk-web")
        made = [package(repository.deb, version, name=name, **more) for name in names]
        repository.signer.put(repository.folder, *made)

    return make


def test_a_version_that_comes_up_stays(device, release):
    release("1.1")
    assert "upgrading from 1.0 to 1.1" in device.upgrade("1.1")
    device.says("starting")
    device.minute(MINUTES - 1)
    device.says("drawn")
    assert "version 1.1 has come up" in device.minute()
    assert device.minute(2 * MINUTES) == ""
    assert device.version() == "1.1"
    assert [path.name for path in (device.state / "packages").iterdir()] == ["1.1"]


@pytest.mark.parametrize("permitted", ["", "1.0", "0.9", "1.2", None])
def test_a_version_that_the_feed_does_not_permit_is_not_taken(device, release, permitted):
    release("1.1")
    if permitted is not None:
        device.permitted.write_text(f"{permitted}\n", encoding="utf-8")
    device.fetch(status=1 if permitted == "1.2" else 0)  # which is not there
    assert device.minute(MINUTES) == ""
    assert device.version() == "1.0"


@pytest.mark.parametrize("said", ["1.1 -o x=y", "1.1\n1.2", "-1", "../1.1", "1.1;id", "1/1", "$(id)", "*"])
def test_what_is_no_version_is_not_asked_for(device, release, said):
    release("1.1")
    device.permitted.write_text(said, encoding="utf-8")
    device.fetch()
    assert not (device.state / "next").exists()


def test_without_a_way_back_there_is_no_way_forward(repository, tmp_path, release):
    device = Device(tmp_path / "device", repository)
    own = package(tmp_path, "0.9")
    run("dpkg", "-i", own, env=device.env)
    device.says("drawn")
    device.minute()
    device.permitted.write_text("1.0\n", encoding="utf-8")
    assert "no way back" in device.fetch(status=1)
    assert device.minute() == ""
    assert device.version() == "0.9"


@pytest.mark.parametrize("word", ["starting", "safe"])
def test_a_version_that_does_not_come_up_is_taken_back_and_never_taken_again(device, release, word):
    release("1.1")
    device.upgrade("1.1")
    device.says(word)
    device.minute(MINUTES - 1)
    assert device.version() == "1.1"
    assert "version 1.1 has not come up in 10 minutes: going back to 1.0" in device.minute()
    assert device.version() == "1.0"
    failed = device.state / "failed"
    assert (failed_upgrade("1.0", failed), failed_upgrade("1.1", failed)) == ("1.1", "")
    device.says("drawn")
    device.upgrade("1.1")
    device.install()  # nor by hand, unless it is named
    assert device.version() == "1.0"
    release("1.2")
    device.upgrade("1.2")
    device.says("drawn")
    device.minute()
    assert device.version() == "1.2"
    assert failed_upgrade("1.2", failed) == ""


def test_a_version_that_never_says_anything_is_taken_back_without_a_network(device, release, repository):
    release("1.1")
    device.upgrade("1.1")
    device.apt("clean")
    repository.shutdown()
    repository.server_close()  # refuse at once
    device.says("drawn", "1.0")  # what the version before had said
    device.minute(MINUTES)
    assert device.version() == "1.0"


def test_two_bad_versions_one_after_the_other_are_both_refused(device, release):
    for version in ("1.1", "1.2"):
        release(version)
        device.says("drawn")
        device.upgrade(version)
        assert device.version() == version
        device.says("starting")
        device.minute(MINUTES)
        assert device.version() == "1.0"
    device.says("drawn")
    device.upgrade("1.2")
    assert device.version() == "1.0"


def test_the_engine_for_web_pages_goes_forward_and_back_with_it(device, release):
    device.apt("install", "infodisk-web=1.0")
    release("1.1")
    device.upgrade("1.1")
    assert (device.version(), device.version("infodisk-web")) == ("1.1", "1.1")
    device.says("starting")
    device.minute(MINUTES)
    assert (device.version(), device.version("infodisk-web")) == ("1.0", "1.0")


def test_an_upgrade_that_was_interrupted_is_finished_and_judged(device, release, repository):
    release("1.1")
    run("dpkg", "--unpack", repository.deb / "infodisk_1.1_amd64.deb", env=device.env)
    device.says("drawn", "1.0")
    device.minute()
    assert (device.status(), device.version()) == ("installed", "1.1")
    device.minute(MINUTES - 1)
    assert device.version() == "1.0"


def test_a_version_that_is_half_unpacked_is_put_back_whole(device, release):
    release("1.1", preinst="kill -9 $(cut -d' ' -f4 /proc/$PPID/stat) $PPID")  # a power cut
    device.permitted.write_text("1.1\n", encoding="utf-8")
    device.fetch()
    device.minute()
    status = device.root / "var/lib/dpkg/status"
    status.write_text(status.read_text().replace("install ok installed", "install reinstreq half-installed"))
    assert device.status() == "half-installed"
    device.minute()
    assert (device.status(), device.version()) == ("installed", "1.0")


def test_a_package_that_cannot_be_configured_is_taken_back(device, release):
    release("1.1", postinst="exit 1")
    device.upgrade("1.1")
    device.minute(MINUTES)
    assert (device.status(), device.version()) == ("installed", "1.0")


def test_while_the_display_is_off_a_running_kiosk_has_all_the_time(device, release):
    release("1.1")
    device.upgrade("1.1")
    device.says("dark")
    device.minute(3 * MINUTES)
    assert device.version() == "1.1"
    device.systemctl('[ "$1" != is-active ]')  # it has died since
    device.minute(MINUTES)
    assert device.version() == "1.0"


def test_a_version_is_only_left_for_another_once_it_has_come_up(device, release):
    release("1.1")
    device.upgrade("1.1")
    release("1.2")
    device.health.unlink()
    device.upgrade("1.2")
    assert device.version() == "1.1"
    device.says("drawn")
    device.minute()
    assert device.version() == "1.2"


def test_minutes_count_across_a_restart_and_anew_for_another_version(device, release):
    release("1.1")
    device.upgrade("1.1")
    device.health.unlink()  # memory is empty after a power cut
    device.minute(MINUTES - 1)
    release("1.2")
    device.install()
    device.minute(MINUTES - 1)
    assert device.version() == "1.2"
    device.minute()
    assert device.version() == "1.0"


@pytest.mark.parametrize("state", ["the first version", "a kiosk that nobody wants to run", "no package"])
def test_nothing_is_done_where_there_is_nothing_to_go_back_to(device, release, state):
    release("1.1")
    device.upgrade("1.1")
    if state == "the first version":
        (device.state / "good").unlink()
    elif state == "no package":
        run("dpkg", "--purge", "infodisk", env=device.env)
    else:
        device.systemctl("exit 1")
    device.says("starting", "1.1")
    assert device.minute(2 * MINUTES) == ""
    assert not device.pins.exists()


@pytest.mark.parametrize("said", ["1.1 $(touch x)", "1.1 drawn; x", "1.1 drawn " * 99, "\0\xff", "pipe"])
def test_what_the_kiosk_says_is_only_compared(device, release, said):
    release("1.1")
    device.upgrade("1.1")
    if said == "pipe":
        device.health.unlink()
        os.mkfifo(device.health)
    else:
        device.health.write_text(said)
    device.minute()
    assert (device.state / "tries").read_text() == "1.1 1\n"
    assert (device.state / "good").read_text() == "1.0\n"


@pytest.mark.parametrize("name", ["guard", "fetch"])
def test_the_units_run_these_scripts_in_a_tight_sandbox(tmp_path, name):
    save_updates("https://x.example/apt", b"-----BEGIN PGP PUBLIC KEY BLOCK-----", tmp_path)
    unit = tmp_path / f"systemd/system/infodisk-upgrade-{name}.service"
    lines = unit.read_text("utf-8").splitlines()
    words = next(line for line in lines if line.startswith("ExecStart=")).split()
    assert Path(words[1]) == Path("/etc") / (tmp_path / "infodisk-upgrades" / name).relative_to(tmp_path)
    said = {"guard": upgrade_guard.HEALTH, "fetch": upgrade_guard.PERMITTED}[name]
    assert words[2:] == [upgrade_guard.STATE, said, upgrade_guard.PINS]
    run("sh", "-n", tmp_path / "infodisk-upgrades" / name)
    run("systemd-analyze", "security", "--offline=true", "--threshold=30", "--no-pager", unit)


def test_no_upgrade_while_no_network_is_there_and_no_network_while_it_is_installed(tmp_path):
    save_updates("https://x.example/apt", b"-----BEGIN PGP PUBLIC KEY BLOCK-----", tmp_path)
    units = tmp_path / "systemd/system"
    guard = (units / "infodisk-upgrade-guard.service").read_text("utf-8").splitlines()
    assert "PrivateNetwork=yes" in guard
    fetch = (units / "infodisk-upgrade-fetch.service").read_text("utf-8").splitlines()
    writable = next(line for line in fetch if line.startswith("ReadWritePaths="))
    assert "/usr" not in writable
    assert "/etc" not in writable
    assert "OnUnitActiveSec=1min" in (units / "infodisk-upgrade-guard.timer").read_text("utf-8")
