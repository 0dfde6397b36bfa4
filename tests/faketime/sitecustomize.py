"""Loaded by each Python that `tests.days` starts: lets it sleep under libfaketime.

`time.sleep` waits until an absolute monotonic time, which libfaketime 0.9.10 refuses (EINVAL).
"""

import select
import time


def sleep(seconds, /):
    """Wait as `time.sleep` does."""
    select.select((), (), (), seconds)


time.sleep = sleep
