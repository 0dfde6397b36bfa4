"""What can stop a publish.

PublishError
├── KeysError          the keys folder: missing, readable by others, or without the key that is needed
├── SiteError          the site: not there, already there, or signed by someone we do not trust
│   └── OutrunError    another publish was faster; nothing of ours is shown
├── WaitingError       all is well, but another admin must sign too
└── HostError          the place where the site lies cannot be read or written

Mistakes in the feed itself are not errors but `kiosk.feed.problems.Problem`s.
"""


class PublishError(Exception):
    """Nothing new is shown to any kiosk; the message says why in one line."""


class KeysError(PublishError):
    """The keys that are needed are not to be had."""


class SiteError(PublishError):
    """The site is not what it should be."""


class OutrunError(SiteError):
    """Another publish was faster."""


class HostError(PublishError):
    """The place where the site lies cannot be read or written."""


class WaitingError(PublishError):
    """All is well, but another admin must sign before anything is shown."""
