"""Made-up sources of live data that `kiosk demo` serves itself, in the formats of the real ones."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

SENDER = "vma@varningar.example"
EXERCISE_AFTER = timedelta(seconds=45)
EXERCISE_LASTS = timedelta(seconds=60)
"""The duration of the exercise alert, which begins `EXERCISE_AFTER` after the start of the demo."""

ZONE = ZoneInfo("Europe/Stockholm")

_EVENTS = (
    ("Språkcafé", "Biblioteket", "MO,WE,TH", "1300"),
    ("Läxhjälp", "Biblioteket", "MO,TU,WE,TH", "1600"),
    ("Sagostund på arabiska", "Barnens rum", "TU,SA", "1100"),
    ("Dataklubben", "Studion", "FR", "1400"),
    ("Sy och laga", "Verkstaden", "SU", "1200"),
)
_NEWS = (
    ("sv", "Nya öppettider i jul", "Så håller vi öppet under helgerna."),
    ("sv", "Språkcaféet söker samtalsledare", "Kom till biblioteket på torsdag."),
    ("sv", "Gratis bussresor för unga", "Biljetten gäller hela lovet."),
    ("en", "New opening hours at Christmas", "How we are open during the holidays."),
    ("en", "Free bus trips for young people", "The ticket is valid during the whole holiday."),
    ("ar", "مواعيد جديدة في عيد الميلاد", "هكذا نفتح خلال العطلة."),
    ("ar", "رحلات مجانية بالحافلة للشباب", "التذكرة صالحة طوال العطلة."),
)
"""Language, title and summary, the latest first."""

_LINES = (("117", "Spånga station", 7), ("119", "Hässelby strand", 10), ("541", "Jakobsbergs station", 17))
"""Line, destination, and the minutes between two departures."""


def write_sources(folder: Path, url: str, now: datetime, exercise_from: datetime | None) -> Path:
    """Write the sources' data at `now` to `folder`, which is served at `url`; return the sources file.

    `exercise_from` is the start of the demo, which the exercise alert follows; None means no exercise.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parts = {
        "library.ics": calendar().encode(),
        "weather.json": _json(forecast(now)),
        "departures.json": _json(departures(now)),
        "news.xml": news(now).encode(),
        "alerts.json": _json(alerts(exercise_from)),
    }
    for name, data in parts.items():
        temporary = folder / f".{name}"
        temporary.write_bytes(data)
        temporary.replace(folder / name)
    path = folder.parent / "live.yaml"
    path.write_text(
        "sources:\n"
        f'  library: {{kind: events, url: "{url}/library.ics"}}\n'
        f'  weather: {{kind: smhi, position: "59.3668, 17.8436", url: "{url}/weather.json"}}\n'
        f'  stop: {{kind: sl, site: 9999, url: "{url}/departures.json"}}\n'
        f'  news: {{kind: news, url: "{url}/news.xml"}}\n'
        f'  exercise: {{kind: cap, url: "{url}/alerts.json"}}\n',
        encoding="utf-8",
    )
    path.chmod(0o600)
    return path


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def calendar() -> str:
    """Return a calendar of weekly events at the library."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Infodisk//demo//SV"]
    for number, (title, place, days, time) in enumerate(_EVENTS):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{number}@demo.example",
            f"DTSTART;TZID=Europe/Stockholm:20240101T{time}00",
            "DURATION:PT1H30M",
            f"RRULE:FREQ=WEEKLY;BYDAY={days}",
            f"SUMMARY:{title}",
            f"LOCATION:{place}",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def forecast(now: datetime) -> dict[str, object]:
    """Return a forecast in the format of SMHI's snow1g."""
    first = now.replace(minute=0, second=0, microsecond=0)
    codes = (25, 25, 6, 4, 3, 1, 2, 18)
    steps = [
        {
            "time": (first + timedelta(hours=hour)).isoformat(),
            "data": {"air_temperature": -2.0 + hour % 7, "symbol_code": codes[hour // 3 % len(codes)]},
        }
        for hour in range(40)
    ]
    return {"createdTime": first.isoformat(), "timeSeries": steps}


def departures(now: datetime) -> dict[str, object]:
    """Return departures from a made-up stop in the format of SL's transport API, with local times."""
    local = now.astimezone(ZONE).replace(tzinfo=None, second=0, microsecond=0)
    midnight = local.replace(hour=0, minute=0)
    passed = int((local - midnight).total_seconds() // 60)
    upcoming = [
        {
            "destination": destination,
            "state": "EXPECTED",
            "scheduled": (midnight + timedelta(minutes=minute)).isoformat(),
            "expected": (midnight + timedelta(minutes=minute)).isoformat(),
            "line": {"designation": line, "transport_mode": "BUS"},
        }
        for line, destination, every in _LINES
        for minute in range(passed - passed % every + every, passed + 70, every)
    ]
    return {"departures": upcoming, "stop_deviations": []}


def news(now: datetime) -> str:
    """Return news in several languages as an Atom feed."""
    lines = ['<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv"><title>Nyheter</title>']
    for number, (language, title, summary) in enumerate(_NEWS):
        at = (now - timedelta(hours=2 + 5 * number)).isoformat(timespec="seconds")
        lines.append(
            f'<entry xml:lang="{language}"><id>urn:demo:{number}</id><updated>{at}</updated>'
            f"<title>{title}</title><summary>{summary}</summary></entry>"
        )
    return "\n".join([*lines, "</feed>"])


def alerts(started: datetime | None) -> dict[str, object]:
    """Return one exercise alert, or none, in the format of the VMA API."""
    if started is None:
        return {"alerts": []}
    begins = (started + EXERCISE_AFTER).astimezone(UTC)
    info = {
        "language": "sv-SE",
        "category": ["Safety"],
        "event": "Övning: utsläpp av gas",
        "severity": "Severe",
        "certainty": "Observed",
        "effective": begins.isoformat(),
        "expires": (begins + EXERCISE_LASTS).isoformat(),
        "headline": "Övning: giftig gas på torget",
        "description": "Det här är en övning. Ingen gas har släppts ut, och ingen är i fara.",
        "area": [{"areaDesc": "Stockholm", "geocode": [{"valueName": "Kommun", "value": "0180"}]}],
    }
    message = {
        "identifier": "demo-exercise",
        "sender": SENDER,
        "sent": started.astimezone(UTC).isoformat(),
        "status": "Exercise",
        "msgType": "Alert",
        "scope": "Public",
        "info": [info],
    }
    return {"timestamp": started.astimezone(UTC).isoformat(), "alerts": [message]}
