#!/bin/sh
# Build the disk image of a kiosk: deploy/image/build.sh PACKAGE.deb OUT.img [ADMIN.pub]   (as root, amd64, UEFI)
#
# The image has four partitions: BOOT, with the kernels and the configuration folder infodisk/; two read-only systems, one
# of which runs; and the state. A power cut can damage only the state, which repairs itself. Write the image to each disk,
# then put kiosk.yaml and root.json (and any files that kiosk.yaml names) into infodisk/ on BOOT, from any computer.
# Nobody can log in and nothing listens, unless ADMIN.pub is given: then root can log in, only over SSH with that key.
#
#   UPDATES=https://HOST/images UPDATES_KEY=KEY.gpg   devices install later versions from there, into the inactive system,
#                                                     when the feed permits them (docs/devices.md); KEY.gpg is a public
#                                                     key (gpg --export). Without these, devices do not update.
#   LEVEL=1                                           compression level of xz (default: 6)
#   VERSION=1.2.0+base20261201                        use this instead of the package version, for a new base system
#
# The files to publish at that address, infodisk_VERSION.root.xz and infodisk_VERSION.efi, are written beside OUT.img;
# deploy/image/release.sh signs them. Needs mmdebstrap, sfdisk, mkfs.vfat (dosfstools), mcopy (mtools), mkfs.ext4 and
# resize2fs (e2fsprogs), losetup and xz. For a Raspberry Pi, install the arm64 package on Raspberry Pi OS Lite (trixie)
# instead. Add the firmware of your GPU (firmware-intel-graphics …) if its kernel driver needs it.
set -eu
[ $# = 2 ] || [ $# = 3 ] || { sed -n 2p "$0"; exit 2; }
# Use a private mount namespace: otherwise, programs started meanwhile would keep the mounts, and fsck would fail.
[ -n "${MOUNTS_OF_ITS_OWN:-}" ] || exec env MOUNTS_OF_ITS_OWN=yes unshare --mount --propagation private "$0" "$@"
package=$(realpath "$1") out=$2 admin=${3:-}
here=$(dirname "$(realpath "$0")")
release=trixie
version=${VERSION:-$(dpkg-deb -f "$package" Version)}
if printf '%s\n' "$version" | grep -qE '\+[0-9]+(-[0-9]+)?$'; then  # systemd-boot counts the starts of such an entry
    echo "build.sh: $version ends in + and digits; name it such as $(echo "$version" | sed 's/+\([0-9-]*\)$/+base\1/')" >&2
    exit 2
fi
updates=${UPDATES:-} key=${UPDATES_KEY:-}
[ -z "$updates" ] || [ -r "$key" ] || { echo 'build.sh: UPDATES needs UPDATES_KEY, a public OpenPGP key' >&2; exit 2; }
work=$(mktemp -d)
system='' state=''
finish() {
    umount -R "$work/mnt" 2>/dev/null || true
    for device in $system $state; do losetup -d "$device"; done
    rm -rf "$work"
}
trap finish EXIT

part() { # first-MiB size-MiB: prints a loop device for that part of the image
    losetup -f --show -o $(($1 << 20)) --sizelimit $(($2 << 20)) "$out"
}
root_type=4f68bce3-e8cd-4db1-96e7-fbcaf984b709  # x86-64, which systemd-sysupdate knows as "root"
truncate -s 0 "$out"
truncate -s 10497M "$out"
sfdisk -q "$out" <<TABLE
label: gpt
start=1MiB, size=512MiB, type=uefi, name=boot
start=513MiB, size=4096MiB, type=$root_type, name=infodisk_$version
start=4609MiB, size=4096MiB, type=$root_type, name=_empty
start=8705MiB, size=1790MiB, type=linux, name=state
TABLE
mkfs.vfat -F 32 -s 1 -n BOOT --offset 2048 "$out" $((512 << 10)) >/dev/null 2>&1  # sectors, KiB
system=$(part 513 4096) state=$(part 8705 1790)
mkfs.ext4 -q -O ^has_journal "$system"  # it is read-only
mkfs.ext4 -q -L state "$state"
root=$work/mnt
mkdir "$root"
mount "$state" "$root"
mkdir "$root/infodisk" "$root/timesync" "$root/NetworkManager" "$root/ssh" "$root/upgrades"
chmod 700 "$root/NetworkManager" "$root/ssh"
umount "$root"
mount "$system" "$root"

packages=systemd-sysv,systemd-boot-efi,systemd-boot-tools,systemd-ukify,systemd-container,gpgv,gpg,initramfs-tools,zstd,systemd-timesyncd,network-manager,ca-certificates,linux-image-amd64
mmdebstrap --quiet --variant=minbase --mode=root --skip=check/empty --dpkgopt=force-unsafe-io \
    --include="$packages${admin:+,openssh-server}" $release "$root"
for mount in dev proc sys; do mount --rbind --make-rslave "/$mount" "$root/$mount"; done
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
cp "$package" "$root/var/cache/infodisk.deb"
in_image() { chroot "$root" env DEBIAN_FRONTEND=noninteractive "$@"; }
in_image apt-get -q update
in_image apt-get -q -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io install /var/cache/infodisk.deb
in_image apt-get -q clean
rm -rf "$root"/var/lib/apt/lists/*

# A read-only system needs mount points for the other partitions, and no services that would fail to write.
mkdir -p "$root/boot/efi" "$root/state" "$root/etc/infodisk" "$root/var/lib/systemd/timesync" \
    "$root/var/lib/systemd/linger" "$root/var/lib/infodisk-upgrades"
cp "$here/fstab" "$root/etc/fstab"
ln -sf /run/NetworkManager/resolv.conf "$root/etc/resolv.conf"
echo infodisk >"$root/etc/hostname"
printf '127.0.0.1 localhost\n127.0.1.1 infodisk\n' >"$root/etc/hosts"
: >"$root/etc/machine-id"
in_image systemctl -q enable infodisk.service
in_image systemctl -q mask apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer \
    systemd-random-seed.service systemd-pcrlock-make-policy.service
printf 'IMAGE_ID=infodisk\nIMAGE_VERSION=%s\n' "$version" >>"$root/usr/lib/os-release"
install -D -m 755 "$here/image-update" "$root/usr/lib/infodisk/image-update"
install -D -m 644 "$here/infodisk-image-note.conf" "$root/etc/systemd/system/infodisk.service.d/image.conf"
for unit in infodisk-image-good.service infodisk-image-update.service infodisk-image-update.timer; do
    install -D -m 644 "$here/$unit" "$root/etc/systemd/system/$unit"
done
in_image systemctl -q enable infodisk-image-good.service
if [ -n "$updates" ]; then
    for transfer in "$here"/sysupdate.d/*.transfer; do
        sed "s,@URL@,$updates," "$transfer" | install -D -m 644 /dev/stdin "$root/usr/lib/sysupdate.d/${transfer##*/}"
    done
    install -D -m 644 "$key" "$root/usr/lib/systemd/import-pubring.gpg"
    in_image systemctl -q enable infodisk-image-update.timer
fi
if [ -n "$admin" ]; then
    install -D -m 600 "$admin" "$root/root/.ssh/authorized_keys"
    install -D -m 644 "$here/ssh.conf" "$root/etc/systemd/system/ssh.service.d/infodisk.conf"
    printf 'HostKey /state/ssh/key\nPasswordAuthentication no\n' >"$root/etc/ssh/sshd_config.d/infodisk.conf"
    rm -f "$root/etc/ssh"/ssh_host_*
fi
rm -f "$root/usr/sbin/policy-rc.d" "$root/var/cache/infodisk.deb"

# Each version boots from one file with its kernel, its initrd, and its partition name. `gpt` lets the kernel use the
# backup partition table if a power cut has left the primary one half written.
esp=$work/esp
install -D "$root/usr/lib/systemd/boot/efi/systemd-bootx64.efi" "$esp/EFI/BOOT/BOOTX64.EFI"
kernel=$(basename "$root"/boot/vmlinuz-*)
in_image ukify build --linux "/boot/$kernel" --initrd "/boot/initrd.img-${kernel#vmlinuz-}" --os-release @/etc/os-release \
    --cmdline "root=PARTLABEL=infodisk_$version ro gpt panic=30 quiet consoleblank=0 fsck.repair=yes" --output /tmp/boot.efi
folder=$(dirname "$out")
mv "$root/tmp/boot.efi" "$folder/infodisk_$version.efi"
rm -f "$root/boot/$kernel" "$root/boot/initrd.img-${kernel#vmlinuz-}"  # boot.efi contains them
mkdir -p "$esp/EFI/Linux" "$esp/loader" "$esp/infodisk"
cp "$folder/infodisk_$version.efi" "$esp/EFI/Linux/"
printf 'timeout 0\n' >"$esp/loader/loader.conf"
cp "$here/kiosk.yaml.example" "$esp/infodisk/"
mcopy -s -Q -i "$out@@1M" "$esp"/* ::
fstrim "$root"  # zeros deleted data, so that devices do not download it
umount -R "$root"

# Devices download and write the file system without the free space of its partition.
check() { fsck.ext4 -fy "$system" >/dev/null || [ $? = 1 ]; }
check
resize2fs -M "$system" >/dev/null 2>&1
check
blocks=$(dumpe2fs -h "$system" 2>/dev/null | sed -n 's/^Block count: *//p')
size=$(dumpe2fs -h "$system" 2>/dev/null | sed -n 's/^Block size: *//p')
losetup -d "$system"
system=$(losetup -f --show -o $((513 << 20)) --sizelimit $((blocks * size)) "$out")
xz -T0 "-${LEVEL:-6}" -c "$system" >"$folder/infodisk_$version.root.xz"
echo "$out: write it to each disk, and put kiosk.yaml and root.json into the folder infodisk of its partition BOOT"
