"""The sections of a report about the second questions: one per question, including campaigns."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.feed.message_catalog import tr
from kiosk.usage import svg_plots
from kiosk.usage.report_content import ReportInput, ReportSection, ReportTable, per_cent_of
from kiosk.usage.report_names import AskedQuestion
from kiosk.usage.report_sections import HIDDEN, TOO_FEW


def questions(subject: ReportInput) -> Iterator[ReportSection]:
    """Yield a section for each question that has answers or may have been asked in the period."""
    counts = subject.figures.by_value("answer")
    known = {each.id: each for each in subject.names.questions}
    gone = sorted({value.partition("/")[0] for value in counts} - known.keys())
    for question in (*known.values(), *map(AskedQuestion, gone)):
        answers = {
            value.partition("/")[2]: count
            for value, count in counts.items()
            if value.partition("/")[0] == question.id
        }
        if answers or question.is_asked_in(subject.figures.period):
            yield _section(subject, question, answers)


def _section(subject: ReportInput, question: AskedQuestion, answers: dict[str, int]) -> ReportSection:
    say = subject.say
    heading = question.text or question.id
    if question.is_campaign:
        heading = say(tr("Campaign: {question}", question=heading))
    sentences = []
    if question.is_campaign:
        first, last = question.first or HIDDEN, question.last or HIDDEN
        sentences.append(say(tr("Asked from {first} to {last}.", first=str(first), last=str(last))))
    total = sum(answers.values())
    if not total:
        return ReportSection(heading, (*sentences, say(TOO_FEW)))
    names = {answer: question.answers.get(answer, answer) for answer in (*question.answers, *answers)}
    most = max(answers, key=lambda answer: answers[answer])
    share = per_cent_of(answers[most], total)
    words = tr(
        "About {answers} answers. Most often: {answer} ({share}).",
        answers=total,
        answer=names[most],
        share=share,
    )
    sentences.append(say(words))
    rows = tuple((names[answer], answers.get(answer, HIDDEN)) for answer in names)
    columns = (say(tr("Answer")), say(tr("Answers, in fives")))
    plot = svg_plots.bars({names[answer]: count for answer, count in answers.items()}, heading)
    return ReportSection(heading, tuple(sentences), plot, ReportTable(columns, rows))
