#!/bin/sh
# Make the disk image of a kiosk: deploy/image/build.sh PACKAGE.deb OUT.img   (as root, amd64, UEFI)
#
# Two partitions besides the boot one: the system, mounted read-only, and the state. A power cut can hurt only the
# state, which mends itself. Needs debootstrap, sfdisk, mkfs.vfat (dosfstools), mcopy (mtools), mkfs.ext4 and losetup. For a
# Raspberry Pi, install the arm64 package on Raspberry Pi OS Lite (trixie) and copy deploy/image/fstab. Updates of the kernel:
# make a new image, or copy the new kernel and initrd to the boot partition.
set -eu
[ $# = 2 ] || { sed -n 2p "$0"; exit 2; }
package=$(realpath "$1") out=$2
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
mkdir "$work/mnt"
mount "$system" "$work/mnt"
mkdir -p "$work/mnt/boot/efi" "$work/mnt/var/lib/infodisk"

debootstrap --variant=minbase $release "$work/mnt" >/dev/null
for each in dev proc sys; do mount --rbind --make-rslave "/$each" "$work/mnt/$each"; done
printf '#!/bin/sh\nexit 101\n' >"$work/mnt/usr/sbin/policy-rc.d"
chmod 755 "$work/mnt/usr/sbin/policy-rc.d"
cp "$package" "$work/mnt/var/cache/infodisk.deb"
in_image() { chroot "$work/mnt" env DEBIAN_FRONTEND=noninteractive "$@"; }
in_image apt-get -q -y --no-install-recommends install systemd-sysv systemd-boot-efi initramfs-tools zstd \
    systemd-timesyncd network-manager ca-certificates openssh-server
in_image apt-get -q -y --no-install-recommends install linux-image-amd64 /var/cache/infodisk.deb
# bootctl and kernel-install want /boot/efi to be the partition itself; here it is copied there below.
esp=$work/mnt/boot/efi
install -D "$work/mnt/usr/lib/systemd/boot/efi/systemd-bootx64.efi" "$esp/EFI/BOOT/BOOTX64.EFI"
kernel=$(basename "$work/mnt"/boot/vmlinuz-*)
cp "$work/mnt/boot/$kernel" "$esp/linux"
cp "$work/mnt/boot/initrd.img-${kernel#vmlinuz-}" "$esp/initrd"
mkdir -p "$esp/loader/entries"
printf 'timeout 0\n' >"$esp/loader/loader.conf"
printf 'title Infodisk\nlinux /linux\ninitrd /initrd\noptions root=LABEL=system ro quiet consoleblank=0\n' \
    >"$esp/loader/entries/infodisk.conf"
in_image apt-get -q clean
cp "$here/fstab" "$work/mnt/etc/fstab"
rm -f "$work/mnt/usr/sbin/policy-rc.d" "$work/mnt/var/cache/infodisk.deb" "$work/mnt/etc/ssh"/ssh_host_*
: >"$work/mnt/etc/machine-id"
mcopy -s -Q -i "$out@@1M" "$esp"/* ::
mdir -b -i "$out@@1M" ::/loader/entries
rm -rf "${esp:?}"/*
echo "$out: write it to the disk, boot, then: kiosk-setup --feed URL --root root.json --screen ID"
