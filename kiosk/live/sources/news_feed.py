"""News as RSS (0.9 to 2.0) or Atom: the title, one line of text and the language of each item.

Feeds that are not well-formed are read as far as possible. Links are ignored. Runs in a separate process; see
`source_round`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from kiosk.live.markup import text_of_markup
from kiosk.live.plain_text import plain_text

MAX_BYTES = 4 << 20
MAX_ENTRIES = 2000
"""The number of items that are read; a news feed has a few dozen."""

ITEMS = 12
"""The number of items kept in each language."""

LANGUAGES = 5
MAX_PROBLEMS = 10
MAX_RAW = 20_000  # characters of a text with its markup
TITLE, LINE = 140, 200
AHEAD = timedelta(hours=1)
"""How far the clock of a source may be ahead of ours."""


def read_news(request: bytes) -> bytes:
    """Return the latest news as JSON; raises `ValueError` if this is not a news feed.

    The request is a line of JSON with `now`, `days` and `language`, followed by the answer of the source.
    """
    head, _, data = request.partition(b"\n")
    question = json.loads(head)
    parsed = _parsed(data)
    reader = _NewsReader(datetime.fromisoformat(question["now"]), timedelta(days=question["days"]))
    entries = parsed["entries"][:MAX_ENTRIES]
    configured = question["language"] or ""
    items = [
        item for entry in entries if (item := reader.item(entry, configured or _language(entry, parsed)))
    ]
    if entries and not items and reader.unreadable == len(entries):
        raise ValueError(f"none of its items can be read; the first: {reader.problems[0]}")
    if len(parsed["entries"]) > MAX_ENTRIES:
        reader.problems.append(f"{len(parsed['entries']) - MAX_ENTRIES} items at the end were not read")
    latest = list(_latest(items))
    return json.dumps({"data": {"items": latest}, "problems": reader.problems[:MAX_PROBLEMS]}).encode()


def _parsed(data: bytes) -> Mapping[str, Any]:
    if len(data) > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES >> 20} MiB")
    if b"<!ENTITY" in data.upper():
        raise ValueError("it defines entities, which no news feed needs")
    try:
        import feedparser  # noqa: PLC0415  # an extra that only news needs
    except ImportError as missing:
        raise ValueError("install feedparser for news: pip install 'infodisk[live]'") from missing
    try:  # plain bytes might be taken for a file name
        parsed: Mapping[str, Any] = feedparser.parse(
            BytesIO(data), sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as bad:  # its lenient parser fails in many ways
        raise ValueError(f"neither RSS nor Atom: {type(bad).__name__}") from bad
    if not parsed.get("version"):
        raise ValueError("neither RSS nor Atom")
    return parsed


@dataclass
class _NewsReader:
    """Reads items as of `now`, and collects what is wrong with them."""

    now: datetime
    oldest: timedelta
    problems: list[str] = field(default_factory=list)
    unreadable: int = 0
    _place: int = 0

    def item(self, entry: dict[str, Any], language: str) -> dict[str, Any] | None:
        """Return an item; None if it is too old or cannot be read."""
        self._place += 1
        try:
            title = _title(entry)
            time = self._time(entry)
        except ValueError as bad:
            self.unreadable += 1
            self._problem(f"left out: {bad}")
            return None
        if time and time < self.now - self.oldest:
            return None
        item = {"title": title, "line": self._line(entry, title), "language": language}
        return item | ({"time": time.isoformat()} if time else {})

    def _line(self, entry: Mapping[str, Any], title: str) -> str:
        detail = entry.get("summary_detail") or next(iter(entry.get("content", ())), None)
        try:
            line = _text(detail, LINE)
        except ValueError as bad:
            self._problem(f"only its title is shown: {bad}")
            return ""
        return "" if line == title else line

    def _time(self, entry: dict[str, Any]) -> datetime | None:
        # `entry.get` would warn that it replaces a missing one of these with another.
        date = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
        if not date:
            return None
        try:
            year, month, day, hour, minute, second = date[:6]
            time = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        except (ValueError, OverflowError) as bad:
            raise ValueError("its date is impossible") from bad
        if time > self.now + AHEAD:
            raise ValueError(f"its date is in the future: {time:%Y-%m-%d %H:%M}")
        return min(time, self.now)

    def _problem(self, words: str) -> None:
        self.problems.append(f"item {self._place} {words}")


def _title(entry: Mapping[str, Any]) -> str:
    title = _text(entry.get("title_detail"), TITLE)
    if not title:
        raise ValueError("it has no title")
    return title


def _text(detail: Mapping[str, Any] | None, max_chars: int) -> str:
    if not detail:
        return ""
    raw = str(detail.get("value", ""))[:MAX_RAW]
    return plain_text(text_of_markup(raw, is_html="html" in str(detail.get("type", ""))), max_chars)


def _language(entry: Mapping[str, Any], parsed: Mapping[str, Any]) -> str:
    """Return the language that an item or its feed is marked with, such as `sv` or `fa-AF`; may be empty."""
    detail = entry.get("title_detail") or {}
    written = str(detail.get("language") or parsed["feed"].get("language") or "").replace("_", "-").strip()
    parts = written.split("-")
    return written if len(written) <= 12 and all(part.isascii() and part.isalnum() for part in parts) else ""  # noqa: PLR2004  # as `LanguageTag`


def _latest(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the latest items of each language, each title once; in feed order if any time is missing."""
    if all("time" in item for item in items):
        items.sort(key=lambda item: str(item["time"]), reverse=True)
    titles: dict[str, set[str]] = {}
    for item in items:
        seen = titles.setdefault(item["language"], set())
        if item["title"] not in seen and len(seen) < ITEMS and len(titles) <= LANGUAGES:
            seen.add(item["title"])
            yield item
