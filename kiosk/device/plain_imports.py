"""Undo PySide6's replacement of `import`, which supports `from __feature__ import …`; nothing here uses that.

Its version reads the source of every module that is imported later, to find out whether it uses PySide6
(`feature_imported` in shibokensupport/feature.py): a third of a millisecond for each of 150 modules, and
their text stays in memory.
"""

import builtins

import PySide6.QtCore  # noqa: F401  # it replaces `import`

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)  # what it was before
