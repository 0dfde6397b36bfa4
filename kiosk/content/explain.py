"""pydantic's errors as problems of a file: where each stands, what was expected, what was probably meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kiosk.content.constraints import adapter, is_strict, keys_of
from kiosk.content.problems import ContentError, Problem, error, nearest
from kiosk.content.values import shown
from kiosk.content.yaml12 import Document, Path


def validate(document: Document, shape: Any) -> Any:
    """Return the document's value as `shape`, a model or a union of models; raises `ContentError`."""
    try:
        return adapter(shape).validate_python(document.value)
    except ValidationError as bad:
        raise ContentError(_problems(document, shape, bad)) from bad


def _problems(document: Document, shape: Any, bad: ValidationError) -> Iterator[Problem]:
    parts = bad.errors(include_url=False)
    paths = [_written(document, part["loc"]) for part in parts]
    around = {path[:end] for path in paths for end in range(len(path))}
    seen = set()
    for part, path in zip(parts, paths, strict=True):
        if part["type"] in _OF_A_WHOLE and path in around:
            continue  # what is in it is wrong, and told
        problem = _problem(document, shape, part)
        if problem not in seen:  # a union reports the same place once for each of its members
            seen.add(problem)
            yield problem


def _problem(document: Document, shape: Any, part: ErrorDetails) -> Problem:
    path = _written(document, part["loc"])
    kind, context = part["type"], part.get("ctx", {})
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        name, known = str(part["loc"][-1]), _fields(shape, part["loc"][:-1])
        meant = nearest(name, known)
        rest = "" if meant else f"; one of {', '.join(sorted(known))}"
        return error(document.position(path, key=True), f"unknown key {name!r}{rest}", meant)
    if kind == "missing":
        return error(document.position(path), f"missing key {str(part['loc'][-1])!r}")
    if kind == "union_tag_invalid":
        choices = _quoted(context["expected_tags"])
        message = f"unknown kind {context['tag']!r}; one of {', '.join(choices)}"
        return error(document.position((*path, "kind")), message, nearest(context["tag"], choices))
    choices = _quoted(context["expected"]) if kind == "literal_error" else []
    meant = context.get("meant") or nearest(str(part["input"]), choices)
    return error(document.position(path), _message(kind, context, part), meant)


def _message(kind: str, context: dict[str, Any], part: ErrorDetails) -> str:
    say = _SAYINGS.get(kind)
    return say(context, part["input"]) if say else part["msg"]


def _quoted(listing: str) -> list[str]:
    return [word.strip(" '") for word in listing.replace(" or ", ",").split(",")]


def _wanted(what: str) -> Callable[[dict[str, Any], Any], str]:
    return lambda _context, value: f"expected {what}, got {shown(value)}"


_OF_A_WHOLE = {"too_short", "string_type", "dict_type"}


def _no_text(value: Any) -> str:
    if value is None:
        return "expected text, got nothing (one with ', ' or '#' in it needs quotes)"
    return f"expected text (put quotes around it), got {shown(value)}"


_SAYINGS: dict[str, Callable[[dict[str, Any], Any], str]] = {
    "literal_error": lambda context, value: f"expected {context['expected']}, got {shown(value)}",
    "string_type": lambda _context, value: _no_text(value),
    "dict_type": lambda _context, value: _no_text(value),
    "bool_type": _wanted("true or false"),
    "bool_parsing": _wanted("true or false"),
    "int_type": _wanted("a whole number"),
    "int_parsing": _wanted("a whole number"),
    "int_from_float": _wanted("a whole number"),
    "tuple_type": _wanted("a list (lines that start with '- ')"),
    "mapping_type": _wanted("a map (lines of 'key: value')"),
    "model_type": _wanted("a map (lines of 'key: value')"),
    "dataclass_type": _wanted("a map (lines of 'key: value')"),
    "model_attributes_type": _wanted("a map (lines of 'key: value')"),
    "union_tag_not_found": lambda _context, _value: "missing key 'kind'",
    "string_too_short": lambda _context, _value: "an empty text",
    "string_too_long": lambda context, _value: f"a text of more than {context['max_length']} characters",
    "too_short": lambda context, _value: f"needs at least {context['min_length']}",
    "too_long": lambda context, _value: f"more than the {context['max_length']} that fit on the page",
    "greater_than_equal": lambda context, value: f"expected at least {context['ge']}, got {shown(value)}",
    "less_than_equal": lambda context, value: f"expected at most {context['le']}, got {shown(value)}",
}


def _written(document: Document, loc: Path) -> Path:
    """Return `loc` without the steps that are pydantic's own (a union's member, a map's '[key]')."""
    path: Path = ()
    for step in loc:
        if (*path, step) in document.values:
            path = (*path, step)
    return path


def _fields(shape: Any, loc: Path) -> list[str]:
    """Return the keys that the model at `loc` inside `shape` knows."""
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
