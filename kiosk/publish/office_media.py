"""Conversion of the media that an office's staff publish, for the screens of the office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Feed
from kiosk.feed.office_part import OfficePart
from kiosk.feed.problems import ContentError, Position, Severity, error
from kiosk.media.preparation import Prepared, problems_of_file
from kiosk.publish.office_parts import feed_of_part


def prepared_part(
    feed: Feed, part: OfficePart, prepare: Callable[[Feed], Prepared]
) -> tuple[OfficePart, Prepared]:
    """Return a part with its converted media; raises `ContentError` for media that cannot be shown."""
    prepared = prepare(feed_of_part(feed, part))
    problems = [each for name, facts in prepared.found.items() for each in problems_of_file(name, facts)]
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    errors += [
        error(Position(f"slides/{name}.yaml"), tr("this slide cannot show this kind of file"))
        for name in sorted(prepared.unshowable)
    ]
    if errors:
        raise ContentError(sorted(errors))
    return replace(part, media=prepared.feed.media, renditions=prepared.feed.renditions), prepared
