"""`kiosk check`: every mistake in a feed's folder, at its place."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import icons, tell

if TYPE_CHECKING:
    from kiosk.content.problems import Problem


def check(
    folder: Annotated[
        Path, typer.Argument(help="The feed: a folder of YAML and media.", file_okay=False, exists=True)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the problems as JSON.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings for errors.")] = False,
) -> None:
    """Print every problem of a feed at its place, the worst first; ends with 1 if there is an error."""
    tell.problems(find(folder), as_json=as_json, strict=strict)


def find(folder: Path) -> list[Problem]:
    """Return all problems of the feed in `folder`, the worst first."""
    from kiosk.checks.inspection import inspect
    from kiosk.publish.source import check_folder

    checked = check_folder(folder, icons.icons())
    found = list(checked.problems)
    if checked.sound:
        whole = checked.feed is not None
        found += inspect(checked.sound, checked.documents, datetime.now(UTC), whole=whole)
    return sorted(found)
