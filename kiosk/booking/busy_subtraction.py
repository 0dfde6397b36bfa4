"""Subtract busy time from offered times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import timedelta

from kiosk.feed.wall_time import Span, merge_spans


def free(offered: Iterable[Span], busy: Iterable[Span], buffer_s: float = 0.0) -> Iterator[Span]:
    """Yield the offered spans that are at least `buffer_s` seconds from all busy time, in order.

    Spans that only touch do not overlap; busy time of zero length has no effect.
    """
    merged = list(merge_spans(sorted(busy)))
    ends = [span.end for span in merged]
    buffer = timedelta(seconds=buffer_s)
    for span in offered:
        following = bisect_right(ends, span.start - buffer)
        if following == len(merged) or merged[following].start >= span.end + buffer:
            yield span
