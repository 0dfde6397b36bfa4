"""Finds host names in running text: whatever a passer-by would read as an address and might type.

A name after a scheme, `www.` or an `@`, or with a port, is a host, and so is an IP address. Any other word
with a dot in it, whatever the dot looks like, is a host if its last part is

- a known ending, in upper or lower case, also before a hyphen; or
- another ending of letters, all in the same case, since no list of endings stays complete. It needs at least
  three characters before it, so `kl.fem` is not a host.

So a sentence that begins without a space, as in `idag.Kom`, is not a host, nor are abbreviations, times and
dates. A spelled-out dot (`evil dot com`) is only found in brackets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import NamedTuple

from kiosk.feed.web_addresses import ascii_host

_DOT = "[.\u3002\uff61]"
"""The full stop and its East Asian forms; NFKC maps other lookalikes to these."""

_UNSEEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
                     "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]")  # fmt: skip
"""Invisible characters that may occur between letters."""

_KNOWN = frozenset(
    """
    ac academy adult ae aero af africa agency ai al amsterdam app arpa asia au auction az ba bank be
    berlin best bet bg bid bio biz blog br business buzz by bz ca cafe capital casa casino cat cc
    center ch charity chat cl click cloud club cm cn co college com coop cr cx cz dev digital direct
    dk dog download ec edu ee email engineer es eu example exchange expert express fans fi finance
    fit fm foundation fr fun fund fyi ga gay gd gg gi gives gl global gmbh gov gq gr gs guide guru
    hk hm host hosting hr ht hu icu id ie il im inc info ink institute insure int international
    invalid investments io iq ir je jobs jp ke kg kim kr kz la lat legal lgbt li limited link live
    loan lol lotto ls lt ltd lu lv ly ma marketing mba md me media mil ml mn mobi moe mom monster
    mov ms mt museum mx name net network news ng ngo ninja nl nu nyc nz observer ong onion online
    ooo org paris partners pet ph pics pk pl pm poker porn pr pro promo property pt pub pw py quest
    racing re ren rent rip ro rocks rs ru ruhr rw sale sbs sc se sh shop show si site sk ski social
    software solar solutions space st stockholm store stream studio style su support surf sx systems
    taxi team tech tel tf tickets tk tl tm tn tokyo top tours trade travel tt tube tv tw tz ua ug uk
    university us uy uz vc ventures vet vg vip vision vn wang webcam website wf wien wiki win works
    world ws wtf xxx xyz yt zip zm zone zw
    ישראל קום اتصالات ارامكو الجزائر السعودية
    العراق المغرب اليمن امارات ايران ایران بازار تونس سوريا سورية شبكة عرب عمان فلسطين قطر
    مصر موريتانيا موقع همراه پاکستان کوم भारत คอม ไทย გე みんな コム 中国 中國 中文网 公司
    台湾 台灣 在线 新加坡 澳门 網路 网站 网络 香港 닷컴 한국
    """.split()  # noqa: SIM905  # a list of words is easier to read
) | {"бг", "бел", "ею", "қаз", "мкд", "мон", "рф", "срб", "укр", "ελ", "ευ", "հայ"}  # noqa: RUF001  # not Latin
"""Existing endings (top-level domains) that are unlikely to begin a sentence."""

_ABBREVIATIONS = frozenset((
    "dr.med", "e.dyl", "e.kr", "f.kr", "fil.dr", "fil.kand", "fil.mag", "i.st", "jur.kand", "lör.sön", "m.fl",
    "med.dr", "mån.fre", "o.dyl", "ons.fre", "org.nr", "pers.nr", "t.ex", "tekn.dr", "tel.nr", "tfn.nr",
))  # fmt: skip
"""Swedish words that are written with a dot in them."""

_NAME = re.compile(
    rf"(?P<scheme>\w{{2,12}}:[/\\]{{1,3}})?(?P<user>[\w.+%-]{{1,64}}(?::[^\s/@]{{0,64}})?@)?"
    rf"(?P<name>[\w-]+(?:{_DOT}[\w-]+)*)(?P<port>:\d{{1,5}}(?!\d))?"
)
_IPV6 = re.compile(r"(?<![\w:])\[?(?:[0-9a-f]{1,4}:)*(?:[0-9a-f]{1,4})?::[0-9a-f:.]*\]?", re.IGNORECASE)
_IPV4 = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_BRACKETED = re.compile(rf"\s?[(\[{{<]\s?(?:{_DOT}|dot|punkt)\s?[)\]}}>]\s?", re.IGNORECASE)
_PARTED = re.compile(rf"(?<=\w)(?: {_DOT}(?=(?:{'|'.join(sorted(_KNOWN))})\b)|{_DOT} (?=(?:com|net|org)\b))")


SHORTEST = 3
"""The minimum number of characters before an unknown ending."""


class NamedHost(NamedTuple):
    """A host and its position in a text; if it is not sure, it may also be two sentences."""

    host: str
    start: int
    end: int
    is_sure: bool = True


def other_host(text: str, hosts: Collection[str]) -> str:
    """Return the first host in a text that is not in `hosts`, or an empty string."""
    names = (named.host for named in _found_hosts(_as_seen(text)))
    return next((host for host in names if not _is_listed(host, hosts)), "")


def without_hosts(text: str, hosts: Collection[str]) -> str:
    """Return a text with an ellipsis in place of each host that is not in `hosts`.

    What may also be two sentences, as in `inomhus.stäng`, gets a space instead, so that no word is lost.
    """
    seen, parts, end = _as_seen(text), [], 0
    for named in _found_hosts(seen):
        if not _is_listed(named.host, hosts):
            words = re.sub(_DOT, ". ", seen[named.start : named.end])
            parts += [seen[end : named.start], "…" if named.is_sure else words]
            end = named.end
    return "".join((*parts, seen[end:])) if parts else text


def _as_seen(text: str) -> str:
    """Return a text as a reader sees it: no invisible characters, and each character in its plain form."""
    chars = (char if char == "…" else unicodedata.normalize("NFKC", char) for char in _UNSEEN.sub("", text))
    plain = re.sub("%2e", ".", "".join(chars), flags=re.IGNORECASE)
    return _PARTED.sub(".", _BRACKETED.sub(".", plain))


def _found_hosts(text: str) -> Iterator[NamedHost]:
    """Yield the hosts in a text in order; none begins within another."""
    addresses = (
        NamedHost(match[0].strip("[]"), *match.span()) for match in _IPV6.finditer(text) if match[0] != "::"
    )
    names = (
        NamedHost(_listed_form(name), match.start(), match.start("name") + len(name), is_sure=is_sure)
        for match in _NAME.finditer(text)
        for name, is_sure in [_host_in(match)]
        if name
    )
    end = 0
    for named in sorted((*addresses, *names), key=lambda named: named.start):
        if named.start >= end:
            yield named
            end = named.end


def _host_in(match: re.Match[str]) -> tuple[str, bool]:
    """Return the leading part of a name that is a host (empty if none), and whether that is sure."""
    name, parts = match["name"], re.split(_DOT, match["name"])
    count = len(parts)
    is_marked = match["user"] or match["port"] or parts[0].lower() == "www"
    if match["scheme"] or _IPV4.fullmatch(name) or (is_marked and len(parts) > 1 and _is_word(parts[-1])):
        return name, True
    while len(parts) > 1:
        *others, last = parts
        before, ending = ".".join(others), _ending(others[-1], last, is_whole=len(parts) == count)
        written = f"{before}.{ending}"
        if ending and written.lower() not in _ABBREVIATIONS:
            return name[: len(written)], ending.lower() in _KNOWN or ending.lower().startswith("xn--")
        parts = others
    return "", False


def _ending(before: str, last: str, *, is_whole: bool) -> str:
    """Return the ending at the start of the last part of a name; an unknown one must end the whole name."""
    known = last.partition("-")[0]
    if known.lower() in _KNOWN:
        return known
    has_one_case = last.islower() or last.isupper()
    is_ending = is_whole and len(before) >= SHORTEST and _is_word(last) and has_one_case
    return last if is_ending or last.lower().startswith("xn--") else ""


def _is_word(part: str) -> bool:
    return len(part) > 1 and (part.isalpha() or part.lower().startswith("xn--"))


def _listed_form(name: str) -> str:
    """Return a host in the form of the feed's lists: in ASCII, without `www.`."""
    host = re.sub(_DOT, ".", name).lower()
    with suppress(ValueError):  # not a host that a feed could list
        host = ascii_host(host)
    return host.removeprefix("www.")


def _is_listed(host: str, hosts: Collection[str]) -> bool:
    return host in hosts or f"www.{host}" in hosts
