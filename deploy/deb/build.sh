#!/bin/sh
# Build the Debian packages of this checkout: deploy/deb/build.sh [amd64|arm64]
#
# The package infodisk is the kiosk; infodisk-web is the engine for web slides, for devices that show them.
# infodisk has a virtual environment in /opt/infodisk that works with the python3 of Debian 12 (3.11) and Debian 13
# (3.13): the file names of extension modules contain the version, so both versions are installed in one folder. All
# dependencies are wheels, so each architecture can be built on the other. PYTHON names a Python that deploy/setup.sh test
# has set up. Writes only below build/.
set -eu
cd "$(dirname "$0")/../.."
arch=${1:-$(dpkg --print-architecture)}
python=$(realpath -s "${PYTHON:-.venv/bin/python}")
here=$PWD
work=$here/build/deb/$arch
root=$work/root
web=$work/web
venv=$root/opt/infodisk
shared=$venv/lib/site-packages
pythons='3.11 3.13'
maintainer='Infodisk <infodisk@kontor.example>'

# Qt's wheel for arm64 needs the C library of Debian 13.
case $arch in
    amd64) machine=x86_64 libc=2.36 ;;
    arm64) machine=aarch64 libc=2.39 ;;
    *) echo "build.sh: no such architecture: $arch (amd64, arm64)" >&2; exit 2 ;;
esac

# --link-mode copy, because the files are changed below.
install_wheels() { # folder requirements option...
    into=$1 locked=$2
    shift 2
    "$python" -m uv --no-config pip install -q --python "$python" --target "$into" --no-deps --require-hashes \
        --only-binary :all: --link-mode copy -r "$locked" "$@"
}

# Install what requirements/fleet.txt locks, as wheels for the target's Python and architecture.
fetch() { # python-version folder
    install_wheels "$2" requirements/fleet.txt --python-version "$1" \
        --python-platform "$machine-manylinux_$(echo "$libc" | tr . _)"
}

rm -rf "$work"
mkdir -p "$shared" "$work/wheel"
first=''
for each in $pythons; do
    if [ -z "$first" ]; then
        fetch "$each" "$shared"
        first=$each
    else
        fetch "$each" "$work/$each"
        cp -an "$work/$each/." "$shared/"
    fi
done
"$python" -m pip wheel -q --disable-pip-version-check --no-deps --no-build-isolation -w "$work/wheel" .
wheel=$(echo "$work"/wheel/infodisk-*.whl)
version=$(basename "$wheel" | cut -d- -f2)
rm -rf "${shared:?}/bin"
"$python" -m pip install -q --disable-pip-version-check --no-compile --no-deps --target "$shared" "$wheel"

# Shiboken's library contains its Python modules as source in a zip file. Unpack them, otherwise every start would
# compile them again (15 ms). They are the same for both architectures, so this machine's library can unpack them.
sed -n '/^shiboken6==/,/[^\\]$/p' requirements/fleet.txt >"$work/shiboken6.txt"
install_wheels "$work/here" "$work/shiboken6.txt"
SBK_EMBED=0 PYTHONPATH=$work/here "$python" -c 'import shiboken6'
cp -r "$work/here/shiboken6/files.dir" "$shared/shiboken6/"

# Remove what only developers use, and Qt's own programs.
rm -rf "${shared:?}"/bin "$shared"/PySide6/include "$shared"/PySide6/typesystems "$shared"/PySide6/glue \
    "$shared"/PySide6/scripts "$shared"/PySide6/doc "$shared"/PySide6/support/*.cmake
for tool in assistant balsam balsamui designer linguist lrelease lupdate qmlcachegen qmlformat qmlimportscanner \
    qmllint qmlls qmltyperegistrar rcc uic svgtoqml qsb; do
    rm -f "$shared/PySide6/$tool" "$shared/PySide6/Qt/libexec/$tool"
done
find "$shared" \( -name '*.pyi' -o -name .gitignore -o -path '*/__pycache__/*' \) -delete
find "$shared" -name __pycache__ -delete
find "$shared" -type f -name '*.so*' -exec chmod 644 {} +

# The engine for web pages is in its own package, under the same paths.
find "$shared/PySide6" \( -name '*WebEngine*' -o -name 'qtwebengine*' -o -name 'icudtl.dat' \
    -o -name 'v8_context_snapshot*.bin' \) -prune -print | while read -r each; do
    into=$web/${each#"$root"/}
    mkdir -p "$(dirname "$into")"
    mv "$each" "$into"
done
rm -f "$web"/opt/infodisk/lib/site-packages/PySide6/Qt/resources/qtwebengine_devtools_resources*.pak

# Create the virtual environment by hand: it uses the system's python3, and both versions find the same folder.
mkdir -p "$venv/bin"
ln -s /usr/bin/python3 "$venv/bin/python3"
printf 'home = /usr/bin\ninclude-system-site-packages = false\n' >"$venv/pyvenv.cfg"
for each in $pythons; do
    mkdir -p "$venv/lib/python$each"
    ln -s ../site-packages "$venv/lib/python$each/site-packages"
done
for name in kiosk kiosk-setup; do
    module=$(sed -n "s/^$name = \"\(.*\):main\"/\1/p" pyproject.toml)
    printf '#!/opt/infodisk/bin/python3 -I\nfrom %s import main\n\nmain()\n' "$module" >"$venv/bin/$name"
    chmod 755 "$venv/bin/$name"
    mkdir -p "$root/usr/bin"
    ln -s "/opt/infodisk/bin/$name" "$root/usr/bin/$name"
done

for shell in bash:bash-completion/completions/kiosk zsh:zsh/vendor-completions/_kiosk \
    fish:fish/vendor_completions.d/kiosk.fish; do
    mkdir -p "$root/usr/share/$(dirname "${shell#*:}")"
    "$python" -m kiosk completion "${shell%%:*}" >"$root/usr/share/${shell#*:}"
done

put() { install -D -m 644 "$here/deploy/$1" "$root/$2"; }
install -m 755 deploy/systemd/kiosk-session "$venv/bin/kiosk-session"
put systemd/infodisk.service usr/lib/systemd/system/infodisk.service
for unit in infodisk-web.socket infodisk-web@.service; do
    install -D -m 644 "deploy/systemd/$unit" "$web/usr/lib/systemd/system/$unit"
done
put systemd/journald.conf usr/lib/systemd/journald.conf.d/60-infodisk.conf
put systemd/logind.conf usr/lib/systemd/logind.conf.d/60-infodisk.conf
put systemd/sysctl.conf usr/lib/sysctl.d/60-infodisk.conf
put systemd/sysusers.conf usr/lib/sysusers.d/infodisk.conf
put systemd/eglfs.conf usr/share/doc/infodisk/examples/eglfs.conf
"$python" deploy/deb/licences.py "$shared" "$root/usr/share/doc/infodisk/licences.md"
find docs -name '*.md' -o -path 'docs/schema/*' -type f -o -path 'docs/pictures/*' -type f | while read -r doc; do
    install -D -m 644 "$doc" "$root/usr/share/doc/infodisk/${doc#docs/}"
done
install -m 644 CHANGELOG.md "$root/usr/share/doc/infodisk/CHANGELOG.md"

released=$(date -R -r CHANGELOG.md)
put_legal() { # package root
    install -D -m 644 deploy/deb/copyright "$2/usr/share/doc/$1/copyright"
    printf '%s (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md of infodisk.\n\n -- %s  %s\n' \
        "$1" "$version" "$maintainer" "$released" | gzip -9n >"$2/usr/share/doc/$1/changelog.gz"
}
put_legal infodisk "$root"
put_legal infodisk-web "$web"

mkdir -p "$root/DEBIAN"
for script in postinst prerm postrm; do install -m 755 "deploy/deb/$script" "$root/DEBIAN/$script"; done
# Debian 12's cage does not start unless Xwayland is installed, although nothing here uses it.
dependencies() { deploy/setup.sh names "$1" | sed 's/|/ | /g' | tr '\n' ',' | sed 's/,$//; s/,/, /g'; }
depends=$(dependencies run)
cat >"$root/DEBIAN/control" <<CONTROL
Package: infodisk
Version: $version
Architecture: $arch
Maintainer: $maintainer
Installed-Size: $(du -ks "$root" | cut -f1)
Section: misc
Priority: optional
Depends: python3 (>= 3.11), libc6 (>= $libc), systemd, udev, cage, seatd, xwayland, wlr-randr, $depends
Recommends: cups-ipp-utils, unattended-upgrades, systemd-timesyncd | time-daemon
Suggests: v4l-utils, infodisk-web
Description: slides and a desk for the screens of a citizen office
 A fullscreen kiosk for touchscreens and digital screens. It brings its own
 virtual environment; kiosk-setup makes a kiosk of the device in one line.
CONTROL
case $arch in amd64) : ;; *) sed -i 's/python3 (>= 3.11)/python3 (>= 3.13)/' "$root/DEBIAN/control" ;; esac

mkdir -p "$web/DEBIAN"
for script in postinst prerm; do install -m 755 "deploy/deb/web-$script" "$web/DEBIAN/$script"; done
cat >"$web/DEBIAN/control" <<CONTROL
Package: infodisk-web
Version: $version
Architecture: $arch
Maintainer: $maintainer
Installed-Size: $(du -ks "$web" | cut -f1)
Section: misc
Priority: optional
Depends: infodisk (= $version), $(dependencies web)
Description: web pages as slides of Infodisk
 The engine that draws pictures of web pages for the kiosk, each in a process
 and a sandbox of its own. Nothing is drawn until a device says "web: true".
CONTROL

mkdir -p build
engine=build/infodisk-web_${version}_$arch.deb
dpkg-deb --root-owner-group -Zzstd -z"${LEVEL:-10}" -b "$web" "$engine" >/dev/null
echo "$engine"
out=build/infodisk_${version}_$arch.deb
dpkg-deb --root-owner-group -Zzstd -z"${LEVEL:-10}" -b "$root" "$out" >/dev/null
echo "$out"
