import pytest

from kiosk.feed.models import Office, Playlist, Screen, Settings, Topic
from kiosk.feed.problems import ContentError
from kiosk.feed.slides import MessageSlide, Slide
from kiosk.feed.validation_errors import validate
from kiosk.feed.yaml_reader import read

SCREEN = "office: o\nsize: 5 x 3\nresolution: 5 x 3\nlanguages: [sv]\n"


def message(text, shape):
    with pytest.raises(ContentError) as bad:
        validate(read(text.encode(), "f.yaml"), shape)
    return [str(problem) for problem in bad.value.problems]


@pytest.mark.parametrize(
    ("text", "shape", "problem"),
    [
        ("kind: message\ntitel: x", Slide, "f.yaml:2:1: error: unknown key 'titel' (did you mean 'title'?)"),
        (
            "kind: qr\ntitle: x\nlinks: y",
            Slide,
            "f.yaml:3:1: error: unknown key 'links' (did you mean 'link'?)",
        ),
        (
            "kind: message\ntitle: x\nbild: y",
            Slide,
            "f.yaml:3:1: error: unknown key 'bild' (did you mean 'picture'?)",
        ),
        (
            "kind: message\ntitle: x\nqqq: y",
            Slide,
            "unknown key 'qqq'; one of drafts, dwell, fit, from, kind, picture, text, title, tone, trans",
        ),
        (
            "slides: [a]\nwhen: {since: 24/12/2026}",
            Playlist,
            "f.yaml:2:15: error: expected a date such as '2026-12-24', got '24/12/2026' (did you mean",
        ),
        (
            "slides: [a]\nwhen: {hours: [mån-fre 10:00-12:00]}",
            Playlist,
            "got 'mån-fre' (did you mean 'mon-fri'?)",
        ),
        ("slides: [a]\nwhen: {hours: [mon 10-12]}", Playlist, "got '10' (did you mean '10:00'?)"),
        (
            "name: x\naddress: y\nbooking: {}\neve: stängt",
            Office,
            "f.yaml:4:6: error: expected 'closed' or a time range such as",
        ),
        (
            "kind: mesage\ntitle: x",
            Slide,
            "f.yaml:1:7: error: unknown kind 'mesage'; one of welcome, message",
        ),
        ("kind: mesage", Slide, "(did you mean 'message'?)"),
        ("title: x", Slide, "f.yaml:1:1: error: missing key 'kind'"),
        ("kind: message", Slide, "f.yaml:1:1: error: missing key 'title'"),
        ("kind: message\ntitle: x\ntone: read", Slide, "f.yaml:3:7: error: expected one of paper, ink, sea"),
        ("kind: message\ntitle: x\ntone: se", Slide, "(did you mean 'sea'?)"),
        (
            "kind: message\ntitle: {sv: 3}",
            Slide,
            "f.yaml:2:13: error: expected text (put quotes around it), got 3",
        ),
        ("kind: message\ntitle: {sv: ''}", Slide, "f.yaml:2:13: error: an empty text"),
        ("kind: message\ntitle: {}", Slide, "f.yaml:2:8: error: needs at least 1"),
        (
            "kind: message\ntitle: [a]",
            Slide,
            "f.yaml:2:8: error: expected text, or a text by language such as 'sv: Hej', got ['a']",
        ),
        (
            "kind: message\ntitle: #a",
            Slide,
            "expected text, got nothing (one with ', ' or '#' in it needs quotes)",
        ),
        (
            "kind: message\ntitle: x\ndwell: soon",
            Slide,
            "f.yaml:3:8: error: expected a length of time above zero",
        ),
        (
            "kind: message\ntitle: x\ndrafts: sv",
            Slide,
            "expected a list: write it in brackets, [sv]",
        ),
        (
            "kind: picture\npicture: media/a.png\nuntil: soon",
            Slide,
            "f.yaml:3:8: error: expected a date such as",
        ),
        (
            "kind: video\nvideo: media/a.mp4\ndwell: soon",
            Slide,
            "f.yaml:3:8: error: expected a length of time above zero",
        ),
        ("kind: picture\npicture: [a]", Slide, "f.yaml:2:10: error: "),
        ("- a", Slide, "f.yaml:1:1: error: expected a map (lines of 'key: value')"),
        (
            SCREEN + "touch: 'yes please'",
            Screen,
            "f.yaml:5:8: error: expected true or false, got 'yes please'",
        ),
        ("office: o", Screen, "missing key 'size'"),
        ("slides: []", Playlist, "f.yaml:1:9: error: needs at least 1"),
        ("slides: [a]\npriority: 200", Playlist, "f.yaml:2:11: error: expected at most 100, got 200"),
        ("slides: [a]\npriority: 1.5", Playlist, "f.yaml:2:11: error: expected a whole number, got 1.5"),
        ("slides: [a]\nwhen: {hour: [daily]}", Playlist, "unknown key 'hour' (did you mean 'hours'?)"),
        ("slides: [a]\nwhere: {tag: [x]}", Playlist, "unknown key 'tag' (did you mean 'tags'?)"),
        ("name: x\naddress: y\nbooking: {lnk: x}", Office, "unknown key 'lnk' (did you mean 'link'?)"),
        (
            "title: x\nicon: y\nsummary: z\nhelp: [a, b, c, d, e, f]",
            Topic,
            "f.yaml:4:7: error: more than the 5 that",
        ),
        ("name: x\nlanguages: {sv: {nam: y}}", Settings, "unknown key 'nam' (did you mean 'name'?)"),
        (
            "name: x\nlanguages: {swedish: {name: y}}",
            Settings,
            "expected a language code such as 'sv' or 'fa_AF'",
        ),
        ("name: x\nlanguages: {sv: {name: y}}\ntimezone: Europe", Settings, "expected a time zone such as"),
        (
            "name: x\nlanguages: {sv: {name: y}}\nidle_after: 1e999",
            Settings,
            "f.yaml:3:13: error: expected a length",
        ),
    ],
)
def test_each_mistake_is_reported_at_its_place(text, shape, problem):
    assert any(problem in each for each in message(text, shape))


def test_all_mistakes_are_reported_at_once():
    assert len(message("kind: message\ntitel: x\ndwell: -1\ntone: x\n", Slide)) == 4


def test_list_of_wrong_things_is_not_told_to_be_too_short():
    (problem,) = message("slides: [Hallo!]\n", Playlist)
    assert "an id of lower-case letters" in problem


@pytest.mark.parametrize("title", ["[a]", "", "{sv: [a]}", "{sv: {}}"])
def test_same_mistake_is_reported_once(title):
    assert len(message(f"kind: message\ntitle: {title}\n", Slide)) == 1


def test_text_with_a_comma_is_reported_by_its_content():
    found = message("kind: message\ntitle: {sv: Kom, vi hjälper}\n", Slide)
    assert found
    assert not any("f.yaml:2:8:" in each for each in found)


def test_face_beside_a_picture_is_refused():
    (problem,) = message("kind: topic\ntopic: housing\nface: media/a.png\npicture: media/b.png\n", Slide)
    assert problem.startswith("f.yaml:")
    assert "'face' or 'picture', not both: remove one of them" in problem


def test_right_document():
    slide = validate(read(b"kind: message\ntitle: x\n", "f.yaml"), Slide)
    assert isinstance(slide, MessageSlide)
