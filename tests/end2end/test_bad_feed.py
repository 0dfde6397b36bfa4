"""A folder of all that is bad, checked as an admin does it: every problem is told, soon, in little memory."""

import json
import os
import signal
import struct
import subprocess
import sys
import threading
import zlib
from functools import partial
from pathlib import Path

import pytest

from tests.checks.test_svg import HEAD, uses
from tests.publish.test_bad_input import BOMB
from tests.sync.world import World

ROOT = Path(__file__).resolve().parents[2]
MOST_MB = 500
MOST_S = 240
CHECK = "import sys; from kiosk.cli.main import main; sys.argv[0] = 'kiosk'; main()"
WEIGHED = """
import resource, subprocess, sys
status = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(status)
"""
"""Runs a command and tells its most memory in kB: a child of the tests begins with what they have taken."""


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, depth=8, kind=2):
    """One colour of so many dots: next to nothing as a file, and all of it once it is decoded."""
    bits = {0: 1, 2: 3, 6: 4}[kind] * depth
    packer = zlib.compressobj(1)
    row = bytes(width * bits // 8 + 1)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


MEDIA = {
    "fits.png": (partial(png, 12_000, 4000), "needlessly large"),
    "deep.png": (partial(png, 12_000, 4000, depth=16, kind=6), "more than can be decoded"),
    "wide.png": (partial(png, 60_000, 20_000, depth=1, kind=0), "more than can be decoded"),
    "shapes.svg": (partial(str.encode, f"{HEAD}{uses(12)}</svg>"), "draws more than 100000 shapes"),
    "script.svg": (partial(str.encode, f"{HEAD}<script>x()</script></svg>"), "runs or embeds"),
    "huge.svg": (lambda: b"<svg>" + b" " * (50 << 20), "larger than 4 MiB"),
    "zip.mp4": (lambda: b"PK\x03\x04" + bytes(50 << 20), "it is a zip archive"),
    "noise.mp4": (partial(bytes, 50 << 20), "cannot be decoded"),
    "cut.jpg": (lambda: b"\xff\xd8\xff\xe0" + bytes(100), "it is damaged"),
}
TEXTS = {
    "slides/bomb.yaml": (BOMB.encode(), "more than 50000 values"),
    "slides/huge.yaml": (b"#" * (50 << 20), "larger than 1 MiB"),
    "slides/deep.yaml": (b"[" * 900_000, "nested deeper than"),
    "slides/many.yaml": (b"a: [" + b"1," * 400_000 + b"]", "more than 50000 values"),
    "slides/program.yaml": (b"\x7fELF" + bytes(900_000), "a character that text cannot hold"),
}


def kind_of(name):
    return "video" if name.endswith(".mp4") else "picture"


@pytest.fixture
def folder(tmp_path):
    """A feed whose every medium and many a text is bad, each shown by a slide of its own."""
    feed = World(tmp_path).folder
    names = {Path(name).stem: name for name in MEDIA}
    for stem, name in names.items():
        (feed / "media" / name).write_bytes(MEDIA[name][0]())
        kind = kind_of(name)
        (feed / f"slides/{stem}.yaml").write_text(f"kind: {kind}\n{kind}: media/{name}\n", encoding="utf-8")
    (feed / "playlists/all.yaml").write_text(f"slides: [{', '.join(names)}]\n", encoding="utf-8")
    return feed


def check(folder, cache):
    """Return what `kiosk check` told, by file, and the most memory that any of its processes took, in MB."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
    command = [sys.executable, "-c", WEIGHED, sys.executable, "-c", CHECK, "check", "--json", str(folder)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        late = threading.Timer(MOST_S, os.killpg, (process.pid, signal.SIGKILL))
        late.start()
        printed, weighed = process.communicate()
        late.cancel()
    assert process.returncode == 1, printed + weighed
    found = {}
    for problem in json.loads(printed):
        found.setdefault(problem["file"], []).append(problem["message"])
    return found, int(weighed.split()[-1]) / 1024


def test_media_that_would_fill_a_machine_are_reported_in_little_memory(folder, tmp_path):
    found, memory_mb = check(folder, tmp_path / "cache")
    for name, (_, fault) in MEDIA.items():
        assert any(fault in message for message in found[f"media/{name}"]), (name, found)
    assert memory_mb < MOST_MB


def test_texts_that_would_fill_a_machine_are_reported_in_little_memory(folder, tmp_path):
    for name in MEDIA:
        (folder / f"media/{name}").unlink()
    for name, (data, _) in TEXTS.items():
        (folder / name).write_bytes(data)
    found, memory_mb = check(folder, tmp_path / "cache")
    for name, (_, fault) in TEXTS.items():
        assert any(fault in message for message in found[name]), (name, found)
    assert memory_mb < MOST_MB
