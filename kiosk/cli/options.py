"""Arguments and options that several commands share."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

CONTEXT = {"help_option_names": ["-h", "--help"]}
"""Click settings shared by every command of the product."""

Folder = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER", help="The feed: a folder of YAML and media.", file_okay=False, exists=True
    ),
]
Site = Annotated[
    str,
    typer.Argument(
        metavar="SITE", help="The site: the folder that a web server serves, or sftp://…, s3://… or davs://…"
    ),
]
Keys = Annotated[
    Path | None, typer.Option("--keys", help="The folder of your private keys.", file_okay=False)
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        allow_dash=True,
        help="Read the passphrase of your keys, or the PIN of your token, from its first line "
        "(/dev/fd/3 for a descriptor, - for standard input) instead of asking.",
    ),
]
Office = Annotated[str, typer.Option("--office", metavar="ID", help="The id of the office in the feed.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only print what would change.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]

DURATION = "DURATION"
"""The metavar of options that are parsed by `duration`."""


def duration(text: str) -> float:
    """Return the seconds in `60`, `60 s` or `2 min`."""
    from pydantic_core import PydanticCustomError

    from kiosk.feed.written_times import parse_duration

    try:
        return parse_duration(text)
    except PydanticCustomError as bad:
        raise typer.BadParameter(str(bad)) from bad


def parse_moment(text: str, zone: ZoneInfo) -> datetime:
    """Return the time in `text`, or now if it is empty; in `zone` unless `text` contains an offset."""
    try:
        moment = datetime.fromisoformat(text) if text else datetime.now(UTC)
    except ValueError:
        raise typer.BadParameter(f"expected a time such as '2026-12-24 09:30', got {text!r}") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


Every = Annotated[
    float | None,
    typer.Option(
        "--every",
        parser=duration,
        metavar=DURATION,
        help="Repeat until stopped, waiting this long in between: 60, '60 s' or '2 min'.",
    ),
]
SourceState = Annotated[
    Path | None,
    typer.Option("--state", help="The folder where the sources' last answers are kept.", file_okay=False),
]
OutcomesAsJson = Annotated[
    bool, typer.Option("--json", help="Print the outcome as JSON; with --every, one line per run.")
]
