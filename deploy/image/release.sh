#!/bin/sh
# Publish a version of the image for devices: deploy/image/release.sh FOLDER infodisk_VERSION.root.xz infodisk_VERSION.efi
#
# SIGN_KEY names the OpenPGP key that signs (gpg --list-secret-keys). Any web server can serve FOLDER. The version that
# devices run need not stay in it: they keep it as their other system.
set -eu
folder=${1:?usage: release.sh FOLDER FILE...}
shift
key=${SIGN_KEY:?SIGN_KEY names the OpenPGP key that signs}
fail() { echo "release.sh: $*" >&2; exit 1; }
mkdir -p "$folder"
for file in "$@"; do
    there=$folder/$(basename "$file")
    [ ! -e "$there" ] || cmp -s "$file" "$there" || fail "$there has other content; give the new one a new version"
done
for file in "$@"; do cp "$file" "$folder/"; done
cd "$folder"
sha256sum infodisk_*.root.xz infodisk_*.efi >.SHA256SUMS.new
gpg --batch --yes -u "$key" --detach-sign -o .SHA256SUMS.gpg.new .SHA256SUMS.new || fail 'gpg did not sign'
mv .SHA256SUMS.new SHA256SUMS
mv .SHA256SUMS.gpg.new SHA256SUMS.gpg
echo "$folder"
