"""A stand-in for the process of `kiosk.isolated` in tests that are about something else."""

from kiosk.isolated import IsolatedError


def run_here(function, data, _limits=None):
    """Do in this process what `kiosk.isolated.run` does in another."""
    try:
        return function(data)
    except Exception as bad:
        raise IsolatedError(str(bad)) from bad
