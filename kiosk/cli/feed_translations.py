"""`kiosk feed translations`: exchange the texts of a feed with translators, as XLIFF 1.2 or gettext PO."""

from __future__ import annotations

import importlib.util
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk.cli import output
from kiosk.cli.options import DryRun, Folder
from kiosk.feed.message_catalog import tr
from kiosk.feed.problems import ContentError

if TYPE_CHECKING:
    from kiosk.studio.core.translations.importing import ImportPlan, Review
    from kiosk.studio.core.translations.translator_file import ReturnedFile
    from kiosk.studio.core.translations.units import FeedTexts

LONGEST_NAME = 100


ExportFile = Annotated[
    Path | None,
    typer.Option("--export", metavar="FILE", help="Write the texts to FILE, .xlf or .po, for translators."),
]
ImportFile = Annotated[
    Path | None,
    typer.Option("--import", metavar="FILE", help="Put the translations in FILE into the feed.", exists=True),
]
TargetLanguage = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="CODE",
        help="The language to translate into; by default all of the feed, or that of FILE.",
    ),
]
Reviewer = Annotated[
    str,
    typer.Option(
        "--reviewer",
        metavar="NAME",
        help="Who has reviewed the finished translations in FILE: a file of the feed whose texts have all "
        "been reviewed is no longer a draft.",
    ),
]
ReviewDate = Annotated[
    str, typer.Option("--date", metavar="DATE", help="When they were reviewed; today if not given.")
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Also replace translations that were changed since the export.")
]
Track = Annotated[
    bool,
    typer.Option("--track", help="Record the current translations as those of the current source texts."),
]


def feed_translations(
    folder: Folder,
    export: ExportFile = None,
    import_: ImportFile = None,
    language: TargetLanguage = "",
    reviewer: Reviewer = "",
    date: ReviewDate = "",
    overwrite: Overwrite = False,
    track: Track = False,
    dry_run: DryRun = False,
) -> None:
    """Export texts for translators, import their translations, or print what is left to translate."""
    if (export is not None) + (import_ is not None) + track > 1:
        raise typer.BadParameter("give one of --export, --import and --track")
    if import_ is None and (reviewer or date or overwrite):
        raise typer.BadParameter("--reviewer, --date and --overwrite go with --import")
    _require_form(export or import_)
    with output.exit_on(OSError, ContentError):
        texts = _texts(folder)
        if import_:
            _import(folder, texts, import_, language, _review(reviewer, date), overwrite, dry_run)
        elif export:
            _export(folder, texts, export, language)
        elif track:
            _track(folder, texts, dry_run)
        else:
            _print_state(texts, language)


def _require_form(path: Path | None) -> None:
    """Refuse an unsupported format, and PO if the package that reads it is not installed."""
    from kiosk.studio.core.translations.translator_file import ENDINGS

    if path and path.suffix.lower() not in ENDINGS:
        raise typer.BadParameter(f"the name of {path.name} must end in one of {', '.join(ENDINGS)}")
    if path and path.suffix.lower() == ".po" and importlib.util.find_spec("polib") is None:
        output.fail(tr("install polib for PO files: pip install 'infodisk[translate]'; or use .xlf"))


def _texts(folder: Path) -> dict[str, bytes]:
    from kiosk.publish.folder_source import read_source

    return read_source(folder).texts


def _review(reviewer: str, date: str) -> Review | None:
    from kiosk.studio.core.translations.importing import Review

    name = reviewer.strip()
    if not name:
        if date:
            raise typer.BadParameter("--date goes with --reviewer")
        return None
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise typer.BadParameter(f"--reviewer is a name on one line, of at most {LONGEST_NAME} characters")
    day = date or datetime.now(UTC).astimezone().date().isoformat()
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        raise typer.BadParameter(f"expected a date such as 2026-12-24, got {date!r}")
    return Review(day, name)


def _export(folder: Path, texts: dict[str, bytes], path: Path, language: str) -> None:
    from kiosk.studio.core.translations.translator_file import form_of
    from kiosk.studio.core.translations.units import read_texts

    feed = read_texts(texts)
    languages = _chosen(feed, language)
    if path.suffix.lower() == ".po" and len(languages) > 1:
        raise typer.BadParameter("a PO file holds one language; choose it with --language")
    if path.exists():
        output.fail(tr("{file} already exists; choose another name", file=str(path)))
    if path.resolve().is_relative_to(folder.resolve()):
        output.fail(tr("{file} is inside the feed; choose a path outside it", file=str(path)))
    units = {code: list(feed.units(code)) for code in languages}
    form: Any = form_of(path)
    path.write_bytes(form.write(feed.source, units))
    for code, listed in units.items():
        output.echo(tr("{language}: exported {count} {count:text|texts}", language=code, count=len(listed)))
    for place in feed.without_source():
        output.echo(
            tr(
                "{place}: not exported, since it has no text in {language}",
                place=str(place),
                language=feed.source,
            )
        )


def _chosen(feed: FeedTexts, language: str) -> list[str]:
    """Return the languages to translate into, or exit with 1 if there is none."""
    known = [code for code in feed.languages if code != feed.source]
    if language and language not in known:
        output.fail(
            tr(
                "the feed is not translated into {language}; choose one of {languages}",
                language=language,
                languages=known,
            )
        )
    if not known:
        output.fail(tr("feed.yaml has no language to translate into; add it to 'languages'"))
    return [language] if language else known


def _import(
    folder: Path,
    texts: dict[str, bytes],
    path: Path,
    language: str,
    review: Review | None,
    overwrite: bool,
    dry_run: bool,
) -> None:
    from kiosk.studio.core.translations.importing import ImportOptions, plan_import
    from kiosk.studio.core.translations.translator_file import read
    from kiosk.studio.core.translations.units import read_texts

    returned = read(path)
    by_language = _languages_in(returned, _chosen(read_texts(texts), language), asked=bool(language))
    refused = False
    for code, units in by_language.items():
        plan = plan_import(texts, units, ImportOptions(code, path.name, review, overwrite))
        if not dry_run:
            _write(folder, plan)
        texts |= plan.files
        refused |= bool(plan.problems)
        _report(plan, code)
    if refused:
        raise typer.Exit(1)


def _languages_in(returned: ReturnedFile, wanted: list[str], *, asked: bool) -> dict[str, list[Any]]:
    """Return the units in a file by the feed's language codes, or exit with 1 if one is unknown."""
    codes = {code: _code_of(code, wanted, asked=asked) for code in returned.languages}
    if returned.languages.keys() == {""} and not asked:
        output.fail(tr("{file} does not say its language; choose it with --language", file=returned.name))
    unknown = [code for code, known in codes.items() if known is None]
    if unknown:
        output.fail(
            tr(
                "{file} holds translations into {languages}, not into {wanted}; choose another with "
                "--language, or correct the target language in the file",
                file=returned.name,
                languages=unknown,
                wanted=wanted,
            )
        )
    units_by_code: dict[str, list[Any]] = {}
    for code, units in returned.languages.items():
        units_by_code.setdefault(codes[code] or "", []).extend(units)
    return units_by_code


def _code_of(code: str, wanted: list[str], *, asked: bool) -> str | None:
    """Return the feed's code for a file's language code, which may add a region (`so_SO`); None if unknown.

    A file without a language code contains the language that was asked for.
    """
    matches = [known for known in wanted if _comparable(known) == _comparable(code)]
    if not matches:
        matches = [
            known
            for known in wanted
            if "_" not in known and _comparable(code).startswith(f"{_comparable(known)}-")
        ]
    if not matches and not code and asked:
        matches = wanted
    return matches[0] if len(matches) == 1 else None


def _comparable(code: str) -> str:
    return code.replace("_", "-").lower()


def _write(folder: Path, plan: ImportPlan) -> None:
    from kiosk.system import write_atomically

    for name, data in plan.files.items():
        write_atomically(folder / name, data)


def _report(plan: ImportPlan, language: str) -> None:
    for unit in plan.changed:
        output.echo(
            tr("{file}:{line}: {language} changed", file=unit.file, line=unit.line, language=language)
        )
    for file in plan.reviewed:
        output.echo(
            tr("{file}: {language} has been reviewed and is no longer a draft", file=file, language=language)
        )
    for problem in plan.problems:
        output.echo(problem, err=True)
    if plan.absent:
        output.echo(
            tr(
                "{language}: texts missing from the file, which were not changed: {count}",
                language=language,
                count=plan.absent,
            )
        )
    output.echo(
        tr(
            "{language}: changed {changed}, unchanged {unchanged}, not translated {missing}, "
            "refused {refused}",
            language=language,
            changed=len(plan.changed),
            unchanged=plan.unchanged,
            missing=plan.untranslated,
            refused=len(plan.problems),
        )
    )


def _track(folder: Path, texts: dict[str, bytes], dry_run: bool) -> None:
    from kiosk.feed.translation_record import RECORD
    from kiosk.studio.core.translations.importing import track
    from kiosk.studio.core.translations.units import read_texts
    from kiosk.system import write_atomically

    data = track(read_texts(texts))
    if not dry_run and data != texts.get(RECORD):
        write_atomically(folder / RECORD, data)
    output.echo(tr("stale translations can be detected from now on, with {file}", file=RECORD))


def _print_state(texts: dict[str, bytes], language: str) -> None:
    from kiosk.studio.core.translations.units import TranslationState, read_texts

    feed = read_texts(texts)
    for code in _chosen(feed, language):
        states = [unit.state for unit in feed.units(code)]
        output.echo(
            tr(
                "{language}: texts {count}, not translated {missing}, stale {stale}, drafts {drafts}",
                language=code,
                count=len(states),
                missing=states.count(TranslationState.MISSING),
                stale=states.count(TranslationState.STALE),
                drafts=states.count(TranslationState.DRAFT),
            )
        )
