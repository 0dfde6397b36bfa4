"""Properties and attributes in an SVG that the renderer silently ignores, and missing fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kiosk.feed.message_catalog import Message, tr

_GEOMETRY = frozenset({"x", "y", "cx", "cy", "r", "rx", "ry", "width", "height", "d"})
_SHAPES = frozenset({"rect", "circle", "ellipse", "path", "image", "use", "line"})
_PLAIN_BIDI = {"normal", "embed", "isolate"}
_SANS = ("sans-serif", "system-ui", "ui-sans-serif", "noto sans", "noto emoji", "inherit")

Undrawn = tuple[Message, bool]
"""A message, and whether it is only a warning."""


def declarations(style: str) -> dict[str, str]:
    """Return the properties of a style attribute or of the block of a rule, in lower case."""
    pairs = (part.partition(":") for part in _blank_comments(style).split(";"))
    return {
        name.strip().lower(): value.replace("!important", "").strip().lower()
        for name, colon, value in pairs
        if colon
    }


def rules(sheet: str) -> Iterator[tuple[int, str, dict[str, str]]]:
    """Yield the position, selector and properties of each rule of a style sheet."""
    at = 0
    for block in _blank_comments(sheet).split("}")[:-1]:
        before, brace, body = block.rpartition("{")
        selector = before.rpartition("{")[2]  # the text before it begins a block of rules, such as @media
        if brace:
            begin = at + len(before) - len(selector.lstrip())
            yield begin, selector.strip(), declarations(body)
        at += len(block) + 1


def _blank_comments(sheet: str) -> str:
    """Return the sheet with its comments replaced by spaces; an unclosed comment runs to the end."""
    parts, at = [], 0
    while (begin := sheet.find("/*", at)) >= 0:
        end = sheet.find("*/", begin + 2)
        end = len(sheet) if end < 0 else end + 2
        parts += [sheet[at:begin], " " * (end - begin)]
        at = end
    return "".join((*parts, sheet[at:]))


def undrawn_in_rule(selector: str, properties: Mapping[str, str]) -> Iterator[Undrawn]:
    """Yield the properties of a style sheet rule that would not be drawn."""
    if properties.get("direction") == "rtl":
        yield tr("text with direction rtl would be in the wrong place; turn it into paths"), False
    if selector.lower() not in {"svg", ":root", "svg:root"}:
        yield from _geometry(properties)
    yield from _undrawn(properties)


def undrawn_in_element(
    tag: str, attributes: Mapping[str, str], style: Mapping[str, str]
) -> Iterator[Undrawn]:
    """Yield the attributes and styles of an element that would not be drawn."""
    own = {**attributes, **style}
    if tag in _SHAPES:
        yield from _geometry(style)
    yield from _undrawn(own)
    if own.get("vector-effect", "none") not in {"none", ""}:
        yield tr("the width of its lines would change with the size; turn the lines into paths"), False
    if "pathlength" in attributes and own.get("stroke-dasharray", "none") != "none":
        yield tr("its dashes would have another length; leave out pathLength"), False
    if "systemlanguage" in attributes:
        yield tr("it depends on the reader's language; make one drawing for each language"), False
    if tag == "textpath" and ("path" in attributes or own.get("side", "left") != "left"):
        yield tr("text on such a path would not be drawn as intended; turn it into paths"), False
    if tag == "style" and attributes.get("media", "all") not in {"all", "screen"}:
        yield tr("styles for {media} would be drawn too; remove them", media=attributes["media"]), False


_FUNCTION = re.compile(r"(?:^|[\s,(+*/-])(calc|min|max|clamp|env|attr)\(")
"""CSS functions that resvg silently ignores; resvg itself warns about `var`."""

_NO_STYLE = ("id", "class", "style", "href", "xlink", "aria-", "data-", "inkscape")


def _geometry(properties: Mapping[str, str]) -> Iterator[Undrawn]:
    for name in sorted(_GEOMETRY.intersection(properties)):
        message = tr("{name} in a style would not be drawn; write it as an attribute of the shape", name=name)
        yield message, False


def _undrawn(properties: Mapping[str, str]) -> Iterator[Undrawn]:
    if properties.get("unicode-bidi", "normal") not in _PLAIN_BIDI:
        yield tr("text with unicode-bidi would be in another order; turn it into paths"), False
    for name, value in properties.items():
        if (match := _FUNCTION.search(value)) and not name.startswith(_NO_STYLE):
            message = tr("{function}() would not be evaluated; write the value itself", function=match[1])
            yield message, False
    for name in ("text-transform", "text-shadow"):
        if properties.get(name, "none") not in {"none", "inherit"}:
            yield tr("{name} would not be drawn; turn the text into paths", name=name), False
    families = properties.get("font-family", "")
    if families and not any(_is_shipped(each) for each in families.split(",")):
        yield (
            tr(
                "the screens do not have the font {font}, and draw its text in Noto Sans; "
                "turn the text into paths to keep its look",
                font=families.split(",")[0].strip(" '\"")[:60],
            ),
            True,
        )


def _is_shipped(family: str) -> bool:
    return family.strip(" '\"").lower().startswith(_SANS)
