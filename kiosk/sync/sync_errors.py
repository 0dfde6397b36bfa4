"""The errors that can stop an update; none of them is ever shown on the screen.

SyncError
├── TransportError         the network or the web host: no response, an error status, too slow, the wrong host
├── RefusedError           the data do not match their signature, or are not for this screen
│   └── UnshowableFeedError    a signed feed that this version of the program cannot show
│       └── TooCostlyFeedError     one whose validation exceeded the limits, perhaps on a busy device
└── StoreError             the device's disk is full, read-only or broken
"""


class SyncError(Exception):
    """The update stops, and the last generation stays in use; the message is one line for log and status."""


class TransportError(SyncError):
    """A failure of the network or the web host; a retry may help."""


class RefusedError(SyncError):
    """The data cannot be trusted or shown; a retry helps only after they have changed."""


class UnshowableFeedError(RefusedError):
    """A signed feed that this version of the program cannot show."""

    def __init__(self, generation_id: str, reason: str) -> None:
        self.generation_id = generation_id
        self.reason = reason
        super().__init__(f"generation {generation_id[:12]} cannot be shown: {reason}")


class TooCostlyFeedError(UnshowableFeedError):
    """A feed whose validation exceeded the limits; a retry may help when the device is less busy."""


class StoreError(SyncError):
    """A failure of the device's own disk."""
