"""The folders that come with the program are found from any working directory."""

import pytest

from kiosk import resources

FOLDERS = {"assets": resources.assets, "playlists": resources.sample_feed}


@pytest.mark.parametrize("name", FOLDERS)
def test_checkout(name, monkeypatch, tmp_path):
    package = tmp_path / "checkout" / "kiosk"
    package.mkdir(parents=True)
    (tmp_path / "checkout" / name).mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert FOLDERS[name]() == tmp_path / "checkout" / name


@pytest.mark.parametrize("name", FOLDERS)
def test_wheel_wins_over_a_namesake_beside_it(name, monkeypatch, tmp_path):
    (tmp_path / "kiosk" / name).mkdir(parents=True)
    (tmp_path / name).mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "kiosk")
    assert FOLDERS[name]() == tmp_path / "kiosk" / name


@pytest.mark.parametrize("name", FOLDERS)
def test_incomplete_installation(name, monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "kiosk")
    with pytest.raises(FileNotFoundError, match=name):
        FOLDERS[name]()
