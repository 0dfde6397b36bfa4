"""Packages that hold almost nothing, and somebody who signs a repository of them."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("infodisk", "infodisk-web")
DAY_S, FIRST_DAY = 86400, 20_000


def run(*command, env=None, status=0):
    done = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, timeout=120, check=False, env=env
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def package(folder, version, content="", name="infodisk", *, arch="amd64", **scripts):
    """Build a package that holds almost nothing, with maintainer scripts such as `postinst`."""
    root = folder / f"{name}-{version}-{arch}"
    (root / "DEBIAN").mkdir(parents=True)
    (root / "DEBIAN/control").write_text(
        f"Package: {name}\nVersion: {version}\nArchitecture: {arch}\n"
        f"Maintainer: Infodisk <infodisk@kontor.example>\nDescription: a test {content}\n"
    )
    for script, text in scripts.items():
        (root / "DEBIAN" / script).write_text(f"#!/bin/sh\n{text}\n")
        (root / "DEBIAN" / script).chmod(0o755)
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
