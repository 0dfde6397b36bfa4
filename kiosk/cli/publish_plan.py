"""A publish plan: what publishing a feed would change, as text and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kiosk.cli import output
from kiosk.feed.message_catalog import tr
from kiosk.frozen import frozen

if TYPE_CHECKING:
    from kiosk.feed.models import Feed
    from kiosk.publish.changes import Change
    from kiosk.publish.publisher import Publisher


@frozen
class PublishPlan:
    """The values that would change, the changes that each screen would show, and the media to upload."""

    changes: Sequence[Change]
    screens: Mapping[str, Sequence[Change]]
    files: int
    bytes: int


def plan(publisher: Publisher, new: Feed) -> PublishPlan:
    """Return what publishing `new` would change; raises `PublishError`."""
    from kiosk.feed.serialization import write_feed
    from kiosk.publish.changes import changes, screens_touched

    old = publisher.published()
    screens = screens_touched(publisher.feed() if old else None, new)
    upload = publisher.to_upload(new)
    size = sum(media.size for media in upload.values())
    return PublishPlan(changes(old, write_feed(new)), screens, len(upload), size)


def print_plan(planned: PublishPlan) -> None:
    """Print a plan, one change per line."""
    for change in planned.changes:
        output.echo_in_full(
            change.message(), *(tr("  {detail}", detail=each.message()) for each in change.details)
        )
    for screen, seen in planned.screens.items():
        output.echo(
            tr("screen {screen}: {changes}", screen=screen, changes=[each.message() for each in seen])
        )
    size = planned.bytes / 1e6
    output.echo(
        tr(
            "{count} media {count:file|files} would be written, {size:.1f} MB. Nothing was changed.",
            count=planned.files,
            size=size,
        )
    )


def plan_json(planned: PublishPlan | None) -> dict[str, object]:
    """Return a plan as JSON values; without a plan, the same keys with null values."""
    if planned is None:
        return {"changes": None, "screens": None, "upload": None}
    return {
        "changes": changes_json(planned.changes),
        "screens": {screen: [str(each) for each in seen] for screen, seen in planned.screens.items()},
        "upload": {"files": planned.files, "bytes": planned.bytes},
    }


def changes_json(changes: Sequence[Change]) -> list[dict[str, object]]:
    """Return changes as JSON values."""
    return [
        {
            "what": each.what,
            "kind": each.kind,
            "id": each.id,
            "details": [str(detail) for detail in each.details],
        }
        for each in changes
    ]
