"""Checks of a feed that can be read: pure rules, one module each; callers pass the time."""
