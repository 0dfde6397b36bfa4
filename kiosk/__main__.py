"""The program `kiosk`, also as `python -m kiosk`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line of this process, and end the process."""
    if sys.argv[1:2] == ["run"]:
        gc.disable()  # until the device takes it over: what is imported is not garbage
        from kiosk.cli import run  # noqa: PLC0415  # the player loads nothing of the other commands

        sys.exit(run.main(sys.argv[2:]))

    from kiosk.cli.main import main as command_line  # noqa: PLC0415  # as above

    command_line()


if __name__ == "__main__":
    main()
