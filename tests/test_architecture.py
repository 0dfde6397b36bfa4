"""The table of rooms in docs/architecture.md is what import-linter holds, and paths in the docs exist."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAP = ROOT / "docs/architecture.md"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
ROW = re.compile(
    r"^\| `kiosk/(?P<room>\w+)(?:/|\.py)` \| [^|]+ "
    r"\| (?P<layer>\d+) \| (?P<qt>yes|no) \| ?(?P<never>[^|]*) ?\|$",
    re.MULTILINE,
)
PATH = re.compile(r"`((?:kiosk|tests|deploy|docs|assets|playlists|requirements)/[\w./-]*)`")
FILE = re.compile(r"`(\w+\.(?:py|qml))`")
DEFINED = re.compile(r"`(\w+)` in `(kiosk/[\w/]+\.py)`")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)")


def contracts():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {each["id"]: each for each in settings["tool"]["importlinter"]["contracts"]}


def rooms(names):
    return {name.removeprefix("kiosk.") for name in names if name.startswith("kiosk.")}


def held():
    """What the contracts say of each room: its layer, whether it may import Qt, and what it never imports."""
    known = contracts()
    lines = reversed(known["rooms"]["layers"])
    layers = {
        room.strip(" ()"): layer for layer, line in enumerate(lines, 1) for room in re.split("[|:]", line)
    }
    without_qt = rooms(known["qt"]["source_modules"])
    never = {room: set() for room in layers}
    for contract in known.values():
        for source in rooms(contract.get("source_modules", [])) & set(never):
            never[source] |= rooms(contract["forbidden_modules"])
    return {
        room: (layer, room not in without_qt, {each for each in never[room] if layers[each] < layer})
        for room, layer in layers.items()
    }


def written():
    """The same as the table has it."""
    return {
        row["room"]: (
            int(row["layer"]),
            row["qt"] == "yes",
            set(re.findall(r"`kiosk/(\w+)(?:/|\.py)`", row["never"])),
        )
        for row in ROW.finditer(MAP.read_text("utf-8"))
    }


def test_the_table_of_rooms_is_what_import_linter_holds():
    assert written() == held()


def test_every_room_is_in_the_table():
    found = (path for path in (ROOT / "kiosk").iterdir() if path.is_dir() or path.suffix == ".py")
    assert set(written()) == {path.stem for path in found if not path.name.startswith(("__", "."))}


def test_files_and_names_in_the_map_are_there():
    text = MAP.read_text("utf-8")
    files = {path.name for path in (ROOT / "kiosk").rglob("*.*")}
    assert set(FILE.findall(text)) <= files
    defined = DEFINED.findall(text)
    assert defined
    assert [
        name
        for name, path in defined
        if not re.search(rf"^(?:def|class) {name}\b", (ROOT / path).read_text("utf-8"), re.MULTILINE)
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_paths_and_links_lead_somewhere(page):
    text = page.read_text("utf-8")
    missing = [path for path in PATH.findall(text) if not (ROOT / path).exists()]
    missing += [link for link in LINK.findall(text) if not is_there(page, *link)]
    assert missing == []


def is_there(page, path, anchor):
    target = page.parent / path if path else page
    return target.exists() and (not anchor or anchor in anchors(target))


def anchors(page):
    """The headings of a page as GitHub names them in addresses."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
