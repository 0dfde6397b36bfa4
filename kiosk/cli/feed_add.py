"""`kiosk feed add`: a commented template for a new part of an existing feed."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import output
from kiosk.cli.feed_new import SCHEMAS, first_line


def feed_add(
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help="What to add: slide, playlist, notice, topic, screen or office."),
    ],
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Its id: lower-case letters, digits and hyphens.")
    ],
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", help="The feed; by default the current folder.", file_okay=False, exists=True
        ),
    ] = Path(),
    former: Annotated[Path | None, typer.Option("--feed", hidden=True, file_okay=False, exists=True)] = None,
    slide: Annotated[str, typer.Option("--kind", help="The kind of slide, such as picture.")] = "",
) -> None:
    """Add a slide, playlist, notice, topic, screen or office: a template with every key, to fill in."""
    from kiosk.feed.file_templates import file_template
    from kiosk.feed.problems import ContentError

    if former:
        output.echo(
            "kiosk: `--feed FOLDER` is now just `FOLDER`; the option will be removed in the next version",
            err=True,
        )
        folder = former
    _check_words(kind, name, slide)
    path = folder / f"{kind}s" / f"{name}.yaml"
    if path.exists():
        output.fail(f"{path} already exists; choose another name")
    with output.exit_on(OSError, ContentError):
        text = file_template(kind, _languages(folder), _first(folder), slide or "message")
        if (folder / SCHEMAS).is_dir():
            text = first_line(f"{kind}s/{name}.yaml") + text
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    output.echo(f"Created {path}. Fill it in, then run: kiosk check {folder}")


def _check_words(kind: str, name: str, slide: str) -> None:
    """Refuse a kind that cannot be added, an unknown kind of slide, and a name that is not a valid id."""
    from pydantic import TypeAdapter, ValidationError

    from kiosk.feed.file_templates import KINDS, SLIDE_KINDS
    from kiosk.feed.written_values import Id

    if kind not in KINDS:
        raise typer.BadParameter(f"{kind!r} cannot be added; choose one of {', '.join(KINDS)}")
    if slide and kind != "slide":
        raise typer.BadParameter("--kind is for slides only")
    if slide and slide not in SLIDE_KINDS:
        raise typer.BadParameter(
            f"there is no kind of slide {slide!r}; choose one of {', '.join(SLIDE_KINDS)}"
        )
    try:
        TypeAdapter(Id).validate_python(name)
    except ValidationError as bad:
        raise typer.BadParameter(bad.errors()[0]["msg"]) from bad


def _languages(folder: Path) -> list[str]:
    """Return the languages that the feed declares."""
    from kiosk.feed.yaml_reader import read

    file = folder / "feed.yaml"
    if not file.is_file():
        output.fail(f"{folder} is not a feed: it has no feed.yaml; create one with `kiosk feed new`")
    value = read(file.read_bytes(), "feed.yaml").value
    declared = value.get("languages") if isinstance(value, dict) else None
    if not isinstance(declared, dict):
        output.fail("feed.yaml declares no languages")
    return list(declared)


def _first(folder: Path) -> dict[str, str]:
    """Return the first id of each kind in the feed, by the name of its folder."""
    return {part.parent.name: part.stem for part in sorted(folder.glob("*/*.yaml"), reverse=True)}
