"""The figures of a report as open data: one record per figure, with a dictionary of the fields and kinds."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, fields

from kiosk.frozen import frozen
from kiosk.usage.period_figures import PeriodFigures
from kiosk.usage.released_figures import MIN_COUNT, Days
from kiosk.usage.report_names import ReportNames

FORMAT = "infodisk-figures-1"

FIELDS: Mapping[str, str] = {
    "place": "the office of the screen; the screen itself where its office is not known",
    "screen": "the id of the screen",
    "kind": "what was counted; see kinds",
    "value": "what it was counted for: a topic id, a language code (BCP 47) or a slide id",
    "name": "the value in the words of the feed",
    "first": "the first day, ISO 8601, on the clocks of the office",
    "last": "the last day; of a week or a month, the days that are not released alone",
    "weekday": "1 is Monday and 7 Sunday (ISO 8601); only where hours are released",
    "hour": "the hour from its start, 0 to 23; only where hours are released",
    "number": "the count, or the minutes",
    "unit": "times; at least (the number is a lower bound); minutes",
}
KINDS: Mapping[str, str] = {
    "visit": f"visits begun, each number rounded to the nearest {MIN_COUNT}",
    "language": "a language was chosen",
    "time free": "a topic was chosen, and a time was free",
    "none free": "a topic was chosen, and no time was free",
    "times unknown": "a topic was chosen, and it was not known whether a time was free",
    "qr": "a code to book with was shown",
    "person": "a visitor asked for a person",
    "opinion": "an answer to the question about help: good means good or very good, other any other answer",
    "answer": f"an answer to a second question: question/answer, rounded to the nearest {MIN_COUNT}",
    "slide": "a slide was seen",
    "running": "the screen ran",
}
PROTECTION = (
    f"No number of people below {MIN_COUNT} is released, not even as a difference between two numbers. Each "
    "event is in at most one record that is not a lower bound: that of its day, otherwise of the rest of its "
    "week within the month, otherwise of the rest of its month. A number that is not released is not zero."
)


@frozen
class FigureRecord:
    """One figure; `FIELDS` says what each field means."""

    place: str
    screen: str
    kind: str
    value: str
    name: str
    first: str
    last: str
    weekday: int | None
    hour: int | None
    number: int
    unit: str


COLUMNS = tuple(field.name for field in fields(FigureRecord))


def records(figures: PeriodFigures, names: ReportNames) -> Iterator[FigureRecord]:
    """Yield every figure of a period."""
    for cell in figures.cells:
        named = names.name("topic" if cell.kind in {"time free", "times unknown"} else cell.kind, cell.value)
        yield FigureRecord(
            names.place_of(cell.screen), cell.screen, cell.kind, cell.value, named,
            str(cell.first), str(cell.last), None, None, cell.count, "times",
        )  # fmt: skip
    for busy in figures.released.hours:
        if busy.screen in figures.screens and figures.period.holds(Days(busy.first, busy.last)):
            yield FigureRecord(
                names.place_of(busy.screen), busy.screen, busy.kind, "", "",
                str(busy.first), str(busy.last), busy.weekday + 1, busy.hour, busy.at_least, "at least",
            )  # fmt: skip
    for day in figures.released.days:
        if day.screen in figures.screens and day.day in figures.period:
            kind = "slide" if day.slide else "running"
            yield FigureRecord(
                names.place_of(day.screen), day.screen, kind, day.slide, day.slide,
                str(day.day), str(day.day), None, None, day.minutes, "minutes",
            )  # fmt: skip


def open_data(
    figures: PeriodFigures,
    names: ReportNames,
    without_figures: Collection[str] = (),
    *,
    made_up: bool = False,
) -> str:
    """Return the figures as JSON, with their dictionary and the days without figures."""
    document = {
        "format": FORMAT,
        "made_up": made_up,
        "period": {"first": str(figures.period.first), "last": str(figures.period.last)},
        "protection": PROTECTION,
        "dictionary": {"fields": FIELDS, "kinds": KINDS},
        "days_without_figures": {
            screen: list(map(str, days)) for screen, days in figures.gaps().items() if days
        },
        "screens_without_figures": list(without_figures),
        "figures": [asdict(record) for record in records(figures, names)],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
