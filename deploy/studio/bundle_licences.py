"""The licences of everything in the bundle: the texts, in a folder for each package, and a list of them."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "deploy" / "deb"))

from licences import WITHOUT_TEXT, licence, texts  # noqa: E402  # from the folder that was just put on the path

COMMON = Path(os.environ.get("LICENCE_TEXTS", "/usr/share/common-licenses"))
DOCUMENTATION = Path("/usr/share/doc")
MORE_TEXTS = {**WITHOUT_TEXT, "av": ("GPL-2", "LGPL-2.1"), "pillow_heif": ("GPL-2", "LGPL-3")}
"""The licence texts that no wheel contains: those of Qt, FFmpeg, x264, x265 and libheif."""

HEAD = """# Licences

Infodisk is under the Apache License 2.0 (`infodisk/LICENSE`), its fonts under the SIL Open Font License 1.1
(`infodisk/OFL.txt`). The bundle also contains the packages below.

Qt and PySide6 are used under the GNU Lesser General Public License 3: their libraries are separate files in
`PySide6`, and can be replaced by others with the same interface.{gpl}

| package | version | licence | texts |
| --- | --- | --- | --- |
"""


def write_licences(folder: Path, entries: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Write the texts and the list for the files that PyInstaller lists; return them in PyInstaller's form.

    Raises SystemExit if a package has no text.
    """
    shutil.rmtree(folder, ignore_errors=True)
    sources = {Path(source) for _, source, _ in entries if source}
    rows = [*_own(folder), *_python(folder), *_wheels(folder, sources), *_system(folder, sources)]
    without_text = [row[0] for row in rows if not row[3]]
    if without_text:
        sys.exit(f"no licence text for {', '.join(without_text)}: put it into the folder LICENCE_TEXTS")
    shipped = GPL_WHEELS & {row[0].replace("-", "_") for row in rows}
    table = (
        f"| {name} | {version} | {terms} | {'<br>'.join(paths)} |" for name, version, terms, paths in rows[1:]
    )
    (folder / "README.md").write_text(
        HEAD.format(gpl=GPL if shipped else "") + "\n".join(table) + "\n", "utf-8"
    )
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [(f"licences/{path.relative_to(folder).as_posix()}", str(path), "DATA") for path in files]


GPL = """ The wheels of av and pillow_heif contain FFmpeg with x264 and x265, and libheif with x265,
which are under the GNU General Public License, version 2 or later: anyone who distributes the bundle does so
under that licence, and must offer their source code, for the builds in these wheels."""
"""Added to the head if one of `GPL_WHEELS` is shipped."""

GPL_WHEELS = frozenset(("av", "pillow_heif"))

Row = tuple[str, str, str, list[str]]
"""Name, version, licence, and the paths of its texts relative to the folder."""


def _put(folder: Path, name: str, paths: Iterable[Path]) -> list[str]:
    places = []
    for path in paths:
        place = folder / name / path.name
        if place.exists():  # another file of the same name, for a part of the package
            place = folder / name / f"{path.parent.name}-{path.name}"
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
        places.append(place.relative_to(folder).as_posix())
    return places


def _own(folder: Path) -> Iterator[Row]:
    yield (
        "infodisk",
        "",
        "",
        _put(folder, "infodisk", (ROOT / "LICENSE", ROOT / "assets" / "fonts" / "OFL.txt")),
    )


def _python(folder: Path) -> Iterator[Row]:
    version = ".".join(map(str, sys.version_info[:3]))
    short = version.rpartition(".")[0]
    places = (
        Path(sys.base_prefix) / "LICENSE.txt",  # Windows
        Path(sys.base_prefix) / "lib" / f"python{short}" / "LICENSE.txt",
        DOCUMENTATION / f"python{short}" / "copyright",
    )
    yield (
        "Python",
        version,
        "PSF-2.0",
        _put(folder, "Python", [each for each in places if each.is_file()][:1]),
    )


def _wheels(folder: Path, sources: set[Path]) -> Iterator[Row]:
    """Yield the Python packages with files in the bundle, and PyInstaller, whose bootloader starts it."""
    for each in sorted(importlib.metadata.distributions(), key=lambda package: package.name.lower()):
        if each.name.lower() == "pyinstaller" or _is_shipped(each, sources):
            terms = licence(each.metadata).replace("|", "/")  # type: ignore[arg-type]  # a mapping with get_all
            yield each.name, each.version, terms, _put(folder, each.name, _texts(each))


def _is_shipped(distribution: Distribution, sources: set[Path]) -> bool:
    own = distribution.name.lower() == "infodisk"
    files = (distribution.locate_file(each) for each in distribution.files or ())
    return not own and any(Path(str(each)) in sources for each in files if ".dist-info" not in str(each))


def _texts(distribution: Distribution) -> list[Path]:
    info = next(each for each in distribution.files or () if each.parts[0].endswith(".dist-info")).parts[0]
    named = [COMMON / name for name in MORE_TEXTS.get(distribution.name, ())]
    own = (
        each for each in texts(Path(str(distribution.locate_file(info)))) if not each.suffix.startswith(".py")
    )
    return [*own, *(each for each in named if each.is_file())]


def _system(folder: Path, sources: set[Path]) -> Iterator[Row]:
    """Yield the Debian packages with libraries in the bundle; other systems contribute none."""
    if not shutil.which("dpkg-query"):
        return
    here = (str(ROOT), sys.prefix, sys.base_prefix)
    foreign = {path.resolve() for path in sources if not str(path).startswith(here)}
    for package, version in sorted(_owners({path for path in foreign if not str(path).startswith(here)})):
        text = DOCUMENTATION / package / "copyright"
        yield package, version, "see its text", _put(folder, package, [text] if text.is_file() else [])


def _owners(paths: set[Path]) -> set[tuple[str, str]]:
    merged = {
        *paths,
        *(Path(str(path).removeprefix("/usr")) for path in paths),
    }  # as Debian packages list them
    listed = subprocess.run(
        ["dpkg-query", "-S", *map(str, sorted(merged))], capture_output=True, text=True, check=False
    ).stdout
    names = {name.partition(":")[0] for name in re.findall(r"^(\S+?)(?::\w+)?: /", listed, re.MULTILINE)}
    command = ["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *sorted(names)]
    done = subprocess.run(command, capture_output=True, text=True, check=False) if names else None
    return {tuple(line.split()) for line in done.stdout.splitlines()} if done else set()  # type: ignore[misc]  # each line is two words
