"""Each kind of problem twice: in a feed that has it, and in one that only just does not."""

import pytest

from kiosk.feed.recording_names import draft_name
from kiosk.feed.translation_record import fingerprint as print_of
from tests.checks.conftest import MEDIA, TEXTS

OFFICE = TEXTS["offices/torg"]
SCREEN = TEXTS["screens/hall"]


def message(text, dwell="12 s"):
    return f"kind: message\ntitle: {{sv: A, en: A}}\ntext: '{text}'\npicture: media/a.png\ndwell: {dwell}\n"


CAMPAIGN = """\
questions:
  - id: dialogue
    text: {{sv: A, en: A}}
    answers: [{{id: a, text: {{sv: A, en: A}}}}, {{id: b, text: {{sv: B, en: B}}}}]
    when: {{since: 2026-12-01{until}}}
"""


def takeover(when, more=""):
    return f"slides: [hello]\ntakeover: true\nwhen: {{{when}}}\n{more}"


def table(dwell):
    return {"slides/table": f"kind: hours\ndwell: {dwell}\n", "playlists/all": "slides: [hello, table]\n"}


def december(hours):
    when = f"when: {{since: 2026-12-07, until: 2026-12-08, hours: [{hours} 10:00-11:00]}}\n"
    return {"playlists/more": "slides: [hello]\n" + when}


def test_feed_with_nothing_wrong(reported):
    assert reported() == []


BOOKED = (
    "name: A\naddress: B\nhours: [mon 10:00-16:00]\nbookable: [{topics: [home], when: [mon 10:00-11:00]}]\n"
)


def record(source, target):
    entry = f"{print_of(source)} {print_of(target)}"
    return {"translations": f"en: {{slides/hello.yaml: {{title: {entry}}}}}\n"}


def booking(ways):
    return {"offices/torg": BOOKED + f"booking: {{{ways}}}\n"}


SERVICE = "link: 'https://b.example/{service}'"

CASES = {
    "link without what it is filled in with": (
        booking(SERVICE),
        "offices/torg.yaml:5:17: error: for the topic 'home' the link needs 'service', which is missing",
        booking(f"{SERVICE}, topics: {{home: {{service: '7'}}}}"),
    ),
    "link without what it is filled in with, for one topic": (
        booking("link: 'https://b.example', topics: {home: {link: 'https://b.example/{provider}'}}"),
        "offices/torg.yaml:5:60: error: for the topic 'home' the link needs 'provider', which is missing",
        booking("link: 'https://b.example', provider: p, topics: {home: {link: 'https://b.example/{provider}'}}"),
    ),
    "link that becomes no address": (
        booking("link: 'https://b{+service}.example', service: a b"),
        "offices/torg.yaml:5:17: error: for the topic 'home' the link is not a web address",
        booking("link: 'https://b{+service}.example', service: b"),
    ),
    "link that nobody is given": (
        booking(f"{SERVICE}, by: [link]"),
        "the link needs 'service'",
        booking(f"{SERVICE}, by: [desk]"),
    ),
    "not translated": (
        {"slides/hello": "kind: message\npicture: media/a.png\ntitle: {sv: Hej}\n"},
        "slides/hello.yaml:3:1: warning: not translated: readers of en see sv",
        {"slides/hello": "kind: message\npicture: media/a.png\ntitle: Hej\n"},
    ),
    "stale translation": (
        record("Hallå", "Hello"),
        "slides/hello.yaml:2:18: warning: stale: the text of sv has changed since it was translated",
        record("Hej", "Hello"),
    ),
    "record that nobody can read": (
        {"translations": "en: {slides/hello.yaml: {title: Hello}}\n"},
        "translations.yaml:1:33: warning: not an entry that `kiosk feed translations` writes",
        {"translations": "{}\n"},
    ),
    "not translated, in a list": (
        {"topics/home": "title: A\nicon: home\nsummary: B\nhelp:\n  - C\n  - {en: D}\n"},
        "topics/home.yaml:6:5: warning: not translated: readers of sv see en",
        {"topics/home": "title: A\nicon: home\nsummary: B\nhelp:\n  - C\n  - {en: D, sv: D}\n"},
    ),
    "not reviewed": (
        {"slides/hello": TEXTS["slides/hello"] + "drafts: [en]\n"},
        "slides/hello.yaml:4:1: note: not reviewed: no speaker of en has reviewed the texts of this file",
        {"slides/hello": TEXTS["slides/hello"] + "drafts: []\n"},
    ),
    "too short to read": (
        {"slides/hello": message("x" * 75)},
        "slides/hello.yaml:5:8: warning: shown for 12 s, which is too short to read in sv: 13 s",
        {"slides/hello": message("x" * 74)},
    ),
    "too short for anything": (
        {"slides/hello": message("x", "7.9 s")},
        "shown for 7.9 s, which is too short to read in sv: 8 s",
        {"slides/hello": message("x", "8 s")},
    ),
    "too short for a table": (
        table("19 s"),
        "slides/table.yaml:2:8: warning: shown for 19 s",
        table("20 s"),
    ),
    "slide in no playlist": (
        {"slides/other": "kind: hours\ndwell: 20 s\n"},
        "slides/other.yaml:1:1: warning: not used: this slide is in no playlist; add 'other' to",
        {"slides/other": "kind: hours\ndwell: 20 s\n", "playlists/all": "slides: [hello, other]\n"},
    ),
    "nothing to show at times": (
        {"playlists/all": "slides: [hello]\nwhen: {hours: [mon-sat 00:00-24:00, sun 00:00-23:59]}\n"},
        (
            "screens/hall.yaml:1:1: warning: nothing to show from Sun 2026-11-29 23:59 to Mon "
            "2026-11-30 00:00, and 3 more times in 30 days; the office's hours are shown instead"
        ),
        {"playlists/all": "slides: [hello]\nwhen: {hours: [mon-sat 00:00-24:00, sun 00:00-24:00]}\n"},
    ),
    "nothing to show for a month": (
        {"playlists/all": "slides: [hello]\nwhen: {since: 2026-12-25}\n"},
        "screens/hall.yaml:1:1: warning: nothing to show: no playlist is on here in the coming 30 days",
        {"playlists/all": "slides: [hello]\nwhen: {since: 2026-11-24}\n"},
    ),
    "nothing to show ever": (
        {"playlists/all": "slides: [hello]\nwhere: {tags: [touch]}\n"},
        "screens/hall.yaml:1:1: error: nothing to show: no playlist is for this screen",
        {"playlists/all": "slides: [hello]\n"},
    ),
    "for no screen": (
        {"playlists/more": "slides: [hello]\nwhere: {tags: [touch]}\n"},
        "playlists/more.yaml:2:1: warning: never applies: it is for no screen of the feed",
        {"playlists/more": "slides: [hello]\nwhere: {tags: [t]}\n", "screens/hall": SCREEN + "tags: [t]\n"},
    ),
    "at no time": (
        december("sun"),
        "playlists/more.yaml:2:1: warning: never applies: no future day and hour matches",
        december("mon"),
    ),
    "always behind another": (
        {"playlists/more": "slides: [hello]\npriority: 1\n"},
        "playlists/all.yaml:1:1: warning: never applies: in the coming 30 days it always waits for more",
        {"playlists/more": "slides: [hello]\npriority: 1\nwhen: {hours: [daily 10:00-11:00]}\n"},
    ),
    "takeovers that collide": (
        {"playlists/one": takeover("until: 2026-11-26"), "playlists/two": takeover("since: 2026-11-26")},
        (
            "playlists/one.yaml:2:1: warning: collides with the takeover 'two' on the screen 'hall', first "
            "Thu 2026-11-26 00:00; give one a higher priority"
        ),
        {
            "playlists/one": takeover("until: 2026-11-26"),
            "playlists/two": takeover("since: 2026-11-27, until: 2026-11-27"),
        },
    ),
    "takeover without an end": (
        {"playlists/more": takeover("since: 2026-12-01")},
        "playlists/more.yaml:2:1: warning: this takeover has no end; give the last day in 'when'",
        {"playlists/more": takeover("since: 2026-12-01, until: 2026-12-02")},
    ),
    "takeover that comes again for ever": (
        {"playlists/more": takeover("since: 2026-12-01, repeat: FREQ=YEARLY")},
        "this takeover has no end",
        {"playlists/more": takeover("since: 2026-12-01, repeat: FREQ=YEARLY;COUNT=2")},
    ),
    "notice without an end": (
        {"notices/lift": "text: {sv: A, en: A}\n"},
        "notices/lift.yaml:1:1: warning: this notice has no end",
        {"notices/lift": "text: {sv: A, en: A}\nwhen: {until: 2026-12-01}\n"},
    ),
    "campaign without an end": (
        {"feed": TEXTS["feed"] + CAMPAIGN.format(until="")},
        "warning: this campaign has no end",
        {"feed": TEXTS["feed"] + CAMPAIGN.format(until=", until: 2026-12-21")},
    ),
    "hours through the night": (
        {"offices/torg": OFFICE.replace("mon-fri 10:00-16:00", "mon-thu 10:00-16:00, fri 15:00-10:00")},
        "torg.yaml:3:30: error: 15:00-10:00 runs past midnight to 10:00 on the next day, 19 hours (did",
        {"offices/torg": OFFICE.replace("mon-fri 10:00-16:00", "mon-thu 10:00-16:00, fri 10:00-15:00")},
    ),
    "hours of twelve past noon": (
        {"offices/torg": OFFICE.replace("10:00-16:00", "10:00-04:00")},
        "error: 10:00-04:00 runs past midnight to 04:00 on the next day, 18 hours",
        {"offices/torg": OFFICE.replace("10:00-16:00", "10:00-22:00")},
    ),
    "hours of an exception through the night": (
        {"offices/torg": OFFICE + "exceptions: {2026-12-23: 12:00-10:00}\n"},
        "offices/torg.yaml:5:26: error: 12:00-10:00 runs past midnight",
        {"offices/torg": OFFICE + "exceptions: {2026-12-23: 10:00-12:00}\n"},
    ),
    "hours of an eve through the night": (
        {"offices/torg": OFFICE + "eve: 20:00-02:00\n"},
        "offices/torg.yaml:5:6: warning: 20:00-02:00 runs past midnight",
        {"offices/torg": OFFICE + "eve: 10:00-13:00\n"},
    ),
    "playlist through the night and the day": (
        {"playlists/more": "slides: [hello]\nwhen: {hours: [daily 16:00-10:00]}\n"},
        "more.yaml:2:16: warning: 16:00-10:00 runs past midnight to 10:00 on the next day, 18 hours",
        {"playlists/more": "slides: [hello]\nwhen: {hours: [daily 16:00-08:00]}\n"},
    ),
    "day with two hours": (
        {"offices/torg": OFFICE.replace("mon-fri 10:00-16:00", "mon-fri 10:00-16:00, fri 10:00-14:00")},
        "torg.yaml:3:30: error: fri also has the hours 10:00-16:00, and the office would be open",
        {"offices/torg": OFFICE.replace("mon-fri 10:00-16:00", "mon-fri 10:00-12:00, fri 13:00-14:00")},
    ),
    "screen whose picture lies and whose dots stand": (
        {"screens/hall": SCREEN.replace("1920 x 1080", "1080 x 1920")},
        "hall.yaml:3:13: error: the resolution 1080 x 1920 and the size 530 x 300 do not agree: one is",
        {"screens/hall": SCREEN.replace("1920 x 1080", "1920 x 1200")},
    ),
    "screen with a slip in a number": (
        {"screens/hall": SCREEN.replace("530 x 300", "530 x 500")},
        "hall.yaml:3:13: warning: the resolution 1920 x 1080 and the size 530 x 500 mm do not agree",
        {"screens/hall": SCREEN.replace("530 x 300", "520 x 325")},
    ),
    "screen in centimetres": (
        {"screens/hall": SCREEN.replace("530 x 300", "53 x 30")},
        "screens/hall.yaml:2:7: warning: a picture 53 mm wide or high; is the size in millimetres?",
        {"screens/hall": SCREEN.replace("530 x 300", "106 x 60")},
    ),
    "distance without its unit": (
        {"screens/hall": SCREEN + "distance: 4\n"},
        "screens/hall.yaml:5:11: warning: read from 4 mm away; write the unit",
        {"screens/hall": SCREEN + "distance: 400\n"},
    ),
    "panel that nobody touches": (
        {"screens/hall": SCREEN + "layout: panel\n"},
        "screens/hall.yaml:5:9: warning: a screen without touch shows a bar",
        {"screens/hall": SCREEN + "layout: panel\ntouch: true\n"},
    ),
    "position in the Indian Ocean": (
        {"offices/torg": OFFICE + "position: 17.8436, 59.3668\n"},
        "torg.yaml:5:11: warning: latitude and longitude seem to be swapped (did you mean '59.36680",
        {"offices/torg": OFFICE + "position: 59.3668, 17.8436\n"},
    ),
    "slide that stays for hours": (
        {"slides/hello": TEXTS["slides/hello"] + "dwell: 12000\n"},
        "slides/hello.yaml:4:8: warning: stays for 200 minutes before the next slide",
        {"slides/hello": TEXTS["slides/hello"] + "dwell: 5 min\n"},
    ),
    "event that is over": (
        {"slides/fair": "kind: event\ntitle: Fest\nday: 2026-11-23\n",
            "playlists/all": "slides: [hello, fair]"},
        "slides/fair.yaml:3:6: warning: expired: it ended on 2026-11-23 and can be removed",
        {"slides/fair": "kind: event\ntitle: Fest\nday: 2026-11-24\n",
            "playlists/all": "slides: [hello, fair]"},
    ),
    "slide that has ended": (
        {"slides/hello": TEXTS["slides/hello"] + "until: 2026-11-23\n",
            "playlists/all": "slides: [hello, now]",
         "slides/now": "kind: hours\ndwell: 20 s\n"},
        "slides/hello.yaml:4:8: warning: expired: it ended on 2026-11-23 and can be removed",
        {"slides/hello": TEXTS["slides/hello"] + "until: 2026-11-24\n",
            "playlists/all": "slides: [hello, now]",
         "slides/now": "kind: hours\ndwell: 20 s\n"},
    ),
    "days that have passed": (
        {"offices/torg": OFFICE + "exceptions: {2026-11-20 - 2026-11-23: closed}\n"},
        "offices/torg.yaml:5:14: warning: expired: this day has passed",
        {"offices/torg": OFFICE + "exceptions: {2026-11-20 - 2026-11-24: closed}\n"},
    ),
    "playlist whose slides have ended": (
        {"slides/old": TEXTS["slides/hello"] + "until: 2026-11-23\n", "playlists/more": "slides: [old]\n"},
        "playlists/more.yaml:1:1: warning: never applies: none of its slides is for a future day",
        {"slides/old": TEXTS["slides/hello"] + "until: 2026-11-24\n", "playlists/more": "slides: [old]\n"},
    ),
    "words that wait for others": (
        {"slides/hello": TEXTS["slides/hello"].replace("sv: Hej", "sv: TODO")},
        "slides/hello.yaml:2:13: warning: unfinished text: 'TODO'",
        {"slides/hello": TEXTS["slides/hello"].replace("sv: Hej", "sv: Todor")},
    ),
    "takeovers of one rank": (
        {
            "playlists/one": takeover("hours: [tue 09:00-12:00]"),
            "playlists/two": takeover("hours: [daily 10:00-11:00]"),
        },
        "collides",
        {
            "playlists/one": takeover("until: 2026-12-31, hours: [tue 09:00-12:00]"),
            "playlists/two": takeover("until: 2026-12-31, hours: [daily 10:00-11:00]", "priority: 1\n"),
        },
    ),
    "drop-in while closed": (
        {"offices/torg": OFFICE + "drop_in: [{topic: home, when: [mon 10:00-16:01]}]\n"},
        "torg.yaml:5:32: error: mon 10:00-16:01 is outside the opening hours of that day: 10:00-16:00",
        {"offices/torg": OFFICE + "drop_in: [{topic: home, when: [mon 10:00-16:00]}]\n"},
    ),
    "bookable while closed": (
        {"offices/torg": OFFICE + "bookable: [{topics: [home], when: [fri-sat 10:00-11:00]}]\n"},
        "error: sat 10:00-11:00 is outside the opening hours of that day: closed",
        {"offices/torg": OFFICE + "bookable: [{topics: [home], when: [fri 10:00-11:00]}]\n"},
    ),
    "playlist that ended": (
        {"playlists/more": "slides: [hello]\nwhen: {until: 2026-11-23}\n"},
        "playlists/more.yaml:2:15: warning: expired: it ended on 2026-11-23 and can be removed",
        {"playlists/more": "slides: [hello]\nwhen: {until: 2026-11-24}\n"},
    ),
    "notice that ended": (
        {"notices/more": "text: {sv: A, en: A}\nwhen: {until: 2026-11-23}\n"},
        "notices/more.yaml:2:15: warning: expired: it ended on 2026-11-23 and can be removed",
        {"notices/more": "text: {sv: A, en: A}\nwhen: {until: 2026-11-24}\n"},
    ),
    "exception that passed": (
        {"offices/torg": OFFICE + "exceptions:\n  2026-11-23: closed\n"},
        "offices/torg.yaml:6:3: warning: expired: this day has passed and its line can be removed",
        {"offices/torg": OFFICE + "exceptions:\n  2026-11-24: closed\n"},
    ),
    "text about a day that passed": (
        {"slides/hello": message("Stängt 20–23 november 2026.")},
        "slides/hello.yaml:3:1: warning: expired: the text is about 2026-11-23, which has passed",
        {"slides/hello": message("Stängt 20–24 november 2026.")},
    ),
    "text about a day that passed, in English": (
        {"slides/hello": message("Closed on November 23rd, 2026")},
        "expired: the text is about 2026-11-23",
        {"slides/hello": message("Open since May 1, 2020, until 2026-12-01")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_problem_is_reported(reported, name):
    wrong, problem, _ = CASES[name]
    assert any(problem in line for line in reported(wrong)), reported(wrong)


@pytest.mark.parametrize("name", CASES)
def test_what_just_is_not_a_problem(reported, name):
    *_, right = CASES[name]
    assert reported(right) == []


def test_media_that_nothing_names(reported):
    assert reported(media=("media/a.png", "media/b.png")) == [
        "media/b.png: warning: not used: no file of the feed names it"
    ]


@pytest.mark.parametrize(
    ("help_line", "lines"),
    [
        ("Ansökan", ["note: spoken by a machine; let a person who speaks the language read it"]),
        (
            "Ansöka",
            ["warning: stale: the texts have changed since this was spoken; run `kiosk feed speak` again"],
        ),
    ],
)
def test_recordings_that_a_machine_has_read(reported, help_line, lines):
    topic = draft_name("home", "sv", f"Bostad\nHjälp\n{help_line}\n0")
    name = draft_name("language", "sv", "Svenska")
    changes = {
        "topics/home": TEXTS["topics/home"] + f"speech:\n  sv: {topic}\n",
        "feed": TEXTS["feed"].replace("Svenska", f"Svenska, speech: {name}"),
    }
    found = [line for line in reported(changes, (*MEDIA, topic, name)) if not line.startswith("feed.yaml")]
    assert found == [f"topics/home.yaml:6:7: {line}" for line in lines]


def test_a_recording_that_a_person_has_made_is_never_stale(reported):
    changes = {"topics/home": TEXTS["topics/home"] + "speech: {sv: media/home-sv.ogg}\n"}
    assert reported(changes, (*MEDIA, "media/home-sv.ogg")) == []


def test_worst_comes_first(reported):
    found = reported(CASES["drop-in while closed"][0] | CASES["not translated"][0])
    assert [": error: " in line for line in found] == [True, False]


def test_slide_that_is_never_shown_is_measured_in_every_language(reported):
    found = reported({"slides/other": message("x" * 75)})
    assert any("too short" in line for line in found)


def test_slide_is_measured_in_the_languages_of_the_slides(reported):
    slide = {"slides/hello": f"kind: message\ntitle: {{sv: A, en: {'x' * 90}}}\npicture: media/a.png\n"}
    assert any("too short to read in en" in line for line in reported(slide))
    assert reported(slide | {"screens/hall": SCREEN + "slide_languages: [sv]\n"}) == []


def test_number_that_looks_like_a_date(reported):
    assert reported({"slides/hello": message("Diarienummer 2020-99-99 och 31 februari 2020")}) == []
