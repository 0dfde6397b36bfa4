"""Checks of a readable feed: pure rules, one module each; callers pass the time."""
