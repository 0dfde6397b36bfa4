"""Dataclasses as rows of a Qt model."""

from dataclasses import dataclass

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.ui.rows import Rows, camel, nested


@dataclass(frozen=True)
class Seed:
    size: int


@dataclass(frozen=True)
class Fruit:
    name: str
    is_ripe: bool = True
    seeds: tuple[Seed, ...] = nested(Seed)


@pytest.fixture
def rows(qapp):
    rows = Rows(Fruit, None, [Fruit("apple", seeds=(Seed(1), Seed(2))), Fruit("pear", is_ripe=False)])
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, rows)
    return rows


def cell(rows, row, name):
    role = next(role for role, each in rows.roleNames().items() if each.data().decode() == name)
    return rows.data(rows.index(row, 0), role)


def test_fields_are_roles_in_camel_case(rows):
    assert [cell(rows, row, "name") for row in range(rows.rowCount())] == ["apple", "pear"]
    assert cell(rows, 1, "isRipe") is False
    assert camel("is_ripe") == "isRipe"


def test_rows_inside_a_row_are_a_model_of_their_own(rows):
    assert [cell(cell(rows, 0, "seeds"), row, "size") for row in range(2)] == [1, 2]
    assert cell(rows, 1, "seeds").rowCount() == 0


def test_equal_rows_leave_the_view_alone(rows, qtbot):
    with qtbot.assertNotEmitted(rows.modelReset):
        rows.replace(list(rows.rows))
    with qtbot.waitSignal(rows.modelReset):
        rows.replace([])
    assert rows.rowCount() == 0
