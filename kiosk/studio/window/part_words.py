"""The English texts of the offices, topics and playlists pages."""

from __future__ import annotations

from kiosk.feed.message_catalog import tr

PART_WORDS = {
    "newOffice": tr("New office"),
    "officeName": tr("What the office is called"),
    "officeAddress": tr("Its address"),
    "topicName": tr("What visitors want help with, in a few words"),
    "create": tr("Create"),
    "officeWords": tr("Name and address"),
    "holidays": tr("On public holidays"),
    "bookable": tr("Times that can be booked"),
    "bookableNote": tr(
        "Cut from the hours below; none on days when the office is closed, or while a calendar is busy."
    ),
    "calendars": tr("Calendars that take times away, by the names that IT gave them, separated by commas"),
    "removeTimes": tr("Remove these times"),
    "newTimes": tr("More times that can be booked"),
    "tools": tr("Short name, and removal"),
    "shortName": tr("Short name, in lower-case letters"),
    "rename": tr("Change the short name"),
    "removePart": tr("Remove …"),
    "removeAsk": tr("Remove this?"),
    "removeYes": tr("Yes, remove it"),
}
"""By their names in QML."""

OFFICE = {
    "name": tr("Name"),
    "address": tr("Address"),
    "place": tr("Where in the building"),
    "position": tr("Position, as a map writes it: 59.3668, 17.8436"),
    "eve": tr("Hours of an open day before a public holiday, such as 10:00-13:00 or closed"),
}
"""The fields of an office."""

HOLIDAYS = {"closed": tr("Closed"), "open": tr("Open as on other days")}
"""The rules for public holidays."""

BOOKABLE = {
    "length": tr("How long each time is, such as 30 min"),
    "notice": tr("Booking closes this long before it begins, such as 2 h"),
    "horizon": tr("Booking opens this long before it begins, such as 14 d"),
    "buffer": tr("Left free before and after each calendar event, such as 10 min"),
}
"""The fields of a rule for bookable times."""

MISSING_NAME_ADDRESS = tr("Write the name and the address of the office.")
NO_TIMES = tr("No time follows from this: the office is closed on these days, or the hours are too short.")
LAST_TOPIC = tr("At least one topic can be booked. To book none, remove these times.")
LAST_HOURS = tr("These are the only hours. To book none, remove these times.")
USED_NOWHERE = tr("Nothing else uses it.")
UNDO_BRINGS_BACK = tr("Undo brings it back.")
RENAME = tr("Everything that uses it follows.")
RENAME_ADDRESSED = tr(
    "Everything in the feed follows, and so does the web address of a booking that has the name in it. Tell "
    "IT, whose calendars and rights use the name."
)
