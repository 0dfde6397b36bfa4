"""What makes the sound of what is read out: a voice for lines, a player for recordings."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol


class SpokenLine(NamedTuple):
    """Something to say."""

    text: str
    language: str


class Speaker(Protocol):
    """Makes the sound. Calls return at once; a listener gets `line_ended`, and `at_word` for each word."""

    def speaks(self, language: str) -> bool:
        """Return whether there is a voice for the language, and something to hear it from."""

    def plays(self) -> bool:
        """Return whether there is something to hear a recording from."""

    def say(self, line: SpokenLine, volume: float) -> None:
        """Say a line; `volume` is 0 to 1."""

    def play(self, recording: Path, volume: float) -> None:
        """Play what a person has read."""

    def chime(self) -> None:
        """Make a short sound that calls for attention."""

    def stop(self) -> None:
        """Be silent at once."""
