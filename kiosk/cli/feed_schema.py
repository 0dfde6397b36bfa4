"""`kiosk feed schema`: the format of a feed for editors, as JSON Schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import output


def feed_schema(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="The kind of file: feed, office, screen, topic, slide …")
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="Write the schemas of all kinds into this folder.", file_okay=False
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of one kind of file, or write those of all kinds into a folder."""
    from kiosk.feed.json_schema import KINDS

    if kind and kind not in KINDS:
        raise typer.BadParameter(f"there is no kind {kind!r}; choose one of {', '.join(KINDS)}")
    if not kind and out is None:
        raise typer.BadParameter("give a kind, or a folder for all of them with -o")
    if kind:
        output.echo_document(text_of(kind))
    if out:
        with output.exit_on(OSError):
            write_all(out)


def write_all(folder: Path) -> None:
    """Write the schemas of all kinds into a folder; raises `OSError`."""
    from kiosk.feed.json_schema import KINDS

    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (folder / f"{kind}.json").write_text(text_of(kind), encoding="utf-8")


def modeline(kind: str, schemas: str) -> str:
    """Return the first line of a file, which tells an editor where the file's schema is."""
    return f"# yaml-language-server: $schema={schemas}/{kind}.json\n"


def text_of(kind: str) -> str:
    """Return the schema of a kind as JSON text."""
    from kiosk.feed.json_schema import schema

    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"
