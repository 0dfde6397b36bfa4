"""The codes of the times on a page are drawn before one of them is chosen."""

from urllib.parse import unquote

import pytest

from kiosk.ui.desk import codes_ahead
from kiosk.ui.images import QrProvider, draw_qr
from tests.ui.conftest import turn_until
from tests.ui.walk import go


@pytest.mark.parametrize("page", ["help", "day"])
def test_code_of_a_chosen_time_was_drawn_before(screen_of, context_of, monkeypatch, page):
    ahead, shown, provide = [], [], QrProvider.requestImage
    monkeypatch.setattr(codes_ahead, "draw_qr", ahead.append)
    monkeypatch.setattr(QrProvider, "requestImage", lambda *a: shown.append(unquote(a[1])) or provide(*a))
    screen = screen_of(context_of())
    go(screen, page, "sv")
    names = screen.names("slot-")
    turn_until(lambda: len(ahead) >= len(names) > 1)
    shown.clear()
    screen.touch(names[-1])
    turn_until(lambda: shown)
    assert shown[0] in ahead
    assert len(ahead) <= draw_qr.cache_info().maxsize  # none is forgotten before
