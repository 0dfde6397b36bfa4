import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed.models import Feed
from kiosk.feed.problems import ContentError
from kiosk.feed.serialization import read_feed, write_feed
from kiosk.feed.yaml_reader import read
from tests import feeds

FEED = feeds.feed({"p": {"slides": ["a", "b"], "when": {"hours": ["tue 08:00-16:00"]}}})
LINES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(str.strip)


def test_published_bytes_are_yaml_and_read_back():
    data = write_feed(FEED)
    assert read_feed(data) == FEED
    assert read(data, "feed.yaml").value["name"] == "Prov"
    assert write_feed(read_feed(data)) == data


@given(LINES, LINES)
def test_any_words_read_back(name, other):
    feed = feeds.valid(Feed, feeds.plain(FEED) | {"name": {"sv": name, "en": other}})
    assert read_feed(write_feed(feed)) == feed


@given(st.binary(max_size=100))
def test_any_bytes_are_refused_as_content(data):
    with pytest.raises(ContentError):
        read_feed(data)


def test_refusal_says_what_and_where():
    with pytest.raises(ContentError) as bad:
        read_feed(write_feed(FEED).replace(b'"torg"', b'"Torg"', 1))
    assert "offices.Torg" in str(bad.value.problems[0]) or "office" in str(bad.value.problems[0])
