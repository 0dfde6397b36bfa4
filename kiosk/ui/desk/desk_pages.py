"""The desk for QML: one view-model per page, and those that all pages share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.frozen import frozen
from kiosk.ui.desk.accessibility import AccessibilityControls
from kiosk.ui.desk.controls import DeskControls
from kiosk.ui.desk.days_page import DaysPageModel
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.desk.farewell_page import FarewellPageModel
from kiosk.ui.desk.help_page import HelpPageModel
from kiosk.ui.desk.language_page import LanguagePageModel
from kiosk.ui.desk.next_times import NextTimesModel
from kiosk.ui.desk.office_status import OfficeStatusModel
from kiosk.ui.desk.page_parts import PageParts
from kiosk.ui.desk.person_page import PersonPageModel
from kiosk.ui.desk.search_page import SearchPageModel
from kiosk.ui.desk.ticket_page import TicketPageModel
from kiosk.ui.desk.topic_page import TopicPageModel
from kiosk.ui.view_model import CONSTANT, ViewModel
from kiosk.visitor.session import Page

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class PageModels:
    """The view-models; each lives as long as the desk."""

    controls: DeskControls = field(metadata=CONSTANT)
    accessibility: AccessibilityControls = field(metadata=CONSTANT)
    parts: PageParts = field(metadata=CONSTANT)
    office: OfficeStatusModel = field(metadata=CONSTANT)
    language_page: LanguagePageModel = field(metadata=CONSTANT)
    topic_page: TopicPageModel = field(metadata=CONSTANT)
    search_page: SearchPageModel = field(metadata=CONSTANT)
    help_page: HelpPageModel = field(metadata=CONSTANT)
    next_times: NextTimesModel = field(metadata=CONSTANT)
    days_page: DaysPageModel = field(metadata=CONSTANT)
    day_page: DaysPageModel = field(metadata=CONSTANT)
    ticket_page: TicketPageModel = field(metadata=CONSTANT)
    person_page: PersonPageModel = field(metadata=CONSTANT)
    farewell_page: FarewellPageModel = field(metadata=CONSTANT)


@QmlElement
class DeskPages(ViewModel[PageModels]):
    """Builds the texts of a page before it is shown."""

    def __init__(self, host: SessionHost, parent: QObject) -> None:
        models = PageModels(
            controls=DeskControls(host, parent),
            accessibility=AccessibilityControls(host, parent),
            parts=PageParts(parent),
            office=OfficeStatusModel(host, parent),
            language_page=LanguagePageModel(host, parent),
            topic_page=TopicPageModel(host, parent),
            search_page=SearchPageModel(host, parent),
            help_page=HelpPageModel(host, parent),
            next_times=NextTimesModel(host, parent),
            days_page=DaysPageModel(host, parent),
            day_page=DaysPageModel(host, parent),
            ticket_page=TicketPageModel(host, parent),
            person_page=PersonPageModel(host, parent),
            farewell_page=FarewellPageModel(host, parent),
        )
        super().__init__(models, parent)
        self._pages: dict[Page, DeskPage[Any]] = {
            Page.LANGUAGE: models.language_page,
            Page.TOPIC: models.topic_page,
            Page.SEARCH: models.search_page,
            Page.HELP: models.help_page,
            Page.DAYS: models.days_page,
            Page.DAY: models.day_page,
            Page.PERSON: models.person_page,
            Page.FAREWELL: models.farewell_page,
        }

    def shown_values(self) -> tuple[object, ...]:
        """Return the values of everything on the current page."""
        page = self._pages.get(Page(self.value.controls.value.page))
        return tuple(model.value for model in (*([page] if page else []), *self._shared()))

    def update(self, state: DeskState) -> None:
        """Rebuild the texts on the screen; clear them once the visitor has left."""
        if state.session.page is Page.ATTRACT:
            for page in self._pages.values():
                page.clear()
        if state.session.shown in self._pages:
            self._pages[state.session.shown].update(state)
        for model in self._shared():
            model.update(state)

    def _shared(self) -> Iterator[DeskPage[Any]]:
        """Yield the models of every page, the controls last because they change the page in QML."""
        yield self.value.ticket_page  # can be printed even while another page covers it
        yield self.value.next_times
        yield self.value.office
        yield self.value.accessibility
        yield self.value.controls
