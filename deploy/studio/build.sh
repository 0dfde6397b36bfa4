#!/bin/sh
# Build the Studio's bundle for this machine's system into build/: deploy/studio/build.sh
#
# The bundle is a folder with the Studio and its Python, Qt and libraries, and an archive of that folder. PYTHON names a
# Python with requirements/bundle.txt installed (make studio-bundle). Writes only below build/.
# WITHOUT_GPL=1 leaves out everything under the GPL: docs/decisions/bundle-licences.md.
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
