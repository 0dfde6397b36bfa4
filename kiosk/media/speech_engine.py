"""The admin's own speech engine: a command that reads a text from standard input and writes a sound file.

In the command, `{language}` stands for the language code and `{output}` for the file to write; without
`{output}`, the command writes the sound to standard output.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from kiosk.feed.message_catalog import tr
from kiosk.media.espeak_library import SpeechEngineError

LONGEST_S = 300.0
"""The timeout for one text."""


def command_of(line: str) -> list[str]:
    """Return the words of a command line; raises `SpeechEngineError`."""
    try:
        words = shlex.split(line, posix=os.name != "nt")
    except ValueError as bad:
        raise SpeechEngineError(tr("--engine cannot be read: {reason}", reason=str(bad))) from bad
    if not words:
        raise SpeechEngineError(tr("--engine is empty; give a command"))
    return words


def run_engine(command: list[str], language: str, text: str) -> bytes:
    """Return the sound file that an engine generates from a text; raises `SpeechEngineError`."""
    with tempfile.TemporaryDirectory(prefix="infodisk-speech-") as folder:
        output = Path(folder) / "speech.wav"
        words = [each.replace("{language}", language).replace("{output}", str(output)) for each in command]
        written = _run(words, text)
        try:
            sound = output.read_bytes() if any("{output}" in each for each in command) else written
        except OSError as bad:
            raise SpeechEngineError(tr("{engine} wrote no file", engine=words[0])) from bad
    if not sound:
        raise SpeechEngineError(tr("{engine} wrote no sound", engine=words[0]))
    return sound


def _run(words: list[str], text: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  # the admin's own command
            words, input=text.encode(), capture_output=True, timeout=LONGEST_S, check=False
        )
    except subprocess.TimeoutExpired as late:
        message = tr("{engine} took more than {limit} s", engine=words[0], limit=f"{LONGEST_S:g}")
        raise SpeechEngineError(message) from late
    except OSError as bad:
        message = tr("{engine} cannot be run: {reason}", engine=words[0], reason=bad.strerror)
        raise SpeechEngineError(message) from bad
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        reason = last[0] if last else tr("exit code {code}", code=done.returncode)
        raise SpeechEngineError(tr("{engine} failed: {reason}", engine=words[0], reason=reason))
    return done.stdout
