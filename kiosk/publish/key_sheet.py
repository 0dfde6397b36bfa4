"""A paper backup of keys: prints the sealed file as QR codes, and reads it back from pictures of the page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import qrcode
from qrcode.constants import ERROR_CORRECT_M

from kiosk.feed.message_catalog import tr
from kiosk.publish import key_backup
from kiosk.publish.keyring import TRUSTED_ROOT, key_files
from kiosk.publish.publish_errors import KeysError

PART_LETTERS = 700
"""Characters of the sealed file per QR code: few enough for a phone to scan from paper at arm's length."""

MAX_PICTURE_BYTES = 64 << 20
_PART = re.compile(r"INFODISK-KEYS ([0-9]{1,3})/([0-9]{1,3}) ([0-9a-f]{16}) (.*)", re.DOTALL)
_STYLE = """
@page { size: A4; margin: 15mm }
body { font: 11pt/1.4 sans-serif; margin: 0 auto; max-width: 180mm; color: #000; background: #fff }
.codes { display: flex; flex-wrap: wrap; gap: 6mm }
figure { margin: 0; break-inside: avoid; width: 84mm }
svg { width: 84mm; height: 84mm }
"""


def parts_of(sealed: bytes) -> list[str]:
    """Return the texts of the codes that hold a sealed backup."""
    text, backup = sealed.decode(), _short_hash(sealed)
    parts = [text[place : place + PART_LETTERS] for place in range(0, len(text), PART_LETTERS)]
    return [f"INFODISK-KEYS {number}/{len(parts)} {backup} {part}" for number, part in enumerate(parts, 1)]


def join_codes(texts: Iterable[str]) -> bytes:
    """Return the sealed backup from the texts of its codes, in any order; raises `KeysError`."""
    parts: dict[int, str] = {}
    total, backup = 0, ""
    for text in texts:
        match = _PART.fullmatch(text)
        if not match:
            continue
        if backup and (int(match[2]), match[3]) != (total, backup):
            raise KeysError(tr("these codes belong to two different backups"))
        total, backup = int(match[2]), match[3]
        parts[int(match[1])] = match[4]
    missing = [number for number in range(1, total + 1) if number not in parts]
    if missing or not total:
        raise KeysError(
            tr(
                "codes that could not be read: {numbers} of {total}; take the picture closer",
                numbers=missing,
                total=total,
            )
            if total
            else tr("this is neither a backup of keys nor a picture of its printed page")
        )
    sealed = "".join(parts[number] for number in range(1, total + 1)).encode()
    if _short_hash(sealed) != backup:
        raise KeysError(tr("the codes do not fit together; take the picture again"))
    return sealed


def _short_hash(sealed: bytes) -> str:
    return hashlib.sha256(sealed).hexdigest()[:16]


def read_files(files: Sequence[Path]) -> bytes:
    """Return the sealed backup in a file, or in pictures of its printed page; raises `KeysError`."""
    data = [_read(path) for path in files]
    if len(data) == 1 and key_backup.is_backup(data[0]):
        return data[0]
    return join_codes(text for path in files for text in _codes_in(path))


def _read(path: Path) -> bytes:
    if path.stat().st_size > MAX_PICTURE_BYTES:
        raise KeysError(tr("{path} is too large", path=str(path)))
    return path.read_bytes()


def _codes_in(path: Path) -> list[str]:
    import zxingcpp  # noqa: PLC0415  # only for a restore from paper
    from PIL import Image  # noqa: PLC0415  # only for a restore from paper

    try:
        with Image.open(path) as picture:
            return [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))]
    except (OSError, ValueError, Image.DecompressionBombError) as bad:
        raise KeysError(
            tr("{path} is neither a backup of keys nor a picture of its printed page", path=str(path))
        ) from bad


def sheet_html(keys: Path, sealed: bytes) -> str:
    """Return a page to print (HTML): the codes, what they are, and how to restore the keys from them."""
    parts = parts_of(sealed)
    names = ", ".join(path.stem for path in key_files(keys))
    root = hashlib.sha256((keys / TRUSTED_ROOT).read_bytes()).hexdigest()
    codes = "".join(
        f"<figure>{_svg_code(part)}<figcaption>{number} / {len(parts)}</figcaption></figure>"
        for number, part in enumerate(parts, 1)
    )
    return (
        "<!doctype html>\n<html lang=en><meta charset=utf-8><title>Infodisk keys</title>"
        f"<style>{_STYLE}</style>"
        "<h1>Keys of an Infodisk site</h1>"
        f"<p>Keys: <b>{escape(names)}</b>. SHA-256 of root.json: <code>{root[:32]}</code>."
        "<p>This page is useless without its passphrase; whoever has both can publish. Keep the page "
        "in a safe, and the passphrase in another place. Never write it here."
        "<p>To restore the keys, photograph or scan the page so that every code is sharp, and run "
        "<code>kiosk site keys restore PICTURE...</code>"
        f"<div class=codes>{codes}</div></html>\n"
    )


def _svg_code(text: str) -> str:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    matrix = code.get_matrix()
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, line in enumerate(matrix) for x, dark in enumerate(line) if dark
    )
    size = len(matrix)
    return f'<svg viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path d="{path}"/></svg>'
