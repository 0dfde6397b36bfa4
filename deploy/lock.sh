#!/bin/sh
# Lock every Python package by version and hash: deploy/lock.sh [--upgrade] [--upgrade-package NAME]...
#
# Writes requirements/*.txt from pyproject.toml. Locked packages keep their versions while pyproject.toml allows them,
# unless an option asks for newer ones. Every Python from 3.11 on and every architecture gets the same version of a
# package, and all files agree: they take their versions from dev.txt, which includes every extra.
set -eu
cd "$(dirname "$0")/.."
uv=${UV:-.venv/bin/uv}

compile() { # name, options of uv: writes requirements/NAME.txt
    name=$1
    shift
    "$uv" --no-config pip compile -q "$@" --universal --python-version 3.11 --fork-strategy fewest \
        --generate-hashes --only-binary :all: --no-emit-package infodisk --no-emit-index-url --no-emit-find-links --no-annotate \
        --custom-compile-command 'make lock' -o "requirements/$name.txt"
}

compile dev pyproject.toml --all-extras --group build --group bundle "$@"
compile run pyproject.toml -c requirements/dev.txt
for extra in check fleet live publish report token translate web; do
    compile "$extra" pyproject.toml --extra "$extra" -c requirements/dev.txt
done
compile build --group build -c requirements/dev.txt
compile bundle pyproject.toml --extra check --extra fleet --extra publish --extra token --extra translate --group bundle \
    -c requirements/dev.txt
