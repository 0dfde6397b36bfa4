"""The whole way by touch in every language: from the slides to a code that a phone reads, and home."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.ui.conftest import sample_feed
from tests.ui.qrcodes import read_qr


@pytest.mark.parametrize("language", sample_feed().languages)
def test_whole_way(screen_of, context_of, language):
    screen = screen_of(context_of())
    for name in ("attract", f"language-{language}", "topic-housing"):
        screen.touch(name)
    screen.touch(screen.names("slot-")[0])
    assert parse_qs(urlsplit(read_qr(screen.picture())[0]).query)["lang"] == [language]
    screen.touch("home")
    screen.touch("leave")
    screen.touch("face-4")
    assert screen.desk.session.face == 4
    screen.touch("home")
    assert screen.page == "attract"
