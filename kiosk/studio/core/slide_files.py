"""A slide as it is written in the Studio: its files, and which finding belongs to which field. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kiosk.feed.problems import Position, Problem
from kiosk.feed.yaml_reader import Document
from kiosk.studio.core.project import Files, Project
from kiosk.studio.core.yaml_edit import new_text

NEW_SLIDE = "message"


def new_slide_files(project: Project, title: Mapping[str, str], screens: Collection[str]) -> Files:
    """Return the files of a new slide, and of a playlist that shows it on these screens."""
    slide = project.free_name("slides", "new")
    slide_id = slide.partition("/")[2].removesuffix(".yaml")
    content: dict[str, object] = {"kind": NEW_SLIDE, "title": dict(title), "dwell": "12 s"}
    playlist: dict[str, object] = {"slides": [slide_id], "where": {"screens": sorted(screens)}}
    return {
        slide: new_text(content).encode(),
        project.free_name("playlists", slide_id): new_text(playlist).encode(),
    }


def by_field(file: str, document: Document | None, problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Return the problems of a file by the field that they are in; `""` for those of the whole file."""
    found: dict[str, list[Problem]] = {}
    lines = sorted((position.line, str(path[0])) for path, position in _top(document))
    for problem in problems:
        if problem.position.file == file:
            before = [key for line, key in lines if line <= problem.position.line]
            found.setdefault(before[-1] if before else "", []).append(problem)
    return found


def _top(document: Document | None) -> Iterable[tuple[tuple[str | int, ...], Position]]:
    keys = document.keys if document else {}
    return ((path, place) for path, place in keys.items() if len(path) == 1)
