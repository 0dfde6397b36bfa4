"""What the bundle of the Studio starts: the Studio, or one of the helper processes that it starts itself.

There is no `python` in a bundle: for those processes the program does what `python -m MODULE` would.
"""

import multiprocessing
import os
import runpy
import sys

LIBRARY_PATHS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def main() -> None:
    """Run what the arguments ask for."""
    multiprocessing.freeze_support()
    for name in LIBRARY_PATHS:
        restore(name)
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # helper processes set those paths anew
    if sys.argv[1:2] == ["-m"]:
        module = sys.argv[2]
        sys.argv = [module, *sys.argv[3:]]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return
    from kiosk.cli.main import main as kiosk  # noqa: PLC0415  # a helper process needs none of it

    sys.argv.insert(1, "studio")
    kiosk()


def restore(name: str) -> None:
    """Let other programs, such as LibreOffice, find their own libraries instead of those of the bundle."""
    original = os.environ.pop(f"{name}_ORIG", None)
    if original is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = original


if __name__ == "__main__":
    main()
