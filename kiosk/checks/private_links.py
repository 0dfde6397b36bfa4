"""Links that no visitor's phone can open, since their host is on a private network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from kiosk.checks.check_subject import Subject
from kiosk.feed.message_catalog import tr
from kiosk.feed.private_hosts import is_written_private
from kiosk.feed.problems import Problem, warning
from kiosk.feed.yaml_reader import Path

KEY = "link"


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each such link in any file."""
    for document in subject.documents.values():
        for path, link in _links(document.value, ()):
            host = urlsplit(link).hostname or ""
            if is_written_private(host):
                message = tr("visitors' phones cannot open {host}: use an address on the internet", host=host)
                yield warning(document.position(path), message)


def _links(value: Any, path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401  # any YAML value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        if key == KEY and isinstance(item, str):
            yield (*path, key), item
        else:
            yield from _links(item, (*path, key))
