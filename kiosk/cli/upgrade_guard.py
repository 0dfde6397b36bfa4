"""What `kiosk-setup --updates` installs beside the package, to go back from a version that does not come up.

It is a shell script with a systemd timer, outside of the package: a new version can break neither. Once a
minute it reads what the kiosk says of itself (`kiosk/fleet/version_health.py`). A version that has come up is
kept as the good one, with its packages. Another version has ten minutes in which the device is on and a frame
could be drawn; then the good one is installed again, and apt is told never to take the other. It counts its
own runs, not the clock, which may be wrong.
"""

from __future__ import annotations

STATE = "/var/lib/infodisk-upgrades"
HEALTH = "/run/infodisk/version"
PINS = "/etc/apt/preferences.d/infodisk"
TIMER_NAME = "infodisk-upgrade-guard.timer"

SCRIPT = r"""#!/bin/sh
# written by kiosk-setup --updates: goes back to the version before when a new one does not come up
# usage: guard STATE HEALTH PINS
set -u
state=$1 health=$2 pins=$3
minutes=10

query() { dpkg-query -W -f "$1" "$2" 2>/dev/null; }
replace() { cat >"$1.new" && sync "$1.new" && mv "$1.new" "$1"; }

# Keep the packages of a version that has come up, so that going back needs no network.
keep() {
    rm -rf "$state/packages.new"
    mkdir "$state/packages.new"
    if (cd "$state/packages.new" && apt-get -q download $(versions "$installed")); then
        rm -rf "$state/packages"
        mv "$state/packages.new" "$state/packages"
    else
        rm -rf "$state/packages" "$state/packages.new"  # going back downloads it
    fi
    echo "$installed" | replace "$state/good"
    rm -f "$state/failed"
    echo "version $installed has come up"
}

versions() {
    echo "infodisk=$1"
    [ -z "$(query '${Version}' infodisk-web)" ] || echo "infodisk-web=$1"
}

refuse() {
    grep -qsx "Pin: version $1" "$pins" && return
    mkdir -p "$(dirname "$pins")"
    {
        cat "$pins" 2>/dev/null
        printf 'Package: infodisk infodisk-web\nPin: version %s\nPin-Priority: -1\n\n' "$1"
    } | replace "$pins"
}

go_back() {
    echo "version $installed has not come up in $minutes minutes: going back to $good"
    refuse "$installed"
    echo "$installed" | replace "$state/failed"  # the kiosk reports it
    if [ -d "$state/packages" ]; then set -- "$state"/packages/*.deb; else set -- $(versions "$good"); fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q -y --allow-downgrades -o Dpkg::Options::=--force-confold install "$@"
}

mkdir -p "$state"
installed=$(query '${Version}' infodisk) || exit 0
[ -n "$installed" ] || exit 0
[ "$(query '${db:Status-Status}' infodisk)" = installed ] || dpkg --configure -a  # an upgrade was interrupted
good=$(cat "$state/good" 2>/dev/null)
said=$(timeout 5 head -c 100 "$health" 2>/dev/null)  # of another user: never more than compared

if [ "$said" = "$installed drawn" ]; then
    rm -f "$state/tries"
    [ "$good" = "$installed" ] || keep
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

SERVICE = f"""\
# written by kiosk-setup --updates
[Unit]
Description=Go back from an upgrade of Infodisk that does not come up

[Service]
Type=oneshot
ExecStart=/bin/sh /etc/infodisk-upgrades/guard {STATE} {HEALTH} {PINS}
TimeoutStartSec=30min
"""

TIMER = """\
# written by kiosk-setup --updates
[Timer]
OnBootSec=1min
OnUnitActiveSec=1min

[Install]
WantedBy=timers.target
"""
