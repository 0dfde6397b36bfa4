"""Write, review, export and import translations in the Studio.

All functions raise `ContentError` and `OSError`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kiosk.feed.message_catalog import tr
from kiosk.studio.core.translations.importing import ImportOptions, ImportPlan, Review, plan_import
from kiosk.studio.core.translations.translator_file import ReturnedUnit, broken, form_of, read
from kiosk.studio.core.translations.units import Unit, read_texts


def with_translation(texts: Mapping[str, bytes], unit: Unit, language: str, target: str) -> ImportPlan:
    """Return what changes when a text is translated; it is a draft until a speaker has read it."""
    returned = ReturnedUnit(unit.id, unit.source, target, done=False, line=unit.line)
    return plan_import(texts, [returned], ImportOptions(language, unit.file))


def reviewed(texts: Mapping[str, bytes], unit: Unit, language: str, review: Review) -> ImportPlan:
    """Return what changes when a speaker has approved a translation as it is."""
    returned = ReturnedUnit(unit.id, unit.source, unit.target, done=True, line=unit.line)
    return plan_import(texts, [returned], ImportOptions(language, unit.file, review))


def exported(texts: Mapping[str, bytes], language: str, path: Path) -> int:
    """Write the texts of a language for a translator; return their number."""
    feed, form = read_texts(texts), form_of(path)
    if form is None:
        raise broken(path, tr("not a file of translations; its name ends in .xlf or .po"))
    units = list(feed.units(language))
    writer: Any = form
    path.write_bytes(writer.write(feed.source, {language: units}))
    return len(units)


def imported(texts: Mapping[str, bytes], language: str, path: Path, review: Review | None) -> ImportPlan:
    """Return what a translator's file changes in a language."""
    returned = read(path)
    found = [units for code, units in returned.languages.items() if _plain(code) == _plain(language)]
    if not found:
        raise broken(path, tr("holds no translations into {language}", language=language))
    return plan_import(texts, found[0], ImportOptions(language, path.name, review))


def _plain(code: str) -> str:
    return code.replace("_", "-").lower()
