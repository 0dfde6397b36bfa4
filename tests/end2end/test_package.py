"""The Debian package in a clean root under a real systemd: installed, started, frozen, upgraded, removed."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from kiosk.cli.demo import SCREEN, publish_sample, serve_folder
from kiosk.resources import sample_feed
from kiosk.webshot.render_request import RenderRequest
from tests.end2end.web_host import make_authority, web_host

ROOT = Path(__file__).resolve().parents[2]
UNITS = ROOT / "deploy" / "systemd"
HERE = Path(__file__).parent
MOST_S = 500
ROOM = 6 << 30  # bytes
WATCHDOG_S = 10

HEADLESS = f"""\
[Service]
Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
WatchdogSec={WATCHDOG_S}
"""
HAS_ENGINE = "from kiosk.webshot.renderer_client import has_engine; print(has_engine())"
TRIAL = """\
[Unit]
After=dbus.service seatd.service
[Service]
Type=oneshot
ExecStart=/root/package_trial.sh
"""

pytestmark = pytest.mark.xdist_group("sessions")
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can make another root")
needs_tools = pytest.mark.skipif(
    not (shutil.which("mmdebstrap") and shutil.which("systemd-nspawn") and shutil.which("dpkg-deb")),
    reason="mmdebstrap, systemd-container and dpkg-deb are not installed: deploy/setup.sh test installs them",
)


def run(*words, **more):
    done = subprocess.run(
        list(map(str, words)), capture_output=True, text=True, timeout=MOST_S, check=False, **more
    )
    assert done.returncode == 0, f"{words}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


@pytest.mark.parametrize("unit", ["infodisk.service", "infodisk-web@.service"])
def test_the_sandbox_of_the_unit_is_tight(unit):
    run("systemd-analyze", "security", "--offline=true", "--threshold=30", "--no-pager", UNITS / unit)


@pytest.fixture(scope="module")
def package():
    """Build the package of this checkout, and one of a later version."""
    env = {**os.environ, "PYTHON": sys.executable, "LEVEL": "1"}
    built = ROOT / run("deploy/deb/build.sh", cwd=ROOT, env=env).strip().splitlines()[-1]
    tree = ROOT / "build" / "deb" / run("dpkg", "--print-architecture").strip() / "root"
    control = tree / "DEBIAN" / "control"
    printed = control.read_text(encoding="utf-8")
    version = next(line for line in printed.splitlines() if line.startswith("Version: "))
    control.write_text(printed.replace(version, f"{version}+later"), encoding="utf-8")
    later = built.with_name("infodisk_later.deb")
    run("dpkg-deb", "--root-owner-group", "-Zzstd", "-z1", "-b", tree, later)
    control.write_text(printed, encoding="utf-8")
    return built, later


def test_shells_find_how_to_complete_the_command(package):
    shared = ROOT / "build" / "deb" / run("dpkg", "--print-architecture").strip() / "root/usr/share"
    scripts = (
        "bash-completion/completions/kiosk",
        "zsh/vendor-completions/_kiosk",
        "fish/vendor_completions.d/kiosk.fish",
    )
    assert all("_KIOSK_COMPLETE" in (shared / each).read_text(encoding="utf-8") for each in scripts)


def test_the_licence_of_everything_in_the_package_lies_in_it(package):
    root = ROOT / "build" / "deb" / run("dpkg", "--print-architecture").strip() / "root"
    listed = (root / "usr/share/doc/infodisk/licences.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in listed.splitlines() if line.startswith("| ")][2:]
    site = root / "opt/infodisk/lib/site-packages"
    texts = {name: [site / text for text in files.split("<br>")] for name, _, _, files in rows}
    assert len(texts) == len(list(site.glob("*.dist-info")))
    assert all(text.stat().st_size for found in texts.values() for text in found)
    for name in ("PySide6_Addons", "PySide6_Essentials", "shiboken6"):
        assert any("GNU LESSER GENERAL PUBLIC" in text.read_text(encoding="utf-8") for text in texts[name])


@pytest.fixture(scope="module")
def clean_root(request):
    """Make a Debian 12, in memory where there is room: a package manager waits for the disk at each file."""
    memory = Path("/dev/shm")  # noqa: S108  # removed below
    has_room = memory.is_dir() and shutil.disk_usage(memory).free > ROOM
    folder = Path(tempfile.mkdtemp(prefix="infodisk-root-", dir=memory if has_room else None))
    root = folder / "debian"
    options = (f"--dpkgopt={option}" for option in ("force-unsafe-io", "path-exclude=/usr/share/locale/*"))
    words = (
        "mmdebstrap",
        "--quiet",
        "--variant=minbase",
        "--include=systemd-sysv",
        *options,
        "bookworm",
        root,
    )
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as making:
        request.getfixturevalue("package")  # is built meanwhile
        assert making.wait(MOST_S) == 0, making.stderr.read()
    policy = root / "usr/sbin/policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 101\n", encoding="ascii")
    policy.chmod(0o755)
    yield root
    shutil.rmtree(folder, ignore_errors=True)


def install(root, package):
    shutil.copy(package, root / "root/first.deb")
    shutil.copy(package.with_name(package.name.replace("infodisk_", "infodisk-web_")), root / "root/web.deb")
    words = ("apt-get", "-q", "-y", "--no-install-recommends", "install")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run("chroot", root, "apt-get", "-q", "update", env=env)
    run("chroot", root, *words, "/root/first.deb", "procps", env=env)
    before = run("chroot", root, "/opt/infodisk/bin/python3", "-c", HAS_ENGINE).strip()
    run("chroot", root, *words, "/root/web.deb", env=env)
    assert (before, run("chroot", root, "/opt/infodisk/bin/python3", "-c", HAS_ENGINE).strip()) == (
        "False",
        "True",
    )
    assert not uncompiled(root / "opt/infodisk/lib/site-packages")


def uncompiled(site):
    """The packages that Python would compile again at each start and each poll, as it may not write there."""
    return [
        package
        for package in site.glob("*/__init__.py")
        if not any((package.parent / "__pycache__").glob("__init__.*.pyc"))
    ]


def prepare_trial(root, later, trusted, order):
    (root / "etc/hosts").write_text(
        "127.0.0.1 localhost\n", encoding="ascii"
    )  # as Debian's installer writes it
    (root / "root/order").write_bytes(order.line())
    shutil.copy(later, root / "root/later.deb")
    shutil.copy(trusted, root / "root/root.json")
    shutil.copy(HERE / "package_trial.sh", root / "root/package_trial.sh")
    units = root / "etc/systemd/system"
    (units / "infodisk.service.d").mkdir(parents=True)
    (units / "infodisk.service.d/headless.conf").write_text(HEADLESS, encoding="ascii")
    (units / "trial.service").write_text(TRIAL, encoding="ascii")
    wants = units / "multi-user.target.wants"
    wants.mkdir(exist_ok=True)
    (wants / "trial.service").symlink_to("/etc/systemd/system/trial.service")


@needs_root
@needs_tools
def test_installed_started_frozen_upgraded_and_removed(clean_root, package, tmp_path):
    first, later = package
    install(clean_root, first)
    run("chroot", clean_root, "systemd-analyze", "verify", "/usr/lib/systemd/system/infodisk.service")
    assert "Infodisk" in run("chroot", clean_root, "kiosk", "--version")
    trusted = publish_sample(sample_feed(), tmp_path / "site", tmp_path / "keys")
    with serve_folder(tmp_path / "site") as url, web_host(*make_authority(tmp_path)) as web:
        web.pages["/"] = "<body style='background:#008844'><h1>Green"
        order = RenderRequest(
            web.url(), 1920, 1080, (web.host,), named=(web.host,), authorities=web.authority
        )
        prepare_trial(clean_root, later, trusted, order)
        (clean_root / "root/words").write_text(f"{url} {SCREEN}\n", encoding="ascii")
        boot = ("systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "-D", clean_root, "-b")
        run(*boot, stdin=subprocess.DEVNULL)
    result = (clean_root / "root/result").read_text(encoding="utf-8")
    steps = dict(line.split(" ", 1) for line in result.splitlines() if not line.startswith("#"))
    assert steps["started"] == "active", result
    assert steps["user"] == "infodisk", result
    assert steps["listening"] == "0", result
    assert steps["watchdog"] == "waits", result
    assert steps["after-restart"] == "active", result
    moments = ("session", "compositor", "kiosk", "beginning")
    assert {steps[f"stopped-at-{moment}"] for moment in moments} == {"success"}, result
    assert steps["crashes"] == "0", result
    assert steps["web"] == "picture", result
    assert int(steps["restarts"]) >= 1, result
    assert steps["after-freeze"] == "active", result
    crash = json.loads((clean_root / "root/crash.json").read_text(encoding="utf-8"))
    assert "Fatal Python error: Aborted" in crash["fault"]
    assert steps["after-upgrade"] == "active", result
    assert steps["version"].endswith("+later"), result
    assert steps["generation-after-upgrade"] == steps["generation"], result
    assert steps["after-remove"] == "gone", result
    assert steps["state-after-remove"] == steps["generation"], result
