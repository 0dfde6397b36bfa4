"""`kiosk feed new`: a small, valid feed to start from."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import output
from kiosk.cli.feed_schema import modeline, write_all

SCHEMAS = ".schema"
"""A hidden folder for the editors' schemas: hidden files are not part of a feed."""


def feed_new(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="The folder to create; if it exists it must be empty.")
    ],
) -> None:
    """Create a small feed that can be checked, previewed and published as it is."""
    from kiosk.feed.file_templates import STARTER_FILES

    if folder.exists() and any(folder.iterdir()):
        output.fail(f"{folder} is not empty; choose another folder")
    with output.exit_on(OSError):
        write_all(folder / SCHEMAS)
        for name, text in STARTER_FILES.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(first_line(name) + text, encoding="utf-8")
    count = len(STARTER_FILES)
    output.echo(f"Created a feed of {count} files in {folder}. To see it: kiosk preview {folder}")


def first_line(name: str) -> str:
    """Return the first line of a new feed's file, such as `slides/welcome.yaml`."""
    folder, _, file = name.rpartition("/")
    kind = folder.removesuffix("s") or file.removesuffix(".yaml")
    return modeline(kind, f"../{SCHEMAS}" if folder else SCHEMAS)
