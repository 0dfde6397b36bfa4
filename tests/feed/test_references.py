import json

import pytest

from kiosk import resources
from kiosk.cli.icons import icons
from kiosk.feed.references import KnownNames, check, dangling
from kiosk.feed.serialization import write_feed
from kiosk.feed.yaml_reader import read
from kiosk.publish.folder_source import check_folder

KNOWN = KnownNames(
    office=["torget"], topic=["housing"], screen=["hall"], slide=["welcome"], media=["media/a.png"],
    language=["sv", "en"], icon=["home"], host=["kartor.example", "tider.example:8443"],
)  # fmt: skip


def message(text):
    return [str(problem) for problem in check(read(text.encode(), "f.yaml"), KNOWN)]


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ("office: torgt", "f.yaml:1:9: error: unknown office 'torgt' (did you mean 'torget'?)"),
        ("offices: [torget, x]", "f.yaml:1:19: error: unknown office 'x'"),
        ("topic: housin", "unknown topic 'housin' (did you mean 'housing'?)"),
        ("topics: [housin]", "unknown topic 'housin'"),
        ("topics: {housin: {by: [desk]}}", "unknown topic 'housin'"),
        ("screens: [hal]", "unknown screen 'hal' (did you mean 'hall'?)"),
        ("slides:\n  - welcom", "f.yaml:2:5: error: unknown slide 'welcom' (did you mean 'welcome'?)"),
        ("picture: media/b.png", "there is no file 'media/b.png' (did you mean 'media/a.png'?)"),
        ("booking: {topics: {housin: {}}}", "f.yaml:1:20: error: unknown topic 'housin' (did you mean"),
        ("icon: hom", "unknown pictogram 'hom'; there are home (did you mean 'home'?)"),
        ("languages: [no]", "unknown language 'no'; there are en, sv"),
        (
            "url: https://karta.example/torget",
            "f.yaml:1:6: error: the host 'karta.example' is not one of 'web_hosts' in feed.yaml (did you",
        ),
        ("url: https://tider.example/", "the host 'tider.example' is not one of 'web_hosts'"),
        ("url: https://www.kartor.example/", "the host 'www.kartor.example' is not one of 'web_hosts'"),
        ("fallback: [svv]", "unknown language 'svv' (did you mean 'sv'?)"),
        ("drafts: [ar]", "unknown language 'ar'"),
        ("title: {sv: a, so: b}", "f.yaml:1:16: error: unknown language 'so'"),
        ("help:\n  - sv: a\n    ti: b", "f.yaml:3:5: error: unknown language 'ti'"),
        ("where: {except: {tags: [x], offices: [y]}}", "unknown office 'y'"),
    ],
)
def test_what_does_not_exist(wrong, problem):
    (found,) = message(wrong)
    assert problem in found


@pytest.mark.parametrize(
    "right",
    [
        "office: torget", "slides: [welcome]", "picture: media/a.png", "languages: [sv, en]", "icon: home",
        "title: {sv: a}", "languages: {sv: {name: S, fallback: [en]}}", "title: unknown", "tags: [anything]",
        "3",
        "slides: {a: b}", "office: 3", "url: https://KARTOR.example:443/a?b#c",
        "url: https://tider.example:8443", "url: http://no-web-address.example",
    ],
)  # fmt: skip
def test_what_exists_or_is_no_reference(right):
    assert message(right) == []


def test_published_sample_feed_lacks_nothing_that_it_names():
    checked = check_folder(resources.sample_feed(), icons())
    assert list(dangling(json.loads(write_feed(checked.feed)))) == []


def test_a_picture_that_was_made_when_publishing_is_not_missing():
    feed = json.loads(write_feed(check_folder(resources.sample_feed(), icons()).feed))
    feed["renditions"] = {"media/appeal.svg": [feed["media"].pop("media/appeal.svg")]}
    assert list(dangling(feed)) == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [("offices", "torget"), ("topics", "housing"), ("languages", "ar"), ("media", "media/appeal.svg")],
)
def test_published_feed_that_lacks_what_it_names_is_found(kind, name):
    feed = json.loads(write_feed(check_folder(resources.sample_feed(), icons()).feed))
    del feed[kind][name]
    found = list(dangling(feed))
    assert found
    assert all(repr(name) in words for words in found)
