"""The contact sheet of a preview: one HTML page with filters and all drawings, on which findings are marked.

It loads nothing from elsewhere, works without JavaScript (but then does not filter), and is accessible to
screen readers: each drawing is a figure with its findings as text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from kiosk.drawn_checks.finding import Finding
from kiosk.drawn_checks.job import Proof
from kiosk.feed.message_catalog import short_value
from kiosk.feed.models import Feed
from kiosk.feed.problems import Problem, Severity

_HERE = Path(__file__).parent
KINDS = {
    "slide": "slides",
    "page": "desk pages",
    "notice": "notices",
    "alert": "alerts",
    "rest": "when nothing else is on",
}


def page(feed: Feed, proofs: Sequence[Proof], problems: Sequence[Problem]) -> str:
    """Return the page: screens in the order of the feed, slides first, then language by language."""
    proofs = sorted(proofs, key=lambda proof: _sort_key(feed, proof))
    name = feed.name.in_first(tuple(feed.languages)).text
    wrong = sum(1 for proof in proofs if proof.findings)
    style, script = ((_HERE / f"contact.{kind}").read_text(encoding="utf-8") for kind in ("css", "js"))
    parts = [
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Preview: {escape(name)}</title><style>{style}</style></head><body>",
        f"<h1>{escape(name)}</h1><p>{len(proofs)} drawings, {wrong} with findings.</p>",
        _problem_list(problems),
        _form(feed, proofs),
        "<main>",
        *(_figure(feed, proof) for proof in proofs),
        f"</main><script>{script}</script></body></html>\n",
    ]
    return "\n".join(parts)


def _sort_key(feed: Feed, proof: Proof) -> tuple[int, bool, int]:
    screens, languages = list(feed.screens), list(feed.languages)
    return screens.index(proof.screen), proof.kind != "slide", languages.index(proof.language)


def _problem_list(problems: Sequence[Problem]) -> str:
    if not problems:
        return "<p>No problem was found.</p>"
    items = "".join(f"<li{_class(each)}>{escape(str(each))}</li>" for each in problems)
    counts = Counter(each.severity.name.lower() for each in problems)
    summary = ", ".join(f"{count} {name}{'s' if count > 1 else ''}" for name, count in counts.items())
    return f"<details><summary>In the feed: {summary}</summary><ul>{items}</ul></details>"


def _class(problem: Problem) -> str:
    return ' class="error"' if problem.severity is Severity.ERROR else ""


def _form(feed: Feed, proofs: Iterable[Proof]) -> str:
    proofs = tuple(proofs)
    screens = dict.fromkeys(proof.screen for proof in proofs)
    languages = {
        code: feed.languages[code].name for code in dict.fromkeys(proof.language for proof in proofs)
    }
    return (
        "<form hidden>"
        + _choice("Screen", "screen", {screen: screen for screen in screens})
        + _choice("Language", "language", languages)
        + _choice("Kind", "kind", KINDS)
        + '<label>Name<input name="find" type="search"></label>'
        + '<label class="check"><input name="wrong" type="checkbox">Only with findings</label>'
        + '<output aria-live="polite"></output></form>'
    )


def _choice(title: str, name: str, options: dict[str, str]) -> str:
    shown = "".join(f'<option value="{escape(key)}">{escape(text)}</option>' for key, text in options.items())
    return f'<label>{title}<select name="{name}"><option value="">all</option>{shown}</select></label>'


def _figure(feed: Feed, proof: Proof) -> str:
    size = feed.screens[proof.screen].resolution
    title = f"{proof.kind} {proof.name}, {proof.screen}, {feed.languages[proof.language].name}"
    marks = "".join(_mark(each, size.width, size.height) for each in proof.findings)
    items = "".join(f"<li>{escape(_words(each))}</li>" for each in proof.findings)
    findings = f'<ul class="error">{items}</ul>' if items else ""
    data = "".join(
        f' data-{key}="{escape(value)}"'
        for key, value in (
            ("screen", proof.screen),
            ("language", proof.language),
            ("kind", proof.kind),
            ("name", proof.name.lower()),
        )
    )
    link = escape(quote(proof.file))
    image = (
        f'<a class="frame" href="{link}">'
        f'<img loading="lazy" src="{link}" width="{size.width}" height="{size.height}" alt="{escape(title)}">'
        f"{marks}</a>"
    )
    return (
        f"<figure{data}{' class=wrong' if proof.findings else ''}>{image if proof.key else ''}"
        f"<figcaption><b>{escape(proof.name)}</b><p>{escape(proof.screen)} · "
        f"<bdi>{escape(feed.languages[proof.language].name)}</bdi></p>{findings}</figcaption></figure>"
    )


def _words(finding: Finding) -> str:
    words = f"{short_value(finding.words)} " if finding.words else ""
    return f"{finding.fault.value}: {words}{finding.detail}"


def _mark(finding: Finding, width: int, height: int) -> str:
    """Return a frame over the drawing; a finding that lies outside is marked at the edge."""
    left, top = _within(finding.box.x, width), _within(finding.box.y, height)
    right = _within(finding.box.x + finding.box.width, width)
    bottom = _within(finding.box.y + finding.box.height, height)
    place = (
        f"left:{100 * left / width:.2f}%;top:{100 * top / height:.2f}%;"
        f"width:{100 * max(right - left, width // 100) / width:.2f}%;"
        f"height:{100 * max(bottom - top, height // 100) / height:.2f}%"
    )
    return f'<span class="mark" style="{place}" title="{escape(_words(finding))}"></span>'


def _within(value: int, most: int) -> int:
    return min(max(value, 0), most - most // 100)
