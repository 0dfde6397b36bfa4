"""The errors that stop a publish.

PublishError
├── KeysError          the keys folder: missing, readable by others, or without the required key
├── SiteError          the site: missing, already there, or signed by untrusted keys
│   └── OutrunError    another publisher was faster; nothing of this publish is visible
├── WaitingError       another admin must sign too
└── HostError          the storage of the site cannot be read or written

Mistakes in the feed itself are not errors but `kiosk.feed.problems.Problem`s.
"""


class PublishError(Exception):
    """A publish failed and no kiosk sees anything new; the message is one line."""


class KeysError(PublishError):
    """The required keys are not available."""


class SiteError(PublishError):
    """The state of the site prevents publishing."""


class OutrunError(SiteError):
    """Another publisher was faster."""


class HostError(PublishError):
    """The storage of the site cannot be read or written."""


class WaitingError(PublishError):
    """Another admin must sign before the change becomes visible."""
