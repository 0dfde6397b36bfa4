"""The screen fixtures of tests/ui."""

from tests.ui.conftest import context_of, finger, sample, screen_of

__all__ = ["context_of", "finger", "sample", "screen_of"]
