from dataclasses import dataclass, field

from kiosk.ui.rows import nested
from kiosk.ui.slides.slide_card import SlideCard, SlideContent, SlideRow
from kiosk.ui.view_model import CONSTANT, ViewModel


@dataclass(frozen=True)
class Notice:
    kind: str = field(default="info", metadata=CONSTANT)
    headline: str = ""
    is_open: bool = False
    lines: tuple[SlideRow, ...] = nested(SlideRow)


class NoticeModel(ViewModel[Notice]):
    pass


def properties(model):
    meta = model.metaObject()
    found = [meta.property(index) for index in range(meta.propertyOffset(), meta.propertyCount())]
    return {each.name(): (each.typeName(), each.isConstant(), each.hasNotifySignal()) for each in found}


def test_each_field_is_a_property_that_notifies_or_is_constant(qapp):
    assert properties(NoticeModel(Notice())) == {
        "kind": ("QString", True, False),
        "headline": ("QString", False, True),
        "isOpen": ("bool", False, True),
        "lines": ("Rows*", True, False),
    }


def test_another_value_is_reported_once_and_the_list_stays_the_same_object(qapp):
    model = NoticeModel(Notice(headline="a", lines=(SlideRow("one"),)))
    lines, heard = model.lines, []
    model.changed.connect(lambda: heard.append(model.property("headline")))
    for _ in range(2):
        model.show(Notice(headline="b", is_open=True, lines=(SlideRow("two"), SlideRow("three"))))
    assert heard == ["b"]
    assert model.property("isOpen")
    assert model.lines is lines
    assert [row.label for row in lines.rows] == ["two", "three"]


def test_a_slide_shows_all_fields_of_its_face(qapp):
    card = SlideCard(
        SlideContent("hours", "sv", title="Öppet", is_open=True, rows=(SlideRow("Måndag", "9–16"),))
    )
    assert (card.property("kind"), card.property("title")) == ("hours", "Öppet")
    assert card.property("isOpen")
    assert card.rows.rows == (SlideRow("Måndag", "9–16"),)
