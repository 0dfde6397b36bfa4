"""The tests that `kiosk-setup` makes before it saves anything: the feed, its key, the screen, the broker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.cli import output

if TYPE_CHECKING:
    from kiosk.config import Broker, Config
    from kiosk.sync.sync_config import SyncConfig

OFFLINE = "to set up a device without a network, add --offline"


def try_settings(settings: Config, sync: SyncConfig) -> None:
    """Print what this device would receive, or print what is wrong and how to fix it and exit with 1."""
    _test_feed(sync)
    if settings.broker:
        _test_broker(settings.broker, settings.screen)


def _test_feed(sync: SyncConfig) -> None:
    from kiosk.net.errors import HttpError
    from kiosk.sync.media_plan import UnknownScreenError
    from kiosk.sync.site_probe import probe_site
    from kiosk.sync.sync_errors import RefusedError, SyncError, TransportError

    try:
        feed = probe_site(sync)
    except UnknownScreenError as bad:
        output.fail(f"--screen: {bad}")
    except TransportError as bad:
        output.fail(f"{sync.url} cannot be reached: {bad}; check --feed, --proxy and --ca ({OFFLINE})")
    except RefusedError as bad:
        output.fail(f"{sync.url} is refused by this device: {bad}; check --feed, --root and the clock")
    except (SyncError, HttpError) as bad:
        output.fail(bad)
    office = feed.screens[sync.screen].office
    output.echo(f"{sync.url}: signed by the given key; it has screen {sync.screen} of office {office}")


def _test_broker(broker: Broker, screen: str) -> None:
    from kiosk.fleet.fleet_client import CONNECT_S, connection_error
    from kiosk.fleet.mqtt import MqttClient, MqttError

    with output.exit_on(MqttError):
        link = MqttClient(broker, broker.user or screen, (), lambda _message: None)
        link.open()
        try:
            if not link.wait_until_up(CONNECT_S):
                output.fail(f"{connection_error(broker, link.trouble)} ({OFFLINE})")
        finally:
            link.close()
    output.echo(f"the broker at {broker.host}:{broker.port} accepts {broker.user or screen}")
