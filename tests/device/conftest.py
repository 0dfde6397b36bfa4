"""The screens of tests/ui, for what is wired around them."""

from tests.ui.conftest import context_of, finger, sample, screen_of

__all__ = ["context_of", "finger", "sample", "screen_of"]
