"""The words under the signs of the control bar have one size, never much smaller than other text."""

import pytest

from kiosk.drawn_checks.items import texts, value
from tests.ui.page_rules import SLOTS
from tests.ui.walk import go

LEAST = 0.75
"""Of the size of plain text at 100 %."""


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_labels_are_large_enough_and_of_one_size_in_every_language(screen_of, context_of, sample, where):
    screen = screen_of(context_of(where))
    plain, found = 0.0, []
    for language in sample.languages:
        for larger in (0, 2):
            go(screen, "topic", language, largerText=larger)
            labels = [label for name in SLOTS for label in texts(screen.item(name))]
            sizes = sorted({value(label, "fontInfo.pixelSize") for label in labels})
            plain = plain or sizes[-1]
            if len(sizes) > 1 or sizes[0] < LEAST * plain:
                found.append(f"{language} {larger}: {sizes}")
    assert found == [], plain
