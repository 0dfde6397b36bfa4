"""A backup of a site's keys: one file, sealed with a passphrase, to store safely or move to a new computer.

It includes the trusted root, so the backup alone is enough to continue maintaining a site. Keys with their
own passphrase keep it. For a key on a token only its location is stored: the key never leaves the token.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePath

from kiosk import system
from kiosk.feed.message_catalog import tr
from kiosk.publish.keyring import TRUSTED_ROOT, key_files, write_private
from kiosk.publish.publish_errors import KeysError
from kiosk.publish.sealing import seal, unseal

FORMAT = "infodisk-keys-1"
MAX_BYTES = 1 << 20


def seal_keys(keys: Path, passphrase: str) -> bytes:
    """Return a backup of the keys in a folder.

    Raises `KeysError` for a passphrase that is too short, or files that cannot be read.
    """
    try:
        texts = {path.name: path.read_text("utf-8") for path in (*key_files(keys), keys / TRUSTED_ROOT)}
    except OSError as bad:
        raise KeysError(f"{bad.filename}: {bad.strerror}") from bad
    return json.dumps({"format": FORMAT, **seal(json.dumps(texts).encode(), passphrase, FORMAT)}).encode()


def is_backup(data: bytes) -> bool:
    """Return whether a file is a key backup."""
    return FORMAT.encode() in data[:200]


def open_backup(data: bytes, passphrase: str) -> dict[str, bytes]:
    """Return the files in a backup, by name; raises `KeysError` if it cannot be opened."""
    try:
        plain = unseal(json.loads(data[:MAX_BYTES]), passphrase, FORMAT)
        if plain is not None:
            return {PurePath(name).name: text.encode() for name, text in json.loads(plain).items()}
    except (ValueError, TypeError, AttributeError) as bad:
        raise KeysError(tr("Wrong passphrase, or the file is damaged.")) from bad
    raise KeysError(tr("Wrong passphrase, or the file is damaged."))


def write(keys: Path, files: Mapping[str, bytes]) -> None:
    """Write keys and the root to a folder that only its owner can read; existing keys are not replaced."""
    keys.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, data in files.items():
        if name == TRUSTED_ROOT:
            system.write_atomically(keys / name, data)
        elif not (keys / name).exists():
            write_private(keys / name, data)


def restore(keys: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write the files of a backup that are missing in a folder, and return their names.

    Raises `KeysError`, before writing any, if an existing file differs from the one in the backup.
    """
    missing = {name: data for name, data in files.items() if not (keys / name).exists()}
    try:
        for name in sorted(files.keys() - missing.keys()):
            if (keys / name).read_bytes() != files[name]:
                raise KeysError(
                    tr(
                        "{file} differs from that of the backup; nothing was restored: name an empty folder "
                        "with --keys, and compare the two",
                        file=str(keys / name),
                    )
                )
        write(keys, missing)
    except OSError as bad:
        raise KeysError(f"{bad.filename}: {bad.strerror}") from bad
    return sorted(missing)
