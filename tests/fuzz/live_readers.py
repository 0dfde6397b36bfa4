"""Readers of what the sources of live data answer, and of the list that is signed of them."""

import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from kiosk.booking.sources.source_errors import BadAnswer
from kiosk.feed.problems import ContentError
from kiosk.live.live_data import LiveData, QueueState, Serving, read_live, write_live
from kiosk.live.sources.cap_alerts import read_alerts
from kiosk.live.sources.cap_documents import document_of
from kiosk.live.sources.cap_index import joined, read_documents, read_index
from kiosk.live.sources.event_calendar import read_events
from kiosk.live.sources.gtfs_realtime import read_trip_updates
from kiosk.live.sources.gtfs_timetable import read_timetable
from kiosk.live.sources.news_feed import read_news
from kiosk.live.sources.queue_json import read_queue
from kiosk.live.sources.sl_departures import read_departures
from kiosk.live.sources.smhi_warnings import read_warnings
from kiosk.live.sources.weather_json import read_met, read_smhi
from tests.fuzz.reader import Reader
from tests.live import transit

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
AT = "2026-11-28T13:00:00+00:00"
ASKED = {
    "now": NOW.isoformat(),
    "zone": "Europe/Stockholm",
    "days": 14,
    "language": None,
    "areas": ["0180"],
    "offices": {"torg": [59.3, 18.0], "shis": None},
}
HEAD = json.dumps(ASKED).encode() + b"\n"


def _answer(read):
    """Return a reader of what the source says; what is asked is our own."""
    return lambda data: json.loads(read(HEAD + data), parse_constant=_no_number)


def _documents(data: bytes) -> None:
    (found,) = json.loads(read_documents(b"[%d]\n" % len(data) + data))["documents"]
    assert document_of(joined([found.get("alerts", "")], [found["problem"]])).unread == [found["problem"]]


def _departures(data: bytes) -> None:
    json.loads(read_trip_updates(HEAD + TIMETABLE + b"\n" + data))


def _timetable(data: bytes) -> None:
    with NamedTemporaryFile(suffix=".zip") as file:
        Path(file.name).write_bytes(data)
        read_timetable(json.dumps({"path": file.name, "stop": "torget", "day": "2026-11-24"}).encode())


def _tables(data: bytes) -> None:
    """Read a timetable whose tables are the parts of `data`."""
    parts = dict(zip(TABLES, data.split(b"\0"), strict=False))
    _timetable(transit.timetable(**{name.removesuffix(".txt"): text for name, text in parts.items()}))


def _no_number(word: str) -> float:
    raise AssertionError(word)


def _live(data: bytes) -> None:
    found = read_live(data)
    assert read_live(write_live(found)) == found


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


CAP = (
    '<?xml version="1.0"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a</identifier>'
    "<sender>s@a.example</sender><sent>2026-11-28T11:00:00+00:00</sent><status>Actual</status>"
    "<msgType>Update</msgType><scope>Public</scope><references>s@a.example,b,2026-11-28T10:00:00+00:00"
    "</references><info><language>sv-SE</language><category>Met</category><event>Storm</event>"
    "<urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>"
    f"<onset>{AT}</onset><expires>2026-11-29T11:00:00+00:00</expires><headline>Storm</headline><area>"
    "<areaDesc>Sthlm</areaDesc><polygon>59,17 60,17 60,19 59,19 59,17</polygon><circle>59.3,18.0 9</circle>"
    "<geocode><valueName>lkf</valueName><value>0180</value></geocode></area></info></alert>"
).encode()
EVENTS = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261129T120000Z\r\n"
    b"DTEND:20261129T130000Z\r\nRRULE:FREQ=DAILY;COUNT=3\r\nSUMMARY:Kaffe\\, te\r\nLOCATION:Torget\r\n"
    b"CATEGORIES:a,b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
LIVE = write_live(
    LiveData(generated_at=NOW, queues={"tickets": QueueState(as_of=NOW, serving=(Serving(number="A 1"),))})
)
DEPARTURE = {
    "state": "EXPECTED",
    "expected": "2026-11-28T13:10:00",
    "scheduled": "2026-11-28T13:09:00",
    "destination": "Hjulsta",
    "line": {"designation": "10", "transport_mode": "METRO"},
}
INDEX = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><updated>2026-11-28T09:00:00Z</updated>'
    b'<link type="application/cap+xml" href="a.xml"/></entry><entry><link href="/b.xml"/></entry></feed>'
)
RSS = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>K</title><language>sv-SE</language><item>'
    b"<title>Ny &lt;b&gt;sida&lt;/b&gt; &amp;amp; mer</title><description><![CDATA[<p>Kom hit</p>]]>"
    b"</description><pubDate>Sat, 28 Nov 2026 09:00:00 +0100</pubDate></item></channel></rss>"
)
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv"><entry xml:lang="ar"><title type="xhtml">'
    b'<div xmlns="http://www.w3.org/1999/xhtml">Ny<b>tt</b></div></title><updated>2026-11-28T09:00:00Z'
    b'</updated><content type="html">&lt;i&gt;Hej&lt;/i&gt;</content></entry></feed>'
)
PUBLIC = {"status": "Actual", "msgType": "Alert", "scope": "Public"}
SMHI = {"timeSeries": [{"time": AT, "data": {"air_temperature": 1.5, "symbol_code": 3}}]}
MET = {
    "properties": {
        "timeseries": [
            {
                "time": AT,
                "data": {
                    "instant": {"details": {"air_temperature": 1.5}},
                    "next_1_hours": {"summary": {"symbol_code": "rain"}},
                },
            }
        ]
    }
}

TABLES = transit.TABLES | {
    "calendar_dates.txt": "service_id,date,exception_type\nweekdays,20261124,1\nsaturdays,20261124,2\n"
}
TIMETABLE = json.dumps({
    "stops": ["torget"],
    "departures": [["a", "20261128", 2, "torget", "2026-11-28T12:10:00+00:00", "117", "Hjulsta"]],
    "problems": [],
}).encode()  # fmt: skip
UPDATES = transit.feed(
    transit.trip("a", transit.call(1, delay=60), transit.call(2, stop="torget", time=NOW)), at=NOW
)
WARNINGS = [
    {
        "id": 1,
        "event": {"sv": "Snö"},
        "warningAreas": [
            {
                "id": 2,
                "approximateStart": AT,
                "warningLevel": {"sv": "Röd", "code": "RED"},
                "affectedAreas": [{"id": 1}],
                "area": {"type": "Polygon", "coordinates": [[[17, 59], [19, 59], [19, 60], [17, 60]]]},
            }
        ],
    }
]

LIVE_READERS = {
    "gtfs_realtime": Reader(_departures, (ValueError,), (UPDATES,)),
    "gtfs_tables": Reader(_tables, (ValueError,), ("\0".join(TABLES.values()).encode(),)),
    "gtfs_timetable": Reader(_timetable, (ValueError,), (transit.timetable(),)),
    "smhi_warnings": Reader(_answer(read_warnings), (ValueError,), (_json(WARNINGS),)),
    "cap_index": Reader(read_index, (ValueError,), (INDEX, RSS)),
    "cap_documents": Reader(_documents, (ValueError,), (CAP,)),
    "cap_alerts": Reader(
        _answer(read_alerts),
        (ValueError,),
        (CAP, _json([{"identifier": "a", "sender": "s", "sent": AT, **PUBLIC, "info": []}])),
    ),
    "departures": Reader(_answer(read_departures), (ValueError,), (_json({"departures": [DEPARTURE]}),)),
    "events": Reader(_answer(read_events), (BadAnswer,), (EVENTS,)),
    "live": Reader(_live, (ContentError,), (LIVE,)),
    "met": Reader(_answer(read_met), (ValueError,), (_json(MET),)),
    "news": Reader(_answer(read_news), (ValueError,), (RSS, ATOM)),
    "queue": Reader(
        _answer(read_queue),
        (ValueError,),
        (_json({"at": NOW.isoformat(), "serving": [{"number": "A 1"}], "waiting": 3}),),
    ),
    "smhi": Reader(_answer(read_smhi), (ValueError,), (_json(SMHI),)),
}
