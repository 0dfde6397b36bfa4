from html.parser import HTMLParser
from pathlib import Path

from PySide6.QtQml import QJSEngine

from kiosk.content.problems import Position, error
from kiosk.ui.proof import contact
from kiosk.ui.proof.contact import page
from kiosk.ui.proof.finding import Box, Fault, Finding
from kiosk.ui.proof.job import Proof
from tests import feeds

FINDING = Finding(Fault.FIT, "is <cut> off", Box(-50, 1000, 4000, 200), '"Hej"')
PROOFS = (
    Proof("s1/sv/slide-a.png", "k", "s1", "sv", "slide", "a", "a", findings=(FINDING,)),
    Proof("s1/sv/page-å b.png", "k", "s1", "sv", "page", "å b"),
)


class Elements(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.open = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in {"meta", "img", "input", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def all(self, tag):
        return [attrs for name, attrs in self.found if name == tag]


def sheet():
    return Elements(page(feeds.feed(), PROOFS, [error(Position("a.yaml", 1, 2), "<b>wrong</b>")]))


def test_every_element_is_closed_and_nothing_is_loaded_from_elsewhere():
    found = sheet()
    assert not found.open
    addresses = [attrs.get("src", attrs.get("href", "")) for _, attrs in found.found]
    assert not any("//" in address for address in addresses)
    assert not found.all("b")[2:]  # what an admin wrote is text


def test_each_drawing_is_a_figure_with_its_name_and_size():
    images = sheet().all("img")
    assert [image["src"] for image in images] == ["s1/sv/slide-a.png", "s1/sv/page-%C3%A5%20b.png"]
    assert images[0]["alt"] == "slide a, s1, Svenska"
    assert (images[0]["width"], images[0]["height"]) == ("1920", "1080")


def test_findings_are_marked_within_the_picture():
    (mark,) = [attrs for attrs in sheet().all("span") if attrs.get("class") == "mark"]
    assert mark["style"] == "left:0.00%;top:92.59%;width:99.01%;height:6.48%"
    assert sheet().all("figure")[0]["class"] == "wrong"
    assert "class" not in sheet().all("figure")[1]


def test_script_can_be_parsed(qapp):
    script = (Path(contact.__file__).parent / "contact.js").read_text(encoding="utf-8")
    assert not QJSEngine().evaluate(f"(function () {{ {script} }})").isError()


def test_filters_name_what_there_is():
    assert [choice["name"] for choice in sheet().all("select")] == ["screen", "language", "kind"]
    assert {"s1", "sv", "slide", "page"} <= {option["value"] for option in sheet().all("option")}
