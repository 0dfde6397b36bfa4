"""An edit changes what it is meant to change, and no other character of a file."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.feed import yaml_reader, yaml_scalars
from kiosk.studio.core.yaml_edit import REMOVED, EditError, edited, new_text

SAMPLE = Path(__file__).resolve().parents[2] / "playlists"
FILES = sorted(SAMPLE.rglob("*.yaml"))

SLIDE = """\
# A slide.
kind: message # its kind

title:
  sv: Hej        # greeting
  en: "Hello"
  # more languages to come
text: {sv: 'Det är öppet', en: Open} # short
tags: [a, b] # two
list:
  - one # first
  # between
  - two
  - three # last
until: 2026-12-24 # Christmas
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("title", "sv"), "Hej då", "sv: Hej  ", "sv: Hej då  "),
        (("title", "en"), "Bye: now", 'en: "Hello"', 'en: "Bye: now"'),
        (("title", "ar"), "أهلًا", '  en: "Hello"\n', '  en: "Hello"\n  ar: أهلًا\n'),
        (("text", "sv"), "It's, so", "'Det är öppet'", "'It''s, so'"),
        (("text", "fi"), "Auki", "en: Open}", "en: Open, fi: Auki}"),
        (("text", "sv"), REMOVED, "{sv: 'Det är öppet', en: Open}", "{en: Open}"),
        (("text", "en"), REMOVED, "'Det är öppet', en: Open}", "'Det är öppet'}"),
        (("tags",), ["a", "c", "b"], "[a, b]", "[a, c, b]"),
        (("tags",), ["b"], "[a, b]", "[b]"),
        (("tags",), ["a"], "[a, b]", "[a]"),
        (("list",), ["one", "two", "new", "three"], "  - two\n", "  - two\n  - new\n"),
        (("list",), ["one", "three"], "  - two\n", ""),
        (("list",), ["three", "one", "two"], None, None),
        (("until",), REMOVED, "until: 2026-12-24 # Christmas\n", ""),
        (("until",), "2026-12-31", "2026-12-24", "2026-12-31"),
        (("dwell",), "12 s", "# Christmas\n", "# Christmas\ndwell: 12 s\n"),
        (("kind",), "picture", "kind: message", "kind: picture"),
        (("title",), REMOVED, None, None),
        (("title",), "Hej", None, None),
    ],
)
def test_one_edit(path, value, old, new):
    done = edited(SLIDE, path, value)
    if old is not None:
        assert SLIDE.count(old) == 1
        assert done == SLIDE.replace(old, new)
    read = yaml_reader.read(done.encode(), "").value
    for step in path[:-1]:
        read = read[step]
    assert read.get(path[-1], REMOVED) == value


def test_a_moved_item_takes_its_comment_along():
    done = edited(SLIDE, ("list",), ["three", "one", "two"])
    assert "- three # last\n" in done
    assert "- one # first\n" in done


def test_a_long_text_becomes_a_block():
    done = edited(SLIDE, ("title", "en"), "First\n\nSecond\n")
    assert "  en: |\n    First\n\n    Second\n  # more" in done


def test_a_comment_behind_a_value_stays_when_that_becomes_long():
    assert '  sv: "First\\nSecond"        # greeting\n' in edited(SLIDE, ("title", "sv"), "First\nSecond")


def test_line_breaks_of_windows_stay():
    done = edited("a: 1\r\nb: 2\r\n", ("c",), {"sv": "x"})
    assert done == "a: 1\r\nb: 2\r\nc:\r\n  sv: x\r\n"


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: [1\n", "a: 1\na: 2\n"])
def test_what_cannot_be_edited_is_refused(text):
    with pytest.raises(EditError):
        edited(text, ("a",), {"b": 3})


def leaves(value, path=()):
    if isinstance(value, dict) and value:
        for key, each in value.items():
            yield from leaves(each, (*path, key))
    elif isinstance(value, list) and value:
        for place, each in enumerate(value):
            yield from leaves(each, (*path, place))
    else:
        yield path


def comments(text):
    """All comments, also those behind a value: what begins with # where no scalar is."""
    bare = list(text)
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.ScalarToken):
            last = token.start_mark.index + len(text[token.start_mark.index : token.end_mark.index].rstrip())
            bare[token.start_mark.index : last] = "x" * (last - token.start_mark.index)
    return re.findall("#.*", "".join(bare))


TEXT = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=40),
    st.sampled_from(
        ["no", "10:30", "true", "~", "# not a comment", "a: b", "- x", "[", "x #y", "x # y", "två\nrader\n"]
    ),
)


@settings(max_examples=50)
@given(file=st.sampled_from(FILES), data=st.data(), words=TEXT)
def test_any_edit_keeps_every_comment_and_every_other_value(file, data, words):
    text = file.read_text("utf-8")
    before = yaml_reader.read(text.encode(), "").value
    path = data.draw(st.sampled_from(sorted(leaves(before), key=str)))
    done = edited(text, path, words)
    after = yaml_reader.read(done.encode(), "").value
    assert comments(done) == comments(text)
    assert [each for each in leaves(after) if each != path] == [
        each for each in leaves(before) if each != path
    ]
    found = after
    for step in path:
        found = found[step]
    assert found == yaml_scalars.to_nfc(words)


@settings(max_examples=30)
@given(file=st.sampled_from(FILES), data=st.data())
def test_any_key_can_be_removed_and_lines_outside_it_stay(file, data):
    text = file.read_text("utf-8")
    before = yaml_reader.read(text.encode(), "").value
    key = data.draw(st.sampled_from(sorted(before)))
    done = edited(text, (key,), REMOVED)
    assert yaml_reader.read(done.encode(), "").value == {name: before[name] for name in before if name != key}
    rest = iter(text.splitlines() if len(before) > 1 else [*text.splitlines(), "{}"])
    assert all(line in rest for line in done.splitlines())  # nothing new, and in the same order


@given(
    st.dictionaries(
        st.sampled_from(["a", "b", "c"]),
        st.recursive(
            TEXT,
            lambda each: (
                st.lists(each, max_size=3) | st.dictionaries(st.sampled_from("xyz"), each, max_size=3)
            ),
            max_leaves=6,
        ),
        min_size=1,
    )
)
def test_a_new_file_is_read_as_it_was_meant(value):
    def composed(each):
        if isinstance(each, dict):
            return {key: composed(item) for key, item in each.items()}
        return [composed(item) for item in each] if isinstance(each, list) else yaml_scalars.to_nfc(each)

    assert yaml_reader.read(new_text(value).encode(), "").value == composed(value)
