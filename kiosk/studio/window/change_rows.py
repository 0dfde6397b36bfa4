"""The changes of a publish or a proposal, as rows of the window. Pure."""

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
    """One change; `slide` is empty if there is no picture."""

    what: str
    name: str
    where: str
    slide: str
    was: bool
    will_be: bool
    is_removal: bool


def change_row(new: Feed | None, old: Feed | None, change: ReleaseChange, language: str) -> ChangeRow:
    """Return the row for a change between two feeds."""
    slide = change.part_id if change.kind == "slides" else ""
    feeds = [each for each in (new, old) if each and change.part_id in getattr(each, change.kind, ())]
    file = f"{change.kind}/{change.part_id}.yaml" if change.part_id else ""
    return ChangeRow(
        in_language(words.CHANGES[change.what], language),
        part_name(feeds[0] if feeds else None, file, language),
        ", ".join(
            screen_name(feed, each, language)
            for each in change.screens
            for feed in _first_with(each, new, old)
        ),
        slide if feeds else "",
        change.what != "added",
        not change.takes_away,
        change.takes_away,
    )


def _first_with(screen: str, *feeds: Feed | None) -> list[Feed]:
    """Return the first feed that has a screen, in a list; empty if none has it."""
    return [each for each in feeds if each and screen in each.screens][:1]
