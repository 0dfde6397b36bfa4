"""How the tests are spread over processes: those that share a machine-wide thing must share a process."""


def test_the_tests_of_a_group_run_in_one_process(pytester):
    pytester.makepyfile(
        """
        import os
        from pathlib import Path

        import pytest

        pytestmark = pytest.mark.xdist_group("one")

        @pytest.mark.parametrize("number", range(8))
        def test_note_the_process(number):
            Path("workers", os.environ["PYTEST_XDIST_WORKER"]).touch()
        """
    )
    (pytester.path / "workers").mkdir()
    done = pytester.runpytest_subprocess("-n", "2", "--dist", "loadgroup")
    done.assert_outcomes(passed=8)
    assert len(list((pytester.path / "workers").iterdir())) == 1
