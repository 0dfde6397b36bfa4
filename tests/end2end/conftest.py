"""The screens of tests/ui, for the tests that take their time."""

from tests.ui.conftest import finger, sample, screen_of, world_of

__all__ = ["finger", "sample", "screen_of", "world_of"]
