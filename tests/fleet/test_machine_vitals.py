import pytest

from kiosk.fleet.machine_vitals import hardware_model, machine_identity, memory_mb, temperature_c


def test_the_hottest_working_zone_counts(tmp_path):
    for name, text in {"0": "41500\n", "1": "63250\n", "2": "no"}.items():
        zone = tmp_path / f"thermal_zone{name}"
        zone.mkdir()
        (zone / "temp").write_text(text, encoding="ascii")
    assert temperature_c(tmp_path) == 63.25
    assert temperature_c(tmp_path / "none") is None


def test_a_process_has_memory():
    assert 1 < memory_mb() < 10_000


@pytest.mark.parametrize(
    ("dmi", "board", "model"),
    [
        ({"sys_vendor": "Example Ltd\n", "product_name": "Box 3\n"}, "", "Example Ltd Box 3"),
        ({}, "Raspberry Pi 5 Model B Rev 1.0\0", "Raspberry Pi 5 Model B Rev 1.0"),
        ({}, None, ""),
    ],
)
def test_the_hardware_model_is_read(tmp_path, dmi, board, model):
    for name, text in dmi.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    if board is not None:
        (tmp_path / "model").write_text(board, encoding="utf-8")
    assert hardware_model(tmp_path, tmp_path / "model") == model


def test_the_machine_has_a_name_and_a_system():
    machine = machine_identity()
    assert machine.hostname
    assert machine.os
