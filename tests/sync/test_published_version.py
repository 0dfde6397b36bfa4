"""The version of the feed that a device shows, as in `kiosk site history`."""

import json

import pytest

from kiosk.sync.published_version import read_published, version_from_note, version_to_note


def test_the_number_is_that_of_the_published_version(world):
    kiosk = world.kiosk()
    for number in (3, 4):
        world.write(
            {"slides/hello.yaml": f"kind: picture\npicture: media/hello.png\ndwell: {number} s\n".encode()}
        )
        world.publish()
        generation = kiosk.poll().generation
        found = kiosk.published(generation.id)
        assert found.number == number
        assert abs((found.at - kiosk.signed_at()).total_seconds()) <= 86_400


def test_newer_metadata_do_not_change_the_number_of_the_shown_version(world, warned):
    kiosk = world.kiosk()
    shown = kiosk.poll().generation
    before = kiosk.published(shown.id)
    world.write(
        {
            "slides/hello.yaml": b"kind: picture\npicture: media/hello.png\ndwell: 9 s\n",
            "media/hello.png": b"x" * 99,
        }
    )
    world.publish()
    world.media_file(b"x" * 99).unlink()
    assert kiosk.poll().problem
    assert kiosk.store.signed("targets")
    assert kiosk.published(shown.id) == before
    assert kiosk.published("0" * 64) is None
    assert warned()


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"nonsense", b"[" * 100_000, b'{"signed": {"targets": []}}']
)
def test_invalid_metadata_have_no_version(data):
    assert read_published(data, "abc") is None
    assert version_from_note(data, "abc") is None


def test_a_note_applies_to_one_generation():
    targets = {"feed.yaml": {"hashes": {"sha256": "abc"}}}
    signed = {"targets": targets, "expires": "2027-11-24T09:12:00Z", "version": 7}
    found = read_published(json.dumps({"signed": signed}).encode(), "abc")
    assert (found.number, f"{found.at:%Y-%m-%d}") == (7, "2026-11-24")
    assert version_from_note(version_to_note(found, "abc"), "abc") == found
    assert version_from_note(version_to_note(found, "abc"), "abd") is None
