"""Indexes that only link to CAP messages: which links are followed, within which bounds, and what is kept."""

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import isolated
from kiosk.booking.sources.source_http import SourceResponse
from kiosk.live.sources import cap_index_store
from kiosk.live.sources.alert_sources import AlertsSource
from kiosk.live.sources.cap_index import linked_address, may_be_index, read_index
from kiosk.live.sources.live_memory import LiveMemory
from kiosk.live.sources.live_source import Fetching
from kiosk.live.sources.source_round import SourceRound
from tests.booking.sources.stub import Reply
from tests.booking.sources.stub import serving as stub
from tests.live.sources.test_cap_alerts import XML

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Stockholm")
CONTEXT = {"vma": {"areas": ["0180"], "offices": {"torg": [59.36, 17.84]}}}
WORD = "-"
DATE = "2026-11-24T10:{number:02}:00Z"


def message(identifier="A1", headline="Brand", kind="Alert", references="", sender="vma@sr.example"):
    """Return a message of CAP."""
    text = XML.format(status="Actual").replace("Brand &amp; rök", headline).replace(">A1<", f">{identifier}<")
    text = text.replace("<msgType>Alert", f"<msgType>{kind}")
    text = text.replace("vma@sr.example", sender)
    return text.replace("<scope>", f"<references>{references}</references><scope>").encode()


def entry(link, date=""):
    updated = f"<updated>{date}</updated>" if date else ""
    return f'<entry><title>x</title>{updated}<link type="application/cap+xml" href="{link}"/></entry>'


def atom(*entries):
    text = f'<?xml version="1.0"?>\n<!-- made --><feed xmlns="http://www.w3.org/2005/Atom">{"".join(entries)}</feed>'
    return text.encode()


class Publisher:
    """A server of an index and of messages, each with an ETag of its content."""

    def __init__(self, server):
        self.server, self.pages = server, {}

    def reply(self, asked):
        page = self.pages.get(asked.path, Reply(status=404))
        if isinstance(page, Reply):
            return page
        tag = f'"{hash(page)}"'
        if asked.headers.get("If-None-Match") == tag:
            return Reply(status=304, headers={"ETag": tag})
        return Reply(page, headers={"ETag": tag})

    def asked(self):
        """Return the paths that were requested since the last call."""
        found = [each.path for each in self.server.asked]
        self.server.asked.clear()
        return found


@pytest.fixture
def publisher():
    with stub(lambda _: Reply(status=404)) as server:
        made = Publisher(server)
        server.reply_to = made.reply
        yield made


@pytest.fixture
def read(tmp_path, monkeypatch, publisher):
    def here(reader, request, _limits):
        try:
            return getattr(__import__(reader[0], fromlist=["_"]), reader[1])(request)
        except Exception as bad:
            raise isolated.IsolatedError(str(bad)) from bad

    def outcome(minutes=0, **options):
        now = NOW + timedelta(minutes=minutes)
        rounds = SourceRound(LiveMemory(tmp_path, now), ZONE, now, {"vma": 600.0}, contexts=CONTEXT)
        source = AlertsSource(kind="cap", url=f"{publisher.server.url}/index.xml", **options)
        return list(rounds.outcomes({"vma": source}))[-1]["vma"]

    monkeypatch.setattr(isolated, "run_named", here)
    return outcome


def headlines(outcome):
    return {each.headline for each in outcome.known.alerts}


RSS = """<rss version="2.0"><channel><title>Varningar</title>
<item><title>x</title><link>a.xml</link></item>
<item><title>y</title><link>https://web.example/y</link>
  <enclosure url="/b.xml" type="application/cap+xml"/></item>
</channel></rss>"""


@pytest.mark.parametrize(
    "index",
    [
        atom(entry("a.xml"), entry("/b.xml", "2026-11-24T10:00:00Z")),
        atom('<entry><link href="a.xml"/></entry>', '<entry><link rel="enclosure" href="b.xml"/></entry>'),
        RSS.encode(),
        b"\xef\xbb\xbf  " + RSS.replace("rss", "RDF").encode(),
    ],
)
def test_messages_that_an_index_links_to_are_read(read, publisher, index):
    publisher.pages = {"/index.xml": index, "/a.xml": message(), "/b.xml": message("A2", "Gas")}
    found = read()
    assert (found.problem, found.left_out, headlines(found)) == ("", (), {"Brand", "Gas"})
    assert not found.known.incomplete


def test_unchanged_index_costs_one_request(read, publisher):
    links = [entry(f"{number}.xml", DATE.format(number=number)) for number in range(9)]
    publisher.pages = {f"/{number}.xml": message(f"A{number}", f"Nr {number}") for number in range(9)}
    publisher.pages["/index.xml"] = atom(*links)
    first = read()
    assert len(publisher.asked()) == 10
    second = read(minutes=1)
    assert publisher.asked() == ["/index.xml"]
    assert headlines(first) == headlines(second) == {f"Nr {number}" for number in range(9)}
    publisher.pages["/3.xml"] = message("A3", "Ny")
    publisher.pages["/index.xml"] = atom(*links[:3], entry("3.xml", "2026-11-24T10:59:00Z"), *links[5:])
    assert headlines(read(minutes=2)) == {
        "Ny",
        *(f"Nr {number}" for number in range(9) if number not in {3, 4}),
    }
    assert publisher.asked() == ["/index.xml", "/3.xml"]


def test_message_without_a_date_is_asked_whether_it_changed(read, publisher):
    publisher.pages = {"/index.xml": atom(entry("a.xml")), "/a.xml": message()}
    read()
    assert headlines(read(minutes=1)) == {"Brand"}
    assert publisher.server.asked[-1].headers["If-None-Match"]
    publisher.pages["/a.xml"] = message(headline="Ny")
    assert headlines(read(minutes=2)) == {"Ny"}


BROKEN = {
    "in trouble": Reply(status=500),
    "gone": Reply(status=404),
    "moved": Reply(status=302, headers={"Location": "/a.xml"}),
    "asked too often": Reply(status=429, headers={"Retry-After": "60"}),
    "large": Reply(b" " * (600 << 10)),
    "empty": b"",
    "a web page": b"<html></html>",
    "no namespace": b"<alert/>",
    "no time": message().replace(b"2026-11-24T11:50:00+01:00", b"soon"),
    "cut off": message()[:-20],
    "an index": atom(entry("b.xml")),
    "nested": b"<a>" * 50_000 + b"</a>" * 50_000,
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_known_alert_stays_though_its_message_cannot_be_read_any_more(read, publisher, broken):
    publisher.pages = {"/a.xml": message(), "/b.xml": message("A2", "Gas")}
    publisher.pages["/index.xml"] = atom(entry("a.xml", "1"), entry("b.xml", "1"))
    read()
    publisher.pages |= {"/a.xml": broken, "/index.xml": atom(entry("a.xml", "2"), entry("b.xml", "1"))}
    for minutes in (1, 30, 60, 350):
        found = read(minutes=minutes)
        assert (found.problem, headlines(found), found.known.incomplete) == ("", {"Brand", "Gas"}, True)
        assert "message 1 of the index" in found.left_out[0]
    assert headlines(read(minutes=6 * 60)) == set()  # both expired
    publisher.pages["/a.xml"] = message("A3", "Ny").replace(b"T18:00", b"T23:00")
    found = read(minutes=7 * 60)
    assert (found.left_out, headlines(found), found.known.incomplete) == ((), {"Ny"}, False)


def test_new_message_that_cannot_be_read_is_never_no_alert(read, publisher):
    publisher.pages = {"/index.xml": atom(entry("a.xml", "1"), entry("b.xml", "1")), "/b.xml": message()}
    found = read()
    assert (headlines(found), found.known.incomplete) == ({"Brand"}, True)
    del publisher.pages["/b.xml"]
    publisher.pages["/index.xml"] = atom(entry("c.xml", "1"))
    found = read(minutes=1)  # nothing of it can be read: what was known before is kept while it is fresh
    assert "none of the messages that it lists can be read" in found.problem
    assert headlines(found) == {"Brand"}
    assert read(minutes=11).known is None


def test_cancellation_in_a_message_of_its_own_ends_an_alert(read, publisher):
    publisher.pages = {"/index.xml": atom(entry("a.xml", "1")), "/a.xml": message()}
    assert headlines(read()) == {"Brand"}
    named = "vma@sr.example,A1,2026-11-24T11:50:00+01:00"
    publisher.pages["/b.xml"] = message("A2", kind="Cancel", references=named)
    publisher.pages["/index.xml"] = atom(entry("b.xml", "1"), entry("a.xml", "1"))
    found = read(minutes=1)
    assert (found.known.alerts, found.known.incomplete) == ((), False)


def test_empty_index_says_that_there_is_no_alert(read, publisher):
    publisher.pages = {"/index.xml": atom()}
    assert (read().known.alerts, read().known.incomplete) == ((), False)


def test_index_of_ten_thousand_entries_is_followed_within_bounds(read, publisher, monkeypatch):
    monkeypatch.setattr(cap_index_store, "MAX_REQUESTS", 4)
    links = [entry(f"{number}.xml", DATE.format(number=number % 60)) for number in range(10_000)]
    publisher.pages = {f"/{number}.xml": message(f"A{number}") for number in range(10_000)}
    publisher.pages["/index.xml"] = atom(*links)
    found = read()
    assert len(publisher.asked()) == 5
    assert found.known.incomplete
    assert {each.identifier for each in found.known.alerts} == {"A59", "A119", "A179", "A239"}
    assert "9900 entries at the end of the index are not followed" in found.left_out
    assert len(read(minutes=1).known.alerts) == 8


def test_messages_that_are_too_large_together_are_left_out(read, publisher):
    filler = b"<!--" + b"x" * 1000 + b"-->"
    text = message().replace(b"</alert>", b"<note>" + b"y" * (400 << 10) + b"</note></alert>") + filler
    publisher.pages = {f"/{number}.xml": text.replace(b">A1<", b">A%d<" % number) for number in range(20)}
    publisher.pages["/index.xml"] = atom(*(entry(f"{number}.xml", "1") for number in range(20)))
    read()
    found = read(minutes=1)
    assert 10 < len(found.known.alerts) < 20
    assert found.known.incomplete


def test_server_that_was_asked_too_often_is_left_alone(read, publisher):
    publisher.pages = {"/index.xml": atom(entry("a.xml", "1"), entry("b.xml", "1")), "/a.xml": message()}
    publisher.pages["/b.xml"] = Reply(status=429, headers={"Retry-After": "600"})
    read()
    publisher.asked()
    for minutes in (1, 5, 9):
        assert headlines(read(minutes=minutes)) == {"Brand"}
    assert publisher.asked() == ["/index.xml"] * 3
    publisher.pages["/b.xml"] = message("A2", "Gas")
    assert headlines(read(minutes=10)) == {"Brand", "Gas"}


STRANGE = (
    "file:///etc/passwd",
    "http://127.0.0.1:1/a.xml",
    "http://localhost/a.xml",
    "http://[::1]/a.xml",
    "https://10.0.0.1/a.xml",
    "https://169.254.169.254/latest/meta-data",
    "https://index.example:8443/a.xml",
    "https://index.example.evil.example/a.xml",
    "https://index.example@evil.example/a.xml",
    "https://user:secret@index.example/a.xml",
    "//evil.example/a.xml",
    "http://evil.example/a.xml",
    "http://[",
    "javascript:alert(1)",
    "data:text/xml,a",
    "ftp://index.example/a.xml",
    "gopher://index.example/",
    "https://index.example:99999/",
    "",
)


@pytest.mark.parametrize("link", STRANGE)
def test_links_to_elsewhere_are_not_followed(link):
    with pytest.raises(ValueError, match="link"):
        linked_address(link, "https://index.example/feed.atom", ["cap.example"])
    with pytest.raises(ValueError, match="link"):
        linked_address(link, "", ["cap.example"])


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("a.xml", "https://index.example/cap/a.xml"),
        ("/b.xml?id=1#part", "https://index.example/b.xml?id=1"),
        ("http://index.example/c.xml", "https://index.example/c.xml"),
        ("https://INDEX.example:443/d.xml", "https://INDEX.example:443/d.xml"),
        ("https://cap.example/e.xml", "https://cap.example/e.xml"),
    ],
)
def test_links_to_the_host_of_the_index_and_to_named_ones_are_followed(link, address):
    assert linked_address(link, "https://index.example/cap/feed.atom", ["cap.example"]) == address


@given(st.text(max_size=60), st.sampled_from(("", "https://", "http://", "//", "https:\\\\", "https:/")))
def test_no_link_leads_to_a_host_that_is_not_listed(text, scheme):
    try:
        address = linked_address(scheme + text, "https://index.example/cap/feed.atom", ())
    except ValueError:
        return
    host, _, _ = address.removeprefix("https://").partition("/")
    assert host.lower() in {"index.example", "index.example:443", "index.example:"}


def test_strange_links_count_as_unknown_and_take_nothing_away(read, publisher):
    publisher.pages = {"/a.xml": message()}
    links = [
        entry("index.xml", "1"),
        *(entry(link, "1") for link in STRANGE),
    ]
    publisher.pages["/index.xml"] = atom(*links, entry("a.xml", "1"))
    found = read()
    assert (headlines(found), found.known.incomplete) == ({"Brand"}, True)
    assert set(publisher.asked()) == {"/index.xml", "/a.xml"}


def test_credentials_are_for_the_host_of_the_index_alone(tmp_path):
    class Web:
        elapsed_s, asked = 0.0, {}

        def request(self, url, auth, **_):
            self.asked[url] = auth
            return SourceResponse(index if url.endswith("feed") else message())

    index = atom(entry("a.xml"), entry("https://cap.example/b.xml"))
    source = AlertsSource(
        kind="cap", url="https://index.example/feed", hosts=["cap.example"], user="anna", password=WORD
    )
    source.fetch(Fetching(Web(), NOW, ZONE, folder=tmp_path))
    assert Web.asked == {
        "https://index.example/feed": (b"anna", WORD.encode()),
        "https://index.example/a.xml": (b"anna", WORD.encode()),
        "https://cap.example/b.xml": None,
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (atom(), True),
        (RSS.encode(), True),
        (b"<?xml version='1.0'?><!-- a --><!-- b --><a:feed xmlns:a='x'/>", True),
        (message(), False),
        (json.dumps({"alerts": []}).encode(), False),
        (b"<feeder/>", False),
        pytest.param(b"<!---->" * 500 + b"<x/>", False, id="many comments"),
        (b"", False),
    ],
)
def test_what_may_be_an_index(body, expected):
    assert may_be_index(body) is expected


def test_feed_that_holds_its_messages_is_read_as_it_is(read, publisher):
    text = message().partition(b"?>")[2]
    publisher.pages = {"/index.xml": atom(f"<entry><content>{text.decode()}</content></entry>")}
    assert headlines(read()) == headlines(read(minutes=1)) == {"Brand"}


@pytest.mark.parametrize(
    "body", [b"<feed><!DOCTYPE a>", b"<feed>" * 10, b"<feed \xff/>", b"<rss>" + b" " * (9 << 20)]
)
def test_index_that_cannot_be_read_is_refused(body):
    with pytest.raises(ValueError, match=r"."):
        read_index(body)


def test_index_in_a_file_links_to_named_hosts_only(tmp_path, read, publisher, monkeypatch):
    path = tmp_path / "index.xml"
    path.write_bytes(atom(entry("a.xml", "1"), entry("file:///etc/hostname", "1")))
    now = NOW
    rounds = SourceRound(LiveMemory(tmp_path / "kept", now), ZONE, now, {"vma": 600.0}, contexts=CONTEXT)
    found = list(rounds.outcomes({"vma": AlertsSource(kind="cap", file=path)}))[-1]["vma"]
    assert "none of the messages" in found.problem
    assert publisher.asked() == []
