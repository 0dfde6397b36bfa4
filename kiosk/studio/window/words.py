"""The English texts of the window; `kiosk.feed.swedish_messages` has the Swedish ones."""

from __future__ import annotations

from kiosk.feed.message_catalog import in_language, tr
from kiosk.studio.window.part_words import PART_WORDS
from kiosk.studio.window.playlist_words import PLAYLIST_WORDS

WORDS = {
    "home": tr("Home"),
    "screens": tr("Screens"),
    "now": tr("Now"),
    "next": tr("Then"),
    "newSlide": tr("New slide"),
    "newSlideHint": tr("A message on every screen"),
    "closed": tr("Closed or changed hours"),
    "closedHint": tr("Screens, desk and bookable times follow"),
    "adminsSlide": tr("An admin has written this slide. You can look at it, but not change it."),
    "adminsOffice": tr("You can change the hours. An admin changes the rest of the office."),
    "everyOwnScreen": tr("On every screen of your office."),
    "urgent": tr("Urgent notice now"),
    "urgentHint": tr("A line over everything else"),
    "undoPublish": tr("Undo the last publish"),
    "undoPublishHint": tr("The screens show again what they showed before"),
    "undoPublishAsk": tr("Show again what the screens showed before the last publish?"),
    "ending": tr("Ends this week"),
    "nothingEnds": tr("Nothing ends this week"),
    "slides": tr("Slides"),
    "back": tr("Back"),
    "cancel": tr("Cancel"),
    "yes": tr("Yes, go back"),
    "publish": tr("Publish"),
    "publishNow": tr("Show on the screens now"),
    "undo": tr("Undo"),
    "redo": tr("Redo"),
    "drawing": tr("Drawing …"),
    "noticesNow": tr("Notices that are shown, with their last day"),
    "takeDown": tr("Take down now"),
    "noticeTitle": tr("What has happened?"),
    "noticeText": tr("The text in Swedish"),
    "noticeTextOther": tr("The text in English"),
    "noticeLanguages": tr("Ready-made texts come in all languages of the screens, as drafts."),
    "where": tr("On which screens?"),
    "until": tr("Shown until and including"),
    "untilTime": tr("Until what time today (may be left empty)"),
    "from": tr("From"),
    "dayForm": tr("Year-month-day"),
    "closedTitle": tr("When is the office closed?"),
    "office": tr("Which office?"),
    "closedNote": tr("Its screens and its desk say that it is closed, and no times can be booked."),
    "allSlides": tr("All slides"),
    "show": tr("Show"),
    "delete": tr("Delete this slide"),
    "deleteAsk": tr("Delete this slide?"),
    "deleteYes": tr("Yes, delete it"),
    "shownWhere": tr("Where it is shown"),
    "chooseFile": tr("Choose a file …"),
    "removeFile": tr("Remove"),
    "dropFile": tr("Drop a file here. It is turned and scaled for each screen when you publish."),
    "whatChanges": tr("What changes on the screens"),
    "publishHint": tr("Nothing changes on any screen until you choose this."),
    "before": tr("Before"),
    "after": tr("After"),
    "versions": tr("Earlier versions"),
    "returnTo": tr("Show this again"),
    "asOn": tr("As on (year-month-day)"),
    "asAt": tr("At (hours:minutes)"),
    "tonePaper": tr("light, like paper"),
    "toneInk": tr("dark blue"),
    "toneSea": tr("blue-green"),
    "toneLeaf": tr("green"),
    "toneSun": tr("yellow"),
    "toneBerry": tr("dark red"),
    "colour": tr("Colour"),
    "preview": tr("As it looks on the screen"),
    "previewScreen": tr("Screen"),
    "previewLanguage": tr("Language"),
    "savedItself": tr("Everything you write is saved by itself. The screens change when you publish."),
    "conflictsTitle": tr("Somebody else has changed the same"),
    "conflictsNote": tr(
        "Nothing is published until you have chosen one of each pair. What you give up stays in your folder, "
        "and what they published among the earlier versions."
    ),
    "mine": tr("Yours"),
    "theirs": tr("Theirs, on the screens now"),
    "keepAndPublish": tr("Keep what is chosen, and publish"),
    "proposalTitle": tr("A proposal that waits"),
    "proposalNote": tr("You sign exactly what is shown here. If it has changed since, nothing is signed."),
    "lookAtProposal": tr("Look at it"),
    "signProposal": tr("Sign, and show on the screens"),
    "fullText": tr("Every difference in words"),
    "rejectReason": tr("Why not? Whoever proposed it reads this; so can anyone who knows the address"),
    "reject": tr("Do not sign"),
    "offices": tr("Offices"),
    "topics": tr("Topics"),
    "week": tr("Hours of a week, such as 10:00-12:00, 13:00-16:00; empty when closed"),
    "exceptions": tr("Other hours on some days"),
    "hoursOrClosed": tr("Hours; empty when closed"),
    "hours": tr("Hours, such as 09:00-12:00"),
    "lastDay": tr("Last day"),
    "badHours": tr("Write the hours as 10:00-16:00, several with a comma between them."),
    "add": tr("Add"),
    "remove": tr("Remove"),
    "monthBefore": tr("The month before"),
    "monthAfter": tr("The month after"),
    "calendarKey": tr("Red: a public holiday. Framed: other hours than the week's. Grey: closed."),
    "dropIn": tr("Come without a booking"),
    "topic": tr("Topic"),
    "weekday": tr("Weekday"),
    "bookingWays": tr("How a time is booked"),
    "codeAsShown": tr("The QR code as it will be on the screen"),
    "newTopic": tr("New topic"),
    "pictogram": tr("Pictogram"),
    "addHelp": tr("One more thing we help with"),
    "addBring": tr("One more thing to bring"),
    "playlists": tr("Playlists"),
    "playlist": tr("Playlist"),
    "order": tr("The slides in their order: drag, or Ctrl and an arrow key"),
    "earlier": tr("Earlier"),
    "later": tr("Later"),
    "when": tr("When it is shown"),
    "schedule": tr("Schedule"),
    "scheduleNote": tr("Drawn from the schedule that the screens run. Choose a box to see why it is on."),
    "weekBefore": tr("The week before"),
    "weekAfter": tr("The week after"),
    "languages": tr("Languages"),
    "reader": tr("Who has read it (initials are enough: the name goes onto the site)"),
    "readIt": tr("A speaker has read it"),
    "translation": tr("Translation"),
    "exportTexts": tr("Export for a translator …"),
    "importTexts": tr("Import from a translator …"),
    "missingByScreen": tr("What each screen lacks"),
    "visits": tr("Visits"),
    "figuresFolder": tr("The folder with the figures of the screens"),
    "chooseFolder": tr("Choose a folder …"),
    "figuresHint": tr(
        "Ask IT for the folder to which the screens send their figures, or for a copy of it. "
        "Counts below five are never shown."
    ),
    "visitsPeriod": tr("Month or quarter"),
    "saveForOffice": tr("Save for the office (HTML) …"),
    "saveForBoard": tr("Save for the board (PDF) …"),
    "reportNote": tr(
        "What is saved has the plots too; the HTML page also has the tables, and screen readers can read it."
    ),
    "readingFigures": tr("Reading the figures …"),
    "appearance": tr("How the Studio looks"),
    "colours": tr("Colours"),
    "size": tr("Size of everything (when the Studio is opened again)"),
    "fixFirst": tr("Fix this before you publish"),
    "fromWall": tr("A picture from the screen itself"),
    "lookAtScreens": tr("Look at the screens now"),
    "fine": tr("All is well"),
    "wrong": tr("Needs attention"),
}
"""By their names in QML."""

FIELDS = {
    "title": tr("Title"),
    "text": tr("Text"),
    "caption": tr("Caption"),
    "picture": tr("Picture"),
    "video": tr("Film"),
    "document": tr("PDF document"),
    "from": tr("Shown from (year-month-day)"),
    "until": tr("Shown until and including (year-month-day)"),
    "name": tr("Name"),
    "address": tr("Address"),
    "place": tr("Where in the building"),
    "alert_texts": tr("What to do in an alert"),
    "gas": tr("gas"),
    "fire": tr("fire"),
    "water": tr("water"),
    "weather": tr("weather"),
    "evacuation": tr("evacuation"),
    "all_clear": tr("the danger is over"),
    "other": tr("other"),
    "questions": tr("Question"),
    "answers": tr("Answer"),
    "summary": tr("Summary"),
    "help": tr("We help with"),
    "bring": tr("What to bring"),
    "cost": tr("What it costs"),
    "takes": tr("How long it takes, such as 30 min"),
    "dwell": tr("How long it stays on, such as 12 s"),
}
"""The names of the fields of a slide."""

FILTERS = {
    "all": tr("All slides"),
    "untranslated": tr("Not in all languages"),
    "unused": tr("Not shown anywhere"),
    "expired": tr("Ended"),
    "wrong": tr("With an error"),
}
"""The names of each `SlideFilter`."""

CHANGES = {"added": tr("New"), "changed": tr("Changed"), "removed": tr("Removed")}
"""The kinds of change to a part of the feed."""

KINDS = {
    "screens": tr("Screen"),
    "slides": tr("Slide"),
    "playlists": tr("Playlist"),
    "notices": tr("Notice"),
    "offices": tr("Office"),
    "topics": tr("Topic"),
    "settings": tr("Settings"),
}
"""The kinds of parts of a feed."""

BOOKING = {
    "link": tr("Web address of the booking"),
    "phone": tr("Telephone"),
    "email": tr("E-mail"),
    "provider": tr("The id of the office in the booking system, for addresses with {{provider}}"),
}
"""The ways to book besides the desk."""

WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "sv": ("Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag", "Söndag"),
}
WHEN_FIELDS = {"when.since": "from", "when.until": "until"}
"""The fields of a playlist, and the slide fields whose names they share."""

EVERY_DAY = tr("Every day")
WORKING_DAYS = tr("Monday to Friday")
LAST_SLIDE = tr("A playlist has at least one slide.")
TAKEOVER = tr("interrupts everything else")
CHOOSE_BOX = tr("Choose a box to see why it is on.")
STATES = {
    "todo": tr("Not finished"),
    "missing": tr("Missing"),
    "stale": tr("The first language has changed since"),
    "draft": tr("Draft"),
    "done": tr("Finished"),
    "all": tr("All texts"),
}
"""The states of a translation, and the filters of the list."""

MISSING_READER = tr("Write who has read it.")
CLOSED = tr("closed")
NO_CODE = tr("No QR code: a telephone can use none of the ways.")
BAD_DAY_OR_HOURS = tr("Write the days as year-month-day, and the hours as 10:00-16:00.")
CONFLICTS = tr("Not published yet: choose between what you and somebody else have written.")
WAITS = tr("Signed by you. The screens change once a colleague has signed it too.")
SIGNING = tr("Signing …")
REJECTING = tr("Sending it back …")
MISSING_REASON = tr("Write the reason: whoever proposed it reads nothing else.")
READING = tr("Comparing with what the screens show …")
NOTHING_CHANGES = tr("Nothing changes on any screen.")
EVERY_SCREEN = tr("On every screen")
NOT_SHOWN = tr("Not shown anywhere")
ENDED = tr("Ended")
UNEXPECTED = tr("Something unexpected went wrong. Try again.")
WRONG_SLIDE = tr("Has an error")
ADMINS = tr("Written by an admin")
BAD_MOMENT = tr("Write the day as year-month-day and the time as hours:minutes.")
NOTHING_ON = tr("nothing is on")
SHOWS_IT = tr("✓ Shows what was published last")
NOT_YET = tr("… Not yet what was published last")
NO_SITE = tr("This folder has no site yet. Start the Studio with --site to publish.")
PUBLISHING = tr("Publishing …")
GOING_BACK = tr("Going back …")
MISSING_SCREEN = tr("Choose at least one screen.")
MISSING_TEXT = tr("Write a text.")
MISSING_END = tr("Write the last day as year-month-day, today or later.")
BAD_TIME = tr("Write the time as hours:minutes, such as 15:00.")
BAD_DAY = tr("Write the day as year-month-day.")
BAD_DAYS = tr("Write the days as year-month-day, the last one not before the first.")


def in_words(language: str) -> dict[str, str]:
    """Return the texts of the window in a language."""
    return {
        name: in_language(message, language)
        for name, message in (WORDS | PART_WORDS | PLAYLIST_WORDS).items()
    }


def booking_labels(language: str) -> dict[str, str]:
    """Return the names of the ways to book."""
    return {name: in_language(message, language) for name, message in BOOKING.items()}


def weekdays(language: str) -> tuple[str, ...]:
    """Return the names of the weekdays, from Monday on."""
    return WEEKDAYS[language if language in WEEKDAYS else "en"]


def filter_names(language: str) -> dict[str, str]:
    """Return the names of the filters of slides."""
    return {name: in_language(message, language) for name, message in FILTERS.items()}
