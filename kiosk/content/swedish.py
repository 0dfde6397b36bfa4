"""The messages of `kiosk check` and `kiosk publish` in Swedish, by their English templates.

Both languages are in plain words, for people who are not programmers. The placeholders of a template and of
its translation are the same; `{{` and `}}` stand for braces.
"""

from __future__ import annotations

from collections.abc import Mapping

SWEDISH: Mapping[str, str] = {}
