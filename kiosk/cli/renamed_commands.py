"""Former names of commands, which work for one more version with a note on stderr."""

from __future__ import annotations

from collections.abc import Sequence

RENAMED = {
    "feed init": "site init",
    "feed keys": "site keys",
    "feed refresh": "site refresh",
    "feed sign": "site sign",
    "history": "site history",
    "publish --rollback": "site rollback",
}


def renamed(arguments: Sequence[str]) -> tuple[list[str], str]:
    """Return `arguments` with the command's current name, and a note if they used a former one."""
    arguments = _rollback_first(arguments)
    for former, name in RENAMED.items():
        words = former.split()
        if arguments[: len(words)] == words:
            note = f"`kiosk {former}` is now `kiosk {name}`; the old name will be removed in the next version"
            return [*name.split(), *arguments[len(words) :]], note
    return arguments, ""


def _rollback_first(arguments: Sequence[str]) -> list[str]:
    """Move `--rollback`, which may be anywhere after `publish`, to the front of its options."""
    if arguments and arguments[0] == "publish" and "--rollback" in arguments:
        return ["publish", "--rollback", *(word for word in arguments[1:] if word != "--rollback")]
    return list(arguments)
