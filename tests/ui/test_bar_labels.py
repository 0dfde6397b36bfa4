"""The words under the signs of the control bar are never much smaller than other text."""

import pytest

from kiosk.drawn_checks.items import texts, value
from tests.ui.walk import go, leave

BUTTONS = ("home", "back", "person", "listen", "text-size", "contrast", "lower", "language")
LEAST = 0.75
"""Of the size of plain text at 100 %."""


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_labels_are_large_enough_in_every_language(screen_of, context_of, sample, where):
    screen = screen_of(context_of(where))
    plain, small = 0.0, []
    for language in sample.languages:
        for larger in (0, 2):
            go(screen, "topic", language, largerText=larger)
            labels = [label for name in BUTTONS for label in texts(screen.item(name))]
            sizes = {str(label.property("text")): value(label, "fontInfo.pixelSize") for label in labels}
            plain = plain or max(sizes.values())
            small += [f"{text} ({language}): {size}" for text, size in sizes.items() if size < LEAST * plain]
    leave(screen)
    assert small == []
