#!/bin/sh
# Unpacks Debian packages with all that they depend on into a folder that stands alone; installs nothing, needs no root.
# Usage: debian-root.sh SUITE FOLDER PACKAGE...
# The mirror is the one that this machine's apt uses already; WEIRWORKS_DEBIAN_MIRROR names another.
set -eu

[ $# -ge 3 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
suite=$1
folder=$2
shift 2

first_mirror() { # of the deb822 files, then of the one-line lists
  cat /etc/apt/sources.list.d/*.sources 2>/dev/null | sed -n 's|^URIs: *\([^ ]*/debian/*\)$|\1|p'
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
    sed -n 's|^deb \(\[[^]]*\] \)*\([^ ]*/debian/*\) .*|\2|p'
}

mirror=${WEIRWORKS_DEBIAN_MIRROR:-$(first_mirror | head -n 1)}
[ -n "$mirror" ] || { echo "no Debian mirror in /etc/apt; set WEIRWORKS_DEBIAN_MIRROR" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$folder" "$work/lists/partial" "$work/archives/partial" "$work/parts"
: >"$work/status" # an empty machine: the closure is complete
printf 'deb [signed-by=%s] %s %s main\n' "${WEIRWORKS_DEBIAN_KEYRING:-/usr/share/keyrings/debian-archive-keyring.gpg}" \
  "$mirror" "$suite" >"$work/sources.list"

private_apt() {
  apt-get -q=2 -o Dir::State::status="$work/status" -o Dir::State::lists="$work/lists" \
    -o Dir::Cache::archives="$work/archives" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
    -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts="$work/parts" \
    -o APT::Install-Recommends=false -o APT::Sandbox::User= -o Debug::NoLocking=1 "$@"
}

private_apt update
private_apt --yes --download-only install "$@" >/dev/null
# Since Debian 13 /bin, /lib and /sbin are links into /usr, made by an installer that does not run here.
for name in bin lib sbin lib64; do
  mkdir -p "$folder/usr/$name"
  [ -e "$folder/$name" ] || ln -s "usr/$name" "$folder/$name"
done
for package in "$work"/archives/*.deb; do
  dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink --no-same-owner -C "$folder"
done
echo "$(ls "$work/archives" | grep -c '\.deb$') packages of $suite in $folder"
