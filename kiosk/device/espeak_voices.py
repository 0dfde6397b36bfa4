"""Where eSpeak NG finds its voices: the plain one of each language, without its hundred ways to speak each.

speech-dispatcher lists them all, each in every way, before Qt's speech is ready: 13,000 voices, and more than
three seconds in which nothing is drawn. The plain ones take a tenth of a second.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

PATH = "ESPEAK_DATA_PATH"
"""The variable by which eSpeak NG, and what speech-dispatcher starts, is told where its data are."""

VARIANTS = "voices"


def use_plain_voices() -> None:
    """Point eSpeak NG, if it is there, to its plain voices, unless somebody has chosen already."""
    own = Path(os.environ.get("XDG_RUNTIME_DIR") or Path.home() / ".cache") / "infodisk-voices"
    installed = [*Path("/usr/lib").glob("*/espeak-ng-data"), Path("/usr/share/espeak-ng-data")]
    data = next((each for each in installed if each.is_dir()), None)
    if data is None or PATH in os.environ:
        return
    with suppress(OSError):  # all voices then, if late
        _symlink_all((each for each in data.iterdir() if each.name != VARIANTS), own / data.name)
        os.environ[PATH] = str(own)


def _symlink_all(files: Iterable[Path], into: Path) -> None:
    (into / VARIANTS).mkdir(parents=True, exist_ok=True)
    for file in files:
        with suppress(FileExistsError):
            (into / file.name).symlink_to(file)
