import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed.feed_reader import read_folder
from kiosk.feed.models import Media
from kiosk.feed.problems import Severity
from kiosk.feed.serialization import read_feed, write_feed

TEXTS = {
    "feed.yaml": b"name: Test\nlanguages:\n  sv: {name: Svenska}\n  en: {name: English}\n",
    "offices/torg.yaml": b"name: Torget\naddress: Torget 1\nhours: [mon-fri 10:00-16:00]\n"
    b"booking: {link: 'https://book.example/{office}'}\n",
    "screens/hall.yaml": b"office: torg\nsize: 530 x 300 mm\nresolution: 1920 x 1080\nlanguages: [sv, en]\n",
    "topics/home.yaml": b"title: Bostad\nicon: home\nsummary: Hj\xc3\xa4lp\nhelp: [Ans\xc3\xb6kan]\n",
    "playlists/all.yaml": b"slides: [hello]\nwhen: {hours: [daily 08:00-16:00]}\n",
    "slides/hello.yaml": b"kind: message\ntitle: {sv: Hej, en: Hello}\npicture: media/a.png\n",
}
MEDIA = {"media/a.png": Media(sha256="0" * 64, size=1)}
PARTS = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-3, 3), st.floats(), st.text(max_size=5), st.just(10**400),
        st.sampled_from(["hello", "sv", "torg", "media/a.png", "tue 10:00-16:00", "2026-12-24"]),
    ),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["kind", "title", "sv", "slides", "when", "where", "hours", "except", "languages"]),
        inner,
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


def checked(**changes):
    texts = TEXTS | {name.replace("__", "/") + ".yaml": data for name, data in changes.items()}
    return read_folder(texts, MEDIA, ["home"])


def reported(**changes):
    return [str(problem) for problem in checked(**changes).problems]


def test_whole_folder():
    feed, problems, *_ = checked()
    assert problems == ()
    assert (feed.offices["torg"].name.root, feed.playlists["all"].slides) == ("Torget", ("hello",))
    assert feed.media == MEDIA


@given(st.sampled_from(sorted(TEXTS)), PARTS)
def test_any_value_in_any_file_is_a_feed_or_problems(file, value):
    data = json.dumps(value).encode()
    feed, problems, *_ = read_folder(TEXTS | {file: data}, MEDIA, ["home"])
    assert (feed is None) == any(problem.severity is Severity.ERROR for problem in problems)
    assert all(problem.message for problem in problems)


@given(st.sampled_from(sorted(TEXTS)), st.data())
def test_any_damage_is_a_feed_or_problems(file, data):
    text = TEXTS[file]
    where = data.draw(st.integers(0, len(text)))
    new = data.draw(
        st.binary(max_size=4) | st.sampled_from([b"\t", b": ", b"\n", b"- ", b"&a ", b"*a", b"'", b"{"])
    )
    gone = data.draw(st.integers(0, 6))
    feed, problems, *_ = read_folder(
        TEXTS | {file: text[:where] + new + text[where + gone :]}, MEDIA, ["home"]
    )
    assert feed or problems
    if feed:
        assert read_feed(write_feed(feed)) == feed


def test_problems_of_all_files_the_worst_first():
    found = reported(
        slides__hello=b"kind: mesage\n", screens__hall=b"office: torgt\n", elsewhere__x=b"a: 1\n"
    )
    assert [": error: " in line for line in found] == sorted(
        [": error: " in line for line in found], reverse=True
    )
    assert any("unknown office 'torgt' (did you mean 'torg'?)" in line for line in found)
    assert any("unknown kind 'mesage'" in line for line in found)
    assert "not a part of a feed" in found[-1]


def test_folder_without_a_feed():
    assert [str(p) for p in read_folder({}, {}, ()).problems] == [
        "feed.yaml: error: missing; it names the feed and its languages"
    ]


def test_free_times_that_are_too_old_at_once():
    assert reported(feed=TEXTS["feed.yaml"] + b"slots_valid_for: 30 s\n") == [
        "feed.yaml:5:18: error: expected at least '1 min', got '30 s'"
    ]


def test_wrong_languages_do_not_blame_every_text():
    found = reported(feed=b"nme: Test\nlanguages: {sv: {name: S}, en: {name: E}}\n")
    assert not any("unknown language" in line for line in found)


def test_name_that_is_no_id():
    expected = "the file's name is the id: expected at most 64 lower-case letters, digits and hyphens"
    for name, meant in (("Hello", "hello"), ("x" * 65, "x" * 64)):
        found = reported(**{f"slides__{name}": b"kind: hours\n"})
        assert any(f"{expected} (did you mean '{meant}.yaml'?)" in line for line in found)


def test_name_of_300_characters():
    assert any(
        "the file's name is the id" in line for line in reported(**{"slides__" + "x" * 300: b"kind: hours\n"})
    )


def test_folder_with_a_slip_of_the_pen():
    assert reported(slide__x=b"kind: hours\n") == [
        "slide/x.yaml: error: this looks like a slide; move it to slides/x.yaml"
    ]
    assert "(did you mean 'slides'?)" in reported(slide__x=b"a: 1\n")[0]


def test_file_with_the_other_ending():
    found = read_folder(TEXTS | {"slides/x.yml": b"kind: hours\n"}, MEDIA, ["home"]).problems
    assert [str(problem) for problem in found] == [
        "slides/x.yml: error: a part of a feed ends in .yaml; rename it to 'x.yaml'"
    ]


def test_file_of_another_kind():
    found = read_folder(TEXTS | {"slides/x.docx": b"PK\x03\x04"}, MEDIA, ["home"]).problems
    (problem,) = found
    assert str(problem).startswith(
        "slides/x.docx: error: only text files that end in .yaml are read here; save"
    )


@pytest.mark.parametrize(
    ("slide", "problem"),
    [
        ("Hello", "playlists/all.yaml:1:10: error: unknown slide 'Hello' (did you mean 'hello'?)"),
        ("hello.yaml", "playlists/all.yaml:1:10: error: unknown slide 'hello.yaml' (did you mean 'hello'?)"),
        ("öppet", "playlists/all.yaml:1:10: error: expected an id of lower-case letters, digits and hyphens"),
    ],
)
def test_id_that_cannot_be_one_is_reported_once(slide, problem):
    (only,) = reported(playlists__all=f"slides: [{slide}]\n".encode())
    assert problem in only


def test_what_is_sound_of_a_wrong_feed():
    """A file that is wrong takes with it what names it, and nothing else."""
    found = checked(slides__bad=b"kind: mesage\n", playlists__two=b"slides: [hello, bad]\n")
    assert found.feed is None
    assert (set(found.valid_parts.slides), set(found.valid_parts.playlists)) == ({"hello"}, {"all"})
    assert checked(feed=b"nme: x\n").valid_parts is None


def test_documents_say_where_things_are_written():
    position = checked().documents["slides/hello.yaml"].position(("title", "en"))
    assert str(position) == "slides/hello.yaml:2:22"


@pytest.mark.parametrize(
    "slip", [b"name: Test\n  languages: [", b"name: Test\nlanguages: [sv, en]\n", b"name: T\n"]
)
def test_slip_in_the_settings_is_not_buried_under_unknown_languages(slip):
    problems = checked(feed=slip).problems
    assert {problem.position.file for problem in problems} == {"feed.yaml"}


def test_too_many_parts_are_reported(monkeypatch):
    monkeypatch.setattr("kiosk.feed.feed_size.MAX_PARTS", {"slides": 2})
    more = {f"slides/more-{number}.yaml": b"kind: hours\n" for number in range(2)}
    found = read_folder(TEXTS | more, MEDIA, ["home"])
    count = sum(name.startswith("slides/") for name in TEXTS | more)
    assert f"slides/: error: {count} slides; a screen takes at most 2" in [*map(str, found.problems)]
