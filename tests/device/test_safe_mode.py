from kiosk import resources
from kiosk.cli.icons import icons
from kiosk.device.safe_mode import TEXT_KINDS, without_pictures
from kiosk.feed.serialization import read_feed, write_feed
from kiosk.publish.folder_source import check_folder


def test_safe_mode_shows_only_text_and_is_a_valid_feed():
    feed = check_folder(resources.sample_feed(), icons()).feed
    assert any(getattr(slide, "picture", None) for slide in feed.slides.values())
    safe = without_pictures(feed)
    assert {slide.kind for slide in safe.slides.values()} <= TEXT_KINDS
    assert not any(getattr(slide, "picture", None) for slide in safe.slides.values())
    assert all(slide in safe.slides for each in safe.playlists.values() for slide in each.slides)
    assert read_feed(write_feed(safe)) == safe
