"""The commands of README.md for trying a feed without a web server work as they are written."""

import os
import re
import subprocess
import sys
from pathlib import Path

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
TRIAL = README.partition("To try a feed of your own")[2]
COMMANDS = re.search(r"```sh\n(.*?)```", TRIAL, re.DOTALL)[1].strip().splitlines()
LIMIT_S = 120


def test_a_feed_is_tried_from_a_folder(tmp_path):
    *prepare, run = COMMANDS
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
    }
    where = {"cwd": tmp_path, "env": environment, "text": True}
    for command in prepare:
        subprocess.run(["sh", "-c", command], check=True, timeout=LIMIT_S, **where)
    with subprocess.Popen(
        ["sh", "-c", f"exec timeout {LIMIT_S} {run}"], stderr=subprocess.PIPE, **where
    ) as kiosk:
        log = []
        for line in kiosk.stderr:
            log.append(line)
            if "is current" in line:
                kiosk.terminate()
        assert kiosk.wait() == 0, "".join(log)
    assert any("is current" in line for line in log)
