"""pydantic's errors as problems of a file: the position, what was expected, what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kiosk.feed import suggestions
from kiosk.feed.constraints import adapter, is_strict, keys_of
from kiosk.feed.message_catalog import Message, short_value, tr
from kiosk.feed.problems import ContentError, Problem, error, nearest
from kiosk.feed.yaml_reader import Document, Path


def validate(document: Document, shape: Any) -> Any:
    """Return the document's value as `shape`, a model or a union of models; raises `ContentError`."""
    try:
        return adapter(shape).validate_python(document.value)
    except ValidationError as bad:
        raise ContentError(_problems(document, shape, bad)) from bad


def _problems(document: Document, shape: Any, bad: ValidationError) -> Iterator[Problem]:
    parts = bad.errors(include_url=False)
    paths = [_written(document, part["loc"]) for part in parts]
    may_be_text = {path for part, path in zip(parts, paths, strict=True) if part["type"] == "string_type"}
    may_be_map = {
        path for part, path in zip(parts, paths, strict=True) if part["type"] in {"dict_type", "too_short"}
    }
    around = {path[:end] for path in paths for end in range(len(path))}
    seen = set()
    for part, path in zip(parts, paths, strict=True):
        if part["type"] in _WHOLE_VALUE and path in around:
            continue  # an error inside it is reported already
        if part["type"] == "dict_type" and path not in may_be_text:
            part["type"] = "mapping_type"  # text is not allowed there either
        elif part["type"] == "string_type" and path not in may_be_map:
            part["type"] = "one_value"  # a text by language is not allowed there either
        problem = _problem(document, shape, part)
        if problem not in seen:  # a union reports the same place once per member
            seen.add(problem)
            yield problem


def _problem(document: Document, shape: Any, part: ErrorDetails) -> Problem:
    path = _written(document, part["loc"])
    kind, context = part["type"], part.get("ctx", {})
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        return _unknown_key(document, shape, part["loc"], path)
    if kind == "missing":
        return error(document.position(path), tr("missing key {name!r}", name=str(part["loc"][-1])))
    if kind == "union_tag_invalid":
        return _unknown_kind(document, path, context)
    if document.value is None:
        return error(document.position(path), tr("the file is empty"))
    choices = _quoted(context["expected"]) if kind == "literal_error" else []
    path += (context["key"],) if context.get("key") else ()
    probably = context.get("meant") or _meant(kind, path, part["input"], choices)
    return error(document.position(path), _message(kind, context, part), probably)


def _unknown_key(document: Document, shape: Any, loc: Path, path: Path) -> Problem:
    name, known = str(loc[-1]), _fields(shape, loc[:-1])
    place = document.position(path, key=True)
    if bare := _bare_key(name):
        return error(place, bare, nearest(name.strip(_AROUND_KEYS), known))
    synonym = SYNONYMS.get(name.lower(), "")
    probably = synonym if synonym in known else nearest(name, known)
    if probably:
        return error(place, tr("unknown key {name}", name=short_value(name)), probably)
    return error(place, tr("unknown key {name}; one of {known}", name=short_value(name), known=sorted(known)))


_AROUND_KEYS = "\u00a0\u2007\u2009\u202f\ufeff\u200b \t-“”„’‘'\""  # noqa: RUF001  # quotes of Word

SYNONYMS = {
    "from": "since", "since": "from", "start": "since", "starts": "since", "begin": "since", "end": "until",
    "to": "until", "ends": "until", "till": "until", "titel": "title", "rubrik": "title", "bild": "picture",
    "image": "picture", "file": "document", "duration": "dwell", "time": "dwell", "color": "tone",
    "colour": "tone", "färg": "tone", "opening_hours": "hours", "öppettider": "hours", "adress": "address",
    "namn": "name", "type": "kind", "typ": "kind", "url": "link", "priority": "priority", "body": "text",
}  # fmt: skip
"""Other common names for keys, and the keys that they correspond to."""


def _bare_key(name: str) -> Message | None:
    """Return what is wrong with a key that is surrounded by extra characters, or None."""
    if name.strip() != name.strip(_AROUND_KEYS) or name != name.strip():
        if name.startswith("-"):
            return tr("the space after '-' is missing: {name}", name=short_value(name))
        if set(name) & set("“”„’‘"):  # noqa: RUF001  # quotes of Word
            return tr(
                'typographic quotes around the key {name}: leave them out, or use "', name=short_value(name)
            )
        if name != name.strip(_AROUND_KEYS):
            return tr(
                "a space that is not an ordinary one beside the key {name}: type it again",
                name=short_value(name),
            )
    return None


def _unknown_kind(document: Document, path: Path, context: dict[str, Any]) -> Problem:
    name, choices = str(context["tag"]), _quoted(context["expected_tags"])
    probably = _KINDS.get(name.lower()) or nearest(name, choices)
    message = tr("unknown kind {name}; one of {choices}", name=short_value(name), choices=choices)
    return error(document.position((*path, "kind")), message, probably)


_KINDS = {
    "bild": "picture", "image": "picture", "photo": "picture", "foto": "picture", "film": "video",
    "movie": "video",
    "meddelande": "message", "öppettider": "hours", "dokument": "pdf", "document": "pdf", "webb": "web",
    "webpage": "web", "ämne": "topic", "ärende": "topic", "välkommen": "welcome", "tider": "times",
    "markdown": "text",
}  # fmt: skip


def _meant(kind: str, path: Path, value: Any, choices: list[str]) -> str:
    """Return what was probably meant by a value of the wrong type or outside the choices."""
    key = path[-1] if path else ""
    if kind == "literal_error":
        return nearest(str(value)[:200], choices) or (
            suggestions.tone(str(value)[:200]) if key == "tone" else ""
        )
    if kind in {"bool_type", "bool_parsing"} and isinstance(value, str):
        return _BOOLEANS.get(value.lower(), "")
    return ""


_BOOLEANS = {
    "yes": "true", "ja": "true", "on": "true", "på": "true", "sant": "true",
    "no": "false", "nej": "false", "off": "false", "av": "false", "falskt": "false",
}  # fmt: skip


def _message(kind: str, context: dict[str, Any], part: ErrorDetails) -> Message:
    message = _MESSAGES.get(kind)
    return message(context, part["input"]) if message else tr("{reason}", reason=part["msg"])


def _quoted(listing: str) -> list[str]:
    return [word.strip(" '") for word in listing.replace(" or ", ",").split(",")]


def _wanted(what: Message) -> Callable[[dict[str, Any], Any], Message]:
    return lambda _context, value: tr("expected {what}, got {got}", what=what, got=short_value(value))


_WHOLE_VALUE = {"too_short", "string_type", "dict_type"}


def _not_text(_context: dict[str, Any], value: Any) -> Message:
    if value is None:
        return tr("expected text, got nothing (one with ', ' or '#' in it needs quotes)")
    if isinstance(value, dict | list):
        return tr("expected text, or a text by language such as 'sv: Hej', got {got}", got=short_value(value))
    return tr("expected text (put quotes around it), got {got}", got=short_value(value))


def _one_value(context: dict[str, Any], value: Any) -> Message:
    if isinstance(value, list):
        return tr("expected a single value, without brackets or '- ', got {got}", got=short_value(value))
    if isinstance(value, dict):
        return tr("expected a single value, without keys of its own, got {got}", got=short_value(value))
    return _not_text(context, value)


def _one_of(context: dict[str, Any], value: Any) -> Message:
    choices = _quoted(context["expected"])
    if value is None:
        return tr("expected one of {choices}, got nothing (what follows '#' is lost)", choices=choices)
    return tr("expected one of {choices}, got {got}", choices=choices, got=short_value(value))


def _list(_context: dict[str, Any], value: Any) -> Message:
    if isinstance(value, str):
        inside = ", ".join(part.strip(" -") for part in _listed(value))
        example = short_value(f"[{inside}]").strip("'\"")
        return tr("expected a list: write it in brackets, {example}", example=example)
    return tr("expected a list (lines that start with '- '), got {got}", got=short_value(value))


def _listed(value: str) -> list[str]:
    """Return the items of a list written as one text: with commas, or with bullets other than '- '."""
    text = value[:200]
    return _MARK.split(text)[1:] if _MARK.match(text) else text.replace(";", ",").split(",")


_MARK = re.compile(r"(?:^|\s)[-–—•·](?=\s|\w)")  # Word turns hyphens into these


_A_MAP = _wanted(tr("a map (lines of 'key: value')"))
_A_NUMBER = _wanted(tr("a whole number"))
_A_BOOLEAN = _wanted(tr("true or false"))
_ANY_NUMBER = _wanted(tr("a number"))

_MESSAGES: dict[str, Callable[[dict[str, Any], Any], Message]] = {
    "expected": lambda context, _value: tr(
        "expected {what}, got {got}", what=context["what"], got=context["got"]
    ),
    "literal_error": _one_of,
    "string_type": _not_text,
    "one_value": _one_value,
    "dict_type": _not_text,
    "bool_type": _A_BOOLEAN,
    "bool_parsing": _A_BOOLEAN,
    "int_type": _A_NUMBER,
    "int_parsing": _A_NUMBER,
    "int_parsing_size": _A_NUMBER,
    "int_from_float": _A_NUMBER,
    "float_type": _ANY_NUMBER,
    "float_parsing": _ANY_NUMBER,
    "finite_number": _ANY_NUMBER,
    "tuple_type": _list,
    "mapping_type": _A_MAP,
    "model_type": _A_MAP,
    "dataclass_type": _A_MAP,
    "model_attributes_type": _A_MAP,
    "union_tag_not_found": lambda _context, _value: tr("missing key 'kind'"),
    "string_too_short": lambda _context, _value: tr("an empty text"),
    "string_too_long": lambda context, _value: tr(
        "a text of more than {count} characters", count=context["max_length"]
    ),
    "too_short": lambda context, _value: tr("needs at least {count}", count=context["min_length"]),
    "too_long": lambda context, _value: tr(
        "more than the {count} that fit on the page", count=context["max_length"]
    ),
    "greater_than_equal": lambda context, value: tr(
        "expected at least {least}, got {got}", least=context["ge"], got=short_value(value)
    ),
    "less_than_equal": lambda context, value: tr(
        "expected at most {most}, got {got}", most=context["le"], got=short_value(value)
    ),
}


def known_keys(shapes: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    """Return the known keys of each shape."""
    return {name: frozenset(_fields(shape, ())) for name, shape in shapes.items()}


def _written(document: Document, loc: Path) -> Path:
    """Return `loc` without the steps that only pydantic has (a union's member, a map's '[key]')."""
    path: Path = ()
    value, in_member = document.value, False
    for step in loc:
        if not in_member and isinstance(value, dict) and value.get("kind") == step:
            in_member = True  # the union's member, though a key may have its name, as `picture` has
        elif (*path, step) in document.values:
            path, value, in_member = (*path, step), value[step], False
    return path


def _fields(shape: Any, loc: Path) -> list[str]:
    """Return the known keys of the model at `loc` inside `shape`."""
    for step in loc:
        shape = _inside(shape, step)
    return [name for model in _models(shape) for name in keys_of(model)]


def _inside(shape: Any, step: str | int) -> Any:
    models = _models(shape)
    tagged = [model for model in models if _tag(model) == step]
    if tagged and len(models) > 1:  # a kind of slide may have the name of a field, such as 'picture'
        return tagged[0]
    for model in models:
        if step in keys_of(model):
            return keys_of(model)[str(step)]
    inner = get_args(_bare(shape))
    return inner[-1] if inner and inner[-1] is not Ellipsis else (inner or (shape,))[0]


def _tag(model: Any) -> str:
    kind = keys_of(model).get("kind")
    return str(get_args(kind)[0]) if kind else ""


def _bare(shape: Any) -> Any:
    return get_args(shape)[0] if hasattr(shape, "__metadata__") else shape


def _models(shape: Any) -> list[Any]:
    bare = _bare(shape)
    if get_origin(bare) is Union or type(bare).__name__ == "UnionType":
        return [model for part in get_args(bare) for model in _models(part)]
    return [bare] if is_strict(bare) or hasattr(bare, "model_fields") else []
