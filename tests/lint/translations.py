"""Check that every text of the program itself is translated, or gather the texts that are not yet.

    python -m tests.lint.translations [--update] [--ui FOLDER] [--i18n FOLDER]

The sources are infodisk_<language>.ts, for Qt Linguist, with the compiled infodisk_<language>.qm beside them;
both are committed. Texts are English in the code; English has a file too, for its plurals. Ends 1 when a text
of the code is in no .ts file or is unfinished there, when a place marker is lost, or when a .qm file is out
of date. `--update` writes both files, and leaves new texts unfinished in the former.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from tests.lint.tools import run

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("ar", "ckb", "en", "es", "fa", "fa_AF", "fi", "pl", "so", "sv", "ti", "tr", "uk")


class Text(NamedTuple):
    """One text of the code, as it is looked up."""

    context: str
    source: str
    comment: str
    plural: bool


def main() -> int:
    """Check or update as a command; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.lint.translations")
    parser.add_argument("--update", action="store_true", help="write the files instead of checking them")
    parser.add_argument("--ui", type=Path, default=ROOT / "kiosk" / "ui")
    parser.add_argument("--i18n", type=Path, default=ROOT / "assets" / "i18n")
    options = parser.parse_args()
    if options.update:
        options.i18n.mkdir(parents=True, exist_ok=True)
        write(options.ui, options.i18n)
    problems = list(check(options.ui, options.i18n))
    print(*problems, f"{len(LANGUAGES)} languages, {len(problems)} problems", sep="\n")
    return 1 if problems and not options.update else 0


def write(ui: Path, i18n: Path) -> None:
    """Bring the .ts files in `i18n` up to the code in `ui`, and compile them."""
    code = sorted(each for each in ui.rglob("*") if each.suffix in {".py", ".qml"})
    sources = [_ts(i18n, language) for language in LANGUAGES]
    _lend_plurals(i18n)
    options = ("-no-obsolete", "-locations", "none", "-source-language", "en")
    done = run("lupdate", *options, *code, "-ts", *sources)
    if "won't be updated" in done.stdout + done.stderr:
        raise SystemExit(done.stdout + done.stderr)
    run("lrelease", *sources)


def _lend_plurals(i18n: Path) -> None:
    """Let Central Kurdish count as Kurdish does: Qt knows no plurals for it, and leaves its file as it is."""
    ts = _ts(i18n, "ckb")
    if not ts.exists():
        ts.write_text('<TS version="2.1" language="ku_IQ" sourcelanguage="en"/>\n', encoding="utf-8")


def check(ui: Path, i18n: Path) -> Iterator[str]:
    """Yield what is wrong with the files in `i18n`, without touching them."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(shutil.copytree(i18n, scratch, dirs_exist_ok=True))
        write(ui, fresh)
        for language in LANGUAGES:
            yield from _check_language(_ts(i18n, language), _ts(fresh, language))


def _check_language(ts: Path, fresh: Path) -> Iterator[str]:
    have, want = dict(_texts(ts)), dict(_texts(fresh))
    for text in want.keys() - have.keys():
        yield f"{ts.name}: lacks {text.context}: {text.source!r} (make translations adds it)"
    for text in have.keys() - want.keys():
        yield f"{ts.name}: the code has no {text.context}: {text.source!r} (make translations drops it)"
    for text, forms in have.items():
        yield from (f"{ts.name}: {text.context}: {text.source!r} {what}" for what in _faults(text, forms))
    if not _same(ts.with_suffix(".qm"), fresh.with_suffix(".qm")):
        yield f"{ts.with_suffix('.qm').name}: out of date (make translations compiles it)"


def _texts(ts: Path) -> Iterator[tuple[Text, list[str]]]:
    """Yield each text of a .ts file with its translations, one a plural form; none when unfinished."""
    if not ts.exists():
        return
    for context in ET.parse(ts).getroot().iter("context"):  # noqa: S314  # our own file
        for message in context.iter("message"):
            name, source, comment = (
                _of(*it) for it in ((context, "name"), (message, "source"), (message, "comment"))
            )
            yield Text(name, source, comment, message.get("numerus") == "yes"), _forms(message)


def _forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return []
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def _of(node: ET.Element, tag: str) -> str:
    return node.findtext(tag, default="")


def _faults(text: Text, forms: list[str]) -> Iterator[str]:
    if not forms or not all(forms):
        yield "is unfinished"
    elif any(_markers(form) != _markers(text.source) for form in forms):
        yield f"has other place markers in its translation: {forms}"


def _markers(text: str) -> set[str]:
    """The numbers to be put in; without the %n of a plural, which "one minute" may leave out."""
    return set(re.findall(r"%L?(\d+)", text))


def _ts(folder: Path, language: str) -> Path:
    return folder / f"infodisk_{language}.ts"


def _same(one: Path, other: Path) -> bool:
    return one.exists() and one.read_bytes() == other.read_bytes()


if __name__ == "__main__":
    sys.exit(main())
