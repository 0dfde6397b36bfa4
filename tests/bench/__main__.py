"""Measure the product: one table on the terminal, and the same as JSON in build/bench.json.

A subject is a module `bench_SUBJECT.py` here that prints its rows; each runs in a process of its own, so that
none is measured with what another has loaded. A missed aim is marked and is no error, since a busy machine
measures badly. Exits with 1 only if a subject fails.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent
RESULT = HERE.parents[1] / "build" / "bench.json"
SUBJECTS = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.partition("\n")[0])
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(SUBJECTS) + "; default: all")
    wanted = parser.parse_args().subjects
    if unknown := sorted(set(wanted) - set(SUBJECTS)):
        parser.error(f"unknown subject: {', '.join(unknown)}")
    measured = {subject: measure(subject) for subject in wanted or SUBJECTS}
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(measured, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    Console().print(table(measured))
    return 1 if None in measured.values() else 0


def measure(subject):
    """The rows of a subject; None if it failed."""
    run = subprocess.run(
        [sys.executable, "-m", f"tests.bench.bench_{subject}"], check=False, stdout=subprocess.PIPE, text=True
    )
    return [json.loads(line) for line in run.stdout.splitlines()] if run.returncode == 0 else None


def table(measured):
    drawn = Table("subject", "what", "measured", "aim", "")
    for subject, rows in measured.items():
        for row in rows or [{"what": "failed", "value": 0, "unit": "", "aim": None}]:
            aim = row["aim"]
            met = "" if aim is None else "yes" if row["value"] <= aim else "NO"
            limit = "" if aim is None else f"≤ {aim:g} {row['unit']}"
            drawn.add_row(subject, row["what"], f"{row['value']:.4g} {row['unit']}", limit, met)
    return drawn


if __name__ == "__main__":
    sys.exit(main())
