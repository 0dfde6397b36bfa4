"""Actions at short notice: urgent notices and closed days. Each is written and published at once."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import error_message
from kiosk.studio.core.quick_actions import UrgentNotice, closed_files, notice_files
from kiosk.studio.core.ready_made import TEXTS, texts_for
from kiosk.studio.core.yaml_edit import EditError
from kiosk.studio.window import words
from kiosk.studio.window.rows_shown import ChoiceRow, text_in
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

_TIME = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


@QmlElement
@QmlUncreatable("made in Python")
class QuickModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The forms for urgent changes."""

    changed = Signal()

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        names = {kind: TEXTS[kind].get(studio.language, TEXTS[kind]["en"]) for kind in TEXTS}
        self._presets: Rows[ChoiceRow] = Rows(ChoiceRow, self, [ChoiceRow(*each) for each in names.items()])
        self._notices: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        studio.changed.connect(self._show_notices)

    @Slot()
    def _show_notices(self) -> None:
        feed, language, today = self._studio.feed, self._studio.language, self._studio.today
        parts, owns = feed.notices.items() if feed else (), self._studio.project.rights.owns
        rows = [
            ChoiceRow(name, f"{each.when.until or ''}  {text_in(feed, each.text, language)}".strip())
            for name, each in parts
            if feed and not (each.when.until and each.when.until < today) and owns(f"notices/{name}.yaml")
        ]
        self._notices.replace(rows)

    @Property(Rows, constant=True)
    def notices(self) -> Rows[ChoiceRow]:
        """The notices that are shown now or will be."""
        return self._notices

    @Slot(str)
    def takeDown(self, notice: str) -> None:
        """Delete a notice and publish the change."""
        self._studio.change("notice", {f"notices/{notice}.yaml": None})
        self._studio.publish_model.publish()

    @Property(Rows, constant=True)
    def presets(self) -> Rows[ChoiceRow]:
        """The ready-made notices."""
        return self._presets

    @Slot(str, str, result=str)
    def preset(self, kind: str, language: str) -> str:
        """Return a ready-made text."""
        return TEXTS.get(kind, {}).get(language, "")

    @Slot(str, str, str, list, str, str, result=bool)
    def publishNotice(
        self, kind: str, swedish: str, english: str, screens: list[str], until: str, time: str
    ) -> bool:
        """Show a notice on the screens; return False, with a message, if something is missing."""
        texts, day, today = self._texts(kind, swedish, english), _day(until), self._studio.today
        for missing, message in (
            (not texts, words.MISSING_TEXT),
            (not screens, words.MISSING_SCREEN),
            (day is None or day < today, words.MISSING_END),
            (bool(time.strip()) and not _TIME.fullmatch(time.strip()), words.BAD_TIME),
        ):
            if missing:
                self._studio.say(message)
                return False
        assert day  # noqa: S101  # checked above
        notice = UrgentNotice(texts, screens, day, time.strip())
        self._studio.change("notice", notice_files(self._studio.project, notice, today))
        self._studio.publish_model.publish()
        return True

    def _texts(self, kind: str, swedish: str, english: str) -> dict[str, str]:
        known = self._studio.feed.languages if self._studio.feed else {}
        texts = texts_for(kind, known) if kind in TEXTS else {}
        if texts and (swedish, english) != (self.preset(kind, "sv"), self.preset(kind, "en")):
            texts = {}  # the ready-made translations no longer match
        written = {"sv": swedish, "en": english}
        return texts | {code: each for code, each in written.items() if each.strip() and code in known}

    @Slot(str, str, str, result=bool)
    def publishClosed(self, office: str, first: str, last: str) -> bool:
        """Close an office on some days; return False, with a message, if the days cannot be read."""
        begin, end, feed = _day(first), _day(last), self._studio.feed
        if not begin or not end or end < begin or not feed or office not in feed.offices:
            self._studio.say(words.BAD_DAYS)
            return False
        try:
            self._studio.change("closed", closed_files(self._studio.project, feed, office, begin, end))
        except EditError as bad:
            self._studio.say(error_message(bad))
            return False
        self._studio.publish_model.publish()
        return True


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
