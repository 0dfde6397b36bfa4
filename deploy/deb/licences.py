"""Write the list of what the package ships, with the licence of each and where its text lies.

    python licences.py SITE-PACKAGES OUTPUT.md

Adds the licence texts of those whose wheels bring none (Qt's), from /usr/share/common-licenses. Ends 1 if
something has no text: look its licence up, then add its name to `WITHOUT_TEXT`.
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

What this package ships, and where in `{INSTALLED}` the text of its licence lies.

| package | version | licence | text |
| --- | --- | --- | --- |
"""
TAIL = """
The wheels of PySide6 hold Qt, under LGPL-3, and code of others that Qt contains, under the licences that Qt's
documentation lists as "Licenses and Attributions": among them FFmpeg, under LGPL-2.1, and in infodisk-web
Chromium with its parts, whose licences the engine shows at `chrome://credits`.

The wheel of pypdfium2 holds PDFium and its parts, that of resvg_py the crates of Rust that its `sboms` folder
lists, and that of Pillow the libraries that its licence names.

The fonts in `kiosk/assets/fonts` are under the SIL Open Font License 1.1: `kiosk/assets/fonts/OFL.txt`.
"""


def main() -> int:
    """Write the list; return 1 if anything has no text."""
    site, output = Path(sys.argv[1]), Path(sys.argv[2])
    rows, bare = [], []
    for folder in sorted(site.glob("*.dist-info"), key=lambda path: path.name.lower()):
        about = HeaderParser().parsestr((folder / "METADATA").read_text(encoding="utf-8"))
        add_texts(folder, about["Name"])
        found = [path.relative_to(site).as_posix() for path in texts(folder)]
        bare += [] if found else [about["Name"]]
        rows.append(f"| {about['Name']} | {about['Version']} | {licence(about)} | {'<br>'.join(found)} |")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(HEAD + "\n".join(rows) + "\n" + TAIL, encoding="utf-8")
    for name in bare:
        print(f"licences.py: {name} brings no text of its licence", file=sys.stderr)
    return 1 if bare else 0


def add_texts(folder: Path, name: str) -> None:
    """Copy the texts of what is known to bring none."""
    for text in WITHOUT_TEXT.get(name, ()):
        (folder / "licenses").mkdir(exist_ok=True)
        shutil.copyfile(COMMON / text, folder / "licenses" / f"LICENSE.{text}")


def texts(folder: Path) -> Iterator[Path]:
    """Yield the files that hold a licence: by their name, or all that lie in `licenses` (PEP 639)."""
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
