"""Which recordings of a feed a machine should read, and how the feed then names them. Makes no sound."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum

from kiosk.feed.misplaced_files import SETTINGS
from kiosk.feed.models import Feed
from kiosk.feed.recording_names import draft_name, is_draft, is_stale, language_texts, topic_texts
from kiosk.feed.yaml_reader import Path
from kiosk.frozen import frozen
from kiosk.studio.core.yaml_edit import edited


class RecordingState(Enum):
    """What is to be done about a recording."""

    MISSING = "missing"
    STALE = "stale"
    DRAFT = "draft"
    PERSON = "person"
    UNTRANSLATED = "untranslated"


@frozen
class Recording:
    """The recording of a topic in one language, or of a language, whose `topic` is empty."""

    topic: str
    language: str
    present: str | None
    """The file that the feed names now."""

    texts: str | None
    """What it reads of the feed; None if that is not all translated."""

    @property
    def state(self) -> RecordingState:
        """What is to be done about it; what a person has read is never replaced."""
        if self.present and not is_draft(self.present):
            return RecordingState.PERSON
        if self.texts is None:
            return RecordingState.UNTRANSLATED
        if self.present is None:
            return RecordingState.MISSING
        return RecordingState.STALE if is_stale(self.present, self.texts) else RecordingState.DRAFT

    @property
    def wanted(self) -> bool:
        """Whether a machine should read it."""
        return self.state in {RecordingState.MISSING, RecordingState.STALE}

    @property
    def label(self) -> str:
        """What it is called beside the feed: `housing-ar`, or `language-ar`."""
        return f"{self.topic or 'language'}-{self.language}"

    @property
    def name(self) -> str:
        """The file in the feed that a machine's reading gets."""
        return draft_name(self.topic or "language", self.language, self.texts or "")

    @property
    def file(self) -> str:
        """The YAML file that names it."""
        return f"topics/{self.topic}.yaml" if self.topic else SETTINGS

    @property
    def place(self) -> Path:
        """Where in that file."""
        return ("speech", self.language) if self.topic else ("languages", self.language, "speech")


def recordings(feed: Feed, languages: Collection[str], topics: Collection[str]) -> Iterator[Recording]:
    """Yield the recordings in these languages: those of the languages, and of the topics; of all if empty."""
    codes = [code for code in feed.languages if not languages or code in languages]
    for code in codes if not topics else ():
        language = feed.languages[code]
        yield Recording("", code, language.speech, language_texts(language))
    for name, topic in feed.topics.items():
        for code in codes if not topics or name in topics else ():
            yield Recording(name, code, topic.speech.get(code), topic_texts(topic, code))


def with_draft_name(text: str, recording: Recording) -> str:
    """Return the text of the recording's file with the name of the draft in it; raises `EditError`."""
    return edited(text, recording.place, recording.name)
