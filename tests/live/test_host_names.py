"""Words from outside name no host that the feed does not list, however it is written."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk import resources
from kiosk.live.host_names import other_host, without_hosts
from kiosk.publish.folder_source import check_folder
from tests.test_sample_feed import texts_of

LISTED = {"biblioteket.example", "xn--torgets-sid-78a.example"}


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Boka på https://evil.example/x", "evil.example"),
        ("Se www.evil.example idag", "evil.example"),
        ("Anmälan: EVIL.se/kurs", "evil.se"),
        ("ladda.ner.appen.link", "ladda.ner.appen.link"),
        ("ftp://gammal", "gammal"),
        ("Läs mer på biblioteket.example/kalender", ""),
        ("https://www.biblioteket.example:8080/", ""),
        ("kl. 10.30, bl.a. fika, 3.5 kr", ""),
        ("Slut.Se upp", "slut.se"),
        ("bit.do/vinst", "bit.do"),
        ("evil.museum:8080/x", "evil.museum"),
        ("skriv evil.xyz", "evil.xyz"),
        ("evil\u3002com, evil\uff0ecom, evil\u2024com", "evil.com"),
        ("http://203.0.113.7/x", "203.0.113.7"),
        ("gå till 203.0.113.7", "203.0.113.7"),
        ("https://biblioteket.example:lösen@evil.com/", "evil.com"),
        ("https://biblioteket.example@evil.com", "evil.com"),
        ("24.12.2026 kl. 13.00/14.00, t.ex. och/eller, m.m.", ""),
        ("Centralst./Stora torget, St.Eriksplan/Odenplan", ""),
        ("skriv evil.museum", "evil.museum"),
        ("gå till evil.nyanderelsen.", "evil.nyanderelsen"),
        ("EVIL.NYANDELSE", "evil.nyandelse"),
        ("Evil.Museum", "evil.museum"),
        ("t.me, x.com, t.co/a", "t.me"),
        ("evil.example.com.:8080/", "evil.example.com"),
        ("biblioteket.example.evil", "biblioteket.example.evil"),
        ("biblioteket.example.evil.com", "biblioteket.example.evil.com"),
        ("evil-biblioteket.example", "evil-biblioteket.example"),
        ("evil.com-sidan", "evil.com"),
        ("biblioteket.example-sidan", ""),
        ("evil.com.Kom nu", "evil.com"),
        ("evil.com.10", "evil.com"),
        ("skriv till anna.berg@evil.se", "evil.se"),
        ("skriv till anna.berg@biblioteket.example", ""),
        ("anna@evil.Nyandelse", "evil.nyandelse"),
        ("hxxp://evil", "evil"),
        ("hxxps:\\\\evil", "evil"),
        ("http:/evil", "evil"),
        ("www.evil", "evil"),
        ("Evil.Nyandelse:8080", "evil.nyandelse"),
        ("evil\u200b.\u200bcom", "evil.com"),
        ("ev\u00adil.c\u200dom", "evil.com"),
        ("evil\ufe0f.com", "evil.com"),
        ("\uff45\uff56\uff49\uff4c\uff0e\uff43\uff4f\uff4d", "evil.com"),
        ("evil\ufe52com", "evil.com"),
        ("evil[.]com", "evil.com"),
        ("evil (dot) com", "evil.com"),
        ("evil{punkt}se", "evil.se"),
        ("evil%2Ecom", "evil.com"),
        ("evil .com", "evil.com"),
        ("evil. com", "evil.com"),
        ("xn--e1afmkfd.xn--p1ai", "xn--e1afmkfd.xn--p1ai"),
        ("\u0437\u043b\u043e.\u0440\u0444", "xn--g1aij.xn--p1ai"),
        ("\u0437\u043b\u043e.\u0441\u0430\u0439\u0442", "xn--g1aij.xn--80aswg"),
        ("evil.\u0645\u0648\u0642\u0639", "evil.xn--4gbrim"),
        ("[2001:db8::1]:8080", "2001:db8::1"),
        ("g\u00e5 till 2001:db8::7", "2001:db8::7"),
        ("\u00e5ret.biblioteket.example", "xn--ret-tla.biblioteket.example"),
        ("torgets-sid\u00e5.example", ""),
        ("Torgets-Sid\u00e5.Example", ""),
        ("biblioteket.example.Kom in, biblioteket.example.", ""),
    ],
)
def test_hosts_that_the_feed_does_not_list_are_found(text, host):
    assert other_host(text, LISTED) == host
    hidden = without_hosts(text, LISTED)
    assert other_host(hidden, LISTED) == ""
    assert (hidden == text) == (not host)


@pytest.mark.parametrize(
    "text",
    [
        "Idag.Kom och fika!Välkommen.Vi ses",
        "kl.fem, kl.18.00-20.00, v.48, nr.12, ca.tio",
        "bl.a., t.ex. fika, m.fl., fr.o.m. 1.1, t.o.m. 2.2, d.v.s., s.k. projekt, p.g.a., o.s.v., i.st.f.",
        "T.ex. kl. 18.30–20.00 tis.-tors. 24.12.2026",
        "500 e.Kr., 300 f.Kr., org.nr 556000-0000, tel.nr 08-465 004 00",
        "a.m., p.m., U.S.A., Ph.D., J.R.R. Tolkien, S:t Eriksplan, St.Eriksplan",
        "1.234,50 kr, 3.5 kg, 10.30, 1:a, 10:30:00",
        "Vänta … eller kom…nu",
        "Rum 2.14.B, ver.2b, A.B",
        "\u0627\u0644\u064a\u0648\u0645.\u063a\u062f\u064b\u0627",
    ],
)
def test_ordinary_words_name_no_host(text):
    assert other_host(text, ()) == ""
    assert without_hosts(text, ()) == text


def test_texts_of_the_sample_feed_name_no_host():
    feed = check_folder(
        resources.sample_feed(), [path.stem for path in (resources.assets() / "icons").glob("*.svg")]
    ).feed
    texts = [
        words for text in texts_of(feed) if not isinstance(text.root, str) for words in text.root.values()
    ]
    assert len(texts) > 1000
    assert {words: found for words in texts if (found := other_host(words, feed.live_hosts))} == {}


LABELS = st.text("abcdefghijkl\u00e5\u0431\u0436", min_size=3, max_size=12)
ENDINGS = st.sampled_from(
    (
        "com",
        "se",
        "museum",
        "nyandelse",
        "\u0440\u0444",
        "xn--p1ai",
        "zip",
        "co.uk",
        "\u0645\u0648\u0642\u0639",
    )
)
DOTS = st.sampled_from(
    (".", "\u3002", "\uff0e", "\uff61", "\u2024", "\ufe52", "\u200b.", ".\u00ad", "[.]", " (.) ")
)
AROUND = st.sampled_from(
    (
        "{}",
        "Se {} idag",
        "({})",
        "\u201d{}\u201d.",
        "https://{}/a",
        "www.{}",
        "anna@{}",
        "{}:8080/x",
        "{}/\u00e5",
        "{}.",
        "{}?",
        "{},",
        "FTP://{}",
    )
)


WORDS = ("{}", "Se {} idag", "({})", "\u201d{}\u201d.", "{}/\u00e5", "{}.", "{}?", "{},")
"""Where a name may be two sentences as well."""


def test_no_word_gets_lost_where_a_sentence_begins_in_small_letters():
    text = "Gå genast inomhus.stäng fönster,d\u00f6rrar och ventiler.lyssna på P4"
    assert other_host(text, ())
    assert without_hosts(text, ()) == text.replace(".", ". ")


@given(LABELS, DOTS, ENDINGS, AROUND, st.booleans())
@example(label="evil", dot=".", ending="museum", around="Se {} idag", upper=True)
@example(label="dag", dot=".", ending="museum", around="Se {} idag", upper=False)
def test_no_spelling_of_a_host_is_let_through(label, dot, ending, around, upper):
    name = f"{label}{dot}{ending}"
    text = around.format(name.upper() if upper else name)
    assert other_host(text, LISTED)
    assert other_host(without_hosts(text, LISTED), LISTED) == ""
    may_be_words = ending == "nyandelse" and around in WORDS
    assert may_be_words or without_hosts(text, LISTED).count(label) <= around.count(label)


@given(st.text(max_size=200))
def test_nothing_is_left_of_any_text_that_names_a_host(text):
    left = without_hosts(text, ())
    assert other_host(left, ()) == ""
    assert (left == text) == (other_host(text, ()) == "")
