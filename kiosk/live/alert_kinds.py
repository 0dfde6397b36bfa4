"""The kind of an alert, which decides its pictogram and prepared instruction."""

from __future__ import annotations

from kiosk.feed.alert_rules import AlertKind
from kiosk.live.cap_messages import CapInfo

_BY_RESPONSE: dict[str, AlertKind] = {"allclear": "all_clear", "evacuate": "evacuation"}
_BY_WORD: tuple[tuple[AlertKind, tuple[str, ...]], ...] = (
    ("water", ("dricksvatten", "vattenledning", "översvämning", "koka", "flood", "drinking water")),
    ("fire", ("brand", "eldning", "fire")),
    ("gas", ("gas", "utsläpp", "rök", "kemikalie", "smoke", "chemical")),
)
_BY_CATEGORY: dict[str, AlertKind] = {"met": "weather", "fire": "fire", "cbrne": "gas"}


def alert_kind_of(info: CapInfo) -> AlertKind:
    """Return the kind of an alert by its response type, by words in its event and headline, or by category.

    The words in a meteorological alert are ignored.
    """
    categories = {category.lower() for category in info.categories}
    for response in info.responses:
        if kind := _BY_RESPONSE.get(response.replace(" ", "").lower()):
            return kind
    for words in (info.event.lower(), info.headline.lower()) if "met" not in categories else ():
        for kind, parts in _BY_WORD:
            if any(part in words for part in parts):
                return kind
    return next((_BY_CATEGORY[name] for name in sorted(categories) if name in _BY_CATEGORY), "other")
