"""The program in the Studio's bundle: it runs the Studio, or one of the Studio's helper processes.

A bundle has no `python` command, so the program runs helper processes as `python -m MODULE` would.
"""

import multiprocessing
import os
import runpy
import sys

LIBRARY_PATHS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def main() -> None:
    """Run the helper module after `-m`, otherwise the Studio."""
    multiprocessing.freeze_support()
    for name in LIBRARY_PATHS:
        restore(name)
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # helper processes set these paths again
    if sys.argv[1:2] == ["-m"]:
        module = sys.argv[2]
        sys.argv = [module, *sys.argv[3:]]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return
    from kiosk.cli.main import main as kiosk  # noqa: PLC0415  # a helper process does not need it

    sys.argv.insert(1, "studio")
    kiosk()


def restore(name: str) -> None:
    """Let other programs, such as LibreOffice, find their own libraries instead of the bundle's."""
    original = os.environ.pop(f"{name}_ORIG", None)
    if original is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = original


if __name__ == "__main__":
    main()
