"""Which files in a folder are parts of a feed, by name, folder and contents.

A part saved under a wrong name or in the wrong folder would be left out silently, so each such file is an
error that names the right place. Files that operating systems and programs leave behind are ignored.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from kiosk.feed.message_catalog import Message, tr

_LITTER = re.compile(
    r"\.|~\$|~wr|#.*#$|icon\r$"
    r"|(thumbs|ehthumbs|ehthumbs_vista|picasa)\.(db|ini)$|desktop\.ini$"
    r"|(__macosx|@eadir|\$recycle\.bin|system volume information|lost\+found)$"
    r"|.*(~|\.(tmp|temp|bak|swp|swo|part|crdownload|laccdb|orig))$"
    r"|.*\.(sb-[0-9a-f]{6,10}-\w{4,8})$",
    re.IGNORECASE | re.DOTALL,
)
"""Names of what Windows, macOS, network drives, Office and editors leave behind."""

_ENDINGS = (".yaml", ".yml", ".txt", ".text", ".md", ".rtf", ".doc", ".docx", ".odt")
_COPY = re.compile(r"(?i)^(kopia av|copy of) |\(\d{1,9}\)$|[ -](kopia|copy)|conflict|konflikt")
_NOTES = (".txt", ".md")
_MEDIA = frozenset(
    "png jpg jpeg webp gif svg heic avif mp4 webm mov pdf mp3 m4a ogg opus wav flac".split()  # noqa: SIM905  # short
)
_DOCUMENTS = frozenset(
    ("doc", "docx", "odt", "rtf", "pages", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp")
)

FOLDERS = ("offices", "screens", "topics", "playlists", "slides", "notices")
SETTINGS = "feed.yaml"

_NOUNS: Mapping[str, Message] = {
    "offices": tr("an office"),
    "screens": tr("a screen"),
    "topics": tr("a topic"),
    "playlists": tr("a playlist"),
    "slides": tr("a slide"),
    "notices": tr("a notice"),
    "": tr("the settings of the feed"),
}


def is_litter(name: str) -> bool:
    """Return whether a file or folder of this name was left behind by a system or program, and is ignored."""
    return _LITTER.match(name) is not None


def may_be_part(file: str) -> bool:
    """Return whether a file outside media/ must be checked; notes beside the folders are not."""
    inside = file.partition("/")[0].lower() in FOLDERS
    return inside or not file.lower().endswith(_NOTES) or bool(right_name(file))


def right_name(file: str) -> str:
    """Return the path that a file named like a part of a feed should have, or an empty string."""
    folder, _, name = file.rpartition("/")
    stem = _stem(name)
    if not stem:
        return ""
    return f"{folder}/{stem}.yaml" if folder else f"{stem.lower()}.yaml"


def _stem(name: str) -> str:
    """Return a name without its extensions, or an empty string if none of them is YAML's."""
    stem, is_yaml = name.rstrip(". "), False
    while ending := next((each for each in _ENDINGS if stem.lower().endswith(each)), ""):
        stem = stem[: -len(ending)].rstrip(". ")
        is_yaml |= ending in {".yaml", ".yml"}
    return stem if is_yaml else ""


def misnamed(file: str) -> Message:
    """Return what to do with a file in a folder of parts, or a `feed.…`, that does not end in `.yaml`."""
    name = file.rpartition("/")[2]
    if right := right_name(file):
        return tr("a part of a feed ends in .yaml; rename it to {name!r}", name=right.rpartition("/")[2])
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in _MEDIA:
        return tr("pictures, films and documents belong in media/; move it there")
    if ending in _DOCUMENTS:
        return tr(
            "only text files that end in .yaml are read here; save its text as one, or export a PDF to media/"
        )
    if not ending:
        return tr("a part of a feed ends in .yaml; rename it to {name!r}", name=f"{name}.yaml")
    return tr("a part of a feed ends in .yaml; rename it, or move it out of the feed")


def is_note(file: str) -> bool:
    """Return whether a file is named like a note for people, such as a readme."""
    return file.lower().endswith(_NOTES) and not right_name(file)


def is_copy_name(name: str) -> bool:
    """Return whether a name looks like one that software gives to a copy or a conflicting version."""
    return _COPY.search(name) is not None


MAX_ID_LENGTH = 64


def slug(name: str) -> str:
    """Return an id for a name: `Öppet hus!` becomes `oppet-hus`."""
    plain = unicodedata.normalize("NFKD", name[:100]).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_ID_LENGTH].strip("-")


def looks_like(
    value: Any,  # noqa: ANN401  # any YAML value
    own: str,
    keys: Mapping[str, Collection[str]],
) -> str | None:
    """Return the folder where a file with this value belongs, if not in `own`; "" stands for `feed.yaml`.

    `keys` holds the known keys of each kind. None if the value fits best where it is, or fits nowhere.
    """
    if not isinstance(value, dict) or not value:
        return None
    names = set(map(str, value))
    if "kind" in names:
        return "slides" if own != "slides" else None
    scores = {folder: len(names & set(known)) - 2 * len(names - set(known)) for folder, known in keys.items()}
    if own != "slides" or "title" not in names:
        scores["slides"] = min(scores["slides"], 0)  # a slide has a `kind`
    best = max(scores, key=lambda folder: scores[folder])
    fits = names <= set(keys[best]) and scores[best] > max(0, scores.get(own, -1))
    return best if fits and best != own else None


def misplaced(folder: str, file: str) -> Message:
    """Return what to do with a file that looks like a part of another folder; "" stands for `feed.yaml`."""
    name = (right_name(file) or file).rpartition("/")[2]
    place = f"{folder}/{name}" if folder else SETTINGS
    return tr("this looks like {noun}; move it to {place}", noun=_NOUNS[folder], place=place)
