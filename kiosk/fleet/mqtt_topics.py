"""The names of the messages, one place for all: the ACL in `deploy/mosquitto/` is written for them.

infodisk/screens/ID/status    retained: what the screen says of itself
infodisk/screens/ID/online    retained: 1, or 0 by the broker when the screen is gone (last will)
infodisk/screens/ID/crash     retained: how a run ended that nobody ended
infodisk/screens/ID/ask       to the screen: a JSON request
infodisk/screens/ID/picture   from the screen: the answer to a request for a picture
infodisk/nudge                to all screens: look at the feed now
"""

from __future__ import annotations

ROOT = "infodisk"
NUDGE = f"{ROOT}/nudge"
ALL = tuple(f"{ROOT}/screens/+/{what}" for what in ("status", "online", "crash"))


def of(screen: str, what: str) -> str:
    """Return the topic of one screen's `status`, `online`, `crash`, `ask` or `picture`."""
    return f"{ROOT}/screens/{screen}/{what}"


def parts(topic: str) -> tuple[str, str]:
    """Return the screen and the kind of a topic, two empty strings if it is none of a screen."""
    words = topic.split("/")
    is_ours = len(words) == 4 and words[:2] == [ROOT, "screens"]  # noqa: PLR2004  # the words of `of`
    return (words[2], words[3]) if is_ours else ("", "")
