"""News as RSS and Atom: what is kept of honest feeds, and that hostile ones cost little and show nothing."""

import json
from contextlib import suppress
from html import escape

import pytest

from kiosk import isolated
from kiosk.live.live_data import NewsList, adapter
from kiosk.live.sources.live_config import NewsSource
from kiosk.live.sources.news_feed import read_news
from kiosk.live.sources.source_round import READING

NOW = "2026-11-24T11:00:00+00:00"
MONDAY = "Mon, 23 Nov 2026 09:00:00 +0100"


def request(body, language=None, days=30):
    asked = {"now": NOW, "zone": "Europe/Stockholm", "days": days, "language": language}
    return json.dumps(asked).encode() + b"\n" + (body if isinstance(body, bytes) else body.encode())


def read(body, **asked):
    found = json.loads(read_news(request(body, **asked)))
    adapter(NewsList).validate_python({**found["data"], "as_of": NOW})
    return found["data"]["items"], found["problems"]


def item(title, line="", date=MONDAY, more=""):
    return (
        f"<item><title>{title}</title><description>{line}</description><pubDate>{date}</pubDate>{more}</item>"
    )


def rss(*items, language="sv-SE"):
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Kommunen</title>'
        f"<language>{language}</language>{''.join(items)}</channel></rss>"
    )


def atom(*entries, language="sv"):
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">{"".join(entries)}</feed>'


def titles(body, **asked):
    return [each["title"] for each in read(body, **asked)[0]]


def test_title_line_language_and_time_of_rss():
    assert read(rss(item("Nya tider", "Så har vi öppet."))) == (
        [
            {
                "title": "Nya tider",
                "line": "Så har vi öppet.",
                "language": "sv-SE",
                "time": "2026-11-23T08:00:00+00:00",
            }
        ],
        [],
    )


def test_each_entry_of_atom_may_have_a_language_of_its_own():
    when = "<updated>2026-11-23T08:00:00Z</updated>"
    found, problems = read(
        atom(
            f"<entry><id>a</id><title>Hej</title>{when}</entry>",
            f'<entry xml:lang="ar"><id>b</id><title>مرحبا</title>{when}<content>نص</content></entry>',
        )
    )
    assert [(each["title"], each["line"], each["language"]) for each in found] == [
        ("Hej", "", "sv"),
        ("مرحبا", "نص", "ar"),
    ]
    assert problems == []


def test_a_feed_that_names_the_wrong_language_is_corrected():
    assert [each["language"] for each in read(rss(item("Hej"), language="en-us"), language="sv")[0]] == ["sv"]


@pytest.mark.parametrize("old", ["0.91", "0.92", "2.0"])
def test_old_versions_of_rss(old):
    assert titles(rss(item("Hej")).replace('version="2.0"', f'version="{old}"')) == ["Hej"]


def test_rss_as_rdf():
    body = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        "<channel><title>K</title></channel><item><title>Hej</title></item></rdf:RDF>"
    )
    assert titles(body) == ["Hej"]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        (escape("<b>Fet</b> text"), "Fet text"),
        ("<![CDATA[<p>Ett</p><p>Två</p>]]>", "Ett Två"),
        (escape("Före<script>alert(1)</script><style>x{}</style> efter"), "Före efter"),
        (escape('<img src="https://evil.example/x.png" onerror="x()">Hej'), "Hej"),
        (escape(escape("<b>Två</b> gånger &amp;")), "Två gånger &"),
        (escape("&Aring;r&nbsp;2026"), "År 2026"),
        ("1 &lt; 2 &amp;&amp; x &lt; y", "1 < 2 && x < y"),
        (escape("<svg><title>x</title></svg>Hej"), "Hej"),
        ("Radbryt\nning\t här", "Radbryt ning här"),
    ],
)
def test_markup_is_taken_away_and_words_stay(written, seen):
    assert titles(rss(item(written))) == [seen]
    assert read(rss(item("Titel", written)))[0][0]["line"] == seen


@pytest.mark.parametrize("kind", ["text", "html", "xhtml"])
def test_markup_in_atom_whatever_it_is_called(kind):
    inside = '<div xmlns="http://www.w3.org/1999/xhtml"><b>Hej</b> du</div>'
    title = inside if kind == "xhtml" else escape("<b>Hej</b> du")
    body = atom(f'<entry><id>a</id><title type="{kind}">{title}</title></entry>')
    assert titles(body) == ["Hej du"]


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "&#8238;", "&amp;#8238;"])
def test_signs_that_nobody_sees_are_refused(sign):
    found, problems = read(rss(item("Hej"), item(f"Fri{sign} tid"), item("Rad", f"Fri{sign} tid")))
    assert [(each["title"], each["line"]) for each in found] == [("Hej", ""), ("Rad", "")]
    assert "item 2 left out: an invisible character" in problems[0]
    assert "item 3 only its title is shown" in problems[1]


def test_long_words_are_cut_and_say_so():
    ((found,), _) = read(rss(item("Ord " * 100, "Rad " * 100)))
    assert found["title"].endswith("Ord…")
    assert len(found["title"]) <= 140
    assert found["line"].endswith("Rad…")
    assert len(found["line"]) <= 200


@pytest.mark.parametrize(
    ("date", "kept", "problem"),
    [
        ("Tue, 24 Nov 2026 11:30:00 +0100", True, ""),
        ("Tue, 24 Nov 2026 12:30:00 +0100", True, ""),  # a clock that is ahead
        ("Wed, 25 Nov 2026 09:00:00 +0100", False, "its date is in the future"),
        ("Fri, 31 Dec 9999 23:59:59 +0000", False, "its date is in the future"),
        ("0001-01-01T00:00:00Z", False, ""),
        ("Mon, 01 Jan 0001 00:00:00 +1400", False, ""),
        ("Mon, 12 Oct 2026 09:00:00 +0100", False, ""),
        ("soon", True, ""),
        ("", True, ""),
    ],
)
def test_dates_of_any_year(date, kept, problem):
    found, problems = read(rss(item("Först"), item("Andra", date=date)))
    assert ("Andra" in {each["title"] for each in found}) == kept
    assert problem in "".join(problems)


def test_the_latest_first_each_once():
    tuesday = "Tue, 24 Nov 2026 09:00:00 +0100"
    assert titles(rss(item("Ett"), item("Två", date=tuesday), item("Ett"))) == ["Två", "Ett"]


def test_as_the_feed_has_them_if_a_time_is_missing():
    assert titles(rss(item("Utan", date=""), item("Med"))) == ["Utan", "Med"]


def test_ten_thousand_items():
    found, problems = read(rss(*(item(f"Nummer {number}") for number in range(10_000))))
    assert len(found) == 12
    assert problems == ["8000 items at the end were not read"]


def test_many_languages_are_bounded():
    when = "<updated>2026-11-23T08:00:00Z</updated>"
    body = atom(*(f'<entry xml:lang="x{n}"><title>T{n}</title>{when}</entry>' for n in range(300)))
    assert len(read(body)[0]) == 5


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00\xff" * 100,
        b"{}",
        b"<html><body><h1>Not found</h1></body></html>",
        b"<opml version='2.0'><body/></opml>",
        b"/etc/passwd",
        b"file:///etc/passwd",
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss version="2.0"/>',
        b"<rss version='2.0'>" + b" " * (4 << 20),
    ],
)
def test_what_is_no_news_is_refused(body):
    with pytest.raises(ValueError, match=r"RSS|entities|MiB"):
        read(body)


def test_nothing_that_can_be_read_is_refused():
    with pytest.raises(ValueError, match="none of its items can be read; the first: item 1 left out"):
        read(rss(item(""), item("\u202e")))


def test_a_feed_without_items_has_nothing_to_show():
    assert read(rss()) == ([], [])


@pytest.mark.parametrize("break_", [lambda body: body[:-30], lambda body: body.replace("Hej", "Hej & hå")])
def test_one_that_is_not_well_formed_is_read_as_far_as_it_goes(break_):
    assert titles(break_(rss(item("Hej")))) in (["Hej"], ["Hej & hå"])


@pytest.mark.parametrize(
    "body",
    [
        rss("<x>" * 50_000),
        rss(item("&lt;b&gt;" * 100_000)),
        rss(item("<![CDATA[" + "<![" * 100_000 + "]]>")),
        "<rss version='2.0'><!--" * 20_000,
        rss(item("a" * 3_000_000, "b" * 900_000)),
    ],
    ids=["nested", "tags", "declarations", "comments", "long"],
)
def test_hostile_bytes_end_within_the_bounds_of_the_process(body):
    with suppress(isolated.IsolatedError):
        output = isolated.run_named(NewsSource.reader, request(body), READING)
        adapter(NewsList).validate_python({**json.loads(output)["data"], "as_of": NOW})
