"""Lint the QML with knowledge of the Python types behind it, and check its form.

The way is pyside6-metaobjectdump → pyside6-qmltyperegistrar → pyside6-qmllint, tool by tool, because
`pyside6-project qmllint` ends 0 despite warnings. All that Python registers is in the QML module
`Kiosk.Model`, version 1.

    python -m tests.lint.qml [--fix] [FOLDER ...]

The folders hold the Python files and, anywhere below, the QML (default: kiosk/ui and kiosk/studio). Ends 1
when there is anything to say. `--fix` rewrites the QML in its form first.
"""

import argparse
import ast
import difflib
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import PySide6

from tests.lint.tools import run
from tests.lint.view_models import complete

ROOT = Path(__file__).resolve().parents[2]
DEFAULT_FOLDERS = (ROOT / "kiosk" / "ui", ROOT / "kiosk" / "studio")
MODULE = "Kiosk.Model"
METATYPES = Path(PySide6.__file__).parent / "Qt" / "metatypes"
QT_MODULES = (
    "QtCore",
    "QtGui",
    "QtQml",
    "QtQmlModels",
    "QtQuick",
)  # those whose types we derive from or name
# Beyond the default: what is only told there, or not at all, though nobody would write it on purpose.
LINT_OPTIONS = (
    "--ignore-settings",
    "--max-warnings",
    "0",
    "--unused-imports",
    "warning",
    "--use-proper-function",
    "warning",
)
FORM_OPTIONS = ("--ignore-settings", "--newline", "unix")


def main() -> int:
    """Run the lint as a command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.lint.qml", description="Lint the QML.")
    parser.add_argument("folders", nargs="*", type=Path, default=DEFAULT_FOLDERS, metavar="FOLDER")
    parser.add_argument("--fix", action="store_true", help="rewrite the QML in its form first")
    options = parser.parse_args()
    qml = _below(options.folders, "*.qml")
    if options.fix and qml:
        run("qmlformat", *FORM_OPTIONS, "--inplace", *qml)
    problems = [*lint(options.folders, qml), *form(qml)] if qml else []
    print(*problems, f"{len(qml)} QML files, {len(problems)} problems", sep="\n")
    return 1 if problems else 0


def _below(folders: Iterable[Path], pattern: str) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob(pattern))


def lint(folders: Iterable[Path], qml: list[Path]) -> Iterator[str]:
    """Yield what is wrong in the QML files, and in how the Python files in `folders` register types."""
    with tempfile.TemporaryDirectory() as scratch:
        imports = Path(scratch)
        yield from write_module(_below(folders, "*.py"), imports / MODULE.replace(".", "/"))
        roots = {each.parent.parent for each in qml if (each.parent / "qmldir").exists()}
        paths = [option for root in (imports, *sorted(roots)) for option in ("-I", root)]
        ended = run("qmllint", *LINT_OPTIONS, *paths, *qml, check=False)
        if ended.returncode:
            yield ended.stdout + ended.stderr


def form(qml: list[Path]) -> Iterator[str]:
    """Yield a diff for each QML file that qmlformat would write otherwise."""
    with tempfile.TemporaryDirectory() as scratch:
        copies = [Path(shutil.copy(each, Path(scratch) / f"{i}.qml")) for i, each in enumerate(qml)]
        run("qmlformat", *FORM_OPTIONS, "--inplace", *copies)
        for each, copy in zip(qml, copies, strict=True):
            yield from _difference(each, copy)


def write_module(sources: list[Path], module: Path) -> Iterator[str]:
    """Describe the types that Python registers, in the new folder `module`; yield what is amiss."""
    module.mkdir(parents=True)
    # QtQuick is where the bases of our own items are looked up.
    (module / "qmldir").write_text(
        f"module {MODULE}\ntypeinfo model.qmltypes\ndepends QtQuick\n", encoding="utf-8"
    )
    dump = module / "metatypes.json"
    run("metaobjectdump", "--quiet", "--out-file", dump, *bases_first(sources))
    files = json.loads(dump.read_text(encoding="utf-8"))
    yield from complete(files, sources)
    yield from (problem for file in files for problem in _mend(file))
    dump.write_text(json.dumps(files), encoding="utf-8")
    foreign = ",".join(
        str(METATYPES / f"{name.replace('Qt', 'qt6').lower()}_metatypes.json") for name in QT_MODULES
    )
    run(
        "qmltyperegistrar",
        *("--import-name", MODULE, "--major-version", "1", "--minor-version", "0"),
        *("--generate-qmltypes", module / "model.qmltypes", "-o", module / "unused.cpp"),
        *("--foreign-types", foreign, dump),
    )


def bases_first(sources: list[Path]) -> Iterable[Path]:
    """Order Python files so that each follows those with the bases of its classes.

    metaobjectdump takes a class for a QObject only when it has already read the base.
    """
    classes = {each: list(_classes(each)) for each in sources}
    home = {node.name: each for each in sources for node in classes[each]}
    graph = {
        each: {home[base] for node in classes[each] for base in _bases(node) if base in home} - {each}
        for each in sources
    }
    return TopologicalSorter(graph).static_order()


def _classes(source: Path) -> Iterator[ast.ClassDef]:
    tree = ast.parse(source.read_text(encoding="utf-8"), source)
    return (node for node in tree.body if isinstance(node, ast.ClassDef))


def _constants(source: Path) -> Iterator[str]:
    """Yield the names of the properties that a Python file declares with `constant=True`."""
    functions = (each for node in _classes(source) for each in node.body if isinstance(each, ast.FunctionDef))
    for function in functions:
        calls = (each for each in function.decorator_list if isinstance(each, ast.Call))
        if any(word.arg == "constant" for call in calls for word in call.keywords):
            yield function.name


def _bases(node: ast.ClassDef) -> Iterator[str]:
    bases = (base.value if isinstance(base, ast.Subscript) else base for base in node.bases)
    return (base.id for base in bases if isinstance(base, ast.Name))


def _mend(file: dict[str, Any]) -> Iterator[str]:
    """Complete what metaobjectdump tells of a Python file; yield what the lint would be blind to."""
    constants = set(_constants(Path(file["inputFile"])))
    for each in file["classes"]:
        if not any(info["name"].startswith("QML.") for info in each.get("classInfos", ())):
            continue
        where = f"{file['inputFile']}: {each['className']}"
        if file.get("QML_IMPORT_NAME") != MODULE:
            yield f'{where} is registered for QML in a file without QML_IMPORT_NAME = "{MODULE}"'
        if not each["object"]:
            yield f"{where} is registered for QML, but no base is known, by its bare name, as a QObject"
        for prop in each.get("properties", ()):
            # It says nothing of how a ListProperty changes, so that each use of one would be a warning,
            # and of what is constant only since 6.12.
            known = prop["type"].startswith("QQmlListProperty<") or prop["name"] in constants
            prop.update({"constant": True} if known else {})


def _difference(original: Path, copy: Path) -> Iterator[str]:
    before, after = (path.read_text(encoding="utf-8").splitlines() for path in (original, copy))
    lines = difflib.unified_diff(before, after, str(original), "as qmlformat writes it", lineterm="")
    if diff := "\n".join(lines):
        yield f"{diff}\n(python -m tests.lint.qml --fix does this)"


if __name__ == "__main__":
    sys.exit(main())
