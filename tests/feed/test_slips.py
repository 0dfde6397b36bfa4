"""Mistakes of non-programmers with Notepad, Word, Excel, a Mac or a phone; each gets its own message."""

import pytest

from kiosk.feed.feed_reader import read_folder
from kiosk.feed.models import Media
from kiosk.feed.problems import Severity
from tests.feed.test_feed_reader import TEXTS

ICONS = ("home", "forms", "calendar")
MEDIA = {"media/a.png": Media(sha256="0" * 64, size=1)}
OFFICE = "name: Torget\naddress: Torget 1\nbooking: {by: [desk]}\n"
SCREEN = "office: torg\nsize: 530 x 300 mm\nresolution: 1920 x 1080\nlanguages: [sv, en]\n"
NBSP, EN_DASH, RLO = "\u00a0", "\u2013", "\u202e"


def problems(media=MEDIA, **files):
    texts = TEXTS | {name.replace("__", "/"): text for name, text in files.items()}
    named = {
        name if "." in name else f"{name}.yaml": data.encode() if isinstance(data, str) else data
        for name, data in texts.items()
    }
    return read_folder(named, media, ICONS).problems


def reported(file, text, media=MEDIA):
    return [str(problem) for problem in problems(media, **{file: text})]


def message(title):
    return f"kind: message\ntitle: {title}\n"


SLIDE = "slides__hello"
CASES = {
    # spaces that are missing, or are not ordinary ones
    "no space after the colons of a text": (
        SLIDE,
        "kind: message\ntitle:\n  sv:Hej\n  en:Hi\n",
        "hello.yaml:3:3: error: the space after the colon is missing: write 'sv: …'",
    ),
    "no-break spaces after the colons of a text": (
        SLIDE,
        f"kind: message\ntitle:\n  sv:{NBSP}Hej\n  en:{NBSP}Hi\n",
        "hello.yaml:3:3: error: the space after the colon is missing: write 'sv: …'",
    ),
    "no space after the colon of one language": (
        SLIDE,
        "kind: message\ntitle:\n  SV:Hej\n",
        "3:3: error: the space after the colon is missing: write 'sv: …'",
    ),
    "no space in a text between braces": (
        SLIDE,
        "kind: message\ntitle: {sv:Hej, en: Hi}\n",
        "2:9: error: unknown language 'sv:Hej'",
    ),
    "no space in a notice": (
        "notices__lift",
        "text:\n  sv:Hej\n",
        "lift.yaml:2:3: error: the space after the colon is missing",
    ),
    "no space in a list of texts": (
        "topics__home",
        "title: A\nicon: home\nsummary: B\nhelp:\n  - sv:Hej\n",
        "home.yaml:5:5: error: the space after the colon is missing",
    ),
    "another language within a text": (
        SLIDE,
        "kind: message\ntitle:\n  sv: Hej\n    en:Hi\n",
        "3:7: warning: 'en:Hi' is inside a text",
    ),
    "no space after the dashes of a list": (
        "topics__home",
        "title: A\nicon: home\nsummary: B\nhelp:\n  -Hej\n  -Hopp\n",
        "expected a list: write it in brackets, [Hej, Hopp]",
    ),
    "no space after the dashes of slides": (
        "playlists__all",
        "slides:\n  -hello\n  -hello\n",
        "expected a list: write it in brackets, [hello, hello]",
    ),
    "no space after a colon at the top": (
        SLIDE,
        "kind: message\ntitle:Hej\ntext: A\n",
        "hello.yaml:2:1: error: not valid YAML",
    ),
    "no-break space after a colon at the top": (
        SLIDE,
        f"kind: message\ntitle:{NBSP}Hej\ntext: A\n",
        "hello.yaml:2:1: error: not valid YAML: a space that is not an",
    ),
    "no-break spaces as indentation": (
        SLIDE,
        f"kind: message\ntitle:\n{NBSP}{NBSP}sv: Hej\n",
        "a space that is not an ordinary one",
    ),
    "no-break space before a key": (
        "playlists__all",
        f"slides: [hello]\n{NBSP}priority: 3\n",
        "a space that is not an ordinary one",
    ),
    # what stands behind a number sign
    "number sign in a title": (
        SLIDE,
        message("Rum #3"),
        "hello.yaml:2:12: error: '#3' is lost: put quotes around",
    ),
    "number sign in one language": (
        SLIDE,
        "kind: message\ntitle:\n  sv: Rum #3\n  en: Room\n",
        "3:11: error: '#3' is lost: put quotes around",
    ),
    "tag in a notice": ("notices__lift", "text: Kom #hässelby\n", "1:11: error: '#hässelby' is lost"),
    "number sign with a space behind it": (
        SLIDE,
        message("Rum # 3"),
        "2:12: warning: '# 3' is a comment and not shown",
    ),
    "number sign behind two spaces": (SLIDE, message("Rum  #3"), "2:13: error: '#3' is lost"),
    "number sign in a file's name": (
        SLIDE,
        "kind: picture\npicture: media/bild #3.png\n",
        "2:21: error: '#3.png' is lost",
    ),
    "number sign in a list": (
        "playlists__all",
        "slides:\n  - hello #3\n",
        "playlists/all.yaml:2:11: error: '#3' is lost: ' #' begins a comment; delete it",
    ),
    "number sign behind a list's dash": (
        "playlists__all",
        "slides:\n  - hello\n  - #3\n",
        "3:5: error: '#3' is lost",
    ),
    "number sign in a choice": (SLIDE, message("A") + "tone: sea #2\n", "3:11: error: '#2' is lost"),
    "number sign behind a duration": (
        SLIDE,
        message("A") + "dwell: 12 s #15\n",
        "3:13: error: '#15' is lost",
    ),
    "number sign behind a tab": (SLIDE, message("A") + "tone: sea\t#2\n", "3:11: error: '#2' is lost"),
    "number sign behind a number": (
        "playlists__all",
        "slides: [hello]\npriority: 1 #0\n",
        "2:13: error: '#0' is lost",
    ),
    "number sign in a list between brackets": (
        "playlists__all",
        "slides: [hello #3, other]\n",
        "(' #' hides the rest of a line)",
    ),
    "number sign at the start": (
        SLIDE,
        message("#3"),
        "expected text, got nothing (one with ', ' or '#' in it",
    ),
    "number sign between braces": (
        SLIDE,
        message("{sv: Rum #3, en: Room}"),
        "(' #' hides the rest of a line)",
    ),
    "colour instead of a tone": (
        SLIDE,
        message("A") + "tone: #336699\n",
        "3:6: error: expected one of paper, ink, sea, leaf, sun, berry, got nothing",
    ),
    "number sign behind quotes": (SLIDE, message('"Rum" #3'), "2:14: error: '#3' is lost"),
    "number sign behind a comma": (
        "playlists__all",
        "slides: [hello, #hello\n  hello]\n",
        "1:17: error: '#hello' is lost",
    ),
    "number sign at the head of a block": (
        SLIDE,
        "kind: message\ntitle:\n  sv: | #3\n    Rum\n",
        "3:9: error: '#3' is lost",
    ),
    "ampersand at the beginning": (SLIDE, message("&co"), "2:8: error: '&co' is lost: put quotes around"),
    "ampersand before a word": (SLIDE, message("{sv: &Te och kaffe}"), "2:13: error: '&Te' is lost"),
    # tones, icons, kinds and other choices
    "colour in quotes": (
        SLIDE,
        message("A") + "tone: '#336699'\n",
        "one of paper, ink, sea, leaf, sun, berry, got '#336699'",
    ),
    "colour by name": (SLIDE, message("A") + "tone: ljusblå\n", "got 'ljusblå' (did you mean 'paper'?)"),
    "colour in English": (SLIDE, message("A") + "tone: red\n", "got 'red' (did you mean 'berry'?)"),
    "icon that there is not": (
        "topics__home",
        "title: A\nicon: hammer\nsummary: B\nhelp: [C]\n",
        "2:7: error: unknown pictogram 'hammer'; there are calendar, forms, home (did you mean 'home'?)",
    ),
    "kind in Swedish": (
        SLIDE,
        "kind: bild\npicture: media/a.png\n",
        "unknown kind 'bild'; one of welcome, message",
    ),
    "kind with a capital": (SLIDE, "kind: Message\ntitle: A\n", "(did you mean 'message'?)"),
    "key with a capital": (SLIDE, "kind: message\nTitle: A\n", "unknown key 'Title' (did you mean 'title'?)"),
    "key in Swedish": (SLIDE, "kind: message\nrubrik: A\n", "unknown key 'rubrik' (did you mean 'title'?)"),
    "dates of a slide as those of a playlist": (
        SLIDE,
        message("A") + "since: 2026-12-01\n",
        "unknown key 'since' (did you mean 'from'?)",
    ),
    "dates of a playlist as those of a slide": (
        "playlists__all",
        "slides: [hello]\nwhen: {from: 2026-12-01}\n",
        "unknown key 'from' (did you mean 'since'?)",
    ),
    "yes instead of true": (
        "playlists__all",
        "slides: [hello]\ntakeover: ja\n",
        "got 'ja' (did you mean 'true'?)",
    ),
    # lists
    "list without brackets": (
        "playlists__all",
        "slides: welcome, brev\n",
        "1:9: error: expected a list: write it in brackets, [welcome, brev]",
    ),
    "list of known slides without brackets": (
        "playlists__all",
        "slides: hello, hello\n",
        "1:9: error: expected a list: write it in brackets, [hello, hello]",
    ),
    "list with the dashes of Word": (
        "playlists__all",
        "slides:\n  – hello\n  – hello\n",  # as Word writes them
        "expected a list: write it in brackets, [hello, hello]",
    ),
    "list with bullets": (
        "playlists__all",
        "slides:\n  • hello\n  • hello\n",
        "expected a list: write it in brackets, [hello, hello]",
    ),
    "hours without brackets": (
        "offices__torg",
        OFFICE + "hours: mon-fri 10:00-16:00\n",
        "expected a list: write it in brackets, [mon-fri 10:00-16:00]",
    ),
    "list without commas": (
        "playlists__all",
        "slides: [hello hello]\n",
        "unknown slide 'hello hello'; in a list, put a comma and a space",
    ),
    # typographic quotes
    "typographic quotes around an id": (
        "playlists__all",
        "slides: [“hello”]\n",
        "1:10: error: unknown slide '“hello”' (did you mean 'hello'?)",
    ),
    "typographic quotes around a title": (
        SLIDE,
        message("”Hej på dig”"),
        "2:8: warning: the quotes ” will be shown",
    ),
    "typographic quotes around a key": (
        SLIDE,
        "kind: message\n“title”: A\n",
        "typographic quotes around the key '“title”'",
    ),
    "typographic quotes around a link": (
        SLIDE,
        "kind: qr\ntitle: A\nlink: ”https://a.example”\n",
        "expected an address without U+201D (RIGHT DOUBLE",
    ),
    # HTML, Markdown, other encodings
    "bold as in HTML": (
        SLIDE,
        message("<b>Hej</b>"),
        "2:8: error: HTML is shown as it is typed: '<b>'; delete it",
    ),
    "line break as in HTML": (SLIDE, message("Hej<br/>du"), "HTML is shown as it is typed: '<br/>'"),
    "link as in HTML": (SLIDE, message("'Se <a href=\"x\">här</a>'"), "error: HTML is shown as it is typed"),
    "entity of HTML": (
        SLIDE,
        message("Kaffe &amp; te"),
        "HTML is shown as it is typed: '&amp;'; type the character",
    ),
    "bold as in Markdown": (SLIDE, message("'**Hej**'"), "2:8: warning: '**Hej**' is shown as it is typed"),
    "link as in Markdown": (
        SLIDE,
        message("'[Hej](https://a.example)'"),
        "is shown as it is typed; only slides of the",
    ),
    "heading as in Markdown": (SLIDE, message("'# Hej'"), "'# H' is shown as it is typed"),
    "line break as in C": (SLIDE, message("Hej\\nalla"), r"'\n' is shown as it is typed".replace("'", "")),
    "UTF-8 read as Latin-1": (SLIDE, message("HÃ¤sselby"), "2:8: error: garbled letters 'Ã¤'"),
    "letter that was lost": (SLIDE, message("H\ufffdsselby"), "2:8: error: garbled letters"),
    "Latin-1": (
        SLIDE,
        "kind: message\ntitle: Hässelby\n".encode("latin-1"),
        "2:9: error: not UTF-8 text; save the file as",
    ),
    "UTF-16": (SLIDE, "kind: hours\n".encode("utf-16"), "1:1: error: not UTF-8 text but UTF-16; in Notepad"),
    "rich text": (
        SLIDE,
        rb"{\rtf1\ansi kind: hours}",
        "1:1: error: rich text (RTF), not plain text; in TextEdit",
    ),
    "Word document": (SLIDE, b"PK\x03\x04\x14\x00", "1:1: error: a Word, Excel or zip file, not text"),
    "empty file": (SLIDE, "", "hello.yaml: error: the file is empty"),
    "exchanged languages": (
        SLIDE,
        message("{sv: مرحبا, en: Hi}"),
        "the text of sv is written in another script",
    ),
    "comma of a JSON file": (SLIDE, message("Hej,"), "2:8: warning: the comma at the end will be shown"),
    "list in place of a map": (
        "offices__torg",
        OFFICE + "exceptions: [2026-12-24]\n",
        "expected a map (lines of 'key: value'), got ['2026-12-24']",
    ),
    # dates and times
    "day in words in exceptions": (
        "offices__torg",
        OFFICE + "exceptions: {24 december 2026: closed}\n",
        "got '24 december 2026' (did you mean '2026-12-24'?)",
    ),
    "range in words in exceptions": (
        "offices__torg",
        OFFICE + "exceptions: {27 - 30 december 2026: closed}\n",
        "got '27 - 30 december 2026' (did you mean '2026-12-27 - 2026-12-30'?)",
    ),
    "range with a word between its days": (
        "offices__torg",
        OFFICE + "exceptions: {2026-12-27 till 2026-12-30: closed}\n",
        "(did you mean '2026-12-27 - 2026-12-30'?)",
    ),
    "hours with kl": (
        "offices__torg",
        OFFICE + "hours: [mon-fri kl 10-16]\n",
        "(did you mean 'mon-fri 10:00-16:00'?)",
    ),
    "hours on vardagar": (
        "offices__torg",
        OFFICE + "hours: [vardagar 10:00-16:00]\n",
        "(did you mean 'mon-fri'?)",
    ),
    "slide that ends before it begins": (
        SLIDE,
        message("A") + "from: 2026-12-20\nuntil: 2026-12-01\n",
        "4:8: error: expected 'until' on the day of 'from' or later",
    ),
    "slide without a kind": (SLIDE, "title: A\n", "error: missing key 'kind'"),
    # sizes and lengths
    "size in centimetres": (
        "screens__s1",
        SCREEN.replace("530 x 300 mm", "53 x 30 cm"),
        "(did you mean '530 x 300 mm'?)",
    ),
    "resolution by its name": (
        "screens__s1",
        SCREEN.replace("1920 x 1080", "1080p"),
        "(did you mean '1920 x 1080'?)",
    ),
    "distance with a comma": ("screens__s1", SCREEN + "distance: 0,6 m\n", "(did you mean '0.6 m'?)"),
    "February 30": (
        "playlists__all",
        "slides: [hello]\nwhen: {until: 2026-02-30}\n",
        "a day that exists (February 2026 has 28",
    ),
    "month 13": ("playlists__all", "slides: [hello]\nwhen: {until: 2026-13-01}\n", "a month from 01 to 12"),
    "month and day exchanged": (
        "playlists__all",
        "slides: [hello]\nwhen: {until: 2026-24-12}\n",
        "a month from 01 to 12",
    ),
    "February 30 in exceptions": (
        "offices__torg",
        OFFICE + "exceptions: {2026-02-30: closed}\n",
        "February 2026 has 28 days",
    ),
    "date in words": (
        "playlists__all",
        "slides: [hello]\nwhen: {until: 24 december 2026}\n",
        "(did you mean '2026-12-24'?)",
    ),
    "date without hyphens": (
        "playlists__all",
        "slides: [hello]\nwhen: {until: 20261224}\n",
        "(did you mean '2026-12-24'?)",
    ),
    "days from last to first": (
        "offices__torg",
        OFFICE + "exceptions: {2027-01-06 - 2026-12-27: closed}\n",
        "expected days in their order",
    ),
    "days in two ranges": (
        "offices__torg",
        OFFICE + "exceptions:\n  2026-12-20 - 2026-12-27: closed\n  2026-12-27 - 2027-01-06: closed\n",
        "expected ranges of days that do not overlap; 2026-12-27 is in two of them",
    ),
    "end before the beginning of a slide": (
        SLIDE,
        message("A") + "from: 2026-12-24\nuntil: 2026-12-01\n",
        "'until' on the day of 'from' or later",
    ),
    "hours with points": (
        "offices__torg",
        OFFICE + "hours: [mån-fre 10.00-16.00]\n",
        "(did you mean 'mon-fri'?)",
    ),
    "two ranges of one day": (
        "offices__torg",
        OFFICE + "hours: ['mon 10:00-12:00, 13:00-15:00']\n",
        "did you mean 'mon 10:00-12:00, mon 13:00-15:00'",
    ),
    "a day without its hours": (
        "offices__torg",
        OFFICE + "exceptions:\n  2026-12-24:\n",
        "'closed' or a time range such as '13:00-16:00', got nothing",
    ),
    "a day with an empty list of hours": (
        "offices__torg",
        OFFICE + "exceptions: {2026-12-24: []}\n",
        "'closed' or a time range such as '13:00-16:00', got []",
    ),
    "an empty list as the hours of an eve": (
        "offices__torg",
        OFFICE + "eve: []\n",
        "'closed' or a time range such as '13:00-16:00', got []",
    ),
    "an id in brackets": (
        "screens__desk",
        SCREEN.replace("office: torg", "office: [torg]"),
        "expected a single value, without brackets or '- ', got ['torg']",
    ),
    "an id in brackets within a list": (
        "playlists__all",
        "slides: [[hello]]\n",
        "expected a single value, without brackets or '- ', got ['hello']",
    ),
    "a map in place of an id": (
        "screens__desk",
        SCREEN.replace("office: torg", "office: {torg: yes}"),
        "expected a single value, without keys of its own, got {'torg': 'yes'}",
    ),
    "a text in brackets": (
        SLIDE,
        "kind: message\ntitle: [Hej]\n",
        "expected text, or a text by language such as 'sv: Hej', got ['Hej']",
    ),
    "hours as words": (
        "offices__torg",
        OFFICE + "eve: stängt\n",
        "'closed' or a time range such as '13:00-16:00', got 'stängt'",
    ),
    "weekly": (
        "playlists__all",
        "slides: [hello]\nwhen: {since: 2026-01-01, repeat: weekly}\n",
        "(did you mean 'FREQ=WEEKLY'?)",
    ),
    "every Monday": (
        "playlists__all",
        "slides: [hello]\nwhen: {since: 2026-01-01, repeat: varje måndag}\n",
        "(did you mean 'FREQ=WEEKLY;BYDAY=MO'?)",
    ),
    "seconds in Swedish": (
        SLIDE,
        message("A") + "dwell: 12 sekunder\n",
        "got '12 sekunder' (did you mean '12 s'?)",
    ),
    # addresses and names
    "address without a scheme": (
        SLIDE,
        "kind: qr\ntitle: A\nlink: www.kommun.example\n",
        "(did you mean 'https://www.kommun.example'?)",
    ),
    "address without TLS": (
        SLIDE,
        "kind: qr\ntitle: A\nlink: http://kommun.example\n",
        "(did you mean 'https://kommun.example'?)",
    ),
    "path of Windows": (SLIDE, "kind: picture\npicture: media\\a.png\n", "(did you mean 'media/a.png'?)"),
    "file without its folder": (SLIDE, "kind: picture\npicture: a.png\n", "(did you mean 'media/a.png'?)"),
    "file in other letters": (
        SLIDE,
        "kind: picture\npicture: media/A.PNG\n",
        "(did you mean 'media/a.png'?)",
    ),
    "ending in an id": ("playlists__all", "slides: [hello.yaml]\n", "(did you mean 'hello'?)"),
    "folder in an id": ("playlists__all", "slides: [slides/hello]\n", "(did you mean 'hello'?)"),
    "telephone as a number": (
        "offices__torg",
        OFFICE.replace("by: [desk]", "phone: 0846500400"),
        "expected text (put quotes",
    ),
    "decimal commas in a position": (
        "offices__torg",
        OFFICE + "position: '59,3668, 17,8436'\n",
        "(did you mean '59.3668, 17.8436'?)",
    ),
    "star in a size": (
        "screens__hall",
        SCREEN.replace("530 x 300", "530*300"),
        "(did you mean '530 x 300'?)",
    ),
    # what deceives
    "reordered text": (
        SLIDE,
        message(f'"a{RLO}b"'),
        "2:8: error: an invisible character, or one that reorders the others: U+202E",
    ),
    "zero-width space": (SLIDE, message('"a\u200bb"'), "U+200B (ZERO WIDTH SPACE)"),
    "control character": (SLIDE, message('"a\\x07b"'), "U+0007 (a control character)"),
    "right-to-left mark": (SLIDE, message('"a\u200fb"'), "U+200F (RIGHT-TO-LEFT MARK)"),
    "host in two scripts": (
        SLIDE,
        "kind: qr\ntitle: A\nlink: https://b\u0430nk.example\n",
        "expected a host written in one script; U+0430 (CYRILLIC SMALL LETTER A) looks",
    ),
    "host in two scripts, encoded": (
        SLIDE,
        "kind: qr\ntitle: A\nlink: https://xn--bnk-6cd.example\n",
        "expected a host written in one script",
    ),
    "host of letters like Latin ones": (
        SLIDE,
        "kind: qr\ntitle: A\nlink: https://\u0430\u0440\u0440\u04cf\u0435.example\n",
        "a host written in one script; U+0430",
    ),
    "bidi in a link": (
        SLIDE,
        f'kind: qr\ntitle: A\nlink: "https://a.example/{RLO}b"\n',
        "an address without U+202E",
    ),
    "slash that is none": (
        SLIDE,
        "kind: qr\ntitle: A\nlink: https://a.example\u2215b.example\n",
        "an address without U+2215",
    ),
    "host in two scripts within a text": (
        SLIDE,
        message("Gå till b\u0430nk.example"),
        "an address written in several scripts",
    ),
    "mail in two scripts": (
        "offices__torg",
        OFFICE.replace("by: [desk]", "email: torget@b\u0430nk.example"),
        "a host written in one script",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_slip_is_reported(name):
    file, text, words = CASES[name]
    found = reported(file, text)
    assert any(words in each for each in found), "\n".join(found)


@pytest.mark.parametrize(
    "text",
    [
        message("'Rum #3'"),
        message("Rum3#4"),
        message("A  # the title"),
        message("Det heter ”Torget” nu"),
        message("”Hej”, sa hon, ”och välkommen”"),
        message("3 < 4 och <18 år"),
        message("Kaffe & te; bröd"),
        message("Obs: allt är gratis".replace(": ", ":")),
        message("Klockan 10:30"),
        message("En mening med mjukt\u00adbindestreck"),
        message("{sv: Hej, en: Hello 👩🏽\u200d💻}"),
        message("08-465\u00a0004\u00a000"),
        "kind: message\ntitle: A\ndwell: 12\u00a0s\n",
        f"kind: message\ntitle: A\nfrom: 2026{EN_DASH}12{EN_DASH}01\n",
        "kind: qr\ntitle: A\nlink: https://väder.example/möte\n",
        "kind: qr\ntitle: A\nlink: https://почта.example/\n",  # Cyrillic, in one script
        "kind: text\ntext: '**Hej** du'\n",
        "kind: message\ntitle:\n  sv: |\n    Rum #3\n",
        "kind: message\ntitle: A\ntone: sea # calm\ndwell: 12 s  # long enough\n",
    ],
)
def test_what_is_no_slip(text):
    assert reported(SLIDE, text) == []


KINDS = {
    "offices": OFFICE,
    "screens": SCREEN,
    "topics": "title: A\nicon: home\nsummary: B\nhelp: [C]\n",
    "playlists": "slides: [hello]\n",
    "slides": "kind: hours\n",
    "notices": "text: Hej\n",
    "": "name: Test\nlanguages: {sv: {name: Svenska}}\n",
}


@pytest.mark.parametrize("there", [folder for folder in KINDS if folder])
@pytest.mark.parametrize("kind", KINDS)
def test_part_in_the_wrong_folder(kind, there):
    if kind == there:
        return
    place = f"{kind}/x.yaml" if kind else "feed.yaml"
    found = reported(f"{there}__x", KINDS[kind])
    assert [each for each in found if each.startswith(f"{there}/x.yaml")] == [
        next(each for each in found if each.endswith(f"move it to {place}"))
    ]


@pytest.mark.parametrize("kind", [folder for folder in KINDS if folder])
@pytest.mark.parametrize("folder", ["", "Slides/", "slide/", "spellistor/", "slides/jul/"])
def test_part_in_a_folder_that_is_not_read(kind, folder):
    found = read_folder(
        {name + ("" if "." in name else ".yaml"): data for name, data in TEXTS.items()}
        | {f"{folder}x.yaml": KINDS[kind].encode()},
        MEDIA,
        ICONS,
    )
    assert [str(each) for each in found.problems if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("file", "right"),
    [
        ("slides/jul.yaml.txt", "jul.yaml"), ("slides/jul.YAML", "jul.yaml"), ("slides/jul.yml", "jul.yaml"),
        ("slides/jul.Yaml", "jul.yaml"), ("slides/jul.YML", "jul.yaml"), ("slides/jul.yml.txt", "jul.yaml"),
        ("slides/jul.yaml.yaml", "jul.yaml.yaml"), ("slides/jul.yaml ", "jul.yaml"),
        ("slides/jul.yaml.", "jul.yaml"),
        ("slides/jul.yaml.rtf", "jul.yaml"), ("slides/jul", "jul.yaml"), ("slides/jul.yaml.md", "jul.yaml"),
        ("notices/x.yaml.TXT", "x.yaml"),
    ],
)  # fmt: skip
def test_file_that_is_saved_under_another_ending(file, right):
    (problem,) = read_folder(TEXTS | {file: b"kind: hours\n"}, MEDIA, ICONS).problems
    assert problem.severity is Severity.ERROR
    assert right in str(problem)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("slides/bild.jpg", "belong in media/; move it there"),
        ("slides/jul.docx", "only text files that end in .yaml are read here"),
        ("slides/jul.rtf", "only text files that end in .yaml are read here"),
        ("slides/jul.txt", "this looks like a part of the feed and is not read"),
        ("slides/jul - Kopia.yaml", "this looks like a copy that the computer made"),
        ("slides/jul (1).yaml", "this looks like a copy that the computer made"),
        ("slides/Copy of jul.yaml", "this looks like a copy that the computer made"),
        ("slides/Öppet hus.yaml", "(did you mean 'oppet-hus.yaml'?)"),
        ("slides/jul_2026.yaml", "(did you mean 'jul-2026.yaml'?)"),
    ],
)
def test_file_that_is_not_read(file, words):
    (problem,) = read_folder(TEXTS | {file: b"kind: hours\n"}, MEDIA, ICONS).problems
    assert words in str(problem)
    assert problem.severity is Severity.ERROR


@pytest.mark.parametrize("name", ["feed.yaml.txt", "feed.yml", "Feed.yaml", "FEED.YAML", "feed.yaml.yaml"])
def test_settings_under_another_name(name):
    texts = {file: data for file, data in TEXTS.items() if file != "feed.yaml"} | {name: TEXTS["feed.yaml"]}
    found = [str(problem) for problem in read_folder(texts, MEDIA, ICONS).problems]
    assert any(name in each and "feed.yaml" in each.partition(": error: ")[2] for each in found), found


def test_notes_beside_parts():
    assert not read_folder(
        TEXTS | {"slides/LÄSMIG.txt": "Skriv här: vad som helst".encode()}, MEDIA, ICONS
    ).problems


def test_moved_file_is_known_where_it_belongs():
    found = reported("playlists__jul", "kind: hours\n") + reported("playlists__all", "slides: [hello, jul]\n")
    assert len(found) == 2
    both = problems(playlists__jul="kind: hours\n", playlists__all="slides: [hello, jul]\n")
    assert [str(each) for each in both] == [
        "playlists/jul.yaml: error: this looks like a slide; move it to slides/jul.yaml"
    ]


COMPOSED, DECOMPOSED = "media/m\u00f6te.png", "media/mo\u0308te.png"


@pytest.mark.parametrize("written", [COMPOSED, DECOMPOSED])
@pytest.mark.parametrize("there", [COMPOSED, DECOMPOSED])
def test_name_is_the_same_with_composed_and_decomposed_letters(written, there):
    media = {"media/a.png": MEDIA["media/a.png"], there: MEDIA["media/a.png"]}
    found = read_folder(
        TEXTS | {"slides/hello.yaml": f"kind: picture\npicture: {written}\n".encode()}, media, ICONS
    )
    assert found.problems == ()
    assert found.feed.slides["hello"].picture == there


def test_text_has_composed_letters():
    found = read_folder(TEXTS | {"slides/hello.yaml": message("mo\u0308te").encode()}, MEDIA, ICONS)
    assert found.feed.slides["hello"].title.root == "m\u00f6te"
