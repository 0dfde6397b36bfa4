"""The screens of tests/ui, for the tests that take their time."""

from tests.ui.conftest import context_of, finger, sample, screen_of

__all__ = ["context_of", "finger", "sample", "screen_of"]
