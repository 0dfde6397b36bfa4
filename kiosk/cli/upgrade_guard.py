"""Unattended upgrades and rollback of a device, which `kiosk-setup --updates` installs beside the package.

Two shell scripts with systemd timers, outside the package, so that a new version can break neither:

- `fetch` runs once a night, with network access. It keeps the packages of the installed version, and
  downloads the version that the feed permits for this screen (`kiosk/fleet/upgrade_waves.py`). It installs
  nothing.
- `guard` runs once a minute, without network access. It installs a fetched version if it could also roll it
  back, and reads the health that the kiosk reports (`kiosk/fleet/version_health.py`). A version that has come
  up becomes the good one. A version that has not gets ten minutes in which the device is on and could draw a
  frame; then the good one is installed again, and the other is never installed again. The script counts its
  own runs instead of reading the clock, which may be wrong.
"""

from __future__ import annotations

from kiosk.fleet import upgrade_waves, version_health

STATE = "/var/lib/infodisk-upgrades"
HEALTH = f"/run/infodisk/{version_health.FILE}"
PERMITTED = f"/run/infodisk/{upgrade_waves.FILE}"
PINS = "/etc/apt/preferences.d/infodisk"
GUARD, FETCH = "infodisk-upgrade-guard", "infodisk-upgrade-fetch"

_BOTH = r"""set -u
export LC_ALL=C DEBIAN_FRONTEND=noninteractive

query() { dpkg-query -W -f "$1" "$2" 2>/dev/null; }
replace() { cat >"$1.new" && sync "$1.new" && mv "$1.new" "$1"; }
is_refused() { grep -qsx "Pin: version $1" "$pins"; }
names() { # the installed packages
    echo infodisk
    [ -z "$(query '${Version}' infodisk-web)" ] || echo infodisk-web
}
versions() { names | sed "s/\$/=$1/"; } # version: the arguments for apt
is_kept() { # version
    for name in $(names); do
        set -- "$1" "$state/packages/$1/${name}"_*.deb
        [ -e "$2" ] || return 1
    done
}

mkdir -p "$state/packages"
installed=$(query '${Version}' infodisk) || exit 0
[ -n "$installed" ] || exit 0
"""

FETCH_SCRIPT = (
    r"""#!/bin/sh
# written by kiosk-setup --updates: downloads the version that the feed permits
# usage: fetch STATE PERMITTED PINS
state=$1 permitted=$2 pins=$3
"""
    + _BOTH
    + r"""
keep() { # version: keep all of its packages, or none
    is_kept "$1" && return
    rm -rf "$state/packages/.new"
    mkdir "$state/packages/.new"
    chown _apt "$state/packages/.new" 2>/dev/null  # apt downloads as this user if it may write there
    (cd "$state/packages/.new" && apt-get -q download $(versions "$1")) || return 1
    chown -R root:root "$state/packages/.new"
    rm -rf "$state/packages/$1"
    sync && mv "$state/packages/.new" "$state/packages/$1"
}

apt-get -q update
if ! keep "$installed"; then
    echo "no upgrade: $installed cannot be downloaded, so there would be no way back"
    exit 1
fi
version=$(timeout 5 head -c 100 "$permitted" 2>/dev/null)  # written by another user
case $version in '' | [!0-9]* | *[!0-9A-Za-z.+~-]*) exit 0 ;; esac
dpkg --compare-versions "$version" gt "$installed" || exit 0
! is_refused "$version" || exit 0
keep "$version" || { echo "version $version cannot be downloaded"; exit 1; }
eval "$(apt-config shell archives Dir::Cache::archives/d)"
cp "$state/packages/$version"/*.deb "$archives"  # so that apt downloads only the dependencies
apt-get -q -y --download-only install $(versions "$version") || exit 1
echo "$version" | replace "$state/next"
"""
)

GUARD_SCRIPT = (
    r"""#!/bin/sh
# written by kiosk-setup --updates: installs what was fetched, and goes back when it does not come up
# usage: guard STATE HEALTH PINS
state=$1 health=$2 pins=$3
minutes=10
"""
    + _BOTH
    + r"""
is_whole() {
    for name in $(names); do [ "$(query '${db:Status-Status}' "$name")" = installed ] || return 1; done
}

accept() {
    echo "$installed" | replace "$state/good"
    rm -f "$state/failed"
    for folder in "$state"/packages/*; do
        [ "${folder##*/}" = "$installed" ] || [ "${folder##*/}" = "$next" ] || rm -rf "$folder"
    done
    echo "version $installed has come up"
}

upgrade() {
    rm -f "$state/next"  # one attempt a night
    dpkg --compare-versions "$next" gt "$installed" && ! is_refused "$next" || return
    is_kept "$next" && is_kept "$installed" || return
    echo "upgrading from $installed to $next"
    apt-get -q -y --no-download -o Dpkg::Options::=--force-confold install $(versions "$next")
    apt-get clean
}

refuse() {
    is_refused "$1" && return
    mkdir -p "$(dirname "$pins")"
    {
        cat "$pins" 2>/dev/null
        printf 'Package: infodisk infodisk-web\nPin: version %s\nPin-Priority: -1\n\n' "$1"
    } | replace "$pins"
}

# Without apt, which does nothing while a package is half installed.
restore() { is_kept "$good" && dpkg --auto-deconfigure --force-confold -i "$state/packages/$good"/*.deb; }

go_back() {
    echo "version $installed has not come up in $minutes minutes: going back to $good"
    refuse "$installed"
    echo "$installed" | replace "$state/failed"  # the kiosk reports it
    restore || echo "there is no copy of $good, or dpkg failed"
}

good=$(cat "$state/good" 2>/dev/null)
next=$(cat "$state/next" 2>/dev/null)
if ! is_whole; then  # an upgrade was interrupted
    dpkg --configure -a
    is_whole || { [ -n "$good" ] && [ "$installed" = "$good" ] && restore; }
    installed=$(query '${Version}' infodisk)
fi
said=$(timeout 5 head -c 100 "$health" 2>/dev/null)  # written by another user: only ever compared

if [ "$said" = "$installed drawn" ]; then
    rm -f "$state/tries"
    [ "$good" = "$installed" ] || accept
    [ -z "$next" ] || upgrade
    exit 0
fi
[ -n "$good" ] && [ "$good" != "$installed" ] || exit 0
systemctl is-enabled --quiet infodisk.service || exit 0
[ "$said" = "$installed dark" ] && systemctl is-active --quiet infodisk.service && exit 0

tried='' count=0
[ ! -e "$state/tries" ] || read -r tried count <"$state/tries"
[ "$tried" = "$installed" ] || count=0
count=$((count + 1))
echo "$installed $count" | replace "$state/tries"
[ "$count" -lt "$minutes" ] || go_back
"""
)

SANDBOX = """\
LimitCORE=0
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
NoNewPrivileges=yes
RestrictNamespaces=yes
RestrictRealtime=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
ProtectClock=yes
ProtectHostname=yes
ProtectControlGroups=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
KeyringMode=private
SystemCallArchitectures=native
SystemCallFilter=@system-service
UMask=0022
"""

FETCH_SERVICE = f"""\
# written by kiosk-setup --updates
[Unit]
Description=Download the version of Infodisk that the feed permits
After=network-online.target apt-daily.service
Wants=network-online.target

[Service]
Type=oneshot
ExecStart=/bin/sh /etc/infodisk-upgrades/fetch {STATE} {PERMITTED} {PINS}
TimeoutStartSec=2h
# apt itself fetches as the user _apt, and only what it has verified is kept.
CapabilityBoundingSet=CAP_CHOWN CAP_DAC_OVERRIDE CAP_FOWNER CAP_SETUID CAP_SETGID
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
RestrictSUIDSGID=yes
StateDirectory=infodisk-upgrades
ReadWritePaths=/var/lib/apt /var/lib/dpkg /var/cache/apt -/var/log
{SANDBOX}"""

GUARD_SERVICE = f"""\
# written by kiosk-setup --updates
[Unit]
Description=Upgrade Infodisk, and go back from a version that does not come up

[Service]
Type=oneshot
ExecStart=/bin/sh /etc/infodisk-upgrades/guard {STATE} {HEALTH} {PINS}
TimeoutStartSec=30min
# dpkg and the scripts of packages: they write below /usr and /etc, as the owners of files, and nothing else.
CapabilityBoundingSet=CAP_CHOWN CAP_DAC_OVERRIDE CAP_FOWNER CAP_FSETID CAP_SETUID CAP_SETGID
PrivateNetwork=yes
RestrictAddressFamilies=AF_UNIX
StateDirectory=infodisk-upgrades
ReadWritePaths=/usr /etc /var /opt /run -/boot
{SANDBOX}"""

GUARD_TIMER = """\
# written by kiosk-setup --updates
[Timer]
OnBootSec=1min
OnUnitActiveSec=1min

[Install]
WantedBy=timers.target
"""
FETCH_TIMER = """\
# written by kiosk-setup --updates: at night, when nobody is there
[Timer]
OnCalendar=*-*-* 02:00
RandomizedDelaySec=45m
Persistent=false

[Install]
WantedBy=timers.target
"""

FILES = {
    "infodisk-upgrades/fetch": FETCH_SCRIPT,
    "infodisk-upgrades/guard": GUARD_SCRIPT,
    f"systemd/system/{FETCH}.service": FETCH_SERVICE,
    f"systemd/system/{FETCH}.timer": FETCH_TIMER,
    f"systemd/system/{GUARD}.service": GUARD_SERVICE,
    f"systemd/system/{GUARD}.timer": GUARD_TIMER,
}
"""The files to write below /etc, by path."""
