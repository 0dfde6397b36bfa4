"""The files of a slide: what an edit writes, where it is used, and which field has which problem. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from kiosk.feed import yaml_reader
from kiosk.feed.feed_reader import SHAPES
from kiosk.feed.models import Feed
from kiosk.feed.problems import ContentError, Problem
from kiosk.feed.slides import media_of
from kiosk.feed.validation_errors import validate
from kiosk.feed.yaml_reader import Document, Path
from kiosk.studio.core.office_source import playlist_files
from kiosk.studio.core.project import Files, Project
from kiosk.studio.core.yaml_edit import edited, new_text

Documents = Mapping[str, Document]

NEW_SLIDE = "message"


def new_slide_files(project: Project, title: Mapping[str, str], screens: Collection[str]) -> Files:
    """Return the files of a new slide, and of a playlist that shows it on these screens.

    A slide created by the staff of an office is shown on all screens of the office.
    """
    slide = project.free_name("slides", project.rights.named("new"))
    slide_id = slide.partition("/")[2].removesuffix(".yaml")
    content: dict[str, object] = {"kind": NEW_SLIDE, "title": dict(title), "dwell": "12 s"}
    if project.rights.office:
        new = {slide: new_text(content).encode()}
        return {**new, **playlist_files({**project.texts, **new}, project.rights)}
    playlist: dict[str, object] = {"slides": [slide_id], "where": {"screens": sorted(screens)}}
    return {
        slide: new_text(content).encode(),
        project.free_name("playlists", slide_id): new_text(playlist).encode(),
    }


def file_of(slide: str) -> str:
    """Return the file of a slide."""
    return f"slides/{slide}.yaml"


def with_slide(feed: Feed, slide: str, text: bytes) -> Feed | None:
    """Return a feed with the edited text of one slide; None if that might be impossible to draw."""
    try:
        new = validate(yaml_reader.read(text, file_of(slide)), SHAPES["slides"])
    except ContentError:
        return None
    old = feed.slides.get(slide)
    if old is None or new.kind != old.kind or media_of(new) != media_of(old):
        return None
    return replace(feed, slides={**feed.slides, slide: new})


def used_in(documents: Documents, slide: str) -> list[str]:
    """Return the files of the playlists that contain a slide."""
    return [name for name, each in sorted(documents.items()) if slide in _slides_of(name, each)]


def own_playlist(documents: Documents, slide: str) -> str:
    """Return the file of the only playlist with this slide, if it has no other slides; otherwise empty."""
    used = used_in(documents, slide)
    alone = len(used) == 1 and set(_slides_of(used[0], documents[used[0]])) == {slide}
    return used[0] if alone else ""


def placed_files(project: Project, documents: Documents, slide: str, screens: Collection[str]) -> Files:
    """Return the file changes that show a slide on exactly these screens; raises `EditError`.

    There must be at least one screen, and the slide must have its own playlist or none: any other slide is
    placed together with its playlist.
    """
    own = own_playlist(documents, slide)
    where = {"screens": sorted(screens)}
    if own:
        return {own: edited(project.texts[own].decode(), ("where",), where).encode()}
    playlist: dict[str, object] = {"slides": [slide], "where": where}
    return {project.free_name("playlists", slide): new_text(playlist).encode()}


def can_be_placed(documents: Documents, feed: Feed, slide: str) -> bool:
    """Return whether the screens of a slide can be chosen independently of other slides."""
    return slide in feed.slides and (bool(own_playlist(documents, slide)) or not used_in(documents, slide))


def _slides_of(name: str, document: Document) -> list[str]:
    value: Any = document.value
    slides = value.get("slides") if name.startswith("playlists/") and isinstance(value, dict) else None
    return [each for each in slides if isinstance(each, str)] if isinstance(slides, list) else []


def by_path(file: str, document: Document | None, problems: Iterable[Problem]) -> dict[Path, list[Problem]]:
    """Return the problems of a file by the path of the innermost value around each; `()` is the file."""
    grouped: dict[Path, list[Problem]] = {}
    known = {**document.values, **document.keys} if document else {}
    places = sorted(((place.line, place.column), len(path), path) for path, place in known.items() if path)
    for problem in problems:
        if problem.position.file != file:
            continue
        at = (problem.position.line, problem.position.column)
        before = [path for place, _, path in places if place <= at]
        grouped.setdefault(before[-1] if before else (), []).append(problem)
    return grouped
