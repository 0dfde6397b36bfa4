"""Eight people at the desk: each reaches a code, a paper or a person in the touches that the docs name."""

import re
from pathlib import Path

import pytest

from tests.ui.conftest import Ear
from tests.ui.desk.test_printing import StubPrinter
from tests.ui.qrcodes import read_qr
from tests.ui.walk import settle

DOCS = Path(__file__).resolve().parents[2] / "docs" / "accessibility.md"
REACH_MM = 1100


def promised():
    """Return the most touches of each visit, from the table in the docs."""
    section = DOCS.read_text(encoding="utf-8").partition("## Eight visits")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| (\d+) \|$", section, re.MULTILINE)
    return {who: int(count) for who, count in rows}


class Visitor:
    """Whoever touches the screen, and counts it."""

    def __init__(self, screen, who):
        self.screen, self.most, self.touches = screen, promised()[who], 0
        self.before = lambda _item: None

    def touch(self, name):
        self.before(self.screen.item(name))
        self.screen.touch(name)
        settle()
        self.touches += 1

    def choose_first_time(self):
        self.touch(self.screen.names("slot-")[0])

    def has_code(self):
        assert self.screen.page == "ticket"
        assert read_qr(self.screen.picture())
        return self.touches <= self.most


@pytest.fixture(params=["torget-desk", "kompassen-desk"])
def visitor(request, screen_of, context_of):
    screen = screen_of(context_of(request.param))
    return lambda who: Visitor(screen, who)


def test_there_are_eight():
    assert len(promised()) == 8


@pytest.mark.parametrize("language", ["ar", "so", "ti", "uk"])
def test_who_reads_no_swedish(visitor, language):
    someone = visitor("reads no Swedish")
    for name in ("attract", f"language-{language}", "topic-housing"):
        someone.touch(name)
    someone.choose_first_time()
    assert someone.has_code()


def test_who_cannot_read(visitor):
    someone = visitor("cannot read")
    heard = someone.screen.shell.read_aloud._speaker.heard
    assert isinstance(someone.screen.shell.read_aloud._speaker, Ear)
    for name in ("attract", "speak-fi", "language-fi"):
        someone.touch(name)
    someone.touch("topic-forms")
    assert heard[-1] == ("fi", "Hakemukset ja lomakkeet")
    for _ in range(2):
        someone.touch("topic-housing")
    someone.choose_first_time()
    assert someone.has_code()


def test_who_sits_in_a_wheelchair(visitor):
    someone = visitor("uses a wheelchair")
    someone.touch("attract")
    someone.touch("lower")
    window, display = someone.screen.shell.window, someone.screen.shell.display
    px_per_mm = window.width() / display.property("widthMm")

    def is_within_reach(item):
        top = item.mapRectToScene(item.boundingRect()).top()
        assert display.property("bottomMm") + (window.height() - top) / px_per_mm <= REACH_MM + 1

    assert display.property("bottomMm") > 0
    someone.before = is_within_reach
    for name in ("language-sv", "topic-housing"):
        someone.touch(name)
    someone.choose_first_time()
    assert someone.has_code()


def test_who_sees_little(visitor):
    someone = visitor("has low vision")
    someone.touch("attract")
    for _ in range(2):
        someone.touch("text-size")
    for name in ("language-sv", "topic-forms"):
        someone.touch(name)
    someone.choose_first_time()
    assert someone.has_code()


def test_whose_hands_tremble(visitor):
    """Each touch is two, a tenth of a second apart, at the same place."""
    someone = visitor("has a tremor")
    screen = someone.screen

    def twice(item):
        point = item.mapRectToScene(item.boundingRect()).center().toPoint()
        someone.again = lambda: screen.tap(point)

    someone.before = twice
    for step in ("attract", "language-sv", "topic-housing", None):
        someone.touch(step or screen.names("slot-")[0])
        screen.time.pass_by(0.1)
        someone.again()
    assert someone.has_code()


def test_who_has_no_phone(visitor):
    someone, printer = visitor("has no phone"), StubPrinter()
    someone.screen.shell.printing.serve(printer)
    for name in ("attract", "language-so", "topic-housing"):
        someone.touch(name)
    someone.choose_first_time()
    someone.touch("print-button")
    assert printer.tickets
    assert someone.touches <= someone.most


def test_child(visitor):
    someone = visitor("is a child")
    for name in ("attract", "language-sv", "person"):
        someone.touch(name)
    assert someone.screen.page == "person"
    assert someone.touches <= someone.most


def test_two_at_once(visitor):
    """One of them starts over while the other chooses: it can be undone, and the way goes on."""
    someone = visitor("two at once")
    for name in ("attract", "language-sv", "topic-housing"):
        someone.touch(name)
    someone.touch("home")
    someone.touch("stay")
    assert someone.screen.page == "help"
    someone.choose_first_time()
    assert someone.has_code()
