"""The first files of a feed, and commented stubs of what is added to it: for `kiosk feed new` and `add`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from kiosk.content.constraints import keys_of
from kiosk.content.slides import Slide

NEW: dict[str, str] = {
    "feed.yaml": """\
# The feed: its name and its languages. A folder for each kind of thing stands beside this file, and the name
# of a file is the id that other files use. All that can be written is in docs/feed.md.
name:
  sv: Medborgarkontoret
  en: Citizen Office
timezone: Europe/Stockholm
languages:
  sv: {name: Svenska}
  en: {name: English, fallback: [sv]}
""",
    "offices/main.yaml": """\
# Where people get help. Replace the address, the hours and the ways to book.
name: {sv: Medborgarkontoret, en: Citizen Office}
address: Exempelgatan 1
hours: [mon-fri 10:00-16:00]
bookable:
  - topics: [forms]
    when: [mon-fri 10:00-15:00]
booking:
  phone: 08-465 004 00 # from the numbers reserved for fiction: replace it
""",
    "screens/entrance.yaml": """\
# A display: `size` is its picture in millimetres as it hangs, `resolution` in dots.
office: main
size: 531 x 299 mm
resolution: 1920 x 1080
distance: 600 mm # from the reader's eye to the glass; text grows with it
touch: true
languages: [sv, en]
""",
    "topics/forms.yaml": """\
# What a visitor can want help with. `icon` names a pictogram of the product.
icon: forms
title: {sv: Ansökningar och blanketter, en: Applications and forms}
summary: {sv: Vi fyller i blanketten med dig., en: We fill in the form with you.}
help:
  - {sv: Förstå frågorna, en: Understand the questions}
""",
    "slides/welcome.yaml": """\
kind: welcome
title: {sv: Välkommen!, en: Welcome!}
text: {sv: Vi hjälper dig. Det är gratis., en: We help you. It is free.}
dwell: 12 s
""",
    "slides/hours.yaml": """\
# The opening hours come from the file of the office.
kind: hours
tone: ink
dwell: 20 s
""",
    "playlists/everyday.yaml": """\
# No `where` and no `when`: everywhere and always.
slides: [welcome, hours]
""",
}
"""A small feed without a mistake."""


def stub(kind: str, languages: Sequence[str], first: Mapping[str, str]) -> str:
    """Return a file of one kind with every key, those that are not needed commented out.

    A slide is a message. `first` may give the id of an office that exists, as `{"offices": "main"}`.
    Raises `KeyError`.
    """
    return _STUBS[kind].format(
        text=_Texts(languages),
        languages=", ".join(languages),
        language=next(iter(languages), "sv"),
        office=first.get("offices", "office-id"),
        kinds=", ".join(_kinds_of_slides()),
    )


def _kinds_of_slides() -> list[str]:
    models = get_args(get_args(Slide)[0])
    return [get_args(keys_of(model)["kind"])[0] for model in models]


class _Texts:
    """Fills `{text[Some words]}` with the words in each language."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._languages = languages

    def __getitem__(self, words: str) -> str:
        return "{" + ", ".join(f"{code}: {words} ({code})" for code in self._languages) + "}"


_STUBS = {
    "slide": """\
# One thing to show. Add its id to a playlist, so that it is shown.
kind: message # one of {kinds}: see docs/feed.md
title: {text[Short title]}
text: {text[One sentence]}
# picture: media/some-picture.svg
# tone: paper # or ink, sea, leaf, sun, berry
dwell: 12 s # how long it stays: 3 s, and 0.12 s for each character
# transition: fade # or cut, slide
# drafts: [{languages}] # languages that no speaker has read yet
""",
    "topic": """\
# What a visitor can want help with: a choice on the desk's first page.
icon: document # a pictogram of the product
title: {text[Topic]}
summary: {text[One sentence]}
help: # at most five lines, each a whole thing to do
  - {text[What we help with]}
# bring: # at most five things to bring
#   - {text[What to bring]}
# cost: {text[It is free]}
# takes: 30 min
# speech: {{{language}: media/some-recording.mp3}} # read aloud by a person, for languages without a voice
# drafts: [{languages}] # languages that no speaker has read yet
""",
    "screen": """\
# One display. Measure the picture, not the frame, as it hangs: a standing screen is taller than it is wide.
office: {office}
size: 531 x 299 mm
resolution: 1920 x 1080
distance: 600 mm # from the reader's eye to the glass; text grows with it
# bottom: 900 mm # from the floor to the lower edge of the picture
touch: false
languages: [{languages}] # those a visitor can choose, in this order
# slide_languages: [{languages}] # those the slides take turns in
# topics: []                     # those its desk offers, in this order; all without it
# tags: [entrance] # for the `where` of playlists
# layout: bar # or panel, full
# motion: false # nothing fades, slides or plays on it
""",
}

KINDS = tuple(_STUBS)
