#!/bin/sh
# Runs a real MySQL server (Debian sid's, 9.7 or later) on loopback, for -Dinfra=external; needs neither root nor Docker.
# Usage: real-mysql.sh start FOLDER PORT   unpacks, initialises and starts it in FOLDER, and prints how to use it
#        real-mysql.sh stop FOLDER
set -eu

usage() { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
[ $# -ge 2 ] || usage
here=$(dirname "$0")
mkdir -p "$2"
folder=$(cd "$2" && pwd)
root=$folder/root
data=$folder/data

stop() {
  pid=$(cat "$data/mysqld.pid")
  kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
}

mysqld() { # with its own libraries: the machine's may be older
  library_path=$root/usr/lib/x86_64-linux-gnu:$root/usr/lib/mysql/private
  exec "$root/usr/lib64/ld-linux-x86-64.so.2" --library-path "$library_path" "$root/usr/sbin/mysqld" --no-defaults \
    --basedir="$root/usr" --datadir="$data" --plugin-dir="$root/usr/lib/mysql/plugin" \
    --lc-messages-dir="$root/usr/share/mysql" --character-sets-dir="$root/usr/share/mysql/charsets" \
    --secure-file-priv= --mysqlx=OFF "$@"
}

as_root() { [ "$(id -u)" != 0 ] || echo --user=root; }

start() {
  [ -x "$root/usr/sbin/mysqld" ] || "$here/debian-root.sh" sid "$root" mysql-server-core
  if [ ! -d "$data" ]; then
    (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$folder/password")
    (mysqld $(as_root) --initialize-insecure) >"$folder/mysqld.log" 2>&1 || { tail "$folder/mysqld.log" >&2; exit 1; }
  fi
  (umask 077 && cat >"$folder/account.sql") <<SQL
CREATE USER IF NOT EXISTS 'weirworks'@'127.0.0.1';
ALTER USER 'weirworks'@'127.0.0.1' IDENTIFIED BY '$(cat "$folder/password")';
GRANT ALL PRIVILEGES ON *.* TO 'weirworks'@'127.0.0.1' WITH GRANT OPTION;
ALTER USER 'root'@'localhost' ACCOUNT LOCK;
SQL
  (mysqld $(as_root) --bind-address=127.0.0.1 --port="$1" --socket=mysqld.sock --pid-file=mysqld.pid \
    --skip-name-resolve --init-file="$folder/account.sql" --default-time-zone=+00:00 \
    --character-set-server=utf8mb4 --collation-server=utf8mb4_bin --transaction-isolation=READ-COMMITTED \
    --max-allowed-packet=128M --max-connections=500) </dev/null >"$folder/mysqld.log" 2>&1 &
  server=$!
  until [ -s "$data/mysqld.pid" ] && grep -q "port: $1 " "$folder/mysqld.log"; do
    kill -0 "$server" 2>/dev/null || { tail "$folder/mysqld.log" >&2; exit 1; }
    sleep 0.1
  done
  rm "$folder/account.sql"
  echo "INFRA_PASSWORD=\$(cat $folder/password) ./mvnw -Dinfra=external -Dinfra.jdbc-url=jdbc:mysql://127.0.0.1:$1/ -Dinfra.user=weirworks verify"
}

case $1 in
  start) [ $# = 3 ] || usage; start "$3" ;;
  stop) stop ;;
  *) usage ;;
esac
