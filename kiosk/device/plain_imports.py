"""Undoes PySide6's replacement of `import`, which supports `from __feature__ import …`; we do not use that.

PySide6's `import` reads the source of every module that is imported later, to find out whether it uses
PySide6 (`feature_imported` in shibokensupport/feature.py). That takes a third of a millisecond for each of
150 modules, and keeps their source in memory.
"""

import builtins

import PySide6.QtCore  # noqa: F401  # replaces `import`

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
