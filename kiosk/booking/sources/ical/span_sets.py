"""Set difference of spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.feed.wall_time import Span, merge_spans


def without(spans: Iterable[Span], removed: Iterable[Span]) -> Iterator[Span]:
    """Yield `spans`, sorted and merged, without the time in `removed`."""
    cuts = list(merge_spans(sorted(removed)))
    for span in merge_spans(sorted(spans)):
        start = span.start
        for cut in cuts:
            if cut.end <= start:
                continue
            if cut.start >= span.end:
                break
            if cut.start > start:
                yield Span(start, cut.start)
            start = cut.end
        if start < span.end:
            yield Span(start, span.end)
