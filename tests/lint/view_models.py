"""The properties that a view-model has by the fields of its dataclass, which metaobjectdump does not see.

A class `Name(Base[Value])`, where `Value` is a `@frozen` class of the same Python files, is a QObject with
the signal `changed` and a property for each field of `Value`, as `kiosk.ui.view_model` makes them.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.ui.rows import camel

TYPES = {"str": "QString", "bool": "bool", "int": "int", "float": "double", "QUrl": "QUrl"}


def complete(files: list[dict[str, Any]], sources: list[Path]) -> Iterator[str]:
    """Add those properties to what metaobjectdump says of these files; yield what QML could not read."""
    classes = [node for each in sources for node in _classes(each)]
    values = {node.name: node for node in classes if _is_frozen(node)}
    models = {node.name: values[name] for node in classes for name in _arguments(node) if name in values}
    described = {each["className"]: each for file in files for each in file["classes"]}
    known = {name for name, each in described.items() if each["object"]} | models.keys()
    for name, value in models.items():
        model = described[name]
        model["object"] = True
        model["superClasses"] = [{"access": "public", "name": "QObject"}]
        model["signals"] = [*model.get("signals", ()), _signal("changed")]
        own = model.get("properties", [])
        for prop in _properties(value):
            if prop["type"] not in {*TYPES.values(), *known}:
                yield f"{value.name}.{prop['name']} has a type that QML cannot read: {prop['type']}"
            own.append({**prop, "index": len(own)})
        model["properties"] = own


def _classes(source: Path) -> list[ast.ClassDef]:
    tree = ast.parse(source.read_text(encoding="utf-8"), source)
    return [node for node in tree.body if isinstance(node, ast.ClassDef)]


def _is_frozen(node: ast.ClassDef) -> bool:
    return any(ast.unparse(each).startswith("frozen") for each in node.decorator_list)


def _arguments(node: ast.ClassDef) -> Iterator[str]:
    subscripts = (base for base in node.bases if isinstance(base, ast.Subscript))
    return (each.slice.id for each in subscripts if isinstance(each.slice, ast.Name))


def _signal(name: str) -> dict[str, Any]:
    return {"access": "public", "name": name, "arguments": [], "returnType": "void"}


def _properties(value: ast.ClassDef) -> Iterator[dict[str, Any]]:
    for field in value.body:
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            default = ast.unparse(field.value) if field.value else ""
            name, kind = camel(field.target.id), ast.unparse(field.annotation)
            if default.startswith("nested("):
                yield {"name": name, "type": "Rows", "constant": True}
            elif "metadata=CONSTANT" in default:
                yield {"name": name, "type": TYPES.get(kind, kind), "constant": True}
            else:
                yield {"name": name, "type": TYPES.get(kind, kind), "notify": "changed"}
