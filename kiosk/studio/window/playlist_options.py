"""The rank and share of a playlist among others, and its days: each as a choice of a few sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import in_language
from kiosk.feed.models import Playlist
from kiosk.studio.core.repeat_words import rule_sentence, rules_from
from kiosk.studio.core.yaml_edit import REMOVED
from kiosk.studio.window import playlist_words, words
from kiosk.studio.window.part_form import PartForm
from kiosk.studio.window.rows_shown import ChoiceRow
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

RANKS = (0, 10, 20)
SHARES = (1, 2, 3, 5)


@QmlElement
@QmlUncreatable("made in Python")
class PlaylistOptions(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The rank, the share and the days of the playlist that a form shows."""

    changed = Signal()

    def __init__(self, studio: StudioModel, form: PartForm) -> None:
        super().__init__(studio)
        self._studio, self._form = studio, form
        self._shown: Playlist | None = None
        self._ranks: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._shares: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._repeats: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._holiday_rules: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._excluded: Rows[ChoiceRow] = Rows(ChoiceRow, self)

    def show(self, playlist: Playlist) -> None:
        """Show the current state of a playlist."""
        self._shown = playlist
        ranks = {*RANKS, playlist.priority}
        self._offer(self._ranks, ((f"{each}", playlist_words.rank(each)) for each in sorted(ranks)))
        shares = {*SHARES, playlist.share or 1}
        numbered = ((f"{each}", playlist_words.share(each)) for each in sorted(shares))
        self._offer(self._shares, (("", playlist_words.NO_SHARE), *numbered))
        self._offer(self._repeats, self._repeat_choices(playlist))
        self._offer(self._holiday_rules, playlist_words.HOLIDAYS.items())
        self._offer(self._excluded, ((f"{day}", f"{day}") for day in playlist.when.excluded))
        self.changed.emit()

    def _offer(self, rows: Rows[ChoiceRow], choices: Iterable[tuple[str, str]]) -> None:
        language = self._studio.language
        rows.replace([ChoiceRow(key, in_language(name, language)) for key, name in choices])

    def _repeat_choices(self, playlist: Playlist) -> list[tuple[str, str]]:
        since, rule = playlist.when.since or self._studio.today, playlist.when.repeat
        rules = dict.fromkeys([*rules_from(since), *([f"{rule}"] if rule else [])])
        return [("", playlist_words.EVERY_DAY), *((each, rule_sentence(each, since)) for each in rules)]

    @Slot(str)
    def setRank(self, rank: str) -> None:
        """Show the playlist instead of others, or in turn with them."""
        self._put(("priority",), int(rank), default=0)

    @Slot(str)
    def setShare(self, share: str) -> None:
        """Set how often the playlist is shown compared with others."""
        self._put(("share",), int(share) if share else None, default=None)

    @Slot(bool)
    def setTakeover(self, on: bool) -> None:  # noqa: FBT001  # called from QML
        """Set whether the playlist interrupts everything else."""
        self._put(("takeover",), on, default=False)

    @Slot(str)
    def setRepeat(self, rule: str) -> None:
        """Show the playlist on recurring days, counted from its first day."""
        when = self._form.at("when")
        if rule and not (isinstance(when, dict) and when.get("since")):
            written = dict(when) if isinstance(when, dict) else {}
            self._form.put(("when",), {**written, "since": f"{self._studio.today}", "repeat": rule})
            return
        self._put(("when", "repeat"), rule, default="")

    @Slot(str)
    def setHolidays(self, rule: str) -> None:
        """Show the playlist on public holidays as on other days, not at all, or only on them."""
        self._put(("when", "holidays"), rule, default="")

    @Slot(str, result=bool)
    def addExcluded(self, day: str) -> bool:
        """Exclude a day from the playlist; return whether this succeeded."""
        try:
            new = date.fromisoformat(day.strip())
        except ValueError:
            self._studio.say(words.BAD_DAY)
            return False
        days = {*(self._shown.when.excluded if self._shown else ()), new}
        return self._form.put(("when", "except"), [f"{each}" for each in sorted(days)])

    @Slot(str)
    def removeExcluded(self, day: str) -> None:
        """Stop excluding a day."""
        days = [f"{each}" for each in (self._shown.when.excluded if self._shown else ()) if f"{each}" != day]
        self._put(("when", "except"), days, default=[])

    def _put(self, path: tuple[str, ...], value: object, *, default: object) -> None:
        """Write a value; delete the default instead, and its mapping if that would become empty."""
        written = self._form.at(".".join(path))
        if value != default:
            if written != value:
                self._form.put(path, value)
        elif written is not None:
            parent = self._form.at(".".join(path[:-1])) if len(path) > 1 else None
            is_only_key = isinstance(parent, dict) and len(parent) == 1
            self._form.put(path[:-1] if is_only_key else path, REMOVED)

    @Property(str, notify=changed)
    def rank(self) -> str:
        """Its priority."""
        return f"{self._shown.priority}" if self._shown else ""

    @Property(str, notify=changed)
    def share(self) -> str:
        """How often it is shown; empty if its slides count like those of other playlists."""
        return f"{self._shown.share}" if self._shown and self._shown.share else ""

    @Property(bool, notify=changed)
    def takeover(self) -> bool:
        """Whether it interrupts everything else."""
        return bool(self._shown and self._shown.takeover)

    @Property(str, notify=changed)
    def repeat(self) -> str:
        """The rule by which its days recur; empty if there is none."""
        return f"{self._shown.when.repeat}" if self._shown and self._shown.when.repeat else ""

    @Property(str, notify=changed)
    def holidays(self) -> str:
        """The rule for public holidays; empty if they are like other days."""
        return (self._shown.when.holidays or "") if self._shown else ""

    @Property(Rows, constant=True)
    def ranks(self) -> Rows[ChoiceRow]:
        """The ranks to choose from."""
        return self._ranks

    @Property(Rows, constant=True)
    def shares(self) -> Rows[ChoiceRow]:
        """The shares to choose from."""
        return self._shares

    @Property(Rows, constant=True)
    def repeats(self) -> Rows[ChoiceRow]:
        """The recurrences to choose from."""
        return self._repeats

    @Property(Rows, constant=True)
    def holidayRules(self) -> Rows[ChoiceRow]:
        """The rules for public holidays to choose from."""
        return self._holiday_rules

    @Property(Rows, constant=True)
    def excluded(self) -> Rows[ChoiceRow]:
        """The days on which it is not shown."""
        return self._excluded
