"""The alerts in CAP messages that concern the offices of a feed.

A message or part of a message that cannot be read is left out and reported, without affecting the others. The
list then counts as incomplete, so that it is not mistaken for "no alert". Runs in a separate process; see
`source_round`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from kiosk.feed.alert_rules import SEVERITIES
from kiosk.live.alert_kinds import alert_kind_of
from kiosk.live.cap_messages import CapInfo, CapMessage, concerns, in_force, partial_updates
from kiosk.live.plain_text import visible_text
from kiosk.live.sources.cap_documents import MAX_BYTES, Tree, document_of, message_of

MAX_ALERTS = 20
MAX_PROBLEMS = 10
HEADLINE, WORDS = 140, 1000
SWEDISH = "sv"


def read_alerts(request: bytes) -> bytes:
    """Return the alerts that concern an office, as JSON; raises `ValueError`.

    The request is a line of JSON with `now`, `areas` and `offices`, followed by the answer of the source.
    """
    head, _, data = request.partition(b"\n")
    question = json.loads(head)
    if len(data) > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES >> 20} MiB")
    document = document_of(data)
    messages, problems = _messages(document.messages)
    if document.messages and not messages:
        raise ValueError(f"none of its messages can be read; {problems[0]}")
    return listed(messages, [*document.unread, *problems], question)


def listed(messages: list[CapMessage], problems: list[str], question: Mapping[str, Any]) -> bytes:
    """Return, as JSON, the alerts in some messages that concern an office, and what was left out."""
    if "areas" not in question:
        raise ValueError("the feed does not name it: add it to 'alerts' in feed.yaml")
    offices = {name: place and (place[0], place[1]) for name, place in question["offices"].items()}
    current = in_force(messages, datetime.fromisoformat(question["now"]))
    updates = partial_updates(messages)

    def concerned(infos: Iterable[CapInfo]) -> set[str]:
        return {name for info in infos for name in concerns(info, question["areas"], offices)}

    alerts = []
    for message, info in current:
        replaced = concerned(info for update in updates.get(message.key, ()) for info in update.infos)
        here = concerned([info]) - replaced
        if here and _is_for_readers(info, message):
            alerts.append(_alert(message, info, sorted(here)))
    problems += dict.fromkeys(
        f"{visible_text(message.identifier, HEADLINE)}: {problem}"
        for message, _ in current
        for problem in message.problems
    )
    if len(alerts) > MAX_ALERTS:
        problems.append(f"{len(alerts) - MAX_ALERTS} alerts are left out")
    alerts.sort(key=_weight, reverse=True)
    data: dict[str, Any] = {"alerts": alerts[:MAX_ALERTS]}
    if problems:
        data["incomplete"] = True
    return json.dumps({"data": data, "problems": problems[:MAX_PROBLEMS]}).encode()


def _weight(alert: Mapping[str, Any]) -> tuple[bool, int, str]:
    """Return the key by which alerts are kept if there are too many: real, severe and late ones first."""
    rank = SEVERITIES.index(alert["severity"]) if alert["severity"] else -1
    return not alert["exercise"], rank, alert["start"]


def _messages(trees: list[Tree]) -> tuple[list[CapMessage], list[str]]:
    """Return the messages that can be read, and what is wrong with the others."""
    messages, problems = [], []
    for number, tree in enumerate(trees, 1):
        try:
            messages.append(message_of(tree))
        except ValueError as bad:
            problems.append(f"message {number} is left out: {bad}")
    return messages, problems


def _is_for_readers(info: CapInfo, message: CapMessage) -> bool:
    """Return whether an info is in Swedish, or in the first language of a message without Swedish."""
    languages = [other.language.lower()[:2] for other in message.infos]
    wanted = SWEDISH if SWEDISH in languages else languages[0]
    return info.language.lower()[:2] == wanted


def _headline(info: CapInfo, message: CapMessage) -> str:
    """Return the first name of an alert that has visible characters."""
    names = (visible_text(name, HEADLINE) for name in (info.headline, info.event, message.identifier))
    return next(filter(None, names), "")


def _alert(message: CapMessage, info: CapInfo, offices: list[str]) -> dict[str, Any]:
    start, end = message.span(info)
    words = " ".join(filter(None, (info.description, info.instruction)))
    severity, certainty = info.severity.lower(), info.certainty.lower()
    return {
        "identifier": visible_text(message.identifier, HEADLINE),
        "sender": visible_text(message.sender, HEADLINE),
        "kind": alert_kind_of(info),
        "severity": severity if severity in {"minor", "moderate", "severe", "extreme"} else None,
        "certainty": certainty if certainty in {"unlikely", "possible", "likely", "observed"} else None,
        "exercise": message.status == "Exercise",
        "start": start.isoformat(),
        "end": end.isoformat(),
        "headline": _headline(info, message),
        "words": visible_text(words, WORDS),
        "offices": offices,
    }
