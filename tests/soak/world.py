"""The context around a kiosk that is soaked: a site that publishes, visitors, a log that is counted."""

import logging
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

from kiosk.booking.bookable_rules import slots_by_rule
from kiosk.booking.slots import SlotList, write_slots
from kiosk.publish.keyring import load_keyring
from kiosk.publish.publisher import Publisher, init_site
from kiosk.publish.storage.site_storage import open_host
from kiosk.ui import times_words
from kiosk.visitor.events import ChoseLanguage, ChoseTopic, Home, Touched
from tests import days, prepared

LANGUAGES = ("sv", "ar", "so", "en")
INTERRUPTED = "moov atom not found"
"""What FFmpeg says of a video that is put away while it is being opened."""

TOPICS = ("housing", "study")


class Site:
    """A folder that is published to again and again; each edition differs by one word."""

    def __init__(self, folder):
        self.folder, self.keys, self.edition = folder / "site", folder / "keys", 0
        self.folder.mkdir(parents=True)
        self._host = open_host(str(self.folder))
        self.root = init_site(self._host, self.keys, _now())
        self._prepared = prepared.sample()

    def publish(self, now=None):
        self.edition += 1
        now = now or _now()
        feed = replace(self._prepared.feed, idle_after=60.0 + self.edition % 7)
        publisher = Publisher(self._host, load_keyring(self.keys), _now())
        publisher.publish(feed, self._prepared.locate)
        publisher.publish_slots(write_slots(SlotList(generated_at=now, slots=slots_by_rule(feed, now))))


class DistantSite:
    """A site whose publisher is a process of its own, so that nothing it takes is counted as the kiosk's."""

    def __init__(self, folder):
        self.folder = folder / "site"
        self._process = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _open, (folder,))
        self.root = self._process.submit(_root).result()
        self._published = self._process.submit(_publish)

    def publish(self):
        """Begin to publish another edition, when the one before is out."""
        self._published.result()
        self._published = self._process.submit(_publish)

    def close(self):
        self._published.result()
        self._process.shutdown()


def _open(folder):
    global _site  # noqa: PLW0603  # the process is there for it
    _site = Site(folder)


def _root():
    return _site.root


def _publish():
    _site.publish()


class LogCount(logging.Handler):
    """Counts what the journal would get."""

    def __init__(self):
        super().__init__(logging.INFO)
        self.lines, self.worst = 0, []

    def emit(self, record):
        self.lines += 1
        if record.levelno >= logging.ERROR and INTERRUPTED not in record.getMessage():
            self.worst.append(record.getMessage())


def visit(shell, context, number, now, turn):
    """Walk through the desk as a visitor does, with a turn of the event loop at each page."""
    desk = shell.desk
    times = desk.pages.value.next_times
    topic = TOPICS[number % len(TOPICS)]
    for step in (
        Touched(),
        ChoseLanguage(LANGUAGES[number % len(LANGUAGES)]),
        ChoseTopic(topic),
    ):
        desk.send(step)
        turn()
    free = times_words.free_slots(context, topic, now)
    if free:
        times.chooseSlot(times_words.slot_key(free[number % len(free)]))
    else:
        times.chooseOffice(context.office_id)
    turn()
    for _ in range(3):  # once more instead of undoing it, and to answer nothing
        desk.send(Home())
        turn()
    assert desk.page == "attract"


def _now():
    return days.now().replace(microsecond=0)
