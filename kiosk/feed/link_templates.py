"""URI templates (RFC 6570), expanded by uritemplate, which is loaded on first use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def fill_in(link: str, values: Mapping[str, Any]) -> str:
    """Return the expanded address of a template."""
    from uritemplate import expand  # noqa: PLC0415  # see the module docstring

    return str(expand(link, dict(values)))


def names_in(link: str) -> tuple[str, ...]:
    """Return the variable names of a template, in order."""
    from uritemplate import variables  # noqa: PLC0415  # see the module docstring

    return tuple(variables(link))
