"""The MQTT topics. The ACL in `deploy/mosquitto/` lists the same names.

infodisk/screens/ID/status    retained: the status of the screen
infodisk/screens/ID/online    retained: 1, or 0 from the broker when the screen disconnects (last will)
infodisk/screens/ID/crash     retained: the report of the last crash
infodisk/screens/ID/ask       to the screen: a JSON request
infodisk/screens/ID/picture   from the screen: the answer to a request for a picture
infodisk/nudge                to all screens: poll the feed now
"""

from __future__ import annotations

ROOT = "infodisk"
NUDGE = f"{ROOT}/nudge"
ALL = tuple(f"{ROOT}/screens/+/{what}" for what in ("status", "online", "crash"))


def of(screen: str, what: str) -> str:
    """Return the topic of one screen's `status`, `online`, `crash`, `ask` or `picture`."""
    return f"{ROOT}/screens/{screen}/{what}"


def parts(topic: str) -> tuple[str, str]:
    """Return the screen and the kind of a topic; two empty strings if it is not a screen's topic."""
    words = topic.split("/")
    is_ours = len(words) == 4 and words[:2] == [ROOT, "screens"]  # noqa: PLR2004  # the words of `of`
    return (words[2], words[3]) if is_ours else ("", "")
