"""A clean Debian under a real systemd (systemd-nspawn), with the package of this checkout."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_S = 500
ROOM = 6 << 30  # bytes
WATCHDOG_S = 10

HEADLESS = f"""\
[Service]
Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
WatchdogSec={WATCHDOG_S}
"""
HAS_RENDERER = "from kiosk.webshot.renderer_client import has_renderer; print(has_renderer())"
TRIAL = """\
[Unit]
After=dbus.service seatd.service
[Service]
Type=oneshot
ExecStart=/root/trial.sh
"""

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to make another root file system")
needs_tools = pytest.mark.skipif(
    not (shutil.which("mmdebstrap") and shutil.which("systemd-nspawn") and shutil.which("dpkg-deb")),
    reason="mmdebstrap, systemd-container and dpkg are not all installed: deploy/setup.sh test installs them",
)


def run(*words, **more):
    done = subprocess.run(
        list(map(str, words)),
        capture_output=True,
        timeout=MOST_S,
        check=False,
        **{"text": True, **more},
    )
    assert done.returncode == 0, (words, done.stdout[-3000:], done.stderr[-3000:])
    return done.stdout


def build_package():
    """Build the package of this checkout; returns its path."""
    env = {**os.environ, "PYTHON": sys.executable, "LEVEL": "1"}
    return ROOT / run("deploy/deb/build.sh", cwd=ROOT, env=env).strip().splitlines()[-1]


def package_tree():
    """The tree that the package was built from."""
    return ROOT / "build" / "deb" / run("dpkg", "--print-architecture").strip() / "root"


def repack(built, addition, out):
    """Pack the tree that `built` came from again, as a later version; returns `out`."""
    tree = package_tree()
    control, module = tree / "DEBIAN/control", tree / "opt/infodisk/lib/site-packages/kiosk/__init__.py"
    before = {path: path.read_text(encoding="utf-8") for path in (control, module)}
    version = built.name.split("_")[1]
    for path, form in ((control, "Version: {}\n"), (module, '"{}"')):
        text = before[path].replace(form.format(version), form.format(version + addition))
        path.write_text(text, encoding="utf-8")
    run("dpkg-deb", "--root-owner-group", "-Zzstd", "-z1", "-b", tree, out)
    for path, text in before.items():
        path.write_text(text, encoding="utf-8")
    return out


@contextmanager
def debian_root(meanwhile):
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
    try:
        with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as making:
            meanwhile()
            assert making.wait(MOST_S) == 0, making.stderr.read()
        policy = root / "usr/sbin/policy-rc.d"
        policy.write_text("#!/bin/sh\nexit 101\n", encoding="ascii")
        policy.chmod(0o755)
        (root / "etc/hosts").write_text("127.0.0.1 localhost\n", encoding="ascii")  # as Debian's installer
        yield root
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def install(root, package):
    """Install the package and the engine for web pages of the same version."""
    shutil.copy(package, root / "root/first.deb")
    shutil.copy(package.with_name(package.name.replace("infodisk_", "infodisk-web_")), root / "root/web.deb")
    words = ("apt-get", "-q", "-y", "--no-install-recommends", "install")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run("chroot", root, "apt-get", "-q", "update", env=env)
    run("chroot", root, *words, "/root/first.deb", "procps", env=env)
    before = run("chroot", root, "/opt/infodisk/bin/python3", "-c", HAS_RENDERER).strip()
    run("chroot", root, *words, "/root/web.deb", env=env)
    assert (before, run("chroot", root, "/opt/infodisk/bin/python3", "-c", HAS_RENDERER).strip()) == (
        "False",
        "True",
    )
    site = root / "opt/infodisk/lib/site-packages"
    assert not uncompiled(site)
    assert any((site / "shiboken6/files.dir").rglob("*.pyc"))


def uncompiled(site):
    """The packages that Python would compile again at each start and each poll, as it may not write there."""
    return [
        package
        for package in site.glob("*/__init__.py")
        if not any((package.parent / "__pycache__").glob("__init__.*.pyc"))
    ]


def boot_into(root, script):
    """Let the root draw without a display, and run a script at its next boot."""
    target = root / "root/trial.sh"
    shutil.copy(script, target)
    target.chmod(0o755)
    units = root / "etc/systemd/system"
    (units / "infodisk.service.d").mkdir(parents=True, exist_ok=True)
    (units / "infodisk.service.d/headless.conf").write_text(HEADLESS, encoding="ascii")
    (units / "trial.service").write_text(TRIAL, encoding="ascii")
    wants = units / "multi-user.target.wants"
    wants.mkdir(exist_ok=True)
    if not (wants / "trial.service").is_symlink():
        (wants / "trial.service").symlink_to("/etc/systemd/system/trial.service")


def boot_words(root):
    """The command that boots a root."""
    return ("systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "-D", str(root), "-b")
