"""The media of what the staff of an office publish, as they were converted for its screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Feed
from kiosk.feed.office_part import OfficePart
from kiosk.feed.problems import ContentError, Position, Severity, error
from kiosk.media.preparation import Prepared, problems_of_file
from kiosk.publish.office_parts import alone


def prepared_part(
    feed: Feed, part: OfficePart, prepare: Callable[[Feed], Prepared]
) -> tuple[OfficePart, Prepared]:
    """Return a part with its converted media; raises `ContentError` for media that cannot be shown."""
    prepared = prepare(alone(feed, part))
    found = [each for name, facts in prepared.found.items() for each in problems_of_file(name, facts)]
    wrong = [each for each in found if each.severity is Severity.ERROR]
    wrong += [
        error(Position(f"slides/{name}.yaml"), tr("its file is not of a kind that this slide shows"))
        for name in sorted(prepared.unshowable)
    ]
    if wrong:
        raise ContentError(sorted(wrong))
    return replace(part, media=prepared.feed.media, renditions=prepared.feed.renditions), prepared
