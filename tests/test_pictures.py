"""The sheets in docs/pictures show every pictogram and tone of the product; if not, run `make pictures`."""

from typing import get_args

import pytest
from PySide6.QtGui import QImage

from kiosk.cli.icons import icons
from kiosk.feed.slides import Tone
from tests import pictures

TONES = get_args(Tone)


def shown(name):
    return QImage(str(pictures.FOLDER / name)).text(pictures.SHOWS)


def test_every_pictogram_is_on_its_sheet():
    assert shown("pictograms.png").split() == sorted(icons())


def test_every_tone_is_on_its_sheet_in_its_colours(qapp):
    assert shown("tones.png") == pictures.described(TONES)


@pytest.mark.parametrize("count", [1, 7, 8])
def test_cells_lie_within_their_sheet_and_do_not_overlap(count):
    cells = list(pictures.cells(count, pictures.COLUMNS, pictures.CELL))
    sheet = pictures.sheet(count, pictures.COLUMNS, pictures.CELL).rect()
    assert all(sheet.contains(cell) for cell in cells)
    assert not any(one.intersects(two) for i, one in enumerate(cells) for two in cells[:i])
