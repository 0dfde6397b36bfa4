"""Select the files in the bundle: the parts of Qt that the Studio loads, and the libraries that they need."""

from __future__ import annotations

import ctypes.util
import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from PyInstaller.depend.bindepend import get_imports

Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: its destination, its source, and its kind."""

QT_FILE = re.compile(r"PySide6/(Qt/)?(?P<kind>qml|plugins|translations)/(?P<rest>.+)")
QML_MODULES = ("QtCore", "QtQml", "QtQuick")
UNUSED_QML = re.compile(
    r"QtQuick/(Controls/(Fusion|FluentWinUI3|Imagine|Material|Universal|Windows|iOS|macOS|designer)|LocalStorage"
    r"|NativeStyle|Particles|Pdf|Scene2D|Scene3D|Shapes|Timeline|tooling|VectorImage|VirtualKeyboard)\b"
)
PLUGINS = (
    "iconengines",
    "imageformats",
    "multimedia",
    "platforminputcontexts",
    "platforms",
    "platformthemes",
    "tls",
    "wayland-decoration-client",
    "wayland-graphics-integration-client",
    "wayland-shell-integration",
    "xcbglintegrations",
)
UNUSED_PLUGINS = re.compile(
    r"platforms/libq(eglfs|linuxfb|minimal|vkkhr|vnc)|platformthemes/libqgtk3|imageformats/libqpdf|virtualkeyboard"
)
TRANSLATIONS = ("qtbase_sv.qm", "qtdeclarative_sv.qm")  # of file dialogs
AWS = ("s3/", "sts/", "endpoints.json", "partitions.json", "sdk-default-configuration.json", "_retry.json")
GRAPHICS = ("EGL", "GL", "GLX", "OpenGL", "GLdispatch", "xcb")
"""Libraries that PyInstaller leaves to the system, but Qt always needs: they pass calls on to drivers."""

OF_THE_SYSTEM = re.compile(r"lib(stdc\+\+|gcc_s)\.so")
"""Libraries that every system has, and of which its drivers may need a newer version than ours."""

LIBRARY = re.compile(r"(PySide6/Qt/lib/)?(?!libpython)[^/]+\.so(\.[\w.]+)?")
"""Libraries that PyInstaller collects because a file needs them; everything else is loaded by name."""


def other_packages(lock: Path) -> list[str]:
    """Return the import names of the installed packages that are not in the lock file of the bundle."""
    pins = (line.partition("==")[0] for line in lock.read_text("utf-8").splitlines() if "==" in line)
    locked = {"infodisk", *map(_plain, pins)}
    names = importlib.metadata.packages_distributions()
    return sorted(name for name, owners in names.items() if not locked & {_plain(each) for each in owners})


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def graphics_libraries() -> list[tuple[str, str]]:
    """Return the libraries of `GRAPHICS` on this machine, and their destinations."""
    if sys.platform != "linux":
        return []
    names = [name for each in GRAPHICS if (name := ctypes.util.find_library(each))]
    listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    places = dict(reversed(re.findall(r"^\t(\S+) \(libc6,x86-64\S*\) => (.+)$", listed, re.MULTILINE)))
    return [(places[name], ".") for name in names]


def needed_files(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files that the Studio can load, without links to files that are left out."""
    entries = list(entries)
    chosen = [entry for entry in entries if _is_chosen(PurePosixPath(entry[0].replace("\\", "/")))]
    loose = (entry for entry in chosen if entry[2] == "BINARY" and LIBRARY.fullmatch(entry[0]))
    libraries = {Path(entry[0]).name: entry for entry in loose}
    roots = [entry for entry in chosen if entry not in libraries.values()]
    reached = set(_reached(roots, libraries))
    kept = [*roots, *(entry for name, entry in libraries.items() if name in reached)]
    there = {Path(entry[0]).name for entry in kept if entry[2] != "SYMLINK"}
    return [entry for entry in kept if entry[2] != "SYMLINK" or Path(entry[1]).name in there]


def _is_chosen(path: PurePosixPath) -> bool:
    text = str(path)
    if "botocore/data/" in text:
        return text.partition("/data/")[2].startswith(AWS)
    match QT_FILE.search(text):
        case None:
            return "QtWebEngine" not in text and not OF_THE_SYSTEM.match(text)
        case file if file["kind"] == "qml":
            return file["rest"].split("/")[0] in QML_MODULES and not UNUSED_QML.search(file["rest"])
        case file if file["kind"] == "plugins":
            return file["rest"].split("/")[0] in PLUGINS and not UNUSED_PLUGINS.search(file["rest"])
    return path.name in TRANSLATIONS


def _reached(roots: Iterable[Entry], libraries: dict[str, Entry]) -> Iterator[str]:
    """Yield the names of the libraries that the roots need, and what those need."""
    waiting = [source for _, source, kind in roots if kind in {"BINARY", "EXTENSION"}]
    seen: set[str] = set()
    while waiting:
        for name, _ in get_imports(waiting.pop()):
            base = Path(name).name
            if base in libraries and base not in seen:
                seen.add(base)
                waiting.append(libraries[base][1])
                yield base
