"""USB printers: finding the device file, and exchanging bytes through a real one (a pseudo-terminal)."""

import os
import threading
import tty

import pytest

from kiosk.printers.escpos import EscposPrinter
from kiosk.printers.printer import Condition, Paper
from kiosk.printers.transport import open_device
from kiosk.printers.usb_printers import device_file


@pytest.fixture
def sysfs(tmp_path):
    """A tree like the kernel's: an interface below its USB device, and a link from the class."""
    for number, (vendor, product) in enumerate([("0525", "a4a8"), ("04b8", "0e15")]):
        interface = tmp_path / f"devices/usb1/1-{number}/1-{number}:1.0/usbmisc/lp{number}"
        interface.mkdir(parents=True)
        (interface.parents[2] / "idVendor").write_text(f"{vendor}\n")
        (interface.parents[2] / "idProduct").write_text(f"{product}\n")
        (interface / "device").symlink_to(interface.parents[1])
        (tmp_path / f"lp{number}").symlink_to(interface)
    return tmp_path


def test_printer_is_found_by_its_ids(sysfs, tmp_path):
    assert device_file("04b8", "0e15", sysfs, tmp_path / "dev") == tmp_path / "dev/lp1"


def test_printer_that_is_not_plugged_in_is_not_found(sysfs):
    with pytest.raises(FileNotFoundError, match="04b8:0202"):
        device_file("04b8", "0202", sysfs)


@pytest.fixture
def terminal():
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    yield ours, os.ttyname(theirs)
    os.close(ours)
    os.close(theirs)


def answering(descriptor, answers):
    for answer in answers:
        assert os.read(descriptor, 3)[:2] == b"\x10\x04"
        os.write(descriptor, answer)


def test_status_is_queried_through_a_device_file(terminal):
    descriptor, path = terminal
    device = threading.Thread(target=answering, args=(descriptor, [b"\x12", b"\x12", b"\x1e"]))
    device.start()
    printer = EscposPrinter(lambda: open_device(path), Paper(512, None, 180))
    assert printer.status().condition is Condition.PAPER_LOW
    device.join()


def test_unplugged_printer_is_offline(terminal):
    _descriptor, path = terminal
    printer = EscposPrinter(lambda: open_device(f"{path}-gone"), Paper(512, None, 180))
    assert printer.status().condition is Condition.OFFLINE
