"""Actions of a communicator at short notice, as files of the feed. Pure: `today` is an argument."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from kiosk.feed.models import Feed
from kiosk.frozen import frozen
from kiosk.studio.core.project import Files, Project
from kiosk.studio.core.ready_made import drafts_of, texts_for
from kiosk.studio.core.yaml_edit import edited, new_text


@frozen
class UrgentNotice:
    """A line of text over whatever the screens show, from today until the end of a day or a time on it."""

    texts: Mapping[str, str]
    screens: Collection[str]
    until: date
    until_time: str = ""
    """Such as `15:00`; only for a notice that ends today."""


def notice_files(project: Project, notice: UrgentNotice, today: date) -> Files:
    """Return the file of a new notice; raises `ValueError` without text or screens, or with a past end."""
    texts = {code: words.strip() for code, words in notice.texts.items() if words.strip()}
    if not texts or not notice.screens or notice.until < today:
        raise ValueError(notice)
    when: dict[str, object] = {"since": f"{today}", "until": f"{notice.until}"}
    office = project.rights.office
    if notice.until_time and notice.until == today:
        when["hours"] = [f"daily 00:00-{notice.until_time}"]
    content: dict[str, object] = {
        "text": texts,
        "where": {"offices": [office]} if office else {"screens": sorted(notice.screens)},
        "when": when,
    }
    if drafts := drafts_of(texts):
        content["drafts"] = drafts
    return {project.free_name("notices", project.rights.named(f"notice-{today}")): new_text(content).encode()}


def closed_files(project: Project, feed: Feed, office: str, first: date, last: date) -> Files:
    """Return the file changes that close an office from one day to another.

    An exception in its hours also closes its desk, bar and free times. If an admin closes it, its screens
    show one slide instead of all others.
    """
    days = f"{first}" if first == last else f"{first} - {last}"
    file = f"offices/{office}.yaml"
    hours = {file: edited(project.texts[file].decode(), ("exceptions", days), "closed").encode()}
    if project.rights.office:
        return hours
    title = texts_for("closed_today", feed.languages)
    drafts = drafts_of(title)
    slide = project.free_name("slides", f"closed-{first}")
    slide_id = slide.partition("/")[2].removesuffix(".yaml")
    words: dict[str, object] = {"kind": "message", "title": title, "tone": "berry", "dwell": "20 s"}
    if drafts:
        words["drafts"] = drafts
    playlist: dict[str, object] = {
        "slides": [slide_id],
        "where": {"offices": [office]},
        "when": {"since": f"{first}", "until": f"{last}"},
        "takeover": True,
    }
    return {
        **hours,
        slide: new_text(words).encode(),
        project.free_name("playlists", f"closed-{first}"): new_text(playlist).encode(),
    }
