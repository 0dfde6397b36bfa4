"""The MQTT topics. The ACL in `deploy/mosquitto/` lists the same names.

infodisk/screens/ID/status    retained: the status of the screen
infodisk/screens/ID/online    retained: 1, or 0 from the broker when the screen disconnects (last will)
infodisk/screens/ID/crash     retained: the report of the last crash
infodisk/screens/ID/command   to the screen: a command that an admin's key has signed
infodisk/screens/ID/answer    from the screen: the answer to a command, with its nonce
infodisk/screens/ID/figures/2026-11   retained: the protected figures of a month, compressed
infodisk/nudge                to all screens: poll the feed now
"""

from __future__ import annotations

ROOT = "infodisk"
NUDGE = f"{ROOT}/nudge"
ALL = tuple(f"{ROOT}/screens/+/{what}" for what in ("status", "online", "crash"))


def of(screen: str, what: str) -> str:
    """Return a screen's topic: `status`, `online`, `crash`, `command` or `answer`."""
    return f"{ROOT}/screens/{screen}/{what}"


def figures(screen: str, month: str) -> str:
    """Return the topic of a screen's figures for a month, such as 2026-11; + is the wildcard."""
    return f"{ROOT}/screens/{screen}/figures/{month}"


def figures_parts(topic: str) -> tuple[str, str]:
    """Return the screen and the month of a topic for figures; two empty strings for another topic."""
    match topic.split("/"):
        case [root, "screens", screen, "figures", month] if root == ROOT:
            return screen, month
        case _:
            return "", ""


def parts(topic: str) -> tuple[str, str]:
    """Return the screen and the kind of a topic; two empty strings for another topic."""
    words = topic.split("/")
    is_ours = len(words) == 4 and words[:2] == [ROOT, "screens"]  # noqa: PLR2004  # as in `of`
    return (words[2], words[3]) if is_ours else ("", "")
