"""The contents of a printed ticket: the visitor's part in their language, then the part for the staff."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.ui.desk.fact_rows import STAFF_LANGUAGE
from kiosk.ui.desk.ticket import NO_BREAK, Ticket
from kiosk.ui.desk.ticket_image import Code, HorizontalRule, Part, Words
from kiosk.ui.phrases import Phrases, any_direction, isolated, phrases

SMALL = 0.85
LARGE = 1.25
TITLE = 1.4
CODE = 2.4


def ticket_parts(ticket: Ticket, language: str, *, rtl: bool) -> tuple[Part, ...]:
    """Return the parts from top to bottom."""
    for_visitor = tuple(_for_visitor(ticket, language, rtl=rtl))
    if not ticket.at_desk:
        return for_visitor
    return (*for_visitor, HorizontalRule(), *_for_desk(ticket, language, rtl=rtl))


def _for_visitor(ticket: Ticket, language: str, *, rtl: bool) -> Iterator[Part]:
    say = phrases(language)
    yield Words(ticket.not_booked, language, rtl, LARGE, bold=True)
    for fact in ticket.facts:
        size = LARGE if fact.icon == "clock" else 1.0
        yield Words(fact.label, language, rtl, SMALL, space=0.3)
        yield Words(fact.value, language, rtl, size, bold=True)
        if fact.detail:
            yield Words(_unbroken(fact.detail), language, rtl)
    yield Words(say.say("to_book"), language, rtl, TITLE, bold=True, space=0.5)
    if ticket.link:
        yield Code(ticket.link)
    if ticket.warning:
        yield Words(ticket.warning, language, rtl)
    for number, step in enumerate(ticket.steps, 1):
        yield Words(f"{number}. {step}", language, rtl)
    for text in _ways(ticket, say):
        yield Words(text, language, rtl)
    if ticket.bring:
        yield Words(say.say("bring"), language, rtl, bold=True, space=0.3)
    for text in ticket.bring:
        yield Words(f"• {text}", language, rtl)
    if ticket.change:
        yield Words(ticket.change, language, rtl, space=0.3)


def _unbroken(detail: str) -> str:
    """Return an address that breaks across lines only between its parts."""
    return detail.replace(" ", NO_BREAK).replace(f"{NO_BREAK}·{NO_BREAK}", " · ")


def _ways(ticket: Ticket, say: Phrases) -> Iterator[str]:
    if ticket.phone:
        yield say.say("or_call", isolated(ticket.phone.replace(" ", NO_BREAK)))
    if ticket.email:
        yield say.say("or_write", any_direction(ticket.email))


def _for_desk(ticket: Ticket, language: str, *, rtl: bool) -> Iterator[Part]:
    if language != STAFF_LANGUAGE:
        yield Words(phrases(language).say("show_at_desk"), language, rtl, bold=True)
    yield Words(phrases(STAFF_LANGUAGE).say("show_at_desk"), STAFF_LANGUAGE, bold=True)
    yield Words(ticket.staff_words, STAFF_LANGUAGE)
    yield Words(" ".join(ticket.code), STAFF_LANGUAGE, size=CODE, bold=True, centred=True)
    for text in ticket.staff_steps:
        yield Words(text, STAFF_LANGUAGE, size=SMALL)
