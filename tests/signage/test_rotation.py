from hypothesis import given
from hypothesis import strategies as st

from kiosk.signage.rotation import Turn, next_turn
from kiosk.signage.schedule import Showing

FOUR = ("sv", "en", "ar", "so")


def turns(showing, languages, count, turn=None):
    for _ in range(count):
        turn = next_turn(showing, languages, turn)
        yield turn


def test_slides_follow_in_order_and_languages_in_turn():
    got = list(turns(Showing(("a", "b", "c")), ("sv", "en"), 4))
    assert got == [Turn("a", "sv", 0, 0), Turn("b", "en", 0, 1), Turn("c", "sv", 0, 2), Turn("a", "en", 1, 0)]


def test_nothing_follows_when_nothing_is_on():
    assert next_turn(Showing(), FOUR, Turn("a", "sv", 0, 0)) is None
    assert next_turn(Showing(("a",)), (), None) is None


def test_one_slide_is_seen_in_each_language():
    assert [turn.language for turn in turns(Showing(("a",)), FOUR, 4)] == list(FOUR)


def test_as_many_slides_as_languages_are_each_seen_in_all():
    got = list(turns(Showing(("a", "b")), ("sv", "en"), 4))
    assert [(turn.slide, turn.language) for turn in got] == [
        ("a", "sv"),
        ("b", "en"),
        ("a", "en"),
        ("b", "sv"),
    ]


slides = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=8, unique=True).map(tuple)
languages = st.integers(1, 6).map(lambda count: tuple(f"l{number}" for number in range(count)))


@given(slides, languages, st.integers(0, 30))
def test_each_slide_is_seen_in_each_language(slides, languages, skipped):
    count = 2 * len(languages) * len(slides)
    got = list(turns(Showing(slides), languages, skipped + count))
    assert {(turn.slide, turn.language) for turn in got[skipped:]} == {
        (s, code) for s in slides for code in languages
    }
    fresh = got[: len(languages) * len(slides)]
    assert len({(turn.slide, turn.language) for turn in fresh}) == len(fresh)


@given(slides, languages)
def test_whoever_waits_a_few_slides_meets_their_language(slides, languages):
    got = [turn.language for turn in turns(Showing(slides), languages, 100)]
    width = len(languages) + 1
    assert all(set(got[at : at + width]) == set(languages) for at in range(100 - width))


@given(slides, slides, languages, st.integers(1, 20))
def test_a_new_list_goes_on_behind_the_slide_that_was_on(old, new, languages, count):
    *_, last = turns(Showing(old), languages, count)
    following = next_turn(Showing(new), languages, last)
    place = (new.index(last.slide) + 1) % len(new) if last.slide in new else 0
    assert (following.slide, following.index) == (new[place], place)
    assert following.language in languages


def test_a_slide_that_comes_twice_goes_on_from_its_own_place():
    twice = Showing(("a", "b", "a", "c"))
    assert [turn.slide for turn in turns(twice, ("sv",), 8)] == list("abacabac")
