#!/bin/sh
# Make the disk image of a kiosk: deploy/image/build.sh PACKAGE.deb OUT.img [ADMIN.pub]   (as root, amd64, UEFI)
#
# Three partitions: BOOT, with the kernel and the folder infodisk/, which says what this device is; the system, mounted
# read-only; and the state. A power cut can hurt only the state, which mends itself. Write the image to each disk, then put
# kiosk.yaml and root.json (and what else kiosk.yaml names) into infodisk/ on BOOT, from any computer.
# Nobody can log in and nothing listens, unless ADMIN.pub is given: then root can, over SSH and with that key alone.
#
# Needs mmdebstrap, sfdisk, mkfs.vfat (dosfstools), mcopy (mtools), mkfs.ext4 and losetup. For a Raspberry Pi, install the
# arm64 package on Raspberry Pi OS Lite (trixie) instead. To update, write a new image: the devices keep nothing that the
# feed does not bring back. Add the firmware of your GPU (firmware-intel-graphics …) if its kernel driver wants one.
set -eu
[ $# = 2 ] || [ $# = 3 ] || { sed -n 2p "$0"; exit 2; }
package=$(realpath "$1") out=$2 admin=${3:-}
here=$(dirname "$(realpath "$0")")
release=trixie
work=$(mktemp -d)
system='' state=''
finish() {
    umount -R "$work/mnt" 2>/dev/null || true
    for each in $system $state; do losetup -d "$each"; done
    rm -rf "$work"
}
trap finish EXIT

part() { # first-MiB size-MiB: prints the device of that stretch of the image
    losetup -f --show -o $(($1 << 20)) --sizelimit $(($2 << 20)) "$out"
}
truncate -s 0 "$out"
truncate -s 6145M "$out"
sfdisk -q "$out" <<TABLE
label: gpt
start=1MiB, size=256MiB, type=uefi, name=boot
start=257MiB, size=4096MiB, type=linux, name=system
start=4353MiB, size=1790MiB, type=linux, name=state
TABLE
mkfs.vfat -F 32 -s 1 -n BOOT --offset 2048 "$out" $((256 << 10)) >/dev/null 2>&1  # sectors, KiB
system=$(part 257 4096) state=$(part 4353 1790)
mkfs.ext4 -q -L system "$system"
mkfs.ext4 -q -L state "$state"
root=$work/mnt
mkdir "$root"
mount "$state" "$root"
mkdir "$root/infodisk" "$root/timesync" "$root/NetworkManager" "$root/ssh"
chmod 700 "$root/NetworkManager" "$root/ssh"
umount "$root"
mount "$system" "$root"

packages=systemd-sysv,systemd-boot-efi,initramfs-tools,zstd,systemd-timesyncd,network-manager,ca-certificates,linux-image-amd64
mmdebstrap --quiet --variant=minbase --mode=root --skip=check/empty --dpkgopt=force-unsafe-io \
    --include="$packages${admin:+,openssh-server}" $release "$root"
for each in dev proc sys; do mount --rbind --make-rslave "/$each" "$root/$each"; done
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
cp "$package" "$root/var/cache/infodisk.deb"
in_image() { chroot "$root" env DEBIAN_FRONTEND=noninteractive "$@"; }
in_image apt-get -q update
in_image apt-get -q -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io install /var/cache/infodisk.deb
in_image apt-get -q clean

# What a system that cannot write needs: its places on the other partitions, and nobody who would fail to write.
mkdir -p "$root/boot/efi" "$root/state" "$root/etc/infodisk" "$root/var/lib/systemd/timesync" \
    "$root/var/lib/systemd/linger"
cp "$here/fstab" "$root/etc/fstab"
ln -sf /run/NetworkManager/resolv.conf "$root/etc/resolv.conf"
echo infodisk >"$root/etc/hostname"
printf '127.0.0.1 localhost\n127.0.1.1 infodisk\n' >"$root/etc/hosts"
: >"$root/etc/machine-id"
in_image systemctl -q enable infodisk.service
in_image systemctl -q mask apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer \
    systemd-random-seed.service systemd-pcrlock-make-policy.service
if [ -n "$admin" ]; then
    install -D -m 600 "$admin" "$root/root/.ssh/authorized_keys"
    install -D -m 644 "$here/ssh.conf" "$root/etc/systemd/system/ssh.service.d/infodisk.conf"
    printf 'HostKey /state/ssh/key\nPasswordAuthentication no\n' >"$root/etc/ssh/sshd_config.d/infodisk.conf"
    rm -f "$root/etc/ssh"/ssh_host_*
fi
rm -f "$root/usr/sbin/policy-rc.d" "$root/var/cache/infodisk.deb"

# bootctl and kernel-install want /boot/efi to be the partition itself; here all of it is copied there.
esp=$work/esp
install -D "$root/usr/lib/systemd/boot/efi/systemd-bootx64.efi" "$esp/EFI/BOOT/BOOTX64.EFI"
kernel=$(basename "$root"/boot/vmlinuz-*)
cp "$root/boot/$kernel" "$esp/linux"
cp "$root/boot/initrd.img-${kernel#vmlinuz-}" "$esp/initrd"
mkdir -p "$esp/loader/entries" "$esp/infodisk"
printf 'timeout 0\n' >"$esp/loader/loader.conf"
printf 'title Infodisk\nlinux /linux\ninitrd /initrd\noptions root=LABEL=system ro quiet consoleblank=0 fsck.repair=yes\n' \
    >"$esp/loader/entries/infodisk.conf"
cp "$here/kiosk.yaml.example" "$esp/infodisk/"
mcopy -s -Q -i "$out@@1M" "$esp"/* ::
echo "$out: write it to each disk, and put kiosk.yaml and root.json into the folder infodisk of its partition BOOT"
