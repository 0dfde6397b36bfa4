"""A picture of a web page: how long it takes, and what the engine takes meanwhile."""

import os
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from kiosk.webshot.render_request import RenderRequest
from kiosk.webshot.renderer_client import RendererClient
from tests.bench.rows import Row, print_rows
from tests.end2end.web_host import engine_words, make_authority, web_host

PICTURES = 5
ROWS = "".join(f"<tr><td>{line} Torget<td>{line % 9 + 1} min" for line in range(40))
PAGE = f"<body style='font-size:28px;background:#eef'><h1>Departures</h1><table width=100%>{ROWS}</table>"
LOOK_S = 0.02
TICKS = os.sysconf("SC_CLK_TCK")


def rows():
    os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    with tempfile.TemporaryDirectory() as folder, web_host(*make_authority(Path(folder))) as web:
        web.pages["/"] = PAGE
        order = RenderRequest(
            web.url(), 1920, 1080, (web.host,), named=(web.host,), authorities=web.authority
        )
        taken = [picture(order) for _ in range(PICTURES + 1)][1:]
    seconds, cpu, memory, size = map(statistics.median, zip(*taken, strict=True))
    yield Row("from the request to the picture, 1920 × 1080, median", seconds, "s")
    yield Row("CPU time of the renderer for it, sampled every 20 ms, median", cpu, "s")
    yield Row("peak memory of its processes (PSS), median", memory, "MB")
    yield Row("the picture, on disk", size / 1000, "kB")


def picture(order):
    """Take one; return its seconds, those of CPU time that were seen, the most MB of memory, its bytes."""
    spent, most, begun = {}, 0.0, time.perf_counter()
    with ThreadPoolExecutor(1) as worker:
        taking = worker.submit(RendererClient(engine_words()).take, order)
        while not wait([taking], timeout=LOOK_S).done:
            now = list(of_the_engine())
            spent |= {pid: cpu for pid, cpu, _ in now}
            most = max(most, sum(memory for _, _, memory in now))
        return time.perf_counter() - begun, sum(spent.values()), most, len(taking.result()[0])


def of_the_engine():
    """Yield the processes of an engine of ours: id, seconds of CPU time, MB of memory (PSS)."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            rollup = (folder / "smaps_rollup").read_text(encoding="ascii")
        except (OSError, ValueError):
            continue
        pss = next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
        found[int(folder.name)] = (int(fields[1]), int(fields[3]), fields, pss)
    ours = {pid for pid, (parent, session, _, _) in found.items() if parent == os.getpid() and session == pid}
    for pid, (_, session, fields, pss) in found.items():
        if session in ours:
            yield pid, (int(fields[11]) + int(fields[12])) / TICKS, pss / 1000


if __name__ == "__main__":
    print_rows(rows())
