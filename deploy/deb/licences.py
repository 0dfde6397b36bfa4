"""Write the list of shipped packages, with the licence of each and the path of its text.

    python licences.py SITE-PACKAGES OUTPUT.md

Adds licence texts from /usr/share/common-licenses for the wheels that contain none (Qt's). Exits with 1 if a
package has no text: look up its licence, then add its name to `WITHOUT_TEXT`.
"""

import shutil
import sys
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path

COMMON = Path("/usr/share/common-licenses")
WITHOUT_TEXT = dict.fromkeys(
    ("PySide6_Addons", "PySide6_Essentials", "shiboken6"), ("LGPL-3", "GPL-3", "LGPL-2.1")
)
NAMES = ("LICEN", "COPYING", "NOTICE")
INSTALLED = "/opt/infodisk/lib/site-packages"
HEAD = f"""# Licences

The packages that this one ships, each with the path of its licence text in `{INSTALLED}`.

| package | version | licence | text |
| --- | --- | --- | --- |
"""
TAIL = """
The PySide6 wheels contain Qt, under LGPL-3, and third-party code in Qt, under the licences that Qt's
documentation lists as "Licenses and Attributions". This includes FFmpeg, under LGPL-2.1, and in infodisk-web
Chromium and its components, whose licences the engine shows at `chrome://credits`.

The pypdfium2 wheel contains PDFium and its components, the resvg_py wheel the Rust crates that its `sboms`
folder lists, and the Pillow wheel the libraries that its licence names.

The fonts in `kiosk/assets/fonts` are under the SIL Open Font License 1.1: `kiosk/assets/fonts/OFL.txt`.
"""


def main() -> int:
    """Write the list; return 1 if a package has no text."""
    site, output = Path(sys.argv[1]), Path(sys.argv[2])
    rows, without_text = [], []
    for folder in sorted(site.glob("*.dist-info"), key=lambda path: path.name.lower()):
        about = HeaderParser().parsestr((folder / "METADATA").read_text(encoding="utf-8"))
        add_texts(folder, about["Name"])
        paths = [path.relative_to(site).as_posix() for path in texts(folder)]
        without_text += [] if paths else [about["Name"]]
        rows.append(f"| {about['Name']} | {about['Version']} | {licence(about)} | {'<br>'.join(paths)} |")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(HEAD + "\n".join(rows) + "\n" + TAIL, encoding="utf-8")
    for name in without_text:
        print(f"licences.py: {name} contains no licence text", file=sys.stderr)
    return 1 if without_text else 0


def add_texts(folder: Path, name: str) -> None:
    """Copy the texts for a package that is known to contain none."""
    for text in WITHOUT_TEXT.get(name, ()):
        (folder / "licenses").mkdir(exist_ok=True)
        shutil.copyfile(COMMON / text, folder / "licenses" / f"LICENSE.{text}")


def texts(folder: Path) -> Iterator[Path]:
    """Yield the licence files: those named like one, and all files in `licenses` (PEP 639)."""
    for path in sorted(folder.rglob("*")):
        in_place = path.relative_to(folder).parts[0] == "licenses"
        if path.is_file() and (in_place or path.name.upper().startswith(NAMES)):
            yield path


def licence(about: dict[str, str]) -> str:
    """Return the licence that a package's metadata names."""
    named = about["License-Expression"] or about["License"] or ""
    first = named.strip().splitlines()[0] if named.strip() else ""
    by_class = [
        each.rsplit(" :: ", 1)[-1] for each in about.get_all("Classifier", ()) if "License ::" in each
    ]
    return first or ", ".join(by_class) or "see its text"


if __name__ == "__main__":
    sys.exit(main())
