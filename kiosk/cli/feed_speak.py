"""`kiosk feed speak`: machine-spoken drafts of a feed's recordings, to use until a person records them."""

from __future__ import annotations

import importlib.util
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import output
from kiosk.cli.icons import icons
from kiosk.cli.options import DryRun, Folder
from kiosk.feed.message_catalog import tr

if TYPE_CHECKING:
    from kiosk.feed.models import Feed
    from kiosk.studio.core.speech_drafts import Recording

Speak = Callable[[str, str], bytes]
"""Takes a language and a text; returns a sound file, or raises `SpeechEngineError`."""


Languages = Annotated[
    list[str] | None,
    typer.Option("--language", metavar="CODE", help="Only this language; can be repeated."),
]
Topics = Annotated[
    list[str] | None, typer.Option("--topic", metavar="ID", help="Only this topic; can be repeated.")
]
Engine = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="COMMAND",
        help="The speech engine; eSpeak NG if not given. It reads text from its input and writes a "
        "sound file to its output, or to {output}; {language} is the language.",
    ),
]
Texts = Annotated[
    Path | None,
    typer.Option(
        "--texts",
        metavar="TEXTS",
        help="A folder with texts that have vowel marks, TOPIC-LANGUAGE.txt, read instead of the feed's.",
        file_okay=False,
    ),
]


def feed_speak(
    folder: Folder,
    language: Languages = None,
    topic: Topics = None,
    engine: Engine = "",
    texts: Texts = None,
    dry_run: DryRun = False,
) -> None:
    """Record each topic and the name of each language by machine, where no person has recorded it.

    The recordings are drafts, and their names say so. What has not changed is not recorded again.
    """
    if importlib.util.find_spec("av") is None:
        output.fail(tr("install PyAV to write sound files: pip install 'infodisk[check]'"))
    feed = _feed(folder)
    _require_known(feed, language or [], topic or [])
    recordings = _recordings(feed, language or [], topic or [])
    failed = 0
    for recording in recordings:
        if recording.wanted and dry_run:
            state = _states()[recording.state.value]
            output.echo(tr("{recording}: {state}", recording=recording.label, state=state))
        elif recording.wanted:
            failed += not _record(folder, feed, recording, _speaker(engine), texts)
    _summarize(recordings)
    if failed:
        raise typer.Exit(1)


def _feed(folder: Path) -> Feed:
    """Return the feed in a folder, or print its errors and exit with 1."""
    from kiosk.feed.problems import Severity
    from kiosk.publish.folder_source import check_folder

    checked = check_folder(folder, icons())
    if checked.feed is None:
        output.echo_problems(
            [each for each in checked.problems if each.severity is Severity.ERROR], as_json=False
        )
        raise typer.Exit(1)
    return checked.feed


def _require_known(feed: Feed, languages: list[str], topics: list[str]) -> None:
    for word, known in (
        *((code, feed.languages) for code in languages),
        *((name, feed.topics) for name in topics),
    ):
        if word not in known:
            raise typer.BadParameter(f"the feed has no {word!r}; it has {', '.join(known)}")


def _recordings(feed: Feed, languages: list[str], topics: list[str]) -> list[Recording]:
    from kiosk.studio.core.speech_drafts import recordings

    return list(recordings(feed, languages, topics))


def _speaker(engine: str) -> Speak:
    from kiosk.media import espeak_library
    from kiosk.media.speech_engine import command_of, run_engine

    if not engine:
        return espeak_library.speak
    with output.exit_on(espeak_library.SpeechEngineError):
        command = command_of(engine)
    return lambda language, text: run_engine(command, language, text)


def _record(folder: Path, feed: Feed, recording: Recording, speak: Speak, texts: Path | None) -> bool:
    """Create one recording and refer to it in the feed; return whether that succeeded."""
    from kiosk.media.espeak_library import SpeechEngineError
    from kiosk.media.espeak_library import speak as espeak
    from kiosk.media.opus_file import opus
    from kiosk.studio.core.yaml_edit import EditError

    try:
        text = _text(feed, recording, texts, marked=speak is espeak)
        sound = opus(speak(recording.language, text))
        _store(folder, feed, recording, sound)
    except (SpeechEngineError, EditError, OSError) as bad:
        output.echo(
            tr("{recording}: {reason}", recording=recording.label, reason=output.as_text(bad)), err=True
        )
        return False
    output.echo(tr("{recording}: spoken: {file}", recording=recording.label, file=recording.name))
    return True


def _text(feed: Feed, recording: Recording, texts: Path | None, *, marked: bool) -> str:
    """Return the text to speak: the feed's, or the same text with vowel marks from the folder `texts`."""
    from kiosk.media.espeak_library import SpeechEngineError, lacks_vowels
    from kiosk.ui.spoken_texts import language_speech, topic_speech

    code = recording.language
    plain = (
        topic_speech(feed.topics[recording.topic], code)
        if recording.topic
        else language_speech(code, feed.languages[code])
    )
    file = texts / f"{recording.label}.txt" if texts else None
    if file and file.is_file():
        text = file.read_text(encoding="utf-8")
        if _letters(text) != _letters(plain):
            message = tr("{file} differs from the text in the feed; delete it, and run again", file=str(file))
            raise SpeechEngineError(message)
    else:
        text = plain
    if marked and lacks_vowels(code, text):
        if file is None:
            raise SpeechEngineError(tr("eSpeak NG needs a text with vowel marks; give a folder with --texts"))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        raise SpeechEngineError(tr("add the vowel marks to {file}, and run again", file=str(file)))
    return text


def _letters(text: str) -> str:
    """Return the letters and digits of a text, without the marks above and below them."""
    return "".join(each for each in unicodedata.normalize("NFD", text) if each.isalnum())


def _store(folder: Path, feed: Feed, recording: Recording, sound: bytes) -> None:
    """Write a recording, refer to it in the feed, and delete the draft that it replaces."""
    from kiosk.studio.core.speech_drafts import with_draft_name
    from kiosk.system import write_atomically

    file = folder / recording.file
    text = with_draft_name(file.read_bytes().decode("utf-8"), recording)
    (folder / "media").mkdir(exist_ok=True)
    write_atomically(folder / recording.name, sound)
    write_atomically(file, text.encode())
    references = [
        *(path for topic in feed.topics.values() for path in topic.speech.values()),
        *(each.speech for each in feed.languages.values()),
    ]
    if recording.present and references.count(recording.present) == 1:
        (folder / recording.present).unlink(missing_ok=True)


def _states() -> dict[str, str]:
    return {
        "missing": tr("no recording yet"),
        "stale": tr("stale: the texts have changed since it was spoken"),
        "draft": tr("drafts that fit the texts"),
        "person": tr("read by a person"),
        "untranslated": tr("not all texts are translated"),
    }


def _summarize(recordings: list[Recording]) -> None:
    """Print the number of recordings in each state before the command."""
    counts = Counter(recording.state.value for recording in recordings)
    for state, words in _states().items():
        if counts[state] and state not in {"missing", "stale"}:
            output.echo(tr("{state}: {count}", state=words, count=counts[state]))
