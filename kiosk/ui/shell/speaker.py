"""The sound of reading aloud: a voice for lines, a player for recordings."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol


class SpokenLine(NamedTuple):
    """A line to say."""

    text: str
    language: str


class Speaker(Protocol):
    """Makes the sound. Calls return at once; the listener gets `line_ended`, and `at_word` for each word."""

    def speaks(self, language: str) -> bool:
        """Return whether there is a voice for the language, and an output to hear it from."""

    def plays(self) -> bool:
        """Return whether there is an output to hear recordings from."""

    def say(self, line: SpokenLine, volume: float) -> None:
        """Say a line; `volume` is 0 to 1."""

    def play(self, recording: Path, volume: float) -> None:
        """Play a recording; `volume` is 0 to 1."""

    def chime(self) -> None:
        """Play a short sound to call for attention."""

    def stop(self) -> None:
        """Stop all sound at once."""
