"""The sections of a report about visitors: their number, languages, topics, times and opinions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.feed.message_catalog import tr
from kiosk.usage import svg_plots
from kiosk.usage.period_figures import Asked, PeriodFigures
from kiosk.usage.report_content import (
    ReportInput,
    ReportSection,
    ReportTable,
    format_value,
    per_cent_of,
    percent,
)
from kiosk.usage.significance import wilson_interval

MAX_ROWS = 10
"""The maximum number of bars in a plot; the figure files have all of them."""

HIDDEN = "–"
"""Replaces a number that is too small to show, or zero."""

TOO_FEW = tr("Too few to show.")


def visits(subject: ReportInput) -> ReportSection:
    """Return the section on the number of visits at each place."""
    figures, say = subject.figures, subject.say
    places = {place: figures.of(*screens).total("visit") for place, screens in sorted(subject.places.items())}
    total = sum(places.values())
    sentences = [say(tr("About {visits} visits were started.", visits=total)) if total else say(TOO_FEW)]
    if total and figures.screen_days:
        rate = format_value(total / figures.screen_days, subject.language)
        sentences.append(say(tr("That is {rate} per screen and day.", rate=rate)))
    heading = say(tr("How many came"))
    columns = (say(tr("Place")), say(tr("Visits, in fives")))
    plot = svg_plots.bars(places, heading) if total else ""
    return ReportSection(heading, tuple(sentences), plot, ReportTable(columns, tuple(places.items())))


def languages(subject: ReportInput) -> ReportSection:
    """Return the section on the languages that were chosen."""
    say, counts = subject.say, subject.figures.by_value("language")
    heading, total = say(tr("Languages")), sum(counts.values())
    if not total:
        return ReportSection(heading, (say(TOO_FEW),))
    named = {subject.names.name("language", code): count for code, count in counts.items()}
    first = [f"{name} ({per_cent_of(count, total)})" for name, count in list(named.items())[:4]]
    sentence = say(tr("Chosen most often: {languages}.", languages=first))
    rows = tuple((name, count, per_cent_of(count, total)) for name, count in named.items())
    columns = (say(tr("Language")), say(tr("Chosen")), say(tr("Share")))
    plot = svg_plots.bars(dict(list(named.items())[:MAX_ROWS]), heading)
    return ReportSection(heading, (sentence,), plot, ReportTable(columns, rows))


def topics(subject: ReportInput) -> ReportSection:
    """Return the section on the topics that were asked for, and where no time was free for them."""
    say, asked = subject.say, subject.figures.asked()
    heading = say(tr("What they came for, and what had no free time"))
    if not asked:
        return ReportSection(heading, (say(TOO_FEW),))
    sentences = (*_most_asked(subject, asked), *_none_free(subject, asked))
    named = {subject.names.name("topic", topic): each for topic, each in asked.items()}
    legend = (say(tr("a time was free")), say(tr("no time was free")), say(tr("unknown")))
    parts = {name: (each.free, each.none_free, each.unknown) for name, each in list(named.items())[:MAX_ROWS]}
    plot = svg_plots.parted_bars(parts, heading, legend)
    columns = (
        say(tr("Place")),
        say(tr("Topic")),
        *map(str.capitalize, legend),
        say(tr("No time free, share")),
    )
    return ReportSection(heading, sentences, plot, ReportTable(columns, tuple(_topic_rows(subject))))


def _most_asked(subject: ReportInput, asked: Mapping[str, Asked]) -> Iterator[str]:
    total = sum(each.total for each in asked.values())
    first = [
        f"{subject.names.name('topic', topic)} ({per_cent_of(each.total, total)})"
        for topic, each in list(asked.items())[:3]
    ]
    yield subject.say(tr("Asked for most often: {topics}.", topics=first))


def _none_free(subject: ReportInput, asked: Mapping[str, Asked]) -> Iterator[str]:
    say, known = subject.say, sum(each.known for each in asked.values())
    none = sum(each.none_free for each in asked.values())
    if not none:
        yield say(tr("Where it is known, a time was free."))
        return
    share = per_cent_of(none, known)
    yield say(tr("For {none} of {known} ({share}), no time was free.", none=none, known=known, share=share))
    worst = sorted(_by_place(subject), key=lambda row: -row[2].none_free)[:2]
    for place, topic, each in worst:
        if each.none_free:
            yield say(
                tr(
                    "Most often: {topic} at {place}, {none} of {known}.",
                    topic=subject.names.name("topic", topic),
                    place=place,
                    none=each.none_free,
                    known=each.known,
                )
            )


def _by_place(subject: ReportInput) -> Iterator[tuple[str, str, Asked]]:
    for place, screens in sorted(subject.places.items()):
        for topic, each in subject.figures.of(*screens).asked().items():
            yield place, topic, each


def _topic_rows(subject: ReportInput) -> Iterator[tuple[str | int, ...]]:
    for place, topic, each in _by_place(subject):
        share = per_cent_of(each.none_free, each.known) if each.free and each.none_free else HIDDEN
        numbers = (number or HIDDEN for number in (each.free, each.none_free, each.unknown))
        yield place, subject.names.name("topic", topic), *numbers, share


def hours(subject: ReportInput, kind: str) -> ReportSection:
    """Return the section on the hours when visits began, or when no time was free, as lower bounds."""
    say, counts = subject.say, subject.figures.hours(kind)
    is_visit = kind == "visit"
    heading = say(tr("When they came")) if is_visit else say(tr("When no time was free"))
    if not counts:
        return ReportSection(heading, (say(tr("Too few to show. Hours are shown for whole months only.")),))
    (day, hour), count = max(counts.items(), key=lambda item: (item[1], (-item[0][0], -item[0][1])))
    words = {"day": subject.weekday(day), "hours": f"{hour:02}–{hour + 1:02}", "count": count}
    sentence = say(tr("Most often: {day} {hours}, at least {count} times.", **words))
    days = [subject.weekday(each, short=True) for each in range(7)]
    plot = svg_plots.week_grid(counts, heading, days)
    return ReportSection(heading, (sentence,), plot, _week_table(subject, counts))


def _week_table(subject: ReportInput, counts: Mapping[tuple[int, int], int]) -> ReportTable:
    days = sorted({day for day, _ in counts})
    rows = tuple(
        (f"{hour:02}–{hour + 1:02}", *(counts.get((day, hour), HIDDEN) for day in days))
        for hour in sorted({hour for _, hour in counts})
    )
    return ReportTable((subject.say(tr("At least")), *(subject.weekday(day) for day in days)), rows)


def opinions(subject: ReportInput) -> ReportSection:
    """Return the section on the visitors' opinions, with a confidence interval."""
    say, figures = subject.say, subject.figures
    heading = say(tr("Did they get the help they needed?"))
    good, other = figures.total("opinion", "good"), figures.total("opinion", "other")
    rows = (
        (say(tr("Good or very good")), good),
        (say(tr("So-so, bad or very bad")), other),
    )
    if not good or not other:
        words = tr("Too few to show: of whole months, at least five of each kind of answer are needed.")
        return ReportSection(heading, (say(words),))
    low, high = wilson_interval(good, good + other)
    share = good / (good + other)
    sentences = (*_opinion_words(subject, share, low, high), *_answered(subject, figures, good + other))
    columns = (say(tr("Answer")), say(tr("Answers")))
    plot = svg_plots.interval(share, low, high, heading)
    return ReportSection(heading, sentences, plot, ReportTable(columns, rows))


def _opinion_words(subject: ReportInput, share: float, low: float, high: float) -> Iterator[str]:
    words = {"share": percent(share), "low": percent(low), "high": percent(high)}
    yield subject.say(tr("{share} answered good or very good (95 % interval: {low} to {high}).", **words))


def _answered(subject: ReportInput, figures: PeriodFigures, answers: int) -> Iterator[str]:
    visited = figures.total("visit")
    share = per_cent_of(answers, max(answers, visited))
    words = tr("{answers} answered, about {share} of the visits.", answers=answers, share=share)
    yield subject.say(words)
