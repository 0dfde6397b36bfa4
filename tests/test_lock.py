"""requirements/*.txt: what is installed is what was tested, by version and hash."""

import hashlib
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
GROUPS = PROJECT["dependency-groups"]
IN_BUNDLE = ("check", "fleet", "publish", "token", "translate")
LOCKS = {path.stem: path for path in sorted((ROOT / "requirements").glob("*.txt"))}
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
MOST_S = 120


@cache
def pins(name):
    """Each locked package of a lock file, by name."""
    lines = LOCKS[name].read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    found = [Requirement(line.split("--hash")[0]) for line in lines if not line.startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in found}


def version_of(pin):
    (specifier,) = pin.specifier
    assert specifier.operator == "==", pin
    return specifier.version


def wanted(name):
    """What pyproject.toml asks of a lock file."""
    if name == "build":
        return GROUPS["build"]
    more = {
        "dev": [*EXTRAS["dev"], *GROUPS["build"], *GROUPS["bundle"]],
        "bundle": [*(each for extra in IN_BUNDLE for each in EXTRAS[extra]), *GROUPS["bundle"]],
    }
    return [*PROJECT["project"]["dependencies"], *more.get(name, EXTRAS.get(name, []))]


def expanded(requirements):
    """The requirements, with the project's own extras replaced by what they ask."""
    for requirement in map(Requirement, requirements):
        if requirement.name != PROJECT["project"]["name"]:
            yield requirement
        for extra in requirement.extras if requirement.name == PROJECT["project"]["name"] else ():
            yield from expanded(EXTRAS[extra])


def holds(requirement, extras=()):
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in extras or ("",))


def closure(requirements):
    """The names of all that the requirements need here, as the installed packages say themselves."""
    seen = set()
    waiting = [r for r in requirements if holds(r)]
    while waiting:
        requirement = waiting.pop()
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if key not in seen:
            seen.add(key)
            needs = importlib.metadata.requires(requirement.name) or ()
            waiting += [r for r in map(Requirement, needs) if holds(r, requirement.extras)]
    return {name for name, _ in seen}


def test_there_is_a_lock_for_running_each_extra_and_building():
    assert set(LOCKS) == {"run", "build", "bundle", *EXTRAS}


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_is_a_version_with_hashes_and_names_no_index(name):
    for line in LOCKS[name].read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        if not line.startswith("#"):
            pin, *hashes = line.split(" --hash")
            version_of(Requirement(pin))
            assert hashes, line
            assert HASH.sub("", line).strip() == pin.strip(), line
        assert "/" not in line, "no address and no path"


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_has_what_pyproject_asks(name):
    for requirement in expanded(wanted(name)):
        pin = pins(name).get(canonicalize_name(requirement.name))
        assert pin, f"{requirement} is not locked: run `make lock`"
        assert requirement.specifier.contains(version_of(pin)), f"{requirement}: run `make lock`"


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_has_no_more_and_no_less_than_is_needed(name):
    here = {package for package, pin in pins(name).items() if holds(pin)}
    assert here == closure(expanded(wanted(name)))


@pytest.mark.parametrize("name", LOCKS)
def test_all_locks_agree(name):
    versions = {package: version_of(pin) for package, pin in pins(name).items()}
    assert versions.items() <= {package: version_of(pin) for package, pin in pins("dev").items()}.items()


def test_what_is_installed_is_what_is_locked():
    locked = {name: version_of(pin) for name, pin in pins("dev").items() if holds(pin)}
    assert {name: importlib.metadata.version(name) for name in locked} == locked


def make_wheel(folder, content):
    """Write a wheel of a package that consists of one file."""
    info = "sample-1.0.dist-info"
    path = folder / "sample-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("sample.py", content)
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: sample\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", f"sample.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def checkout(tmp_path):
    """A checkout whose locks name one package, with the hash of a wheel that its maker built."""
    tree = tmp_path / "checkout"
    shutil.copytree(ROOT / "deploy", tree / "deploy")
    shutil.copy(ROOT / "pyproject.toml", tree)
    (tree / "requirements").mkdir()
    (tmp_path / "wheels").mkdir()
    digest = make_wheel(tmp_path / "wheels", "made by its maker")
    for path in LOCKS.values():
        (tree / "requirements" / path.name).write_text(
            f"sample==1.0 --hash=sha256:{digest}\n", encoding="ascii"
        )
    return tree


def installed(checkout, *command):
    wheels = str(checkout.parent / "wheels")
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheels, "PIP_CONFIG_FILE": os.devnull}
    uv_offline = {"UV_NO_INDEX": "1", "UV_FIND_LINKS": wheels, "UV_NO_CACHE": "1"}
    env = {**os.environ, **offline, **uv_offline, "PYTHON": sys.executable, "VENV": str(checkout / ".venv")}
    return subprocess.run(
        command, cwd=checkout, env=env, capture_output=True, text=True, timeout=MOST_S, check=False
    )


def site_packages(checkout):
    return {path.name for path in checkout.rglob("sample.py")}


@pytest.mark.parametrize("command", [("deploy/setup.sh", "run"), ("deploy/deb/build.sh",)])
def test_a_wheel_with_another_hash_is_refused(checkout, command):
    assert make_wheel(checkout.parent / "wheels", "made by an attacker")
    done = installed(checkout, *command)
    assert done.returncode == 1, done.stderr
    assert re.search("DO NOT MATCH THE HASHES|Hash mismatch", done.stderr), done.stderr
    assert not site_packages(checkout)


@pytest.mark.parametrize("command", [("deploy/setup.sh", "run"), ("deploy/deb/build.sh",)])
def test_a_wheel_with_the_locked_hash_is_installed(checkout, command):
    installed(checkout, *command)  # ends without success: this checkout has no project to install
    assert site_packages(checkout)
