"""`kiosk screens revoke`: revoke a screen's broker account."""

from __future__ import annotations

from kiosk.cli import output
from kiosk.cli.screens_enrol import BrokerFile, Screen, refuse_people
from kiosk.cli.status import read_broker_settings


def screens_revoke(screen: Screen, broker: BrokerFile = None) -> None:
    """Revoke the broker account of a screen, and close its connection.

    The device keeps showing the feed, which is public; to stop that, remove the screen from the feed.
    """
    from kiosk.fleet.broker_accounts import broker_accounts
    from kiosk.fleet.mqtt import MqttError

    settings = read_broker_settings(broker)
    refuse_people(screen, settings)
    with output.exit_on(MqttError), broker_accounts(settings) as accounts:
        accounts.revoke(screen)
    output.echo(f"{screen} can no longer connect to the broker")
