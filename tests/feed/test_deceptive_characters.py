"""Deceptive characters in texts and addresses: invisible ones, and look-alikes."""

import pytest

from kiosk.feed.characters import appearance, hidden
from kiosk.feed.printable import printable, printable_value
from kiosk.feed.web_addresses import readable_host
from tests.feed.test_slips import SLIDE, message, reported

INVISIBLE = [
    "\u034f", "\u115f", "\u1160", "\u17b4", "\u180b", "\u180f", "\u2065", "\u2800", "\u3164", "\ufe00",
    "\ufe0f", "\uffa0", "\ufff0", "\ufffc", "\U0001d159", "\U000e0000", "\U000e0041", "\U000e0100",
    "\U000e0fff", "\u200d",
]  # fmt: skip


@pytest.mark.parametrize("sign", INVISIBLE, ids=ascii)
@pytest.mark.parametrize("letter", ["a", "\u4e2d", "\u05d0", "7", " "], ids=ascii)
def test_character_that_is_not_drawn_is_an_error_in_a_text(sign, letter):
    if letter == "\u4e2d" and sign == "\U000e0100":
        return  # a variant of this ideograph
    (problem,) = reported(SLIDE, message(f'"{letter}{sign}b"'))
    assert f"an invisible character, or one that reorders the others: U+{ord(sign):04X}" in problem


@pytest.mark.parametrize("sign", INVISIBLE, ids=ascii)
@pytest.mark.parametrize("place", ["/", "/a", "?a=", "/\u4e2da"], ids=ascii)
def test_character_that_is_not_drawn_is_an_error_in_an_address(sign, place):
    (problem,) = reported(SLIDE, f'kind: qr\ntitle: A\nlink: "https://bank.example{place}{sign}b"\n')
    assert f"an address without U+{ord(sign):04X}" in problem


@pytest.mark.parametrize("sign", INVISIBLE, ids=ascii)
def test_character_that_is_not_drawn_is_written_as_its_code_point(sign):
    assert sign not in printable(f"a{sign}b")
    assert sign not in printable_value(f"a{sign}b")


@pytest.mark.parametrize(
    "text",
    [
        "Tack \u2764\ufe0f och \u00a9\ufe0f",
        "Tryck 1\ufe0f\u20e3 eller #\ufe0f\u20e3",
        "\U0001f469\U0001f3fd\u200d\U0001f4bb \U0001f3f3\ufe0f\u200d\U0001f308",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian, with its non-joiner
        "\u0915\u094d\u200d\u0937",  # Devanagari, with a joiner after its virama
        "\u1820\u180b",  # Mongolian
        "\u845b\U000e0100",
    ],
    ids=ascii,
)
def test_what_shapes_its_neighbours_is_fine(text):
    assert hidden(text) == ""


DECEPTIVE = [
    "g\u09e6\u09e6gle",  # digits of Bengali
    "\u0966ffice",
    "b\u0251nk",  # phonetic letters
    "b\u1d00nk",
    "\u0261oogle",
    "\u0585\u0578\u057d",  # Armenian
    "\ua4d0\ua4ee\ua4e0",  # Lisu
    "\uab81\uab82",  # Cherokee
    "\uff42ank",  # full width, ligatures, mathematical
    "\ufb01ne",
    "\U0001d41bank",
    "\u2460\u2461",
    "bank\u0338",  # a stroke across a letter
    "ba\u0915\u094dnk",
    "\u03c1\u03b1\u03c5",
]


@pytest.mark.parametrize("label", DECEPTIVE, ids=ascii)
def test_host_that_looks_like_another_is_an_error(label):
    for link in (f"https://{label}.example/", f"https://www.{label}.example:8443/x"):
        (problem,) = reported(SLIDE, f'kind: qr\ntitle: A\nlink: "{link}"\n')
        assert "expected a host written in one script; U+" in problem
    assert any("U+" in each for each in reported(SLIDE, message(f'"Gå till {label}.example"')))


def test_host_between_dots_of_east_asia_is_an_error():
    assert any("U+0430" in each for each in reported(SLIDE, message('"Gå till b\u0430nk\u3002example"')))


def test_encoded_host_in_a_text_is_an_error():
    assert any("U+0430" in each for each in reported(SLIDE, message('"Gå till xn--bnk-6cd.example"')))


@pytest.mark.parametrize(
    "host",
    [
        "räksmörgås", "ra\u0308ksmo\u0308rga\u030as", "stra\u00dfe", "\u0131\u015f\u0131k",
        "\u30e9\u30fc\u30e1\u30f3", "\u4f50\u3005\u6728", "\u0645\u06f3", "\u0e19\u0e49\u0e33",
        "\u0628\u0627\u0646\u06a9", "\u0939\u093f\u0928\u094d\u0926\u0940\u0967", "vi\u1ec7t7",
    ],
    ids=ascii,
)  # fmt: skip
def test_host_in_one_script_is_fine(host):
    assert reported(SLIDE, f'kind: qr\ntitle: A\nlink: "https://{host}.example/"\n') == []


def test_readable_host():
    assert readable_host("XN--rksmrgs-5wao1o.example") == "räksmörgås.example"


@pytest.mark.parametrize(
    "name",
    [
        "Anna",
        "\u0430nna",
        "anna\u3164",
        " anna ",
        "an\u200bna",
        "\uff41nna",
        "ANNA\u202e",
        "\u0430\u0578\u0578\u0430",
    ],
    ids=ascii,
)
def test_names_that_look_alike(name):
    assert appearance(name) == appearance("anna")


@pytest.mark.parametrize("name", ["anne", "anna2", "hanna", "an na"])
def test_names_that_do_not_look_alike(name):
    assert appearance(name) != appearance("anna")
