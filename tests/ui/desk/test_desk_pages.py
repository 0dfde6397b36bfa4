"""What crosses the border between the desk and its QML."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from kiosk.ui.desk.desk import Desk
from kiosk.ui.view_model import ViewModel
from tests.lint import qml
from tests.ui.conftest import TUESDAY
from tests.ui.walk import PAGES, go, leave

UI = Path(qml.ROOT) / "kiosk" / "ui"


@pytest.fixture
def desk(qapp):
    return Desk(lambda: TUESDAY, lambda: 0.0)


def models(desk):
    pages = desk.pages
    return [pages, *(each for each in vars(pages.value).values() if isinstance(each, ViewModel))]


def properties(model):
    meta = model.metaObject()
    return [meta.property(index) for index in range(meta.propertyOffset(), meta.propertyCount())]


def test_every_property_is_of_a_concrete_type_and_notifies_or_is_constant(desk):
    for model in models(desk):
        for each in properties(model):
            where = f"{type(model).__name__}.{each.name()}"
            assert each.isConstant() != each.hasNotifySignal(), where
            assert each.typeName() not in {"QObject*", "QVariant", "PyObject"}, where


def test_every_model_lives_as_long_as_the_desk(desk):
    held = [desk.pages, *vars(desk.pages.value).values()]
    assert all(isinstance(each, QObject) and each.parent() is desk for each in held)


def test_a_page_has_few_properties_and_slots(desk):
    for model in models(desk)[1:]:
        meta = model.metaObject()
        slots = [meta.method(index) for index in range(meta.methodOffset(), meta.methodCount())]
        assert len(properties(model)) + len(slots) <= 15, type(model).__name__


def test_the_lint_describes_what_python_makes(desk, tmp_path):
    assert not list(qml.write_module(sorted(UI.rglob("*.py")), tmp_path / "model"))
    files = json.loads((tmp_path / "model" / "metatypes.json").read_text(encoding="utf-8"))
    described = {each["className"]: each.get("properties", []) for file in files for each in file["classes"]}
    for model in models(desk):
        shown = {
            each["name"]: (each["type"], bool(each.get("constant")))
            for each in described[type(model).__name__]
        }
        assert shown == {
            each.name(): (each.typeName().removesuffix("*"), each.isConstant()) for each in properties(model)
        }


def test_nothing_of_a_visitor_is_left_on_any_page(screen_of, context_of):
    screen = screen_of(context_of())
    blank = {name: model.value for name, model in vars(screen.pages).items() if isinstance(model, ViewModel)}
    for page in PAGES:
        go(screen, page, "ar", largerText=1)
    leave(screen)
    if screen.page == "farewell":
        leave(screen)
    left = {name: model.value for name, model in vars(screen.pages).items() if isinstance(model, ViewModel)}
    assert left == blank
