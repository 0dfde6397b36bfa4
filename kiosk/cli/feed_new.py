"""`kiosk feed new`: a small feed without a mistake, to start from."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import tell


def feed_new(
    folder: Annotated[Path, typer.Argument(help="The folder to make; it must be empty, or not there.")],
) -> None:
    """Make a small feed that can be checked, previewed and published as it is."""
    from kiosk.content.stubs import NEW

    if folder.exists() and any(folder.iterdir()):
        tell.fail(f"{folder} is not empty; choose another folder")
    with tell.errors(OSError):
        for name, text in NEW.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    typer.echo(f"{folder} is a feed of {len(NEW)} files. See it: kiosk preview {folder} -o OUT")
