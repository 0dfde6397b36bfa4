"""The sections of a report that compare periods and places, and those on slides and days without figures."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.feed.message_catalog import Message, tr
from kiosk.usage import report_sections, svg_plots
from kiosk.usage.figure_differences import FigureDifference, figure_changes, place_differences
from kiosk.usage.period_figures import PeriodFigures, days_of
from kiosk.usage.report_content import Report, ReportInput, ReportSection, ReportTable, format_value, percent
from kiosk.usage.report_questions import questions
from kiosk.usage.report_sections import MAX_ROWS

MAX_SENTENCES = 6
"""The maximum number of changes written as sentences."""

PROTECTION = tr(
    "Nobody can be identified from these figures: only figures of five or more are released, for a day, the "
    "rest of a week or the rest of a month, and all sums are of what was released. "
    "What is too small is left out, mostly up to an eighth. Visits, languages and codes are rounded to fives."
)


def write_report(subject: ReportInput, *, made_up: bool = False, left_out: tuple[str, ...] = ()) -> Report:
    """Return the report of a subject; `left_out` are the reasons why figures could not be read."""
    say, period = subject.say, subject.figures.period
    sections = (
        report_sections.visits(subject),
        report_sections.languages(subject),
        report_sections.topics(subject),
        report_sections.hours(subject, "none free"),
        report_sections.hours(subject, "visit"),
        report_sections.opinions(subject),
        *questions(subject),
        changed(subject),
        places(subject),
        slides(subject),
        gaps(subject),
    )
    title = say(tr("Visits from {first} to {last}", first=str(period.first), last=str(period.last)))
    notes = (say(PROTECTION), *(say(tr("Left out: {why}", why=why)) for why in left_out))
    return Report(subject.language, title, sections, made_up, notes)


def changed(subject: ReportInput) -> ReportSection:
    """Return the section on significant changes since the period before, and since last year."""
    say, now = subject.say, subject.figures
    heading = say(tr("What has changed"))
    others = (
        (tr("The period before"), tr("Since the period before:"), subject.before),
        (tr("Last year"), tr("Since last year:"), subject.last_year),
    )
    sentences = [words for _, since, other in others for words in _changes(subject, since, other)]
    rates = {
        say(name): round(each.total("visit") / each.screen_days, 1)
        for name, each in ((tr("This period"), now), *((name, other) for name, _, other in others))
        if each.screen_days
    }
    columns = (say(tr("Which period")), say(tr("Visits per screen and day")))
    shown = {name: format_value(rate, subject.language) for name, rate in rates.items()}
    plot = svg_plots.bars(rates, columns[1], shown) if rates else ""
    return ReportSection(heading, tuple(sentences), plot, ReportTable(columns, tuple(rates.items())))


def _changes(subject: ReportInput, since: Message, before: PeriodFigures) -> Iterator[str]:
    say = subject.say
    if not before.screen_days:
        yield say(tr("{since} there are no figures to compare with.", since=since))
        return
    changes = figure_changes(subject.figures, before)
    if not changes:
        yield say(tr("{since} nothing changed by more than chance.", since=since))
    for change in changes[:MAX_SENTENCES]:
        yield say(tr("{since} {change}.", since=since, change=_words(subject, change)))


def _words(subject: ReportInput, change: FigureDifference) -> Message:
    if change.kind == "visit":
        rates = {
            "before": format_value(change.before, subject.language),
            "now": format_value(change.now, subject.language),
        }
        return tr("visits per screen and day went from {before} to {now}", **rates)
    values = {"before": percent(change.before), "now": percent(change.now)}
    if change.kind == "opinion":
        return tr("good or very good answers went from {before} to {now}", **values)
    name = subject.names.name(change.kind, change.value)
    if change.kind == "none free":
        return tr("those who found no time for {name} went from {before} to {now}", name=name, **values)
    return tr("the share of {name} went from {before} to {now}", name=name, **values)


def places(subject: ReportInput) -> ReportSection:
    """Return the section on whether places reach different languages and topics."""
    say = subject.say
    heading = say(tr("Does another place reach other people?"))
    if len(subject.places) < 2:  # noqa: PLR2004  # one place has no others
        return ReportSection(heading, (say(tr("There is only one place.")),))
    sentences = [words for place in sorted(subject.places) for words in _place_sentences(subject, place)]
    if not sentences:
        sentences = [say(tr("No place differs from the others by more than chance."))]
    counts = {
        place: subject.figures.of(*screens).by_value("language") for place, screens in subject.places.items()
    }
    codes = [
        code for code in subject.figures.by_value("language") if any(code in each for each in counts.values())
    ]
    columns = (say(tr("Language")), *counts)
    rows = tuple(
        (subject.names.name("language", code), *(each.get(code, "–") for each in counts.values()))
        for code in codes[:MAX_ROWS]
    )
    return ReportSection(heading, tuple(sentences), "", ReportTable(columns, rows))


def _place_sentences(subject: ReportInput, place: str) -> Iterator[str]:
    own = subject.places[place]
    others = tuple(screen for screen in subject.figures.screens if screen not in own)
    differences = place_differences(subject.figures.of(*own), subject.figures.of(*others))
    for each in sorted(differences, key=lambda each: -abs(each.now - each.before))[:3]:
        values = {"now": percent(each.now), "before": percent(each.before)}
        name = subject.names.name(each.kind, each.value)
        words = tr("{place}: {name} {now}, elsewhere {before}.", place=place, name=name, **values)
        yield subject.say(words)


def slides(subject: ReportInput) -> ReportSection:
    """Return the section on how long each slide was on."""
    say, minutes = subject.say, subject.figures.slide_minutes()
    heading = say(tr("Which slides were on, and for how long"))
    if not minutes:
        return ReportSection(heading, (say(tr("The screens did not report their slides.")),))
    hours = {slide: round(count / 60, 1) for slide, count in minutes.items()}
    words = {"slides": len(hours), "hours": f"{sum(minutes.values()) / 60:.0f}"}
    sentence = say(tr("Slides that were on: {slides}, for {hours} hours in all.", **words))
    shared = tr(
        "The time of visits is shared among the slides, so that their hours reveal nothing about visits."
    )
    columns = (say(tr("Slide")), say(tr("Hours")))
    shown = {slide: f"{format_value(count, subject.language)} h" for slide, count in hours.items()}
    plot = svg_plots.bars(dict(list(hours.items())[:MAX_ROWS]), heading, shown)
    return ReportSection(heading, (sentence, say(shared)), plot, ReportTable(columns, tuple(hours.items())))


def gaps(subject: ReportInput) -> ReportSection:
    """Return the section on the days without figures, on which screens were off."""
    say, figures = subject.say, subject.figures
    heading = say(tr("Days without figures"))
    off_days = {screen: days for screen, days in figures.gaps().items() if days}
    silent = tuple(screen for screen in figures.screens if screen not in figures.running())
    sentences = []
    if silent:
        words = tr("These screens did not report when they were off: {screens}.", screens=silent)
        sentences.append(say(words))
    if off_days:
        words = tr("Screens that were off are not counted as screens without visitors.")
        sentences.append(say(words))
        off = ((screen, len(days)) for screen, days in off_days.items())
        sentences += [
            say(tr("{screen}: days without figures: {count}.", screen=name, count=n)) for name, n in off
        ]
    if subject.without_figures:
        words = tr(
            "No figures came from these screens, so they are in no sum: {screens}.",
            screens=subject.without_figures,
        )
        sentences.append(say(words))
    if not off_days and not silent and not subject.without_figures:
        sentences.append(say(tr("All screens ran on every day.")))
    if len(figures.known_days) < len(days_of(figures.period)):
        last = figures.known_days[-1] if figures.known_days else "–"
        sentences.append(say(tr("There are figures until {day} only.", day=str(last))))
    return ReportSection(heading, tuple(sentences), "", _running_table(subject))


def _running_table(subject: ReportInput) -> ReportTable | None:
    say, figures, gaps_of = subject.say, subject.figures, subject.figures.gaps()
    rows = tuple(
        (screen, round(minutes / 60), len(gaps_of[screen]), ", ".join(map(str, gaps_of[screen])))
        for screen, minutes in figures.minutes_run().items()
    )
    columns = (say(tr("Screen")), say(tr("Hours it ran")), say(tr("Days without figures")), say(tr("Which")))
    return ReportTable(columns, rows) if rows else None
