"""The first files of a new feed, and commented templates for parts added to it (`kiosk feed new`, `add`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

STARTER_FILES: dict[str, str] = {
    "feed.yaml": """\
# The feed: its name and its languages. Each kind of thing has a folder beside this file, and a file's name is
# the id by which other files refer to it. docs/feed.md describes every key.
name:
  sv: Medborgarkontoret
  en: Citizens’ Office (Medborgarkontoret)
timezone: Europe/Stockholm
languages:
  sv: {name: Svenska}
  en: {name: English, fallback: [sv]}
""",
    "offices/main.yaml": """\
# A place where people get help. Replace the address, the hours and the ways to book.
name: {sv: Medborgarkontoret, en: Citizens’ Office (Medborgarkontoret)}
address: Exempelgatan 1
hours: [mon-fri 10:00-16:00]
bookable:
  - topics: [forms]
    when: [mon-fri 10:00-15:00]
booking:
  phone: 08-465 004 00 # from the numbers reserved for fiction: replace it
""",
    "screens/entrance.yaml": """\
# A display: `size` is its picture in millimetres, `resolution` in pixels, both as mounted.
office: main
size: 531 x 299 mm
resolution: 1920 x 1080
distance: 600 mm # from the reader's eyes to the screen; the text size follows it
touch: true
languages: [sv, en]
""",
    "topics/forms.yaml": """\
# What a visitor may want help with. `icon` is the name of one of the product's pictograms.
icon: forms
title: {sv: Ansökningar och blanketter, en: Applications and forms}
summary: {sv: Vi fyller i blanketten med dig., en: We fill in the form with you.}
help:
  - {sv: Förstå frågorna, en: Understand the questions}
""",
    "slides/welcome.yaml": """\
kind: welcome
title: {sv: Välkommen!, en: Welcome!}
text: {sv: Vi hjälper dig med blanketter. Det är gratis., en: We help with forms. It’s free.}
dwell: 12 s
""",
    "slides/hours.yaml": """\
# The opening hours come from the office's file.
kind: hours
tone: ink
dwell: 20 s
""",
    "playlists/everyday.yaml": """\
# No `where` and no `when`: everywhere and always.
slides: [welcome, hours]
""",
}
"""A small, valid feed."""


def file_template(
    kind: str, languages: Sequence[str], first: Mapping[str, str], slide: str = "message"
) -> str:
    """Return a template of one kind of file with every key, the optional ones commented out.

    `first` may hold an existing id of each kind, such as `{"offices": "main"}`; `slide` is the kind of slide.
    Raises `KeyError`.
    """
    template = _TEMPLATES[kind] if kind != "slide" else _SLIDE_HEAD + _SLIDES[slide] + _SLIDE_TAIL
    return template.format(
        text=_Texts(languages),
        languages=", ".join(languages),
        language=next(iter(languages), "sv"),
        office=first.get("offices", "office-id"),
        topic=first.get("topics", "topic-id"),
        slide=first.get("slides", "slide-id"),
        kinds=", ".join(SLIDE_KINDS),
        kind=slide,
        dwell="1 min"
        if slide == "video"
        else "20 s"
        if slide in {"hours", "times", "events", "news", "departures"}
        else "12 s",
    )


class _Texts:
    """Replaces `{text[Some words]}` with the words in each language."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._languages = languages

    def __getitem__(self, words: str) -> str:
        return "{" + ", ".join(f"{code}: {words} ({code})" for code in self._languages) + "}"


_SLIDE_HEAD = """\
# One thing to show. Add its id to a playlist to show it.
kind: {kind} # one of {kinds}: see docs/feed.md
"""
_SLIDE_TAIL = """\
# tone: paper # or ink, sea, leaf, sun, berry
dwell: {dwell} # how long it stays: 3 s, plus 0.12 s per character
# transition: fade # or cut, slide
# from: 2026-12-01 # the first and the last day on which it is shown
# until: 2026-12-24
# when: {{weather: snow, alert: none, open: true}} # only under these conditions
# drafts: [{languages}] # languages that no speaker has reviewed yet
"""
_TITLE = """\
title: {text[Short title]}
text: {text[One sentence]}
# picture: media/some-picture.svg
# fit: cover # or contain: the whole picture, with a background around it
"""
_SLIDES = {
    "welcome": _TITLE
    + """\
# pictures: {{closed: media/some-dark-picture.svg, december: media/some-snow.svg}}
""",
    "message": _TITLE,
    "text": """\
text: {text[One sentence]} # headings, lists, **bold** and *italics* are kept
# side_by_side: true # all languages at once
""",
    "topic": """\
topic: {topic}
# picture: media/some-picture.svg
# fit: cover # or contain
# face: media/some-portrait.jpg # somebody who helps, in a circle instead of the picture
# text: {text[One sentence]}
""",
    "hours": "# office: {office} # by default the screen's own\n",
    "now": "# office: {office} # by default the screen's own\n",
    "times": "title: {text[Short title]}\n",
    "picture": """\
picture: media/some-picture.jpg
# fit: cover # or contain: the whole picture, with a background around it
# caption: {text[One sentence]}
""",
    "poster": """\
picture: media/some-picture.jpg
title: {text[Short title]}
# fit: cover # or contain
""",
    "video": """\
video: media/some-film.mp4
# caption: {text[One sentence]}
# sound: true
""",
    "pdf": "document: media/some-document.pdf\n# pages: [1, 2] # all of them by default\n",
    "web": """\
url: https://www.kommun.example/page # its host must be listed in web_hosts of feed.yaml
# zoom: 1.5
# reload_every: 5 min
# valid_for: 1 d
""",
    "qr": """\
title: {text[Short title]}
text: {text[One sentence]}
link: "https://www.kommun.example/page"
""",
    "event": """\
title: {text[Short title]}
day: 2026-12-12
# hours: 11:00-15:00
# place: {text[Where in the house]}
# picture: media/some-picture.svg
# fit: cover # or contain
""",
    "events": """\
title: {text[Short title]}
sources: [library] # the names of calendars on the machine that publishes live data
# days: 7
# only: {{tag: children, at: Library, words: story}}
# pictures: {{story: media/some-picture.jpg}} # by words in the next event's title
# link: "https://www.kommun.example/page"
# valid_for: 1 d
""",
    "news": """\
title: {text[Short title]}
sources: [news] # the names of news sources on the machine that publishes live data
# link: "https://www.kommun.example/news"
# valid_for: 6 h
""",
    "clock": "",
    "countdown": "title: {text[Short title]}\nto: 2026-12-24\n",
    "queue": """\
title: {text[Short title]}
source: queue # its name on the machine that publishes live data
# valid_for: 2 min
""",
    "weather": """\
title: {text[Short title]}
source: weather # its name on the machine that publishes live data
# valid_for: 3 h
""",
    "departures": """\
title: {text[Short title]}
source: stop # its name on the machine that publishes live data
# lines: ["117", "118"]
# valid_for: 2 min
""",
}
_WHERE_AND_WHEN = """\
# where: {{offices: [{office}]}} # on all screens by default
# when: {{since: 2026-12-01, until: 2026-12-24}} # both days included; always by default
"""

_TEMPLATES = {
    "office": """\
# A place where people get help.
name: {text[Name of the office]}
address: Street and number
# place: {text[Where in the house]}
# position: 59.3668, 17.8436 # used for the distance to other offices
hours: [mon-fri 10:00-16:00] # in an ordinary week
# eve: 10:00-13:00 # the day before a public holiday
# exceptions:
#   2026-12-23: 10:00-12:00
#   2026-12-27 - 2027-01-06: closed
# bookable:
#   - topics: [{topic}]
#     when: [mon-fri 10:00-15:00]
booking:
  by: [desk] # or link, phone, email
# drafts: [{languages}] # languages that no speaker has reviewed yet
""",
    "playlist": """\
# Which slides are shown, where and when.
slides: [{slide}]
"""
    + _WHERE_AND_WHEN
    + """\
# priority: 10 # the highest is shown; playlists of equal priority share the screen
# takeover: true # interrupts all other playlists
""",
    "notice": """\
# A line of text over whatever slide is on.
text: {text[One sentence]}
"""
    + _WHERE_AND_WHEN
    + "# drafts: [{languages}] # languages that no speaker has reviewed yet\n",
    "topic": """\
# What a visitor may want help with: a choice on the desk's first page.
icon: document # a pictogram of the product
title: {text[Topic]}
summary: {text[One sentence]}
help: # at most five lines, each a complete task
  - {text[What we help with]}
# bring: # at most five things to bring
#   - {text[What to bring]}
# cost: {text[It is free]}
# takes: 30 min
# speech: {{{language}: media/some-recording.mp3}} # read by a person, for languages without synthetic voice
# drafts: [{languages}] # languages that no speaker has reviewed yet
""",
    "screen": """\
# One display. Measure the picture as mounted, without the frame: a portrait screen is taller than it is wide.
office: {office}
size: 531 x 299 mm
resolution: 1920 x 1080
distance: 600 mm # from the reader's eyes to the screen; the text size follows it
# bottom: 900 mm # from the floor to the lower edge of the picture
touch: false
languages: [{languages}] # those that a visitor can choose, in this order
# slide_languages: [{languages}] # those that the slides rotate through
# topics: [] # those that its desk offers, in this order; all by default
# tags: [entrance] # for the `where` of playlists
# layout: bar # or panel, full
# evening: 16:00-07:00 # the hours with darker colours
# motion: false # nothing fades, slides or plays
""",
}

SLIDE_KINDS = tuple(_SLIDES)
KINDS = ("slide", *_TEMPLATES)

_ALL = (_SLIDE_HEAD, *_SLIDES.values(), *_TEMPLATES.values())
PLACEHOLDERS = frozenset(
    {words for template in _ALL for words in re.findall(r"\{text\[([^\]]+)\]\}", template)}
    | {"Street and number"}
)
"""The placeholder texts of the templates."""
