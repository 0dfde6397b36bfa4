"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

CONTEXT = {"help_option_names": ["-h", "--help"]}
"""Of every command line of the product."""

Folder = Annotated[
    Path, typer.Argument(help="The feed: a folder of YAML and media.", file_okay=False, exists=True)
]
Site = Annotated[
    str,
    typer.Argument(help="The site: the folder that a web server serves, or sftp://…, s3://… or davs://…"),
]
Keys = Annotated[
    Path | None, typer.Option("--keys", help="The folder of your private keys.", file_okay=False)
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only print what would change.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
