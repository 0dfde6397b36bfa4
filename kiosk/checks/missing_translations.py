"""Texts that lack a language of the feed, and languages that no speaker has reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.checks.check_subject import Subject
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.problems import Problem, note, warning
from kiosk.feed.text_paths import texts_by_language
from kiosk.feed.yaml_reader import Document


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each text that is not in every language, and a note for each file with drafts."""
    for document in subject.documents.values():
        yield from _drafts(document)
        for path, text in texts_by_language(document.value):
            missing = [code for code in subject.feed.languages if code not in text]
            if missing:
                yield warning(document.position(path, key=True), _message(subject, text, missing))


def _drafts(document: Document) -> Iterator[Problem]:
    drafts = document.value.get("drafts") if isinstance(document.value, dict) else None
    if drafts:
        message = tr(
            "not reviewed: no speaker of {languages} has reviewed the texts of this file", languages=drafts
        )
        yield note(document.position(("drafts",), key=True), message)


def _message(subject: Subject, text: dict[str, str], missing: list[str]) -> Message:
    seen = {
        code: next((c for c in subject.feed.chain(code) if c in text), next(iter(text))) for code in missing
    }
    readers = [tr("readers of {code} see {seen}", code=code, seen=seen[code]) for code in missing]
    return _untranslated(readers)


def _untranslated(readers: list[Message]) -> Message:
    return tr("not translated: {readers}", readers=readers)


def missing_languages(message: str) -> list[str]:
    """Return the languages that such a warning names as missing; empty for any other message."""
    if not isinstance(message, Message) or message.template != _untranslated([]).template:
        return []
    readers = message.values["readers"]
    return [str(each.values["code"]) for each in readers] if isinstance(readers, list) else []
