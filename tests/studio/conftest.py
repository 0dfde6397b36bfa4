"""The command line and a world to publish to, as the tests of the commands have them."""

from tests.cli.conftest import run, world

__all__ = ("run", "world")
