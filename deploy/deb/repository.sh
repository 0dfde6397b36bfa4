#!/bin/sh
# Add Debian packages to a signed, static apt repository: deploy/deb/repository.sh FOLDER PACKAGE.deb...
#
# SIGN_KEY names the OpenPGP key that signs (gpg --list-secret-keys). Any web server can serve FOLDER. Existing
# packages stay, so that devices can go back. Exits with 1, without changing anything that apt reads, if a package
# with the same version has different content, or if the key cannot sign.
set -eu
folder=${1:?usage: repository.sh FOLDER PACKAGE.deb...}
shift
key=${SIGN_KEY:?SIGN_KEY names the OpenPGP key that signs; make one with: gpg --quick-gen-key NAME ed25519 sign}
fail() { echo "repository.sh: $*" >&2; exit 1; }
command -v apt-ftparchive >/dev/null || fail 'install apt-utils'
gpg --batch --list-secret-keys "$key" >/dev/null 2>&1 || fail "there is no key $key that could sign"

mkdir -p "$folder/pool"
for package in "$@"; do
    there=$folder/pool/$(basename "$package")
    [ ! -e "$there" ] || cmp -s "$package" "$there" || fail "$there has other content; give the new one a new version"
done
for package in "$@"; do cp "$package" "$folder/pool/"; done

cd "$folder"
new=.dists.new
rm -rf "$new"
for arch in amd64 arm64; do
    index=$new/stable/main/binary-$arch
    mkdir -p "$index/by-hash/SHA256"
    apt-ftparchive --arch "$arch" packages pool >"$index/Packages"
    gzip -9n <"$index/Packages" >"$index/Packages.gz"
    for file in "$index/Packages" "$index/Packages.gz"; do
        cp "$file" "$index/by-hash/SHA256/$(sha256sum "$file" | cut -d' ' -f1)"
    done
done
for field in Origin=Infodisk Label=Infodisk Suite=stable Codename=stable Components=main 'Architectures=amd64 arm64' \
    MD5=false SHA1=false SHA512=false; do  # by-hash has only SHA256
    printf 'APT::FTPArchive::Release::%s "%s";\n' "${field%%=*}" "${field#*=}"
done >"$new/release.conf"
{
    echo 'Acquire-By-Hash: yes'  # so that apt never reads a mix of old and new indexes
    apt-ftparchive -c "$new/release.conf" release "$new/stable"
} >"$new/Release"
rm "$new/release.conf"
mv "$new/Release" "$new/stable/Release"
gpg --batch --yes -u "$key" --clearsign -o "$new/stable/InRelease" "$new/stable/Release" || fail 'gpg did not sign'
gpg --batch --armor --export "$key" >infodisk.asc
rm -rf .dists.old
[ ! -e dists ] || mv dists .dists.old
mv "$new" dists
rm -rf .dists.old
echo "$folder"
