"""`kiosk preview` of the sample feed on a screen of 1920 × 1080 dots: all drawn, then nothing new."""

import resource
import tempfile
from pathlib import Path

from kiosk import resources
from tests.bench.bench_check import peak_mb, run
from tests.bench.rows import Row, print_rows

SCREEN = "torget-window"
AIM_MS = 1000 / 15


def rows():
    with tempfile.TemporaryDirectory() as out:
        words = ("preview", str(resources.sample_feed()), "-o", out, "--screen", SCREEN)
        before = cpu_s()
        seconds = run(*words)
        cpu = cpu_s() - before
        count = len(list(Path(out).rglob("*.png")))
        again = run(*words)
    yield Row(f"a picture of 1080p with all cores, of {count}", 1000 * seconds / count, "ms", aim=AIM_MS)
    yield Row("the same: CPU time", 1000 * cpu / count, "ms")
    yield Row("the same again, nothing new", again, "s")
    yield Row("peak memory of one process", peak_mb(), "MB", aim=500)


def cpu_s():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    print_rows(rows())
