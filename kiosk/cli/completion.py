"""`kiosk completion`: the script that lets a shell complete commands and options."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kiosk.cli import output

VARIABLE = "_KIOSK_COMPLETE"
"""Set by a completion script when it asks for completions."""

_ZSH_END = "compdef _kiosk_completion kiosk"
_ZSH_AUTOLOADED = f"""if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _kiosk_completion "$@"
else
  {_ZSH_END}
fi"""
"""Typer's script only registers its function, so the first completion after autoloading would be empty."""


class ShellName(StrEnum):
    """A shell that can complete the command `kiosk`."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def completion(
    shell: Annotated[ShellName, typer.Argument(metavar="bash|zsh|fish", help="The shell.")],
) -> None:
    """Print a shell completion script. The Debian package installs it.

    Write it to ~/.local/share/bash-completion/completions/kiosk for bash, to _kiosk in a directory of $fpath
    for zsh, or to ~/.config/fish/completions/kiosk.fish for fish.
    """
    output.echo_document(completion_script(shell))


def completion_script(shell: ShellName) -> str:
    """Return the completion script for `shell`."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]  # typer lists no exports

    text: str = get_completion_script(prog_name="kiosk", complete_var=VARIABLE, shell=shell)
    if shell is ShellName.ZSH:
        text = text.removesuffix(_ZSH_END) + _ZSH_AUTOLOADED
    return text + "\n"


def enable() -> None:
    """Make this process answer requests from a completion script."""
    from typer.completion import completion_init  # type: ignore[attr-defined]  # typer lists no exports

    completion_init()
