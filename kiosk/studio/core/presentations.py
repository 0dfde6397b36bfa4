"""Convert presentations to PDF documents with LibreOffice; a slide shows their pages one by one."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.feed.message_catalog import tr

ENDINGS = frozenset({".pptx", ".ppt", ".ppsx", ".pps", ".odp"})
LONGEST_S = 180

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)


class PresentationError(ValueError):
    """A presentation that cannot be converted; its message says what to do instead."""


def is_presentation(path: Path) -> bool:
    """Return whether a file is a presentation, by its extension."""
    return path.suffix.lower() in ENDINGS


def libreoffice() -> str:
    """Return the path of LibreOffice; empty if it is not installed."""
    found = (shutil.which(name) for name in ("soffice", "libreoffice", *_PLACES))
    return next((each for each in found if each), "")


@contextmanager
def as_pdf(path: Path) -> Iterator[Path]:
    """Yield a PDF version of a presentation, which is deleted after the block.

    Raises `PresentationError`. LibreOffice gets a fresh profile: it does not pass the file to an instance
    that is already running, and it runs no macros.
    """
    program = libreoffice()
    if not program:
        raise PresentationError(
            tr(
                "{file} needs LibreOffice, which is not installed here; "
                "save it as PDF in PowerPoint or Impress, and choose that file",
                file=path.name,
            )
        )
    with tempfile.TemporaryDirectory(prefix="infodisk-") as scratch:
        profile, out = Path(scratch) / "profile", Path(scratch) / "out"
        options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        command = [program, *options, "--convert-to", "pdf", "--outdir", str(out), str(path)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=LONGEST_S)  # noqa: S603  # a list
            document = next(out.glob("*.pdf"))
        except (subprocess.SubprocessError, OSError, StopIteration) as bad:
            raise PresentationError(
                tr(
                    "LibreOffice cannot convert {file}; save it as PDF in PowerPoint or Impress, and choose "
                    "that file",
                    file=path.name,
                )
            ) from bad
        yield document
