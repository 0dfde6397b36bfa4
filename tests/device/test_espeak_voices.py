"""The eSpeak NG voices for speech-dispatcher."""

import os

import pytest

from kiosk.device.espeak_voices import PATH, use_plain_voices


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv(PATH, raising=False)
    use_plain_voices()
    monkeypatch.delenv(PATH)
    use_plain_voices()  # a second start finds the folder
    return tmp_path / "infodisk-voices"


def test_every_language_is_available_without_variants(chosen):
    data = chosen / "espeak-ng-data"
    assert (data / "sv_dict").is_file()
    assert (data / "lang").is_dir()
    assert list((data / "voices").iterdir()) == []


def test_an_existing_setting_is_kept(monkeypatch, tmp_path):
    monkeypatch.setenv(PATH, str(tmp_path))
    use_plain_voices()
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_folder_leaves_all_voices(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "file"))
    monkeypatch.delenv(PATH, raising=False)
    use_plain_voices()
    assert PATH not in os.environ
