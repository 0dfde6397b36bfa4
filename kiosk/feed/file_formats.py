"""Files in other formats that are named like text files, recognised by their first bytes."""

from __future__ import annotations

from kiosk.feed.message_catalog import Message, tr

_FORMATS = {
    b"{\\rtf": tr(
        "rich text (RTF), not plain text; in TextEdit choose Format, Make Plain Text, and save again"
    ),
    b"PK\x03\x04": tr("a Word, Excel or zip file, not text; write the text in a plain text editor instead"),
    b"\xd0\xcf\x11\xe0": tr(
        "an old Word or Excel file, not text; write the text in a plain text editor instead"
    ),
    b"\xff\xfe": tr("not UTF-8 text but UTF-16; in Notepad choose Save as, and UTF-8 as the encoding"),
    b"\xfe\xff": tr("not UTF-8 text but UTF-16; in Notepad choose Save as, and UTF-8 as the encoding"),
    b"<!DOCTYPE": tr("a web page, not a part of a feed"),
    b"<html": tr("a web page, not a part of a feed"),
}


def other_format(data: bytes) -> Message | None:
    """Return a message if the data of a supposed text file is in another format, or None."""
    return next((message for start, message in _FORMATS.items() if data.startswith(start)), None)
