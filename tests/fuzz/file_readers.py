"""Readers of files: free times and counts of a screen, media, and the web renderer's answer."""

import io
import json
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from unittest.mock import patch
from zoneinfo import ZoneInfo

from PIL import Image

from kiosk.booking import shown_slots
from kiosk.booking.slots import open_slots
from kiosk.checks import svg_rules
from kiosk.feed.problems import ContentError
from kiosk.media import raster_picture
from kiosk.media.kinds import disguise
from kiosk.media.media_facts import Need, Order
from kiosk.ui.picture_guard import UnshowableError, checked_picture
from kiosk.usage.counts_file import UsageError, read_counts
from kiosk.usage.month_figures import (
    FiguresError,
    empty_month,
    extended,
    packed,
    read_month,
    unpacked,
    write_month,
)
from kiosk.usage.usage_store import TABLE, Cell
from kiosk.webshot.render_request import RenderResult, WebError, read_render_result
from tests.fuzz.reader import Reader

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
FEW_PIXELS = 1 << 20
"""Larger pictures are not decoded here, since decoding them takes more memory than all readers may."""


@cache
def _folder() -> Path:
    kept = tempfile.TemporaryDirectory(prefix="infodisk-fuzz-")
    _KEPT.append(kept)
    return Path(kept.name)


_KEPT: list[tempfile.TemporaryDirectory] = []
"""Deleted when the process ends."""


def _file(name: str, data: bytes) -> Path:
    path = _folder() / name
    path.write_bytes(data)
    return path


def _shown(data: bytes) -> None:
    found = shown_slots.load_kept(shown_slots.kept_form("0" * 64, shown_slots.shown(ASKED + data)))
    assert found
    open_slots(found, "housing", NOW)


def _kept(data: bytes) -> None:
    found = shown_slots.load_kept(shown_slots.kept_form("0" * 64, data))
    if found:
        open_slots(found, "housing", NOW)


def _counts(data: bytes) -> None:
    list(read_counts(_file("counts.sqlite", data)))


def _counts_bytes() -> bytes:
    path = _folder() / "made.sqlite"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as made:
        made.execute(TABLE)
        for number in range(30):
            made.execute(
                "INSERT INTO counts VALUES ('hall', '2026-11-28T09', 'topic', ?, 1)", (f"t{number}",)
            )
        made.commit()
    return path.read_bytes()


def _packed_month(data: bytes) -> None:
    read_month(unpacked(data))


def _picture(data: bytes) -> None:
    """Read a picture's header as a screen does, then, if it is small, all of it as `kiosk check` does."""
    path = _file("picture.png", data)
    checked_picture.cache_clear()
    with suppress(UnshowableError):
        checked_picture(path)
    with patch.object(raster_picture, "MOST_PIXELS", FEW_PIXELS):
        raster_picture.convert(Order(path, Need(), _folder(), _folder()))


def _drawing(data: bytes) -> None:
    svg_rules.svg_problems(data)
    disguise(_file("drawing.svg", data))


def _saved(form: str, **options) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(file, form, **options)
    return file.getvalue()


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><style>.a{fill:red}</style>'
    b'<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
    b'<g transform="translate(1 2)"><path class="a" d="M0 0 L10 10 Z" fill="url(#g)"/>'
    b'<text x="5" y="5">Hej</text><use href="#g"/></g></svg>'
)
SLOT = {
    "office": "square",
    "topic": "housing",
    "start": "2026-11-28T13:00:00+00:00",
    "end": "2026-11-28T14:00:00+00:00",
}
SLOTS = json.dumps({"generated_at": NOW.isoformat(), "slots": [SLOT]}).encode()
ASKED = shown_slots.request_for(SLOTS, ["square"], ["housing"]).partition(b"\n")[0] + b"\n"


CELLS = [Cell("hall", NOW.replace(day=day), "topic", "housing", 7) for day in (2, 3, 4)]
RAN = [Cell("hall", NOW.replace(day=day), "running", "screen", 3600) for day in (2, 3, 4)]
MONTH = write_month(
    extended(empty_month("hall", "2026-11"), [*CELLS, *RAN], ZoneInfo("UTC"), date(2026, 12, 1))
)

FILE_READERS = {
    "counts": Reader(_counts, (UsageError,), (_counts_bytes(),)),
    "drawing": Reader(_drawing, (), (SVG,)),
    "month_figures": Reader(read_month, (FiguresError,), (MONTH,)),
    "packed_month": Reader(_packed_month, (FiguresError,), (packed(MONTH),)),
    "picture": Reader(
        _picture,
        (),
        (
            _saved("PNG"),
            _saved("JPEG", progressive=True),
            _saved("WEBP"),
            _saved("GIF"),
            _saved("BMP"),
            _saved("JPEG", exif=Image.Exif()),
        ),
    ),
    "shown_slots": Reader(_shown, (ContentError,), (SLOTS,)),
    "stored_slots": Reader(_kept, (), (shown_slots.shown(ASKED + SLOTS),)),
    "web_answer": Reader(read_render_result, (WebError,), (RenderResult(7, "", ("a.example",)).line(),)),
}
