"""What can stop an update; nothing of it ever reaches the screen.

SyncError
├── TransportError         the network or the web host: no answer, a refusal, too slow, the wrong host
├── RefusedError           what came is not what was signed, or is not for this screen
│   └── UnshowableError    a feed that was signed, but that this version of the program cannot show
└── StoreError             the device's disk is full, read-only or broken
"""


class SyncError(Exception):
    """The update stops and the last generation stays; the message is one line for the log and the status."""


class TransportError(SyncError):
    """The network or the web host is to blame; trying again may help."""


class RefusedError(SyncError):
    """What came is not to be trusted or cannot be shown; trying again helps only once it has changed."""


class UnshowableError(RefusedError):
    """A feed that was signed, but that this version of the program cannot show."""

    def __init__(self, generation_id: str, reason: str) -> None:
        self.generation_id = generation_id
        self.reason = reason
        super().__init__(f"generation {generation_id[:12]} cannot be shown: {reason}")


class StoreError(SyncError):
    """The device's own disk is to blame."""
