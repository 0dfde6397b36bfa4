"""What a measurement is; a subject prints each of its own as a line of JSON on standard output."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Row:
    """One measurement; `aim` is the most it should be, None if it has none."""

    what: str
    value: float
    unit: str
    aim: float | None = None


def print_rows(rows):
    for row in rows:
        print(json.dumps(asdict(row), ensure_ascii=False), flush=True)
