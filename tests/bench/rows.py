"""What a measure is, and how a subject tells its own: as lines of JSON on standard output."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Row:
    """One measure; `aim` is the most it should be, None where it is only watched."""

    what: str
    value: float
    unit: str
    aim: float | None = None


def print_rows(rows):
    for row in rows:
        print(json.dumps(asdict(row), ensure_ascii=False), flush=True)
