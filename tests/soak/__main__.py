"""Let a kiosk live for a long time and see what it costs: a table, and build/soak.json.

python -m tests.soak [--simulated-hours 24] [--minutes 30]
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

RESULT = Path(__file__).resolve().parents[2] / "build" / "soak.json"


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("--simulated-hours", type=float, default=24)
    parser.add_argument("--minutes", type=float, default=30)
    options = parser.parse_args()
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    from kiosk.device import make_application  # noqa: PLC0415  # after the platform is chosen
    from tests.soak import real, simulated  # noqa: PLC0415  # likewise

    application = make_application(["soak"])
    results = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else {}
    for name, run, length in (
        ("simulated", simulated.soak, options.simulated_hours),
        ("real", real.soak, options.minutes),
    ):
        if length:
            with tempfile.TemporaryDirectory(prefix="infodisk-soak-") as folder:
                results[name] = run(application, Path(folder), length)
            keep(results)
    Console().print(table(results))
    return 0


def keep(results):
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def table(results):
    drawn = Table("", *results)
    rows = {name: None for run in results.values() for name in run if name != "readings"}
    for row in rows:
        drawn.add_row(row.replace("_", " "), *(str(run.get(row, "")) for run in results.values()))
    return drawn


if __name__ == "__main__":
    sys.exit(main())
