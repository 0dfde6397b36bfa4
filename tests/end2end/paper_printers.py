"""A paper printer, the bus it needs, and a queue of CUPS before it: real programs, with folders of their own.

They run as a user without rights, as CUPS does not print as root, and listen on this machine only.
"""

import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import threading
from contextlib import contextmanager, suppress
from pathlib import Path

import requests

from kiosk.printers.ipp_client import IppClient
from kiosk.printers.ipp_message import IppError

PATIENCE_S = 20
_PATH = os.environ["PATH"] + ":/usr/sbin:/sbin"
_LIBRARY = Path("/usr/lib/cups")

_BUS = """<busconfig><type>session</type><listen>unix:path={}/bus</listen>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>
"""

_KEEP = """#!/bin/sh
cp "$1" "{0}/coming" && mv "{0}/coming" "$(mktemp -u "{0}/page-XXXXXX")"
"""

_FILES = """ServerRoot {0}
ServerBin {0}/lib
CacheDir {0}/cache
StateDir {0}/state
RequestRoot {0}/spool
TempDir {0}/tmp
AccessLog {0}/access
ErrorLog {0}/error
PageLog {0}/page
User {1}
Group {2}
SystemGroup {2}
"""

_QUEUES = """Listen 127.0.0.1:{}
Browsing No
WebInterface No
DefaultAuthType None
<Location />
Order allow,deny
Allow from 127.0.0.1
</Location>
<Policy default>
<Limit Create-Job Print-Job Print-URI Validate-Job>
Order deny,allow
</Limit>
<Limit Send-Document Cancel-Job Purge-Jobs Cancel-My-Jobs Close-Job CUPS-Get-Document>
Require user @OWNER @SYSTEM
Order deny,allow
</Limit>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""


class PaperPrinter:
    """An `ippeveprinter` on a port of this machine that keeps each page it prints as a file."""

    def __init__(self, port, pages):
        self._port, self._pages = port, pages

    @property
    def uri(self):
        return f"ipp://127.0.0.1:{self._port}/ipp/print"

    @property
    def pages(self):
        """The files of what has come out."""
        return sorted(self._pages.glob("page-*"))

    @property
    def jobs(self):
        """The states of all jobs it was ever given, the oldest first."""
        client = IppClient(self.uri, "")
        found = []
        with suppress(IppError):
            while True:
                found.append(client.job_state(len(found) + 1))
        return found

    def load(self, sheets):
        """Put A4 into the only tray."""
        tray = {"size1": "iso_a4_210x297mm", "type1": "stationery", "level1": sheets}
        no_other = {"size3": "", "type3": "", "level3": -2}
        requests.get(
            f"http://127.0.0.1:{self._port}/media", tray | no_other, timeout=PATIENCE_S
        ).raise_for_status()


@contextmanager
def paper_printer():
    with _folder() as folder, _bus(folder) as bus:
        for name in ("spool", "pages"):
            (folder / name).mkdir()
        keep = folder / "keep"
        keep.write_text(_KEEP.format(folder / "pages"))
        keep.chmod(0o755)
        _give(folder)
        port = _free_port()
        command = ["ippeveprinter", "-n", "localhost", "-r", "off", "-f", "image/pwg-raster"]
        command += ["-p", str(port), "-d", folder / "spool", "-c", keep, "Prov"]
        with _running(command, folder, DBUS_SYSTEM_BUS_ADDRESS=bus):
            _wait_until_it_listens(port)
            printer = PaperPrinter(port, folder / "pages")
            printer.load(250)
            yield printer


@contextmanager
def queue_before(printer):
    """Run a CUPS with one driverless queue; gives its address."""
    with _folder() as folder:
        for name in ("cache", "state", "spool", "tmp", "lib/backend"):
            (folder / name).mkdir(parents=True)
        for each in (each for each in _LIBRARY.iterdir() if each.name != "backend"):
            (folder / "lib" / each.name).symlink_to(each)
        shutil.copy(_LIBRARY / "backend/ipp", folder / "lib/backend/ipp")
        user = pwd.getpwuid(_user() or os.getuid())
        (folder / "files").write_text(_FILES.format(folder, user.pw_name, grp.getgrgid(user.pw_gid).gr_name))
        port = _free_port()
        (folder / "queues").write_text(_QUEUES.format(port))
        _give(folder)
        command = ["cupsd", "-f", "-c", folder / "queues", "-s", folder / "files"]
        with _running(command, folder):
            _wait_until_it_listens(port)
            _add_queue(port, printer)
            yield f"ipp://127.0.0.1:{port}/printers/prov"


def until(condition):
    """Wait for something that another program does."""
    for _ in range(PATIENCE_S * 20):
        if condition():
            return
        threading.Event().wait(0.05)
    raise AssertionError("it did not come about")


def _add_queue(port, printer):
    add = ["lpadmin", "-h", f"127.0.0.1:{port}", "-p", "prov", "-E", "-v", printer.uri, "-m", "everywhere"]
    subprocess.run(add, check=True, timeout=PATIENCE_S, env=os.environ | {"PATH": _PATH})


@contextmanager
def _bus(folder):
    (folder / "bus.conf").write_text(_BUS.format(folder))
    _give(folder)
    with _running(["dbus-daemon", "--nofork", "--config-file", folder / "bus.conf"], folder):
        until((folder / "bus").exists)
        yield f"unix:path={folder}/bus"


@contextmanager
def _folder():
    """A folder that the other user reaches: those of pytest are closed to all but one."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        yield Path(name)


def _user():
    """The user to run as: nobody, if we are root."""
    return pwd.getpwnam("nobody").pw_uid if os.getuid() == 0 else None


def _give(folder):
    for path in [folder, *folder.rglob("*")] if _user() else ():
        os.chown(path, _user(), -1, follow_symlinks=False)


@contextmanager
def _running(command, folder, **environment):
    user = _user()
    as_user = {"user": user, "group": pwd.getpwuid(user).pw_gid, "extra_groups": []} if user else {}
    with (folder / f"{command[0]}.log").open("wb") as log:
        process = subprocess.Popen(
            command,
            stdout=log,
            stderr=log,
            cwd=folder,
            env=os.environ | {"PATH": _PATH, "HOME": str(folder)} | environment,
            **as_user,
        )
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


def _free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def _wait_until_it_listens(port):
    def listens():
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    until(listens)
