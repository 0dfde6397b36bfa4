"""The connection to the feed: network, names, proxy, TLS, and whether trusted keys signed the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Timestamp

from kiosk.config import Config
from kiosk.device.device_status import addresses
from kiosk.device.doctor.diagnosis import Diagnosis, failed_diagnosis, warning_diagnosis, well
from kiosk.feed import site_layout
from kiosk.net.addresses import may_follow
from kiosk.net.client import HttpClient, HttpResponse, Request
from kiosk.net.dial import resolve
from kiosk.net.errors import HttpError, ProxyError, TlsError
from kiosk.net.exchange import Exchange, ResponseLimits
from kiosk.net.interrupt import Interrupt
from kiosk.trust.metadata_rules import read_metadata

LIMITS = ResponseLimits(max_bytes=1 << 20, total_s=10.0)
SOON = timedelta(days=30)
MAX_SKEW = timedelta(minutes=2)


def network() -> Diagnosis:
    """Check that the device has an address."""
    own = addresses()
    if own:
        return well("network", ", ".join(own))
    return failed_diagnosis(
        "network", "no address", "plug in the cable, or set up the wireless network: nmtui"
    )


def reach(config: Config) -> Iterator[Diagnosis]:
    """Fetch the site's timestamp, and diagnose each step."""
    parts = urlsplit(config.feed)
    if parts.scheme == "file":
        yield well("feed", f"read from {parts.path}")
        return
    if not config.proxy:
        name = _name(parts.hostname or "")
        yield name
        if name.remedy:
            return
    try:
        answer = _get(config)
    except HttpError as bad:
        yield _trouble(bad, config)
        return
    if config.proxy:
        yield well("proxy", config.proxy)
    yield well("TLS", "the certificate is trusted") if parts.scheme == "https" else well("TLS", "not used")
    yield from _skew(answer)
    if answer.status != HTTPStatus.OK:
        yield failed_diagnosis(
            "feed", f"{answer.url}: HTTP {answer.status}", "check feed: in the configuration"
        )
        return
    yield from keys(config, answer.body)


def _name(host: str) -> Diagnosis:
    try:
        resolve(host, 443, Exchange(LIMITS, LIMITS.deadline(), Interrupt()))
    except HttpError as bad:
        return failed_diagnosis("names", str(bad), "check feed: in the configuration, and the name server")
    return well("names", host)


def _get(config: Config) -> HttpResponse:
    url = f"{config.feed.rstrip('/')}/{site_layout.TIMESTAMP}"
    client = HttpClient(proxy=config.proxy, proxy_password=config.proxy_password, ca=config.ca)
    try:
        return client.fetch(Request(url, may_follow=may_follow), LIMITS)
    finally:
        client.close()


def _trouble(bad: HttpError, config: Config) -> Diagnosis:
    if isinstance(bad, ProxyError):
        seen = f"{config.proxy}: {bad}"
        return failed_diagnosis("proxy", seen, "check proxy: and proxy_password: in the configuration")
    if isinstance(bad, TlsError):
        return failed_diagnosis(
            "TLS", str(bad), "check the clock; if a proxy opens TLS, name its authority in ca:"
        )
    return failed_diagnosis("feed", str(bad), "check feed: in the configuration, and the firewall")


def _skew(answer: HttpResponse) -> Iterator[Diagnosis]:
    try:
        host_time = parsedate_to_datetime(answer.headers["Date"])
        skew = abs(datetime.now(UTC) - host_time)
    except (KeyError, ValueError, TypeError):  # TypeError: it has no time zone
        return
    if skew > MAX_SKEW:
        yield failed_diagnosis("clock", f"{skew} from the web host's", "timedatectl set-ntp true")


def keys(config: Config, timestamp: bytes) -> Iterator[Diagnosis]:
    """Verify a timestamp against the newest root that this device trusts."""
    newest = config.state / "tuf" / "root.json"
    path = newest if newest.exists() else config.root
    try:
        root = read_metadata(path.read_bytes())
        signed = read_metadata(timestamp)
        root.signed.verify_delegate(Timestamp.type, signed.signed_bytes, signed.signatures)
    except (OSError, RepositoryError, AttributeError) as bad:
        yield failed_diagnosis(
            "keys", f"{path} did not sign this feed: {bad}", "copy the root.json of this feed here"
        )
        return
    now = datetime.now(UTC)
    yield _fresh("the root key", root.signed.expires, now, SOON)
    yield _fresh("the feed's signature", signed.signed.expires, now, timedelta())


def _fresh(what: str, until: datetime, now: datetime, soon: timedelta) -> Diagnosis:
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    if until < now:
        return failed_diagnosis(
            "keys", f"{what} expired on {until:%Y-%m-%d}", "the publisher renews it: kiosk site refresh"
        )
    if until - now < soon:
        return warning_diagnosis(
            "keys", f"{what} expires on {until:%Y-%m-%d}", "the publisher must rotate it before then"
        )
    return well("keys", f"{what} is valid until {until:%Y-%m-%d}")
