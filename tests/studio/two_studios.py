"""Two people with a folder each and one site: they write, publish, merge and undo in every order.

Each edit writes a word that is found nowhere else, so that it can be looked for. A word is given up only by
whoever replaces, deletes or undoes it with the word in front of them, by whoever chooses the other value of a
conflict, or by going back to an earlier version; all others stay in a folder or on the site. Whoever undoes a
change takes back what it gave up, but not what the other person has given up as well.
"""

import re
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kiosk.feed.feed_reader import read_folder
from kiosk.publish.feed_source import read_feed_source, source_hash
from kiosk.publish.folder_source import read_source
from kiosk.publish.publish_errors import PublishError
from kiosk.publish.publisher import init_site
from kiosk.publish.storage.site_storage import FolderStorage
from kiosk.studio.core import publishing, slide_files
from kiosk.studio.core.part_removal import removed_files
from kiosk.studio.core.project import Project
from kiosk.studio.core.settlement import NOTHING_SETTLED, Settlement
from kiosk.studio.core.yaml_edit import edited, new_text
from tests.studio.windows import NOW
from tests.sync.world import TEXTS

ICONS = ("home",)
WORD = re.compile(rb"word[0-9]+x")
FILES = {
    name: text
    for name, text in TEXTS.items()
    if not name.startswith(("slides/", "playlists/")) and name != "feed.yaml"
} | {
    "feed.yaml": "name: Test\nlanguages:\n  sv: {name: Svenska}\n  en: {name: English}\n",
    "playlists/all.yaml": "slides:  # in this order\n  - one\n  - two # the second\n  - three\n",
    "slides/one.yaml": "kind: message\ntitle: {sv: Ett, en: One} # the first\ntext: 'Hej'\n",
    "slides/two.yaml": "# Two.\nkind: message\ntitle:\n  sv: Två\n  en: Two\ntext:\n  sv: Hej\n",
    "slides/three.yaml": "kind: message\ntitle: Tre\n",
}
PLAYLIST = "playlists/all.yaml"
editors = st.sampled_from((0, 1))
numbers = st.integers(0, 4)
fields = st.sampled_from(("title", "text"))
languages = st.sampled_from(("sv", "en"))
choices = st.integers(0, 7)


def words_in(files):
    return {word for data in files for word in WORD.findall(data)}


class Editor:
    """One person: an open project, what it was before each change that can be undone, and words given up."""

    def __init__(self, folder):
        self.project = Project(folder, ICONS)
        self.before, self.after = [], []
        self.given_up = set()

    @property
    def texts(self):
        return dict(self.project.texts)

    @property
    def words(self):
        return words_in(self.project.texts.values())

    @property
    def on_disk(self):
        return words_in(each.read_bytes() for each in self.project.folder.rglob("*") if each.is_file())

    def slide(self, number):
        names = sorted(name for name in self.project.texts if name.startswith("slides/"))
        return names[number % len(names)] if names else ""

    def read(self, file):
        """What is written in a file; nothing if it is not there or cannot be read."""
        found = read_folder(self.texts, {}, ICONS).documents.get(file)
        return found.value if found and isinstance(found.value, dict) else {}

    def change(self, files):
        texts = self.texts
        self.project.change("test", files)
        if self.texts != texts:
            self.before.append(texts)
            self.after.clear()

    def forget(self):
        """What others have published is in the folder now, and nothing before that is undone."""
        if not self.project.can_undo and not self.project.can_redo:
            self.before.clear()
            self.after.clear()


class TwoStudios(RuleBasedStateMachine):
    """Words: `alive` those that nobody has given up, `shown` by the site at some time, `settled` against."""

    @property
    def alive(self):
        return self.written - self.settled - self.editors[0].given_up - self.editors[1].given_up

    @initialize()
    def begin(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="two-studios-"))
        self.keys, self.site = self.scratch / "keys", self.scratch / "site"
        init_site(FolderStorage(self.site), self.keys, NOW)
        self.editors = []
        for name in "ab":
            for file, text in FILES.items():
                path = self.scratch / name / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
            self.editors.append(Editor(self.scratch / name))
        self.written, self.shown, self.settled = set(), set(), set()
        self.count, self.now = 0, NOW
        self.published(0, NOTHING_SETTLED)

    def teardown(self):
        shutil.rmtree(getattr(self, "scratch", ""), ignore_errors=True)

    def word(self):
        self.count += 1
        word = f"word{self.count}x"
        self.written.add(word.encode())
        return word

    def settle_against(self, words):
        """Words that the site no longer shows, in a folder where they are left or brought back by an undo."""
        self.settled |= words

    def wrote(self, editor, files):
        """Let somebody change files, giving up the words that were in front of them and are no more."""
        had = editor.words
        editor.change(files)
        editor.given_up |= had - editor.words

    @rule(who=editors, number=numbers, field=fields, language=languages, goes_out=st.booleans())
    def write(self, who, number, field, language, goes_out):
        editor = self.editors[who]
        if file := editor.slide(number):
            text = editor.project.texts[file].decode()
            whole = editor.read(file).get(field)
            path = (field, language) if whole is None or isinstance(whole, dict) else (field,)
            self.wrote(editor, {file: edited(text, path, self.word()).encode()})
        if goes_out:
            self.publish_and_settle(who, 0)

    @rule(first=editors, number=numbers, field=fields, language=languages, choices=choices)
    def write_the_same(self, first, number, field, language, choices):
        """Let both change one value, and one publish after the other."""
        for who in (first, 1 - first):
            self.write(who, number, field, language, goes_out=False)
        self.publish_and_settle(first, choices)
        self.publish_and_settle(1 - first, choices)

    @rule(who=editors, goes_out=st.booleans())
    def new_slide(self, who, goes_out):
        editor = self.editors[who]
        title = {"sv": self.word()}
        self.wrote(editor, slide_files.new_slide_files(editor.project, title, ["hall"]))
        if goes_out:
            self.publish_and_settle(who, 0)

    @rule(who=editors, number=numbers, is_undone=st.booleans())
    def delete_slide(self, who, number, is_undone):
        editor = self.editors[who]
        if file := editor.slide(number):
            documents = read_folder(editor.texts, {}, ICONS).documents
            name = file.removeprefix("slides/").removesuffix(".yaml")
            self.wrote(editor, removed_files(editor.project, documents, slide_files.file_of(name)))
            if is_undone:
                self.undo(who)

    @rule(who=editors, number=numbers, goes_out=st.booleans())
    def move_slide(self, who, number, goes_out):
        editor = self.editors[who]
        if slides := list(editor.read(PLAYLIST).get("slides", ())):
            slides.append(slides.pop(number % len(slides)))
            text = editor.project.texts[PLAYLIST].decode()
            self.wrote(editor, {PLAYLIST: edited(text, ("slides",), slides).encode()})
        if goes_out:
            self.publish_and_settle(who, 0)

    @rule(who=editors, number=numbers)
    def add_slide_to_list(self, who, number):
        """Write a slide of its own, and put it into the list that both have."""
        editor = self.editors[who]
        if slides := list(editor.read(PLAYLIST).get("slides", ())):
            name = self.word()
            slides.insert(number % (len(slides) + 1), name)
            text = editor.project.texts[PLAYLIST].decode()
            slide = new_text({"kind": "message", "title": name})
            files = {PLAYLIST: edited(text, ("slides",), slides).encode()}
            self.wrote(editor, {**files, f"slides/{name}.yaml": slide.encode()})
        self.publish_and_settle(who, 0)

    @rule(who=editors)
    @precondition(lambda self: any(editor.before for editor in self.editors))
    def undo(self, who):
        editor = self.editors[who]
        if editor.before:
            self.step(editor, editor.project.undo, editor.before, editor.after)

    @rule(who=editors)
    @precondition(lambda self: any(editor.after for editor in self.editors))
    def redo(self, who):
        editor = self.editors[who]
        if editor.after:
            self.step(editor, editor.project.redo, editor.after, editor.before)

    def step(self, editor, move, ahead, behind):
        """Undo or redo: the bytes are those of the last state `ahead`, and the present one goes `behind`."""
        had, texts = editor.words, editor.texts
        move()
        assert editor.texts == ahead.pop()
        behind.append(texts)
        editor.given_up |= had - editor.words
        editor.given_up -= editor.words - had

    @rule(who=editors)
    def save(self, who):
        editor = self.editors[who]
        assert editor.project.save() == []
        assert dict(read_source(editor.project.folder).texts) == editor.texts

    @rule(who=editors, choices=choices)
    def publish_and_settle(self, who, choices):
        """Publish, and take the other value of those conflicts whose bit is set in `choices`."""
        outcome = self.published(who, NOTHING_SETTLED)
        if outcome.conflicts:
            taken = {
                (each.file, each.path)
                for place, each in enumerate(outcome.conflicts)
                if each.conflict and choices >> (place % 3) & 1
            }
            self.published(who, Settlement(outcome.conflicts, taken))

    @rule(who=editors)
    def go_back(self, who):
        editor, showed = self.editors[who], words_in(self.source().texts.values())
        editor.project.save()
        had = editor.words
        try:
            publishing.go_back(editor.project, str(self.site), self.keys, self.later())
        except PublishError:
            return  # there is nothing before it
        editor.forget()
        self.settle_against(showed - words_in(self.source().texts.values()))
        assert self.alive & had <= editor.words

    def published(self, who, settlement):
        """Publish, and hold what is then in the folder and on the site against what was there before."""
        editor = self.editors[who]
        showed = words_in(self.source().texts.values())
        had, texts = editor.words, editor.texts
        publisher = publishing.open_publisher(str(self.site), self.keys, self.later())
        outcome = publishing.publish_settled(editor.project, publisher, lambda *_: [], settlement)
        editor.forget()
        if outcome.conflicts:
            assert editor.texts == texts
            return outcome
        given_up = (had | showed) - editor.words if settlement.seen else set()
        assert given_up <= editor.on_disk | self.shown
        self.settle_against(given_up)
        assert self.alive & (had | showed) <= editor.words
        if not outcome.errors:
            assert dict(self.source().texts) == editor.texts
            self.shown |= editor.words
        return outcome

    def later(self):
        self.now += timedelta(minutes=1)
        return self.now

    def source(self):
        """What the site shows."""
        session = publishing.open_publisher(str(self.site), self.keys, self.now)
        current = source_hash(session.read().targets.signed)
        return read_feed_source(session.host, current) if current else read_source(self.scratch / "a")

    @invariant()
    def no_word_is_lost(self):
        sources = words_in(each.read_bytes() for each in (self.site / "source").iterdir())
        left = sources.union(*(editor.words | editor.on_disk for editor in self.editors))
        assert self.alive <= left
        assert self.shown <= sources

    @invariant()
    def the_site_can_be_read(self):
        source = self.source()
        checked = read_folder(source.texts, source.media, ICONS)
        assert checked.feed is not None, checked.problems


def in_every_order(count, steps=30):
    """Try as many orders of so many steps."""
    profile = settings(
        max_examples=count, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(TwoStudios, settings=profile)
