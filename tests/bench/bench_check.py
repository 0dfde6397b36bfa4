"""`kiosk check` without drawing, on 1,000 slides in 6 languages, as a command that begins and ends."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.rows import Row, print_rows

LANGUAGES = ("sv", "en", "ar", "so", "fa", "uk")
SLIDES, PLAYLISTS, SCREENS = 1000, 50, 20
KIOSK = "import sys; from kiosk.cli.main import main; sys.argv[0] = 'kiosk'; main()"


def rows():
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder))
        seconds = min(run("check", "--quick", folder) for _ in range(3))
    yield Row("`kiosk check --quick`, 1,000 slides in 6 languages", seconds, "s", aim=3)
    yield Row("the same: peak memory", peak_mb(), "MB", aim=200)


def run(*words):
    """Run the command line once; return the seconds it took."""
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-c", KIOSK, *words], check=False, capture_output=True)
    assert done.returncode in {0, 1}, done.stderr
    return time.monotonic() - begun


def peak_mb():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def write(folder):
    texts = dict(files())
    for name, text in texts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def files():
    yield (
        "feed.yaml",
        "name: Big\nlanguages:\n" + "".join(f"  {code}: {{name: {code}}}\n" for code in LANGUAGES),
    )
    yield (
        "offices/torg.yaml",
        "name: T\naddress: A\nhours: [mon-fri 10:00-16:00]\nbooking: {phone: 08-465 004 00}\n",
    )
    size = "size: 530 x 300\nresolution: 1920 x 1080\n"
    for number in range(SCREENS):
        spoken = f"languages: [{', '.join(LANGUAGES)}]\ntags: [t{number % 5}]\n"
        yield f"screens/s{number}.yaml", f"office: torg\n{size}{spoken}"
    for number in range(SLIDES):
        yield (
            f"slides/s{number}.yaml",
            f"kind: message\n{text('title', number)}{text('text', number)}dwell: 20 s\n",
        )
    each = SLIDES // PLAYLISTS
    for number in range(PLAYLISTS):
        listed = ", ".join(f"s{slide}" for slide in range(number * each, (number + 1) * each))
        when = "when: {hours: [mon-fri 08:00-18:00]}"
        yield f"playlists/p{number}.yaml", f"slides: [{listed}]\nwhere: {{tags: [t{number % 5}]}}\n{when}\n"


def text(key, number):
    lines = (f"  {code}: Text {number} in the language {code}, of a usual length.\n" for code in LANGUAGES)
    return f"{key}:\n{''.join(lines)}"


if __name__ == "__main__":
    print_rows(rows())
