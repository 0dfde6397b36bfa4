"""A site that is served on loopback, as for the tests of syncing."""

from tests.sync.conftest import validated_here, world

__all__ = ["validated_here", "world"]
