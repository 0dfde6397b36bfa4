"""The tools of Qt, as the PySide6 of this environment brings them."""

import subprocess
import sys
from pathlib import Path


def run(tool: str, *arguments: object, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run pyside6-`tool` to its end, taking what it prints.

    Raises SystemExit with what the tool said when it ends with another status than 0 and `check` is true.
    """
    command = [str(Path(sys.executable).with_name(f"pyside6-{tool}")), *map(str, arguments)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if check and ended.returncode:
        raise SystemExit(f"{tool} failed:\n{ended.stdout}{ended.stderr}")
    return ended
