from kiosk.fleet.machine_vitals import memory_mb, temperature_c


def test_the_hottest_zone_counts_and_a_broken_one_does_not(tmp_path):
    for name, text in {"0": "41500\n", "1": "63250\n", "2": "no"}.items():
        zone = tmp_path / f"thermal_zone{name}"
        zone.mkdir()
        (zone / "temp").write_text(text, encoding="ascii")
    assert temperature_c(tmp_path) == 63.25
    assert temperature_c(tmp_path / "none") is None


def test_a_process_has_memory():
    assert 1 < memory_mb() < 10_000
