"""The entry point of the `kiosk` command and of `python -m kiosk`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and exit."""
    if sys.argv[1:2] == ["run"]:
        gc.disable()  # imports leave no garbage; `GarbageCollector` takes over later
        from kiosk.cli import run  # noqa: PLC0415  # the player must not load the other commands

        sys.exit(run.main(sys.argv[2:]))

    from kiosk.cli.main import main as command_line  # noqa: PLC0415  # as above

    command_line()


if __name__ == "__main__":
    main()
