"""What a publish or a proposal would change, as rows of the window. Pure."""

from __future__ import annotations

from kiosk.feed.message_catalog import in_language
from kiosk.feed.models import Feed
from kiosk.frozen import frozen
from kiosk.studio.core.release import ReleaseChange
from kiosk.studio.window import words
from kiosk.studio.window.part_names import part_name
from kiosk.studio.window.rows_shown import screen_name


@frozen
class ChangeRow:
    """One change; `slide` is empty for what has no picture."""

    what: str
    name: str
    where: str
    slide: str
    was: bool
    will_be: bool
    grave: bool


def change_row(new: Feed | None, old: Feed | None, change: ReleaseChange, language: str) -> ChangeRow:
    """Return how a change between two feeds is shown."""
    slide = change.part_id if change.kind == "slides" else ""
    feeds = [each for each in (new, old) if each and change.part_id in getattr(each, change.kind, ())]
    file = f"{change.kind}/{change.part_id}.yaml" if change.part_id else ""
    return ChangeRow(
        in_language(words.CHANGES[change.what], language),
        part_name(feeds[0] if feeds else None, file, language),
        ", ".join(
            screen_name(feed, each, language) for each in change.screens for feed in _with(each, new, old)
        ),
        slide if feeds else "",
        change.what != "added",
        not change.takes_away,
        change.takes_away,
    )


def _with(screen: str, *feeds: Feed | None) -> list[Feed]:
    """Return the first of the feeds that has a screen."""
    return [each for each in feeds if each and screen in each.screens][:1]
