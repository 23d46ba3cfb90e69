#!/bin/sh
# Runs Debian's Docker engine out of a folder, for -Dinfra=containers: installs nothing, has its own socket, images and
# data, leaves the machine's packet filter alone and publishes ports on loopback only. Needs root (the kernel's rules).
# Usage: docker-engine.sh start FOLDER   prints the DOCKER_HOST to use; FOLDER best outside any overlay file system
#        docker-engine.sh stop FOLDER
set -eu

usage() { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
[ $# = 2 ] || usage
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$2"
folder=$(cd "$2" && pwd)
root=$folder/root

start() {
  suite=$(. /etc/os-release && echo "$VERSION_CODENAME") # the same libraries as the machine's
  [ -x "$root/usr/sbin/dockerd" ] || "$here/debian-root.sh" "$suite" "$root" docker.io containerd runc
  export PATH="$root/usr/sbin:$root/usr/bin:$root/sbin:$root/bin:$PATH"
  export LD_LIBRARY_PATH="$root/usr/lib/x86_64-linux-gnu:$root/lib/x86_64-linux-gnu"
  # Used inside of the containers' own networks only: there it leads names to the engine.
  export XTABLES_LIBDIR="$root/usr/lib/x86_64-linux-gnu/xtables"
  [ -e "$root/usr/sbin/iptables" ] || ln -s iptables-legacy "$root/usr/sbin/iptables" # an installer would have
  setsid dockerd --host "unix://$folder/docker.sock" --data-root "$folder/data" --exec-root "$folder/exec" \
    --pidfile "$folder/dockerd.pid" --iptables=false --ip6tables=false --ip 127.0.0.1 \
    </dev/null >"$folder/dockerd.log" 2>&1 &
  engine=$!
  until [ -S "$folder/docker.sock" ] && grep -q 'API listen on' "$folder/dockerd.log"; do
    kill -0 "$engine" 2>/dev/null || { tail "$folder/dockerd.log" >&2; exit 1; }
    sleep 0.2
  done
  echo "export DOCKER_HOST=unix://$folder/docker.sock"
}

stop() {
  pid=$(cat "$folder/dockerd.pid")
  kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
}

case $1 in
  start) start ;;
  stop) stop ;;
  *) usage ;;
esac
