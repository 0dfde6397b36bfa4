"""Keys in a sealed file and on paper, and how they are brought back."""

import re

import pytest
import resvg_py
from PIL import Image

from kiosk.publish import key_backup, key_sheet, sealing
from kiosk.publish.key_secrets import KeySecrets
from kiosk.publish.keyring import keep_key, load_keyring
from kiosk.publish.publish_errors import KeysError

WORDS = "fyra små ord här"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(sealing, "SCRYPT_COST", 1 << 8)


@pytest.fixture
def sealed(world):
    keep_key(world.keys, "root", KeySecrets(), "ett eget lösenord")
    return key_backup.seal_keys(world.keys, WORDS)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_empty_folder_gets_everything_and_can_publish(world, sealed, tmp_path):
    new = tmp_path / "new"
    names = key_backup.restore(new, key_backup.open_backup(sealed, WORDS))
    assert names == sorted(contents(world.keys))
    assert contents(new) == contents(world.keys)
    assert all(path.stat().st_mode & 0o077 == 0 for path in new.iterdir() if path.name != "root.json")
    assert load_keyring(new).signers.keys() == load_keyring(world.keys).signers.keys()


def test_only_what_is_missing_is_brought_back(world, sealed):
    before = contents(world.keys)
    (world.keys / "targets.pem").unlink()
    assert key_backup.restore(world.keys, key_backup.open_backup(sealed, WORDS)) == ["targets.pem"]
    assert contents(world.keys) == before
    assert key_backup.restore(world.keys, key_backup.open_backup(sealed, WORDS)) == []


@pytest.mark.parametrize("name", ["online.pem", "root.json"])
def test_a_file_that_differs_stops_it_before_anything_is_written(world, sealed, name):
    (world.keys / "targets.pem").unlink()
    (world.keys / name).write_bytes(b"another")
    with pytest.raises(KeysError, match=f"{name} differs from that of the backup; nothing was restored"):
        key_backup.restore(world.keys, key_backup.open_backup(sealed, WORDS))
    assert not (world.keys / "targets.pem").exists()
    assert (world.keys / name).read_bytes() == b"another"


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"format": "infodisk-keys-1"}', b"\xff", b"null"])
def test_what_is_no_backup_is_told(data):
    with pytest.raises(KeysError, match="Wrong passphrase, or the file is damaged"):
        key_backup.open_backup(data, WORDS)


def drawn(sheet, folder, picture=2):
    """Draw each code of a sheet as a picture, `picture` dots a module."""
    codes = re.findall(r"<svg.*?</svg>", sheet)
    paths = []
    for number, code in enumerate(codes):
        drawing = code.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
        side = int(re.search(r'viewBox="0 0 (\d+)', code)[1]) * picture
        path = folder / f"{number}.png"
        path.write_bytes(
            resvg_py.svg_to_bytes(svg_string=drawing, width=side, height=side, background="white")
        )
        paths.append(path)
    return paths


def test_a_printed_page_is_read_again_in_any_order(world, sealed, tmp_path):
    paths = drawn(key_sheet.sheet_html(world.keys, sealed), tmp_path)
    assert len(paths) > 3
    assert key_sheet.read_files(paths[::-1]) == sealed
    assert key_backup.open_backup(key_sheet.read_files(paths), WORDS).keys() == contents(world.keys).keys()


def test_all_codes_are_read_off_one_picture(world, sealed, tmp_path):
    codes = [
        Image.open(path).convert("L") for path in drawn(key_sheet.sheet_html(world.keys, sealed), tmp_path)
    ]
    side = max(code.width for code in codes)
    page = Image.new("L", (side * 2, side * ((len(codes) + 1) // 2)), "white")
    for place, code in enumerate(codes):
        page.paste(code, (place % 2 * side, place // 2 * side))
    page.save(tmp_path / "scan.png")
    assert key_sheet.read_files([tmp_path / "scan.png"]) == sealed


def test_a_missing_code_is_told_by_number(world, sealed, tmp_path):
    paths = drawn(key_sheet.sheet_html(world.keys, sealed), tmp_path)
    with pytest.raises(KeysError, match=rf"codes that could not be read: 2 of {len(paths)}"):
        key_sheet.read_files([paths[0], *paths[2:]])


def test_codes_of_two_backups_are_not_mixed(world, sealed):
    other = key_backup.seal_keys(world.keys, WORDS)
    mixed = [key_sheet.parts_of(sealed)[0], *key_sheet.parts_of(other)[1:]]
    with pytest.raises(KeysError, match="two different backups"):
        key_sheet.join_codes(mixed)


def test_a_changed_code_is_found_out(sealed):
    parts = key_sheet.parts_of(sealed)
    parts[1] = parts[1][:-1] + ("A" if parts[1][-1] != "A" else "B")
    with pytest.raises(KeysError, match="do not fit together"):
        key_sheet.join_codes(parts)


def test_a_page_shows_no_secret(world, sealed):
    sheet = key_sheet.sheet_html(world.keys, sealed)
    assert "PRIVATE KEY" not in sheet
    assert "root" in sheet


@pytest.mark.parametrize("data", [b"a text", b"\x89PNG\r\n\x1a\n cut off"])
def test_a_file_that_is_neither_is_told(tmp_path, data):
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(KeysError, match="neither a backup of keys nor a picture"):
        key_sheet.read_files([path])
