"""A machine with UEFI in QEMU that boots a disk image as it is, and a root shell on one of its serial ports.

The image is not changed for it. What a slow machine without a monitor needs is passed by the firmware
(SMBIOS), where systemd looks for credentials and for more words on the command line of the kernel. One run
of QEMU is one start of the machine: it ends when the machine reboots.
"""

import base64
import os
import re
import select
import shutil
import socket
import subprocess
import time

FIRMWARE = "/usr/share/OVMF/OVMF_CODE_4M.fd"
FIRMWARE_STATE = "/usr/share/OVMF/OVMF_VARS_4M.fd"
HOST = "10.0.2.2"
"""The address at which the machine reaches the loopback of this one."""

CLOCK = ("-icount", "shift=2", "-rtc", "clock=vm")
"""The clock of the machine counts instructions, four nanoseconds each. By another clock, a busy host makes
its kernel panic (the ticks that it waits for come late), and its kiosk reject a feed (validated too slowly).
"""

PAUSE_S = 5
ANSWER_S = 120
START_S = 1200
KERNEL = (
    "console=ttyS0 systemd.show_status=yes "
    "systemd.journald.forward_to_console=1 systemd.journald.max_level_console=notice "
    "systemd.debug_shell systemd.default_debug_tty=ttyS1 "
    "systemd.default_timeout_start_sec=3600 systemd.default_device_timeout_sec=3600 "
    "systemd.setenv=WLR_RENDERER=pixman"
)
DROP_INS = {
    "infodisk.service": "[Service]\nTimeoutStartSec=1h\nWatchdogSec=1h\n",
    "infodisk-image-update.timer": "[Timer]\nOnCalendar=\nOnCalendar=*:0/2\nRandomizedDelaySec=0\n",
}
"""Slow emulation does not time out, and the update runs every two minutes, not once a night."""


class Machine:
    """A machine with a disk that is a file; its console is written to a file beside it."""

    def __init__(self, disk):
        self.disk, self.folder = disk, disk.parent
        self.console = self.folder / "console"
        self.firmware_state = self.folder / "firmware"
        shutil.copy(FIRMWARE_STATE, self.firmware_state)
        self.process = self.shell = None
        self.asked = 0

    def start(self, *settings):
        """Switch it on; `settings` are for the environment of its services."""
        port = self.folder / "shell"
        port.unlink(missing_ok=True)
        self.console.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            self.words(port, settings), stdin=subprocess.DEVNULL, start_new_session=True
        )
        self.shell = connected(port, self.process)
        self.wait_for_the_shell()

    def wait_for_the_shell(self):
        """Until then the firmware and the boot loader would take what is typed for keys that are pressed."""
        give_up = time.monotonic() + START_S
        while b"debug-shell" not in (self.console.read_bytes() if self.console.exists() else b""):
            assert self.process.poll() is None, self.told("it ended before it had started")
            assert time.monotonic() < give_up, self.told(f"no system within {START_S} s")
            time.sleep(PAUSE_S)

    def words(self, port, settings):
        kernel = " ".join((KERNEL, *(f"systemd.setenv={each}" for each in settings)))
        strings = [f"io.systemd.stub.kernel-cmdline-extra={kernel}"]
        for unit, text in DROP_INS.items():
            coded = base64.b64encode(text.encode()).decode()
            strings.append(f"io.systemd.credential.binary:systemd.unit-dropin.{unit}={coded}")
        return (
            *("nice", "-n", "5", "qemu-system-x86_64", "-machine", "q35", "-accel", "tcg", *CLOCK),
            *("-cpu", "Nehalem", "-smp", "1", "-m", "4096", "-action", "reboot=shutdown"),
            *("-drive", f"if=pflash,format=raw,readonly=on,file={FIRMWARE}"),
            *("-drive", f"if=pflash,format=raw,file={self.firmware_state}"),
            *("-drive", f"if=virtio,format=raw,file={self.disk}"),
            *("-nic", "user,model=virtio-net-pci"),
            *("-display", "none", "-device", "VGA,xres=1280,yres=800", "-vga", "none"),
            *("-chardev", f"file,id=console,path={self.console}", "-serial", "chardev:console"),
            *("-chardev", f"socket,id=shell,path={port},server=on,wait=off", "-serial", "chardev:shell"),
            *(word for string in strings for word in ("-smbios", f"type=11,value={string}")),
        )

    def ask(self, command, within_s=ANSWER_S):
        """Run a command as root in the machine; returns what it prints, or None if it does not end."""
        self.asked += 1
        begin, end = f"<{self.asked}:", f":{self.asked}>"
        line = f'printf "<%s:" {self.asked}; {command}; printf ":%s>" {self.asked}\n'
        heard = ""
        give_up = time.monotonic() + within_s
        try:
            self.shell.sendall(line.encode())
            while time.monotonic() < give_up:
                if select.select([self.shell], [], [], 1)[0]:
                    new = self.shell.recv(65536)
                    if not new:
                        return None
                    heard += new.decode(errors="replace")
                if begin in heard and end in heard.partition(begin)[2]:
                    return plain(heard.partition(begin)[2].partition(end)[0])
        except OSError:  # it has just ended
            return None
        return None

    def until(self, command, wanted, within_s):
        """Ask until a whole answer matches the pattern `wanted`."""
        give_up = time.monotonic() + within_s
        said = None
        while time.monotonic() < give_up:
            assert self.process.poll() is None, self.told(f"it ended before {command!r} said {wanted!r}")
            said = self.ask(command) or ""
            if re.fullmatch(wanted, said):
                return said
            time.sleep(PAUSE_S)
        raise AssertionError(self.told(f"{command!r} did not say {wanted!r} within {within_s} s: {said!r}"))

    def until_written(self, begin, end, within_s):
        """Wait until something is written to a stretch of the disk, in bytes, that was a hole in its file."""
        give_up = time.monotonic() + within_s
        with self.disk.open("rb") as file:
            while os.lseek(file.fileno(), begin, os.SEEK_DATA) >= end:
                assert self.process.poll() is None, self.told(f"it ended before it had written {begin}")
                assert time.monotonic() < give_up, self.told(f"{begin} was not written within {within_s} s")
                time.sleep(PAUSE_S)

    def until_it_starts_anew(self, within_s):
        try:
            assert self.process.wait(within_s) == 0
        except subprocess.TimeoutExpired as late:
            raise AssertionError(self.told(f"it did not start anew within {within_s} s")) from late
        self.shell.close()

    def cut(self):
        """Cut the power."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.shell.close()

    def told(self, problem):
        text = self.console.read_text("utf-8", "replace") if self.console.exists() else ""
        return f"{problem}; the console ends with:\n{plain(text)[-4000:]}"


def connected(port, process):
    """The socket of QEMU, which it makes when it starts."""
    give_up = time.monotonic() + ANSWER_S
    while process.poll() is None and time.monotonic() < give_up:
        made = socket.socket(socket.AF_UNIX)
        try:
            made.connect(str(port))
        except (FileNotFoundError, ConnectionRefusedError):
            made.close()
            time.sleep(0.1)
        else:
            return made
    raise AssertionError(f"QEMU ended, or made no socket within {ANSWER_S} s")


def plain(text):
    """Text of a terminal without its control sequences."""
    return (
        re.sub(r"\x1b(\[[0-9;?]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|.)", "", text).replace("\r", "").strip()
    )
