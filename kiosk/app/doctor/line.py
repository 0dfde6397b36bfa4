"""The way to the feed: network, names, proxy, TLS, and whether what is served was signed by whom we trust."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests
from requests.exceptions import ProxyError, RequestException, SSLError
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Timestamp

from kiosk.app.doctor.finding import Finding, warning, well, wrong
from kiosk.app.machine import addresses
from kiosk.config import Config
from kiosk.content import site

PATIENCE_S = 10
MOST_BYTES = 1 << 20
SOON = timedelta(days=30)
SKEW = timedelta(minutes=2)


def network() -> Finding:
    """Look for an address."""
    found = addresses()
    if found:
        return well("network", ", ".join(found))
    return wrong("network", "no address", "plug in the cable, or set up the wireless network: nmtui")


def reach(config: Config) -> Iterator[Finding]:
    """Ask the site for its timestamp, and judge each step on the way."""
    parts = urlsplit(config.feed)
    if parts.scheme == "file":
        yield well("feed", f"read from {parts.path}")
        return
    if not config.proxy:
        name = _name(parts.hostname or "")
        yield name
        if name.mend:
            return
    try:
        answer = _get(config)
    except RequestException as bad:
        yield _trouble(bad, config)
        return
    if config.proxy:
        yield well("proxy", without_password(config.proxy))
    yield well("TLS", "the certificate is trusted") if parts.scheme == "https" else well("TLS", "not used")
    yield from _skew(answer)
    if answer.status_code != requests.codes.ok:
        yield wrong("feed", f"{answer.url}: HTTP {answer.status_code}", "check feed: in the configuration")
        return
    yield from keys(config, answer.content[:MOST_BYTES])


def _name(host: str) -> Finding:
    try:
        socket.getaddrinfo(host, None)
    except OSError as bad:
        return wrong(
            "names", f"{host}: {bad.strerror}", "check feed: in the configuration, and the name server"
        )
    return well("names", host)


def _get(config: Config) -> requests.Response:
    proxies = {"http": config.proxy, "https": config.proxy} if config.proxy else None
    url = f"{config.feed.rstrip('/')}/{site.TIMESTAMP}"
    with requests.Session() as session:
        session.trust_env = False
        verify = str(config.ca) if config.ca else True
        return session.get(url, timeout=PATIENCE_S, proxies=proxies, verify=verify, allow_redirects=False)


def _trouble(bad: RequestException, config: Config) -> Finding:
    if isinstance(bad, ProxyError):
        return wrong(
            "proxy",
            f"{without_password(config.proxy or '')} does not answer",
            "check proxy: in the configuration",
        )
    if isinstance(bad, SSLError):
        return wrong(
            "TLS", str(bad)[:200], "check the clock; if a proxy opens TLS, name its authority in ca:"
        )
    return wrong("feed", str(bad)[:200], "check feed: in the configuration, and the firewall")


def _skew(answer: requests.Response) -> Iterator[Finding]:
    try:
        theirs = parsedate_to_datetime(answer.headers["Date"])
    except (KeyError, ValueError):
        return
    apart = abs(datetime.now(UTC) - theirs)
    if apart > SKEW:
        yield wrong("clock", f"{apart} from the web host's", "timedatectl set-ntp true")


def keys(config: Config, timestamp: bytes) -> Iterator[Finding]:
    """Verify a timestamp by the newest root that this device trusts."""
    newest = config.state / "tuf" / "root.json"
    path = newest if newest.exists() else config.root
    try:
        root = Metadata[Root].from_bytes(path.read_bytes())
        signed = Metadata[Timestamp].from_bytes(timestamp)
        root.signed.verify_delegate(Timestamp.type, signed.signed_bytes, signed.signatures)
    except (OSError, RepositoryError) as bad:
        yield wrong("keys", f"{path} did not sign this feed: {bad}", "copy the root.json of this feed here")
        return
    now = datetime.now(UTC)
    yield _fresh("the root key", root.signed.expires, now, SOON)
    yield _fresh("the feed's signature", signed.signed.expires, now, timedelta())


def _fresh(what: str, until: datetime, now: datetime, soon: timedelta) -> Finding:
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    if until < now:
        return wrong(
            "keys", f"{what} ran out on {until:%Y-%m-%d}", "the publisher renews it: kiosk feed refresh"
        )
    if until - now < soon:
        return warning("keys", f"{what} runs out on {until:%Y-%m-%d}", "the publisher rotates it in time")
    return well("keys", f"{what} holds until {until:%Y-%m-%d}")


def without_password(proxy: str) -> str:
    """Return a proxy's address without who asks it."""
    return f"http://{proxy.rpartition('@')[2].removeprefix('http://')}"
