#!/bin/sh
# Runs inside the trial root, as a unit of its systemd: drives the package and writes what came of each step.
exec >/root/result 2>/root/result.log
set -x
read -r url screen </root/words
say() { echo "$*"; }
state() { systemctl is-active infodisk; }

kiosk-setup --feed "$url" --root /root/root.json --screen "$screen" --no-start
systemctl enable -q infodisk
systemctl start infodisk
say started "$(state)"
say user "$(ps -o user= -p "$(pgrep -f 'kiosk run' | tail -1)")"
listening=0
for pid in $(pgrep -u infodisk); do
    for inode in $(find "/proc/$pid/fd" -printf "%l\n" | sed -n 's/^socket:\[\([0-9]*\)\].*/\1/p'); do
        ! grep -q " 0A .* $inode " /proc/net/tcp /proc/net/tcp6 || listening=$((listening + 1))
    done
done
say listening $listening

# A kiosk that draws is left alone by its watchdog, and one that is told to end is no crash.
timeout 25 sh -c 'journalctl -f -n 50 -u infodisk | grep -q -m 1 "Watchdog timeout"' && say watchdog bites || say watchdog waits
systemctl restart infodisk
say after-restart "$(state)"

# It may be stopped at any moment of its start: it ends by itself, and that is no crash.
stop_when() { # name command-that-succeeds-at-the-moment
    systemctl stop infodisk
    systemctl start --no-block infodisk
    timeout 60 sh -c "until $2 >&2; do sleep 0.05; done"
    systemctl stop infodisk
    say "stopped-at-$1" "$(systemctl show -p Result --value infodisk)"
}
stop_when session 'pgrep -f "[/]kiosk-session"'
stop_when compositor 'pgrep -x cage'
stop_when kiosk 'pgrep -f "[p]ython3.*kiosk run"'
stop_when beginning 'grep "running.:..[0-9a-f]" /var/lib/infodisk/health/crash_history.json'
systemctl start infodisk
say crashes "$(journalctl -u infodisk | grep -c 'the last run crashed')"
say web "$(runuser -u infodisk -- /opt/infodisk/bin/python3 -I -c '
import sys
from kiosk.webshot.renderer_client import SERVICE, RendererClient
from kiosk.webshot.render_request import WebError, read_render_request
assert SERVICE.is_socket()
try:
    RendererClient(()).take(read_render_request(sys.stdin.buffer.readline()))
    print("picture")
except WebError as bad:
    print(bad)
' </root/order)"
apt-get -q -y remove infodisk-web >&2

pkill -STOP -f 'python3.*kiosk run'
timeout 60 sh -c 'journalctl -f -n 50 -u infodisk | grep -q -m 1 "Scheduled restart job"'
systemctl start infodisk
say restarts "$(systemctl show -p NRestarts --value infodisk)"
say after-freeze "$(state)"
cp /var/lib/infodisk/health/crash.json /root/crash.json
timeout 60 tail -F -c +1 /var/lib/infodisk/good 2>/dev/null | head -c 64 >/dev/null
say generation "$(cat /var/lib/infodisk/good)"

rm -f /usr/sbin/policy-rc.d
dpkg -i /root/later.deb >&2
systemctl start infodisk
say after-upgrade "$(state)"
say version "$(dpkg-query -W -f '${Version}' infodisk)"
say generation-after-upgrade "$(cat /var/lib/infodisk/good)"

apt-get -q -y remove infodisk >&2
if [ -e /opt/infodisk ] || [ -e /usr/bin/kiosk ] || systemctl cat infodisk.service >&2; then
    say after-remove left
else
    say after-remove gone
fi
say state-after-remove "$(cat /var/lib/infodisk/good)"
systemctl poweroff
