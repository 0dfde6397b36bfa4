"""A window on its way out: nothing that QML refers to goes before it, however the program ends."""

import shutil
import subprocess
import sys

import pytest

from kiosk import resources

PROGRAM = """
import sys
from kiosk.ui import fonts
from kiosk.ui.shell.shell import Shell
from tests.ui.conftest import Time, context_on, sample_feed, turn_until

application, time, seen = fonts.make_application([]), Time(), []
shell = Shell(lambda: time.now, lambda: time.seconds)
shell.player.slideShown.connect(lambda *_: seen.append(True))
shell.use(context_on(sample_feed(), sys.argv[1]))
shell.window.show()
turn_until(lambda: seen and shell.settled)
if sys.argv[1] == "torget-desk":
    shell.desk.welcome("", "")
"""

STUDIO = """
import sys
from pathlib import Path
from kiosk.cli.icons import icons
from kiosk.studio.window import application
from kiosk.ui import fonts

made = fonts.make_application([])
class Program:
    setApplicationDisplayName = made.setApplicationDisplayName
    def exec():
        made.processEvents()
        end()

application.fonts.make_application = lambda _arguments: Program
application.run_window(application.Opening(Path(sys.argv[1]), "", Path("keys"), icons()), "sv")
"""

ENDS = {
    "closed": ("shell.close()", ""),
    "dropped": ("pass", ""),
    "by a fault": ("raise RuntimeError('a fault')", "RuntimeError: a fault"),
}


def said(program, *arguments):
    """Run a program; return the last line that it writes to standard error."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    return ([line for line in done.stderr.splitlines() if "pipewire" not in line] or [""])[-1]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("screen", ["torget-window", "torget-desk"])
def test_a_screen_goes_without_a_warning(screen, end):
    how, words = ENDS[end]
    assert said(f"{PROGRAM}\n{how}", screen) == words


@pytest.mark.parametrize("end", ["dropped", "by a fault"])
def test_a_studio_goes_without_a_warning_and_takes_its_processes_along(tmp_path, monkeypatch, end):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    shutil.copytree(resources.sample_feed(), tmp_path / "feed")
    how, words = ENDS[end]
    assert said(f"def end():\n    {how}\n{STUDIO}", str(tmp_path / "feed")) == words
