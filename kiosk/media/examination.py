"""Examine one media file by decoding it, and convert formats that screens cannot show."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.feed.message_catalog import tr
from kiosk.media import document_pages, raster_picture, vector_drawing
from kiosk.media.kinds import disguise, media_kind_of
from kiosk.media.media_facts import MediaFacts, Order, unusable

Alive = Callable[[], None]
"""Called regularly while work continues."""


def examine(order: Order, alive: Alive = lambda: None) -> MediaFacts:
    """Return the facts of a file, according to its extension; this decodes the whole file."""
    kind = media_kind_of(order.path.name)
    if kind == "drawing":
        return vector_drawing.convert(order, alive)
    if kind == "picture":
        return _moving(order, alive) if order.need.film_s else raster_picture.convert(order)
    if kind == "document":
        return document_pages.convert(order, alive)
    if kind == "film":
        return _film(order, alive)
    if kind == "sound":
        mismatch = disguise(order.path)
        return unusable(kind, mismatch) if mismatch else MediaFacts(kind)
    message = tr(
        "a file that ends in {ending} is not shown; use .svg, .png, .jpg, .mp4 or .pdf",
        ending=order.path.suffix or tr("nothing"),
    )
    return unusable("", message)


def _moving(order: Order, alive: Alive) -> MediaFacts:
    """Return the facts of a picture that a slide shows as a film."""
    try:
        from kiosk.media import animation  # noqa: PLC0415  # an extra
    except ModuleNotFoundError:
        return unusable(
            "picture", tr("not converted: films need the extra 'check' (pip install 'infodisk[check]')")
        )
    return raster_picture.convert(order, lambda image, ordered: animation.convert(image, ordered, alive))


def _film(order: Order, alive: Alive) -> MediaFacts:
    if mismatch := disguise(order.path):
        return unusable("film", mismatch)
    try:
        from kiosk.media.film_frames import examine_film  # noqa: PLC0415  # an extra
    except ModuleNotFoundError:
        message = tr("not examined: films need the extra 'check' (pip install 'infodisk[check]')")
        return MediaFacts("film", warnings=((0, 0, message),))
    return examine_film(order.path, alive)
