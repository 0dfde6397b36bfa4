"""Translations whose source text has changed since they were made, according to `translations.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.checks.check_subject import Subject
from kiosk.feed.message_catalog import tr
from kiosk.feed.problems import Problem, warning
from kiosk.feed.text_paths import source_language, texts_by_language
from kiosk.feed.translation_record import KnownTranslations, origins_of, unreadable


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each stale translation, and for each unreadable entry of the record."""
    record = subject.record
    if record is None:
        return
    for path in unreadable(record.value):
        message = tr("not an entry that `kiosk feed translations` writes; delete the line")
        yield warning(record.position(path), message)
    known = KnownTranslations(origins_of(record.value))
    source = source_language(subject.feed.languages)
    for document in subject.documents.values():
        for path, text in texts_by_language(document.value):
            stale = [
                code for code in text if source in text and known.is_stale(code, text[source], text[code])
            ]
            for code in stale:
                yield warning(document.position((*path, code), key=True), _message(source, code))


def _message(source: str, code: str) -> str:
    return tr(
        "stale: the text of {source} has changed since it was translated; export {code} with "
        "`kiosk feed translations`, and import it once it is translated again or confirmed",
        source=source,
        code=code,
    )
