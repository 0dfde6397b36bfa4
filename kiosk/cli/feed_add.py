"""`kiosk feed add`: a commented stub of a slide, a topic or a screen, in a feed that exists."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import tell
from kiosk.cli.feed_new import SCHEMAS, first_line


def feed_add(
    kind: Annotated[str, typer.Argument(help="What to add: slide, topic or screen.")],
    name: Annotated[str, typer.Argument(help="Its id: small letters, digits and hyphens.")],
    folder: Annotated[Path, typer.Option("--feed", help="The feed.", file_okay=False, exists=True)] = Path(),
) -> None:
    """Add a slide, a topic or a screen with all that can be said of it, to be filled in."""
    from pydantic import TypeAdapter, ValidationError

    from kiosk.content.problems import ContentError
    from kiosk.content.stubs import KINDS, stub
    from kiosk.content.values import Id

    if kind not in KINDS:
        raise typer.BadParameter(f"a {kind!r} cannot be added; one of {', '.join(KINDS)}")
    try:
        TypeAdapter(Id).validate_python(name)
    except ValidationError as bad:
        raise typer.BadParameter(bad.errors()[0]["msg"]) from bad
    path = folder / f"{kind}s" / f"{name}.yaml"
    if path.exists():
        tell.fail(f"{path} is there already")
    with tell.errors(OSError, ContentError):
        text = stub(kind, _languages(folder), _first(folder))
        if (folder / SCHEMAS).is_dir():
            text = first_line(f"{kind}s/{name}.yaml") + text
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    tell.say(f"{path} is there to be filled in.")


def _languages(folder: Path) -> list[str]:
    """Return the languages that the feed declares."""
    from kiosk.content.yaml12 import read

    file = folder / "feed.yaml"
    if not file.is_file():
        tell.fail(f"{folder} is no feed: it has no feed.yaml (kiosk feed new makes one)")
    value = read(file.read_bytes(), "feed.yaml").value
    declared = value.get("languages") if isinstance(value, dict) else None
    if not isinstance(declared, dict):
        tell.fail("feed.yaml declares no languages")
    return list(declared)


def _first(folder: Path) -> dict[str, str]:
    """Return the first id of each kind that the feed has."""
    return {part.parent.name: part.stem for part in sorted(folder.glob("*/*.yaml"), reverse=True)}
