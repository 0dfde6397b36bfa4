#!/bin/sh
# Set up this checkout on Debian 12 or later: missing system packages through apt, then .venv with the Python packages.
#
#   deploy/setup.sh [GROUP]...                       run: the kiosk itself (the default); web: also the engine for
#                                                    web slides; admin: also what checking and publishing need;
#                                                    bundle: what the Studio's bundle is built with;
#                                                    test: everything the checks need, including the engine;
#                                                    trial: what only the long end-to-end tests need;
#                                                    bench: the browser that the kiosk is compared with
#   deploy/setup.sh names run|web                    only list the system packages of a group
#   LATEST=yes VENV=DIR deploy/setup.sh test         install the newest Python packages instead of the locked ones
#
# Installs exactly the Python packages that requirements/*.txt lock by version and hash (see deploy/lock.sh).
# Installs only missing packages with apt, and starts no service. Exits at once if there is nothing to do.
# Exits with 1, naming the packages, if it is not allowed to install them.
set -eu
cd "$(dirname "$0")/.."

# The libraries that the PySide6 wheel links to but does not contain (readelf -d over its modules and plug-ins), and
# the speech engine. "a|b" is one library under its names in Debian 12 and 13.
run_packages='
    libegl1 libgl1 libx11-6 libfontconfig1 libfreetype6 libglib2.0-0|libglib2.0-0t64 libdbus-1-3 libgssapi-krb5-2
    libbrotli1 libxkbcommon0 libpulse0 libssl3|libssl3t64 libva2 libva-drm2 libva-x11-2
    libx11-xcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render0
    libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxcb1
    libxkbcommon-x11-0
    libwayland-client0 libwayland-cursor0 libwayland-egl1
    libspeechd2 speech-dispatcher speech-dispatcher-espeak-ng'
# The libraries that only QtWebEngine links to, the part of the wheel that a kiosk without web slides never loads.
web_packages='
    libnss3 libnspr4 libasound2|libasound2t64 libexpat1 libgbm1 libudev1
    libxcb-dri3-0 libxcomposite1 libxdamage1 libxext6 libxfixes3 libxkbfile1 libxrandr2 libxtst6'
# A display for the window tests, and one over VNC, whose monitor can be unplugged (xrandr). Programs that the tests
# start: a web server and an SFTP server to publish to, a paper printer (which needs D-Bus) with its queue, a broker,
# shells that complete commands, a compositor with a virtual keyboard, systemd to verify its units, Prometheus, a
# software token (PKCS#11), strace to kill a process at a chosen system call, libfaketime to set the clock of all
# processes of a test, and second renderers of SVG and PDF to compare drawings with.
test_packages='
    xvfb tigervnc-standalone-server x11-xserver-utils
    nginx openssh-server openssh-client strace zsh fish
    cups-client cups-daemon cups-filters cups-ipp-utils dbus-daemon
    librsvg2-bin poppler-utils libfaketime mosquitto prometheus softhsm2 cage xwayland xdotool grim procps systemd systemd-container mmdebstrap apt-utils gnupg'
# What the Studio's bundle is built with: PyInstaller reads libraries with binutils, and ships Python's own.
bundle_packages='binutils zstd libpython3.11|libpython3.13'
# What converts presentations, what builds the disk image, and the machine that boots it.
trial_packages='libreoffice-impress dosfstools e2fsprogs fdisk mtools xz-utils qemu-system-x86 ovmf'
# What the kiosk is compared with: a browser, with OpenGL for its own X screen, and two programs that fetch files.
bench_packages='chromium libgl1-mesa-dri curl rsync'
# The services in these packages, which are started neither now nor at boot. A package is called like its service,
# perhaps with "-daemon" after it, or with "open" and "-server" around it.
services='nginx mosquitto prometheus ssh cups cups.path cups.socket'
wanted_python='sys.version_info >= (3, 11)'

say() { printf '%s\n' "setup: $*" >&2; }
fail() { say "$*"; exit 1; }

is_installed() { # a|b
    for name in $(echo "$1" | tr '|' ' '); do
        case " $(dpkg-query -W -f '${db:Status-Status} ' "$name" 2>/dev/null)" in *' installed '*) return 0 ;; esac
    done
    return 1
}

known_name() { # a|b: prints the name that apt knows
    for name in $(echo "$1" | tr '|' ' '); do
        if apt-cache show "$name" >/dev/null 2>&1; then printf '%s ' "$name"; return 0; fi
    done
    return 1
}

known_names() { for each in "$@"; do known_name "$each" || return 1; done; }

missing() { for each in "$@"; do is_installed "$each" || printf '%s ' "$each"; done; }

can_be_root() { # with a terminal, sudo may ask for a password
    [ "$(id -u)" = 0 ] && return
    command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q "$@" </dev/null; }

# While services are on hold, the post-install script of a package cannot start those in $services.
policy=/usr/sbin/policy-rc.d
held=''
hold_services() {
    [ ! -e $policy ] || return 0  # the machine has its own policy
    trap release_services EXIT
    trap 'exit 130' INT TERM
    held=yes
    # shellcheck disable=SC2016 # $1 is for the script written here
    printf '#!/bin/sh\ncase " %s " in *" ${1%%%%.service} "*) exit 101 ;; esac\n' "$services" |
        as_root sh -c "cat >$policy && chmod 755 $policy"
}
release_services() {
    [ -z "$held" ] || as_root rm -f $policy
    held=''
    trap - EXIT INT TERM
}

install_packages() { # a|b ...
    names=$(known_names "$@") || { apt_get update && names=$(known_names "$@"); } || return 1
    say "installing $names"
    hold_services
    # shellcheck disable=SC2086 # one word per package
    apt_get install -y --no-install-recommends $names ||
        { apt_get update && apt_get install -y --no-install-recommends $names; } || return 1
    release_services
    for service in $services; do
        case " $names " in *" $service "* | *" $service-daemon "* | *" open$service-server "*) as_root update-rc.d "$service" disable ;; esac
    done
}

need_packages() { # a|b ...
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "not a Debian system: make sure that the equivalents of these are installed: $*"
        return
    fi
    lacking=$(missing "$@")
    [ -n "$lacking" ] || return 0
    line="install these as root, then try again: apt-get install $(echo "$lacking" | sed 's/|[^ ]*//g')"
    can_be_root || fail "neither root nor allowed to become it by sudo; $line"
    # shellcheck disable=SC2086 # one word per package
    install_packages $lacking || fail "apt did not succeed; $line"
}

# Debian's own Python comes first, whatever else is in PATH: devices run it, so tests and benchmarks run it too.
find_python() { # prints a Python that is new enough
    for name in /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do
        "$name" -c "import sys; sys.exit(not $wanted_python)" 2>/dev/null && command -v "$name" && return
    done
    return 1
}

make_venv() {
    python=$(find_python) || { need_packages python3 python3-venv; python=$(find_python); } ||
        fail "Python 3.11 or later is needed: Debian 12 has it as the package python3"
    "$python" -c 'import ensurepip' 2>/dev/null || need_packages python3-venv
    "$python" -c 'import ensurepip' 2>/dev/null || fail "$python has no ensurepip: install its venv package"
    say "making $venv with $python"
    "$python" -m venv --clear "$venv"
}

pip_install() { "$venv/bin/python" -m pip install -q --disable-pip-version-check "$@" || fail "pip did not succeed"; }

# Nothing is built from source, so that nothing is downloaded that is not locked. An isolated build would download an
# unlocked build backend.
install_locked() { # names of lock files
    locks=''
    for lock in build "$@"; do locks="$locks -r requirements/$lock.txt"; done
    # shellcheck disable=SC2086 # one word per option
    pip_install --require-hashes --only-binary :all: $locks
    pip_install --no-deps --no-build-isolation -e .
}

install_latest() { # with uv: pip backtracks through old versions for a long time
    pip_install --upgrade uv
    "$venv/bin/python" -m uv --no-config pip install -q --python "$venv/bin/python" --upgrade \
        -e '.[dev]' --group build || fail "uv did not succeed"
}

# The Shiboken wheel has its Python modules as source in a zip file, which every start would compile again (15 ms).
unpack_shiboken() { SBK_EMBED=0 "$venv/bin/python" -c 'import shiboken6'; }

need_venv() { # names of lock files
    name=$(echo "$*${latest:+ latest}" | tr ' ' '-')
    wanted=$(cat pyproject.toml deploy/setup.sh requirements/*.txt | cksum)
    [ -n "$latest" ] || for stamp in "$venv/installed-$name" "$venv/installed-dev"; do  # dev includes all the others
        [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && "$venv/bin/python" -c '' 2>/dev/null && return
    done
    "$venv/bin/python" -m pip --version >/dev/null 2>&1 || make_venv
    say "installing the Python packages"
    if [ -n "$latest" ]; then install_latest; else install_locked "$@"; fi
    unpack_shiboken
    echo "$wanted" >"$venv/installed-$name"
}

need_node_packages() { # that tests compare the product with; npm verifies the locked hashes
    wanted=$(cksum <tests/npm/package-lock.json)
    [ "$(cat tests/npm/node_modules/installed 2>/dev/null)" = "$wanted" ] && return
    command -v npm >/dev/null || need_packages nodejs npm
    say "installing the Node.js packages of the tests"
    npm ci --prefix tests/npm --silent --no-audit --no-fund || fail "npm did not succeed"
    echo "$wanted" >tests/npm/node_modules/installed
}

if [ "${1:-}" = names ]; then  # the Debian packages depend on them
    # shellcheck disable=SC2086 # one word per package
    case ${2:-run} in run) printf '%s\n' $run_packages ;; web) printf '%s\n' $web_packages ;; *) exit 2 ;; esac
    exit 0
fi
venv=${VENV:-.venv}
latest=${LATEST:-}
packages=''
locks=''
node=''
for group in "${@:-run}"; do
    case $group in
        run) packages="$packages $run_packages" locks="$locks run" ;;
        web) packages="$packages $run_packages $web_packages" locks="$locks web" ;;
        admin) packages="$packages $run_packages" locks="$locks check fleet live publish report token translate" ;;
        bundle) packages="$packages $run_packages $bundle_packages" locks="$locks bundle" ;;
        test) packages="$packages $run_packages $web_packages $test_packages" locks="$locks dev" node=yes ;;
        trial) packages="$packages $bundle_packages $trial_packages" ;;
        bench) packages="$packages $bench_packages" ;;
        *) say "no such group: $group (run, web, admin, bundle, test, trial, bench)"; exit 2 ;;
    esac
done
# shellcheck disable=SC2086 # one word per package
need_packages $packages
case " $locks " in *' dev '*) locks=dev ;; esac
# shellcheck disable=SC2086 # one word per lock file
need_venv ${locks:-run}
[ -z "$node" ] || need_node_packages
