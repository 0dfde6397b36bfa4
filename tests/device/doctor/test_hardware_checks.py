import os

import pytest

from kiosk.config import Broker, Config
from kiosk.device.doctor import Health, hardware_checks

TOUCH = """\
I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK ILITEK-TP"
B: PROP=2
B: EV=b
B: ABS=2608000 3
"""
KEYBOARD = 'N: Name="Keyboard"\nB: PROP=0\nB: EV=120013\n'


def connector(folder, name, state):
    place = folder / name
    place.mkdir(parents=True)
    (place / "status").write_text(f"{state}\n", encoding="ascii")


def test_a_connected_screen_is_named(tmp_path):
    connector(tmp_path, "card1-HDMI-A-1", "disconnected")
    assert hardware_checks.display(tmp_path).health is Health.WRONG
    connector(tmp_path, "card1-HDMI-A-2", "connected")
    assert "HDMI-A-2" in hardware_checks.display(tmp_path).seen


def test_without_a_gpu_the_processor_draws(tmp_path):
    assert hardware_checks.gpu(tmp_path).health is Health.WARNING
    (tmp_path / "renderD128").touch()
    assert hardware_checks.gpu(tmp_path).health is Health.WELL


@pytest.mark.parametrize(
    ("devices", "wanted", "health"),
    [
        (f"{KEYBOARD}\n{TOUCH}", True, Health.WELL),
        (KEYBOARD, True, Health.WRONG),
        (KEYBOARD, False, Health.WELL),
        (KEYBOARD, None, Health.WELL),
    ],
)
def test_a_touchscreen_is_required_if_the_feed_says_so(tmp_path, devices, wanted, health):
    file = tmp_path / "devices"
    file.write_text(devices, encoding="ascii")
    assert hardware_checks.touch(wanted, file).health is health


def test_a_touchscreen_is_named(tmp_path):
    file = tmp_path / "devices"
    file.write_text(f"{KEYBOARD}\n{TOUCH}", encoding="ascii")
    assert hardware_checks.touch(None, file).seen == "ILITEK ILITEK-TP"


def test_a_secret_that_others_can_read_is_reported(tmp_path):
    secret, root = tmp_path / "password", tmp_path / "root.json"
    secret.write_text("s", encoding="ascii")
    root.write_text("{}", encoding="ascii")
    config = Config(
        feed="https://feed.example",
        screen="hall",
        root=root,
        broker=Broker(host="broker.example", password=secret),
    )
    secret.chmod(0o644)
    assert [each.health for each in hardware_checks.files(config)] == [Health.WELL, Health.WRONG]
    secret.chmod(0o600)
    assert [each.health for each in hardware_checks.files(config)] == [Health.WELL, Health.WELL]
    root.unlink()
    assert "No such file" in next(hardware_checks.files(config)).seen


def test_the_disk_of_the_state_folder_is_checked(tmp_path):
    assert str(tmp_path) in hardware_checks.disk(tmp_path / "not" / "yet").seen


def test_every_problem_has_a_remedy(tmp_path):
    found = (
        hardware_checks.display(tmp_path),
        hardware_checks.gpu(tmp_path),
        hardware_checks.clock(),
        hardware_checks.disk(tmp_path),
    )
    assert all(each.remedy for each in found if each.health is not Health.WELL)
    assert os.fspath(tmp_path)
