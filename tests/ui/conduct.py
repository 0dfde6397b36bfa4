"""How the screen behaves when somebody uses it: each fault in one line.

Unlike tests/ui/page_rules.py, this touches the screen.
"""

from collections.abc import Iterator

from kiosk.visitor.topic_search import matching_topics
from tests.ui.walk import go, settle

MOST_ROUND_MS = 20_000
ARABIC = {"الحاسوب": ("حاسوب", "الحاسوب"), "أحضر": ("احضر", "أحضر", "إحضر"), "والعقود": ("عقود", "العقود")}
"""Words as texts have them, and as readers look for them."""


def pause_faults(screen) -> Iterator[str]:
    """Yield what still moves once a visitor has paused the slides; lets them go on afterwards."""
    bar, notices, player = screen.shell.bar, screen.shell.notices, screen.shell.player
    screen.touch("pause")
    words, looks = bar.property("words"), notices._looks
    for model in (bar, notices):
        model._turn()
    moved = {
        "the bar goes": bar.property("words") != words,
        "the notices go": notices._looks != looks,
        "the slides go": player._dwell.isActive(),
    }
    screen.touch("pause")
    yield from (f"{what} on while the slides are paused" for what, goes in moved.items() if goes)


def greeting_faults(screen) -> Iterator[str]:
    """Yield that the bar speaks another language than the slide, or leaves some language waiting too long."""
    bar, (_, language) = screen.shell.bar, screen.shown[-1]
    if bar.property("language") != language:
        yield f"the bar speaks {bar.property('language')} over a slide in {language}"
    bar._turn()
    first, spent = bar.property("words"), 0
    while not spent or bar.property("words") != first:
        spent += bar._timer.interval()
        bar._turn()
    if spent > MOST_ROUND_MS:
        yield f"{spent / 1000:.0f} s until every language was seen"


def undo_faults(screen) -> Iterator[str]:
    """Yield that one touch of the first button of the bar ends a visit without a way back."""
    go(screen, "help", "sv")
    screen.touch("home")
    settle()
    if screen.page != "help":
        yield "one touch ends the visit at once"
    elif "stay" not in screen.names("stay"):
        yield "starting over is not offered to be undone"


def restart_faults(screen, machine) -> Iterator[str]:
    """Yield that one touch of the page for staff, which is open, restarts the device."""
    screen.touch("maintenance-restart")
    if machine.done:
        yield "one touch restarts the device"


def search_faults() -> Iterator[str]:
    """Yield which Arabic words are not found with and without their article, and in each form of hamza."""
    for word, queries in ARABIC.items():
        for query in queries:
            if not matching_topics({"topic": (word,)}, query, "ar"):
                yield f"{query} does not find {word}"
