"""`kiosk check`: every mistake in a feed's folder, at its place."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import icons, tell


def check(
    folder: Annotated[
        Path, typer.Argument(help="The feed: a folder of YAML and media.", file_okay=False, exists=True)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the problems as JSON.")] = False,
) -> None:
    """Print every problem of a feed as file:line:column; ends with 1 if there is an error."""
    from kiosk.publish.source import check_folder

    tell.problems(check_folder(folder, icons.icons()).problems, as_json=as_json)
