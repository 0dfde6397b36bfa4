"""Restricts eSpeak NG to one voice per language, without its hundred variants.

speech-dispatcher lists every voice in every variant before Qt's speech is ready: 13,000 voices take more than
three seconds, during which nothing is drawn. The plain voices take a tenth of a second.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

PATH = "ESPEAK_DATA_PATH"
"""The environment variable for eSpeak NG's data folder; speech-dispatcher's processes inherit it."""

VARIANTS = "voices"


def use_plain_voices() -> None:
    """Point eSpeak NG, if installed, to its plain voices, unless the variable is already set."""
    own = Path(os.environ.get("XDG_RUNTIME_DIR") or Path.home() / ".cache") / "infodisk-voices"
    installed = [*Path("/usr/lib").glob("*/espeak-ng-data"), Path("/usr/share/espeak-ng-data")]
    data = next((folder for folder in installed if folder.is_dir()), None)
    if data is None or PATH in os.environ:
        return
    with suppress(OSError):  # on an error, all voices are listed, which is only slow
        _symlink_all((file for file in data.iterdir() if file.name != VARIANTS), own / data.name)
        os.environ[PATH] = str(own)


def _symlink_all(files: Iterable[Path], into: Path) -> None:
    (into / VARIANTS).mkdir(parents=True, exist_ok=True)
    for file in files:
        with suppress(FileExistsError):
            (into / file.name).symlink_to(file)
