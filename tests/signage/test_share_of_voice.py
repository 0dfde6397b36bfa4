from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kiosk.signage.share_of_voice import MAX_TURNS, Part, interleaved

parts = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 20)), min_size=1, max_size=6).map(
    lambda pairs: [
        Part(tuple(f"{name}{n}" for n in range(count)), share)
        for name, (count, share) in zip("abcdef", pairs, strict=False)
    ]
)


def test_nothing_weaves_nothing():
    assert interleaved([]) == ()


def test_heavy_share_is_spread_not_clumped():
    light = [Part((str(number),), 1) for number in range(10)]
    assert [slide[0] for slide in interleaved([Part(("x",), 5), *light])] == list("x01x23x45x67x89")


def test_equal_shares_alternate():
    assert interleaved([Part(("a1", "a2"), 50), Part(("b1",), 50)]) == ("a1", "b1", "a2", "b1")


@given(parts)
def test_every_playlist_has_its_part_after_any_number_of_turns(given_parts):
    order = [slide[0] for slide in interleaved(given_parts)]
    total = sum(part.share for part in given_parts)
    counts = Counter()
    for turns, name in enumerate(order, 1):
        counts[name] += 1
        for part in given_parts:
            assert abs(counts[part.slides[0][0]] - turns * part.share / total) < 1


@given(parts)
def test_every_slide_is_shown_in_its_own_order(given_parts):
    order = interleaved(given_parts)
    for part in given_parts:
        own = [slide for slide in order if slide[0] == part.slides[0][0]]
        assert set(own) == set(part.slides)
        assert own == [part.slides[turn % len(part.slides)] for turn in range(len(own))]


def test_round_is_bounded():
    many = [Part((f"s{number}",), 1 + number % 100) for number in range(10_000)]
    assert len(interleaved(many)) == MAX_TURNS
