"""The screens of tests/ui, for what is wired around them."""

from tests.ui.conftest import finger, sample, screen_of, world_of

__all__ = ["finger", "sample", "screen_of", "world_of"]
