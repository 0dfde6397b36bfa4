"""`kiosk completion`: bash, zsh and fish complete commands, options and choices."""

import os
import subprocess
import sys

import pytest

from kiosk.cli.completion import ShellName, completion_script

BASH = """
source <("$0" completion bash)
COMP_WORDS=({words}) COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_kiosk_completion kiosk
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
FISH = "source (kiosk completion fish | psub); complete --do-complete '{words}' | string split -f1 \\t; true"
ZSH = r"""
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1= fpath=({folder} $fpath); autoload -Uz compinit; compinit -D -u; print ready$((1 + 1))'
zpty -r shell read '*ready2*'
zpty -w -n shell $'{words}\t'
zpty -r shell read '*{expected}*'
print -r -- {expected}
zpty -d shell
"""

CASES = [
    ("kiosk site ro", ["rollback"]),
    ("kiosk site keys rev", ["revoke"]),
    ("kiosk check --qu", ["--quick"]),
    ("kiosk completion fi", ["fish"]),
]


@pytest.fixture
def shell(tmp_path):
    """Run words in a shell whose `kiosk` is that of this checkout."""
    program = tmp_path / "bin/kiosk"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m kiosk "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "HOME": str(tmp_path)}

    def run(*words):
        done = subprocess.run(
            words,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        assert done.stderr == ""
        return done.stdout.splitlines()

    return run


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_bash(shell, words, expected):
    assert shell("bash", "-c", BASH.format(words=words), "kiosk") == expected


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_fish(shell, words, expected):
    assert shell("fish", "--no-config", "-c", FISH.format(words=words)) == expected


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_zsh_completes_at_the_first_key(shell, tmp_path, words, expected):
    (tmp_path / "_kiosk").write_text(completion_script(ShellName.ZSH), encoding="utf-8")
    steps = (
        ZSH.replace("{folder}", str(tmp_path)).replace("{words}", words).replace("{expected}", expected[0])
    )
    assert shell("zsh", "-f", "-c", steps) == expected


def test_another_shell_is_wrong_usage(run):
    assert run("completion", "tcsh").exit_code == 2
