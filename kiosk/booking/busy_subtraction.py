"""Taking busy time away from what is offered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import timedelta

from kiosk.feed.wall_time import Span, joined


def free(offered: Iterable[Span], busy: Iterable[Span], buffer_s: float = 0.0) -> Iterator[Span]:
    """Yield the offered spans that keep `buffer_s` seconds away from all that is busy, in their order.

    Spans that only touch do not overlap; busy time without a length takes nothing away.
    """
    held = list(joined(sorted(busy)))
    ends = [span.end for span in held]
    buffer = timedelta(seconds=buffer_s)
    for span in offered:
        following = bisect_right(ends, span.start - buffer)
        if following == len(held) or held[following].start >= span.end + buffer:
            yield span
