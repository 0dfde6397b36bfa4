#!/bin/sh
# Build the bundle of the Studio for this machine's system into build/: deploy/studio/build.sh
#
# A folder that holds the Studio with its Python, Qt and libraries, and an archive of it. PYTHON names a Python in
# which requirements/bundle.txt is installed (make studio-bundle). Writes below build/ only.
# WITHOUT_GPL=1 leaves out what is under the GPL: docs/decisions/bundle-licences.md.
set -eu
cd "$(dirname "$0")/../.."
python=$(realpath -s "${PYTHON:-.venv/bin/python}")
version=$("$python" -c 'import kiosk; print(kiosk.__version__)')
machine=$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
PYTHONPATH=$PWD "$python" -m PyInstaller --noconfirm --log-level "${LOG:-ERROR}" \
    --workpath build/studio/work --distpath build/studio deploy/studio/studio.spec >&2
archive=build/infodisk-studio_${version}_$machine${WITHOUT_GPL:+_without-gpl}.tar.zst
tar --zstd -C build/studio --sort name --owner 0 --group 0 --numeric-owner -cf "$archive" infodisk-studio 2>/dev/null
echo "$archive"
