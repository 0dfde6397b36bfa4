"""The English texts of the playlists page."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.feed.message_catalog import Message, tr

PLAYLIST_WORDS = {
    "newPlaylist": tr("New playlist"),
    "playlistName": tr("What it is called"),
    "chooseSlides": tr("Slides, in the order in which you tick them"),
    "addSlides": tr("Add slides …"),
    "findSlide": tr("Find a slide"),
    "besideOthers": tr("Beside other playlists"),
    "rank": tr("Its turn"),
    "share": tr("How often"),
    "takeover": tr("Interrupts everything else while it is shown"),
    "repeat": tr("On which days"),
    "playlistHolidays": tr("On public holidays"),
    "excluded": tr("Not on these days"),
    "oneDay": tr("A day (year-month-day)"),
}
"""By their names in QML."""

HOLIDAYS = {
    "": tr("As on other days"),
    "skip": tr("Not on public holidays"),
    "only": tr("Only on public holidays"),
}
"""The rules for public holidays."""

EVERY_DAY = tr("on every day")
NO_SHARE = tr("Each slide as often as those of the others")
_FIRST_RANK, _SECOND_RANK = 10, 20


def rank(priority: int) -> Message:
    """Return a priority in words."""
    if priority == 0:
        return tr("In turn with the others")
    if priority == _FIRST_RANK:
        return tr("Instead of the ordinary ones (10)")
    if priority == _SECOND_RANK:
        return tr("Instead of those too (20)")
    return tr("Instead of all with a lower number than {number}", number=priority)


def share(count: int) -> Message:
    """Return a share in words."""
    if count == 1:
        return tr("One slide for each of the others")
    return tr("{count} slides for each of the others", count=count)


NO_GAP = tr("Something is on all week, and nothing is hidden.")
_MAX_PLACES = 4


def gaps(places: Sequence[str]) -> Message:
    """Return a sentence that tells when nothing is on."""
    return tr("Nothing is on: {places}", places=_few(places))


def takeovers(places: Sequence[str]) -> Message:
    """Return a sentence that tells when a takeover interrupts everything else."""
    return tr("Everything else is interrupted: {places}", places=_few(places))


def hidden(places: Sequence[str]) -> Message:
    """Return a sentence that tells when a playlist is hidden by another."""
    return tr("A playlist is hidden by another: {places}", places=_few(places))


def _few(places: Sequence[str]) -> Sequence[str]:
    if len(places) <= _MAX_PLACES:
        return places
    return [*places[:_MAX_PLACES], tr("and {count} more", count=len(places) - _MAX_PLACES)]
