#!/bin/sh
# Runs inside the trial root, as a unit of its systemd, at each of its boots: upgrades the device and writes what came of it.
exec >>/root/result 2>>/root/result.log
set -x
read -r first good broken last </root/versions
state=/var/lib/infodisk-upgrades
say() { echo "$*"; }
version() { dpkg-query -W -f '${Version} ${db:Status-Status}' infodisk; }
package_is() { [ "$(version)" = "$1" ]; }
settled() { ! systemctl is-active -q infodisk-upgrade-guard && systemctl is-active -q infodisk; }
feed() { ln -sfn "feeds/$1" /srv/site.new && mv -T /srv/site.new /srv/site; }
within() { # seconds command...: until it succeeds
    left=$1
    shift
    while [ "$left" -gt 0 ]; do
        ! "$@" || return 0
        left=$((left - 1))
        sleep 1
    done
    echo "not within its time: $*" >&2
    return 1
}
is() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }
permitted() { within 120 is /run/infodisk/permitted "$1"; }
fetch() { systemctl start infodisk-upgrade-fetch; }
cut_at() { # version and status of the package at which the power is cut
    systemctl stop infodisk-upgrade-guard.timer
    within 120 settled
    fetch
    systemctl start --no-block infodisk-upgrade-guard.service
    timeout 120 sh -c "until dpkg-query -W -f '\${Version} \${db:Status-Status}' infodisk | grep -qx '$1'; do :; done"
    say "cut-at-${1##* }" "$(version)"
    sync
    touch /root/cut
    sleep 60
    say "no-cut-at-${1##* }"
}

boot=$(cat /root/boot 2>/dev/null || echo 1)
echo $((boot + 1)) >/root/boot
case $boot in
1)
    feed 1
    kiosk-setup --feed file:///srv/site --root /root/root.json --screen hall --updates file:///srv/apt \
        --updates-key /srv/apt/infodisk.asc --no-start >&2
    echo 'poll: 5 s' >>/etc/infodisk/kiosk.yaml
    systemctl enable -q infodisk
    systemctl start infodisk
    within 400 is $state/good "$first"
    say first "$(version)"
    say listening "$(cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6 | grep -cE ' (0A|07) ')"
    for unit in infodisk infodisk-upgrade-guard infodisk-upgrade-fetch; do
        systemd-analyze security --threshold=30 --no-pager "$unit.service" >&2 && say "tight-$unit" yes
    done

    fetch
    say not-permitted "$(ls $state/next 2>&1 | wc -l) $(cat $state/next)"
    feed 2
    permitted "$good"
    fetch
    within 600 is $state/good "$good"
    say good-upgrade "$(version)" "$(systemctl is-active infodisk)"

    feed 3
    permitted "$broken"
    fetch
    within 300 sh -c "dpkg-query -W -f '\${Version} \${db:Status-Status}' infodisk | grep -qxF '$broken installed'"
    say broken-installed "$(version)"
    within 900 is $state/failed "$broken"
    within 300 package_is "$good installed"
    within 300 is /run/infodisk/version "$good drawn"
    within 300 settled
    say went-back "$(version)" "$(systemctl is-active infodisk)"
    fetch
    say never-again "$(cat $state/next)"

    feed 4
    permitted "$last"
    cut_at "$good half-installed"
    ;;
2)
    within 400 package_is "$good installed"
    within 400 is /run/infodisk/version "$good drawn"
    within 300 settled
    say after-first-cut "$(version)" "$(systemctl is-active infodisk)"
    permitted "$last"
    cut_at "$last half-configured"
    ;;
3)
    within 600 is $state/good "$last"
    say after-second-cut "$(version)" "$(systemctl is-active infodisk)"
    say failed "$(cat $state/failed)"
    ;;
esac
systemctl poweroff
