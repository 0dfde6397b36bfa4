"""deploy/deb/licences.py: nothing is packaged without the text of its licence."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "deploy" / "deb" / "licences.py"


def listed(site, output):
    return subprocess.run(
        [sys.executable, SCRIPT, site, output], capture_output=True, text=True, timeout=60, check=False
    )


def put(site, name, **files):
    info = site / f"{name}-1.0.dist-info"
    (info / "licenses").mkdir(parents=True)
    (info / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\nLicense-Expression: MIT\n", encoding="utf-8")
    for file, text in files.items():
        (info / file.replace("__", "/")).write_text(text, encoding="utf-8")


def test_each_package_is_listed_with_its_licence(tmp_path):
    put(tmp_path / "site", "one", LICENSE="the text")
    assert listed(tmp_path / "site", tmp_path / "out/list.md").returncode == 0
    assert "| one | 1.0 | MIT | one-1.0.dist-info/LICENSE |\n" in (tmp_path / "out/list.md").read_text()


def test_what_lies_in_the_folder_of_licences_is_a_text_whatever_its_name(tmp_path):
    put(tmp_path / "site", "one", licenses__pdfium="the text")
    assert listed(tmp_path / "site", tmp_path / "list.md").returncode == 0
    assert "| one-1.0.dist-info/licenses/pdfium |\n" in (tmp_path / "list.md").read_text()


def test_a_package_without_a_text_fails(tmp_path):
    put(tmp_path / "site", "one", LICENSE="the text")
    put(tmp_path / "site", "two")
    done = listed(tmp_path / "site", tmp_path / "list.md")
    assert (done.returncode, done.stderr) == (1, "licences.py: two contains no licence text\n")
