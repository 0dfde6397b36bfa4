import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtQml import QJSEngine

from kiosk.drawn_checks import contact_sheet
from kiosk.drawn_checks.contact_sheet import page
from kiosk.drawn_checks.finding import Box, Fault, Finding
from kiosk.drawn_checks.job import Proof
from kiosk.feed.problems import Position, error, note
from tests import feeds

FINDING = Finding(Fault.FIT, "is <cut> off", Box(-50, 1000, 4000, 200), '"Hej"')
PROOFS = (
    Proof("s1/sv/page-å b.png", "k", "s1", "sv", "page", "å b"),
    Proof("s2/en/slide-b.png", "k", "s2", "en", "slide", "b", "b"),
    Proof("s1/sv/slide-a.png", "k", "s1", "sv", "slide", "a", "a", findings=(FINDING,)),
)
FEED = feeds.feed(screens={"s2": feeds.screen(), "s1": feeds.screen()})


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
    return Elements(page(FEED, PROOFS, [error(Position("a.yaml", 1, 2), "<b>wrong</b>")]))


def test_every_element_is_closed_and_nothing_is_loaded_from_elsewhere():
    found = sheet()
    assert not found.open
    addresses = [attrs.get("src", attrs.get("href", "")) for _, attrs in found.found]
    assert not any("//" in address for address in addresses)
    assert not found.all("b")[3:]  # what an admin wrote is text


def test_each_drawing_is_a_figure_with_its_name_and_size_in_the_order_of_the_feed():
    images = sheet().all("img")
    files = ["s2/en/slide-b.png", "s1/sv/slide-a.png", "s1/sv/page-%C3%A5%20b.png"]
    assert [image["src"] for image in images] == files
    assert {image["loading"] for image in images} == {"lazy"}
    assert images[1]["alt"] == "slide a, s1, Svenska"
    assert (images[0]["width"], images[0]["height"]) == ("1920", "1080")


def test_findings_are_marked_within_the_picture():
    (mark,) = [attrs for attrs in sheet().all("span") if attrs.get("class") == "mark"]
    assert mark["style"] == "left:0.00%;top:92.59%;width:99.01%;height:6.48%"
    assert [figure.get("class") for figure in sheet().all("figure")] == [None, "wrong", None]


def test_problems_of_the_feed_are_counted_by_how_bad_they_are():
    place = Position("a.yaml")
    shown = page(FEED, PROOFS, [error(place, "x"), note(place, "y"), note(place, "z")])
    assert "<summary>In the feed: 1 error, 2 notes</summary>" in shown


def filtered(choices, hash_=""):
    """Run the page's script on its own figures, make some choices; return what is seen, said and kept."""
    figures = [{key.removeprefix("data-"): each[key] for key in each} for each in sheet().all("figure")]
    browser = (Path(__file__).parent / "browser.js").read_text(encoding="utf-8")
    browser = browser.replace("= FIGURES", f"= {json.dumps(figures)}").replace(": HASH", f": {hash_!r}")
    script = (Path(contact_sheet.__file__).parent / "contact.js").read_text(encoding="utf-8")
    chosen = "".join(f"form.{key} = {json.dumps(value)};" for key, value in choices.items())
    shown = "JSON.stringify([seen(), output.textContent, location.hash, form.hidden])"
    engine = QJSEngine()
    result = engine.evaluate(f"{browser}\n{{ {script} }}\n{chosen} form.input(); {shown}")
    assert not result.isError(), result.toString()
    return json.loads(result.toString())


@pytest.mark.parametrize(
    ("choices", "names"),
    [
        ({}, ["b", "a", "å b"]),
        ({"screen.value": "s1"}, ["a", "å b"]),
        ({"language.value": "en"}, ["b"]),
        ({"language.value": "en", "screen.value": "s1"}, []),
        ({"kind.value": "page"}, ["å b"]),
        ({"find.value": " Å"}, ["å b"]),
        ({"wrong.checked": True}, ["a"]),
    ],
)
def test_filters_leave_what_fits(qapp, choices, names):
    seen, properties_of, _, hidden = filtered(choices)
    assert (seen, properties_of, hidden) == (names, f"{len(names)} of 3", False)


def test_filters_are_kept_in_the_address(qapp):
    *_, address, _ = filtered({"screen.value": "s1", "find.value": "a"})
    assert address == "#screen=s1&language=&kind=&find=a"
    seen, *_ = filtered({}, hash_=address)
    assert seen == ["a"]


def test_filters_name_what_there_is():
    assert [choice["name"] for choice in sheet().all("select")] == ["screen", "language", "kind"]
    assert {"s1", "sv", "slide", "page"} <= {option["value"] for option in sheet().all("option")}
