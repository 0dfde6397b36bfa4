"""The Debian package in a clean root under a real systemd: installed, started, frozen, upgraded, removed."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.cli.demo import SCREEN, publish_sample, serve_folder
from kiosk.resources import sample_feed
from kiosk.webshot.render_request import RenderRequest
from tests.end2end.device_root import (
    ROOT,
    boot_into,
    boot_words,
    build_package,
    debian_root,
    install,
    needs_root,
    needs_tools,
    package_tree,
    repack,
    run,
)
from tests.end2end.web_host import make_authority, web_host

UNITS = ROOT / "deploy" / "systemd"
HERE = Path(__file__).parent

pytestmark = pytest.mark.xdist_group("sessions")


@pytest.mark.parametrize("unit", sorted(each.name for each in UNITS.glob("*.service")))
def test_the_sandbox_of_the_unit_is_tight(unit):
    run("systemd-analyze", "security", "--offline=true", "--threshold=30", "--no-pager", UNITS / unit)


def test_systemd_listens_on_no_port():
    sockets = list(UNITS.glob("*.socket"))
    lines = [line for each in sockets for line in each.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if line.startswith("Listen")] == ["ListenStream=/run/infodisk-web.socket"]


@pytest.fixture(scope="module")
def package():
    """Build the package of this checkout, and one of a later version."""
    built = build_package()
    return built, repack(built, "+later", built.with_name("infodisk_later.deb"))


def test_shells_find_how_to_complete_the_command(package):
    shared = package_tree() / "usr/share"
    scripts = (
        "bash-completion/completions/kiosk",
        "zsh/vendor-completions/_kiosk",
        "fish/vendor_completions.d/kiosk.fish",
    )
    assert all("_KIOSK_COMPLETE" in (shared / each).read_text(encoding="utf-8") for each in scripts)


def test_the_licence_of_everything_in_the_package_lies_in_it(package):
    root = package_tree()
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
    """Make a Debian 12."""
    with debian_root(lambda: request.getfixturevalue("package")) as root:  # is built meanwhile
        yield root


def prepare_trial(root, later, trusted, order):
    (root / "root/order").write_bytes(order.line())
    shutil.copy(later, root / "root/later.deb")
    shutil.copy(trusted, root / "root/root.json")
    boot_into(root, HERE / "package_trial.sh")


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
        run(*boot_words(clean_root), stdin=subprocess.DEVNULL)
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
