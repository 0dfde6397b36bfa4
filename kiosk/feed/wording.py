"""Mistakes in the texts of a readable file, which screens would otherwise show unchanged.

The checks read the raw values, not a model, so that a file with other mistakes is still checked in full.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from kiosk.feed.characters import hidden_in_text, mixed_scripts, script_of
from kiosk.feed.message_catalog import Message, short_value, tr
from kiosk.feed.problems import Problem, Severity
from kiosk.feed.references import TEXTS
from kiosk.feed.web_addresses import readable_host
from kiosk.feed.written_values import MAX_TEXT
from kiosk.feed.yaml_reader import Document, Path

_LINES = frozenset(("link", "url", "provider", "service", "picture", "video", "document", "phone", "email"))
"""Other keys whose value may contain a `#`."""

_TAGS = (
    "a b big blink br center code div em font h1 h2 h3 h4 h5 h6 hr i iframe img li mark marquee ol p pre s "
    "script small span strike strong style sub sup svg table td th tr u ul video"
)
_TAG = re.compile(rf"</?(?:{'|'.join(_TAGS.split())})\b[^<>]{{0,200}}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#x[0-9a-fA-F]{2,6});")
_MOJIBAKE = re.compile("\ufffd|Ã[\u0080-\u00bf„…–—š\u203aœžŸ]|Â[\u00a0-\u00bf]|â€|Ø[§-¹]Ù|Ð[°-¿]Ñ")
_BACKSLASH = re.compile(r"\\[nrt]")
_MARKDOWN = re.compile(
    r"\*\*[^*\n]{1,200}\*\*|^ {0,3}#{1,6} \S|\[[^\[\]\n]{1,200}\]\([^()\s]{1,300}\)", re.MULTILINE
)
_CODE = re.compile(r"(?<=\s)(?P<code>[a-z]{2,3}(?:_[A-Z]{2})?):\S{1,30}")
_DOTS = ".。．｡"  # noqa: RUF001  # those of East Asia separate the labels of a host too
_HOST_LIKE = re.compile(rf"[^\s/:@{_DOTS}]{{1,80}}(?:[{_DOTS}][^\s/:@{_DOTS}]{{1,80}}){{1,5}}")
_QUOTES = "“”„«»‘’‚"  # noqa: RUF001  # quotes of Word
_RIGHT_TO_LEFT = frozenset(("ARABIC", "HEBREW", "SYRIAC", "THAANA", "NKO"))
_CODES = frozenset(
    [
        "sv",
        "en",
        "ar",
        "fa",
        "ku",
        "ckb",
        "so",
        "ti",
        "uk",
        "pl",
        "fi",
        "es",
        "fr",
        "de",
        "ru",
        "tr",
        "ps",
        "ur",
    ]
)


_ORDINARY = re.compile(r"[A-Za-z0-9ÅÄÖåäöÉé](?:[A-Za-z0-9ÅÄÖåäöÉé !?(),–-]|\.(?= |\Z))*(?<!,)")  # a dash
"""Texts that need no check. Most texts match, so a large feed is read faster."""


class _Written(NamedTuple):
    """A text as written at `path`, in one language or none."""

    path: Path
    text: str
    language: str

    @property
    def key(self) -> str:
        """The key of the text, such as `title`."""
        return next(step for step in reversed(self.path) if step in TEXTS)


def check(document: Document, languages: Collection[str]) -> Iterator[Problem]:
    """Yield the problems in the texts of a document; `languages` are those of the feed."""
    formatted = isinstance(document.value, dict) and document.value.get("kind") == "text"
    known = frozenset(languages)
    for each in _unusual(document):
        for severity, message in _mistakes(each, known, formatted=formatted):
            yield Problem(severity, document.position(each.path), message)
    yield from _comments(document)


def _unusual(document: Document) -> tuple[_Written, ...]:
    """Return the texts of a document that may be wrong; they are computed once and cached in it."""
    if "unusual texts" not in document.derived:
        document.derived["unusual texts"] = tuple(
            each
            for each in _texts(document.value, (), "")
            if len(each.text) <= MAX_TEXT  # a longer one is already reported as an error
            and not _ORDINARY.fullmatch(each.text)
        )
    texts: tuple[_Written, ...] = document.derived["unusual texts"]
    return texts


@lru_cache(maxsize=16_384)  # an editor checks the whole feed on every key press
def _mistakes(
    each: _Written, languages: frozenset[str], *, formatted: bool
) -> tuple[tuple[Severity, Message], ...]:
    """Return the first error of a text, or else its warnings."""
    if message := _error(each, languages, formatted=formatted):
        return ((Severity.ERROR, message),)
    return tuple((Severity.WARNING, message) for message in _warnings(each, languages, formatted=formatted))


def _error(each: _Written, languages: Collection[str], *, formatted: bool) -> Message | None:
    text = each.text
    if code := _language_without_space(text, languages):
        return tr("the space after the colon is missing: write '{code}: …' with an ordinary space", code=code)
    if text.startswith("-") and " -" in text and text[1:2].isalpha():
        return tr("the space after '-' is missing: write '- …' for each line of a list")
    if sign := hidden_in_text(text):
        return tr("an invisible character, or one that reorders the others: {sign}; delete it", sign=sign)
    return _remnant(text, formatted=formatted) or _deceptive(text)


def _remnant(text: str, *, formatted: bool) -> Message | None:
    """Return a message about a remnant of a web page or of another encoding in a text, or None."""
    if match := _MOJIBAKE.search(text):
        letters = short_value(match[0])
        return tr("garbled letters {letters}: saved in another encoding; type them again", letters=letters)
    if not formatted and (match := _TAG.search(text)):
        return tr("HTML is shown as it is typed: {found}; delete it", found=short_value(match[0]))
    if match := _ENTITY.search(text):
        return tr(
            "HTML is shown as it is typed: {found}; type the character itself", found=short_value(match[0])
        )
    return None


def _language_without_space(text: str, languages: Collection[str]) -> str:
    """Return the language that a text begins with, if its colon lacks the space that makes it a key."""
    code, colon, _ = text.lstrip().partition(":" if ":" in text[:12] else "：")  # noqa: RUF001  # the wide colon
    known = {each.lower(): each for each in (*languages, *_CODES)}
    return known.get(code.strip(" \u00a0-").lower(), "") if colon else ""


def _deceptive(text: str) -> Message | None:
    for word in _HOST_LIKE.findall(text):
        for label in readable_host(re.sub(f"[{_DOTS}]", ".", word)).split("."):
            if letter := mixed_scripts(label) if not label.isascii() and _latin(word) else "":
                return tr(
                    "an address written in several scripts: {letter} looks like another letter", letter=letter
                )
    return None


def _latin(word: str) -> bool:
    """Return whether a word contains a Latin letter, as every address does at least at its end."""
    return any(sign.isascii() and sign.isalpha() for sign in word)


def _warnings(each: _Written, languages: Collection[str], *, formatted: bool) -> Iterator[Message]:
    text = each.text
    codes = {match["code"]: match[0] for match in _CODE.finditer(text)}
    for code in (codes.keys() & set(languages)) - {each.language}:
        yield tr(
            "{found} is inside a text; begin each language on a line of its own",
            found=short_value(codes[code]),
        )
    if not formatted and (match := _MARKDOWN.search(text)):
        yield tr(
            "{found} is shown as it is typed; only slides of the kind 'text' are formatted",
            found=short_value(match[0]),
        )
    if match := _BACKSLASH.search(text):
        yield tr(
            r"{found} is shown as it is typed; put double quotes around the text for a new line",
            found=match[0],
        )
    if len(text) > 1 and text[0] in _QUOTES and not any(sign in text[1:-1] for sign in _QUOTES):
        yield tr("the quotes {quote} will be shown; the quotes of YAML are \" and '", quote=text[0])
    if text.endswith(",") and each.key in {"title", "name", "caption"}:
        yield tr("the comma at the end will be shown")
    if _other_direction(each):
        yield tr(
            "the text of {language} is written in another script; are two languages swapped?",
            language=each.language,
        )


def _other_direction(each: _Written) -> bool:
    """Return whether a text in a language with Latin letters is mostly in a right-to-left script."""
    if each.language not in {"sv", "en", "fi", "pl", "so", "es", "fr", "de", "tr"}:
        return False
    scripts = [script_of(sign) for sign in each.text if script_of(sign)]
    return 2 * sum(name in _RIGHT_TO_LEFT for name in scripts) > len(scripts)


def _comments(document: Document) -> Iterator[Problem]:
    """Yield a problem for each text or value that loses its end because ` #` begins a comment."""
    for path, (place, words) in document.comments.items():
        named = next((step for step in reversed(path) if step in TEXTS or step in _LINES), "")
        if not words.strip():
            continue
        lost = short_value(f"#{words.rstrip()}")
        if not words[0].isspace():
            yield Problem(Severity.ERROR, place, _lost(lost, text=bool(named)))
        elif named in TEXTS:
            message = tr(
                "{lost} is a comment and not shown; put quotes around the text, or the comment above it",
                lost=lost,
            )
            yield Problem(Severity.WARNING, place, message)


def _lost(words: str, *, text: bool) -> Message:
    if text:
        return tr("{lost} is lost: put quotes around a text with ' #' in it", lost=words)
    return tr(
        "{lost} is lost: ' #' begins a comment; delete it, or write a space after '#' if it is one",
        lost=words,
    )


def _texts(value: Any, path: Path, language: str) -> Iterator[_Written]:  # noqa: ANN401  # any YAML value
    within = any(step in TEXTS for step in path)
    if isinstance(value, str) and within:
        yield _Written(path, value, language)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key), key if within else "")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index), language)
