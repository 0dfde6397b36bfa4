"""Addresses: web addresses and their hosts, telephone numbers, e-mail addresses and files below media/.

Hosts are normalised as in browsers (UTS 46), and must be written in one script: a host with a Cyrillic `a`
looks like another one. The length of every value is checked before its pattern.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated
from urllib.parse import urlsplit

from kiosk.feed.characters import described, hidden, mixed_scripts
from kiosk.feed.constraints import Deferred, after
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.written_values import pattern_check, raise_expected, written_form

MAX_ADDRESS = 2000
MAX_HOST = 253  # RFC 1035, section 2.3.4
MAX_EMAIL = 254  # RFC 5321, section 4.5.3.1.3
MAX_PHONE = 24
MAX_PATH = 1000

_HOST = re.compile(
    r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE
)
_STRANGE = re.compile(r"""[\s<>"{}|\\^`\x00-\x1f]""")
_SECURE = tr("a web address that starts with https://")
_BRACES = tr("a link with one name in each pair of braces, such as {example}", example="{office}")


def is_web_address(text: str) -> bool:
    """Return whether a text is an https address with a valid host (RFC 1123) and without a user name."""
    if len(text) > MAX_ADDRESS:
        return False
    try:
        parts = urlsplit(text)
        host = ascii_host(parts.hostname or "")
        strange = parts.username is not None or parts.port == 0
    except ValueError:  # such as an unclosed bracket of an IPv6 address, or a port that is not a number
        return False
    fits = _HOST.fullmatch(host) and not _STRANGE.search(text)
    return parts.scheme == "https" and bool(fits) and not strange


def ascii_host(host: str) -> str:
    """Return the ASCII form of a host (UTS 46, not transitional); raises `ValueError`."""
    if len(host) > MAX_HOST:
        raise ValueError(f"longer than {MAX_HOST} characters")
    if host.isascii():
        return host.lower()
    import idna  # noqa: PLC0415  # its tables are large, and few hosts need them

    return idna.encode(host, uts46=True).decode()


def host_of(address: str) -> str:
    """Return the host of a web address as browser engines compare it, with its port unless that is 443.

    An address without a scheme is taken as https. Empty if there is no valid host.
    """
    text = address if "://" in address else f"https://{address}"
    if not is_web_address(text):
        return ""
    parts = urlsplit(text)
    host = ascii_host(parts.hostname or "")
    return host if parts.port in {None, 443} else f"{host}:{parts.port}"


def deceptive_host(host: str) -> Message | None:
    """Return what makes a host look like another one, or None; also for hosts written as `xn--…`."""
    for label in readable_host(host).split("."):
        if letter := mixed_scripts(label):
            return tr("a host written in one script; {letter} looks like another letter", letter=letter)
    return None


def readable_host(host: str) -> str:
    """Return the Unicode form of a host, composed."""
    labels = []
    for label in host.lower().split("."):
        try:
            name = label.removeprefix("xn--").encode("ascii").decode("punycode") if "xn--" in label else label
        except UnicodeError:
            name = label
        labels.append(unicodedata.normalize("NFC", name))
    return ".".join(labels)


def _checked(text: str, address: str) -> str:
    """Return the text if its `address` is valid and not deceptive; otherwise refuse it."""
    if sign := hidden(text) or _strange_punctuation(text):
        raise_expected(tr("an address without {sign}", sign=sign), text)
    if not is_web_address(address):
        raise_expected(_flaw(text) or _SECURE, text, secure_address(text))
    if deceptive := deceptive_host(urlsplit(address).hostname or ""):
        raise_expected(deceptive, text)
    return text


def _strange_punctuation(text: str) -> str:
    """Describe the first character that is neither ASCII nor part of a word, or return an empty string."""
    words = ("L", "M", "N")
    strange = (sign for sign in text if not sign.isascii() and unicodedata.category(sign)[0] not in words)
    return next((described(sign) for sign in strange), "")


def secure_address(text: str) -> str:
    """Return the https address that was probably meant, or an empty string."""
    bare = re.sub(r"^((https?|webcal):)?//([^/?#]*@)?", "", text.strip(" \"'"), flags=re.IGNORECASE)
    meant = f"https://{bare}"
    return meant if "." in meant and meant != text and is_web_address(meant) else ""


def _flaw(text: str) -> Message | None:
    """Return what is expected instead of an invalid address that starts with https://, or None."""
    if not text.lower().startswith("https://"):
        return None
    if re.match(r"https://[^/?#]*@", text, re.IGNORECASE):
        return tr("a web address without a user name")
    match = _STRANGE.search(text)
    return tr("an address without {sign}", sign=described(match[0])) if match else None


def _link_template(text: str) -> str:
    from uritemplate import URITemplate  # noqa: PLC0415  # the player needs no links when it starts

    try:
        template = URITemplate(text)
        empty, filled = template.expand(), template.expand(dict.fromkeys(template.variable_names, "1"))
    except ValueError:  # such as a length that is not a number
        raise_expected(_BRACES, text)
    if set("{}") & set(filled):  # an unclosed brace stays as it is
        raise_expected(_BRACES, text)
    _checked(text, filled)
    return text if is_web_address(empty) else raise_expected(_flaw(empty) or _SECURE, text)


def _web_address(text: str) -> str:
    return _checked(text, text)


def _host(text: str) -> str:
    bare = "" if set(text) & set("/?#@") else host_of(text)
    if not bare:
        raise_expected(tr("the name of a host such as 'kartor.example'"), text, host_of(text))
    if deceptive := deceptive_host(bare.partition(":")[0]):
        raise_expected(deceptive, text)
    return bare


_PHONE = r"\+?[0-9][0-9 -]{4,18}[0-9]"
_EMAIL = r"[^@\s:;,<>()]+@[^@\s.:;,<>()]+(\.[^@\s.:;,<>()]+)+"
_MEDIA = r"media(/(?!\.)[^/\\\x00]+)+"

_media_pattern = pattern_check(_MEDIA, tr("a file below media/ such as 'media/welcome.svg'"))
_phone_pattern = pattern_check(_PHONE, tr("a telephone number such as '08-465 004 00'"))
_email_pattern = pattern_check(_EMAIL, tr("an e-mail address such as 'torget@kommun.example'"))


def _phone(text: str) -> str:
    plain = re.sub(r"\s", " ", re.sub("[\u2010-\u2015\u2212]", "-", text))
    return _phone_pattern(text, _only_match(_PHONE, plain))


def _only_match(pattern: str, text: str) -> str:
    """Return the only part of a text that matches, or an empty string."""
    matches = [match[0] for match in re.finditer(pattern, text)]
    return matches[0] if len(matches) == 1 else ""


def _email(text: str) -> str:
    if sign := hidden(text):
        raise_expected(tr("an address without {sign}", sign=sign), text)
    name, _, host = _email_pattern(text, _only_match(_EMAIL, text)).partition("@")
    if letter := mixed_scripts(name):
        raise_expected(
            tr("an address written in one script; {letter} looks like another letter", letter=letter), text
        )
    if deceptive := deceptive_host(host):
        raise_expected(deceptive, text)
    return text


def _media_path(text: str) -> str:
    if sign := hidden(text):
        raise_expected(tr("a name of visible characters only, without {sign}", sign=sign), text)
    return _media_pattern(text, _media_meant(text))


def _media_meant(text: str) -> str:
    """Return the path below media/ that was probably meant, or an empty string."""
    name = text.replace("\\", "/").removeprefix("./")
    within = name.rpartition("media/")[2] if "media/" in name else name.rpartition("/")[2]
    return (
        f"media/{within}"
        if "." in within and not within.startswith((".", "..")) and ":" not in within
        else ""
    )


LinkTemplate = Annotated[
    str,
    Deferred("StringConstraints", max_length=MAX_ADDRESS),
    after(_link_template),
    written_form("https://.+", "https://boka.example/{office}"),
]
"""An https address, or an RFC 6570 template of one."""

WebAddress = Annotated[
    str,
    Deferred("StringConstraints", max_length=MAX_ADDRESS),
    after(_web_address),
    written_form(r"https://[^\s<>{}|\\^`]+", "https://kartor.example/torget"),
]
"""The https address of a page."""

Host = Annotated[
    str,
    Deferred("StringConstraints", max_length=MAX_HOST),
    after(_host),
    written_form(r"[^\s/?#@]+", "kartor.example"),
]
"""A host of web addresses, in the form of `host_of`."""

Phone = Annotated[
    str,
    Deferred("StringConstraints", max_length=MAX_PHONE),
    after(_phone),
    written_form(_PHONE, "08-465 004 00"),
]
Email = Annotated[
    str, Deferred("StringConstraints", max_length=MAX_EMAIL), after(_email), written_form(_EMAIL)
]
MediaPath = Annotated[
    str,
    Deferred("StringConstraints", max_length=MAX_PATH),
    after(_media_path),
    written_form(_MEDIA, "media/welcome.svg"),
]
