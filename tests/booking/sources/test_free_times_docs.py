"""The sources that docs/free-times.md shows can be loaded, and its table has every kind."""

import re
from pathlib import Path

from kiosk.booking.sources.source_config import load_sources

PAGE = (Path(__file__).resolve().parents[3] / "docs/free-times.md").read_text("utf-8")
EXAMPLE = re.search(r"^```yaml\n(# sources\.yaml.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[1]


def test_the_example_is_loaded_and_shows_every_kind(tmp_path):
    path = tmp_path / "sources.yaml"
    path.write_text(EXAMPLE, "utf-8")
    path.chmod(0o600)
    kinds = {source.kind for source in load_sources(path).sources.values()}
    table = PAGE.partition("## What counts")[0]
    assert kinds == set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
