#!/bin/sh
# The entry point of the locally made mysql image: takes the official one's MYSQL_* variables, first-start scripts and server options.
set -eu

data=/var/lib/mysql
accounts=/run/accounts.sql
[ "${1-}" != mysqld ] || shift

fixed="--no-defaults --datadir=$data --lc-messages-dir=/usr/share/mysql --secure-file-priv=/var/lib/mysql-files --mysqlx=OFF"
scripts=
if [ ! -d "$data/mysql" ]; then
  mysqld $fixed --initialize-insecure
  scripts=$(find /docker-entrypoint-initdb.d -name '*.sh' 2>/dev/null | sort)
fi

sql_text() { # as a literal
  printf "'%s'" "$(printf %s "$1" | sed "s/[\\\\']/\\\\&/g")"
}

: "${MYSQL_ROOT_PASSWORD:?must be set}"
umask 077
{
  echo "CREATE USER IF NOT EXISTS 'root'@'%';"
  echo "ALTER USER 'root'@'%' IDENTIFIED BY $(sql_text "$MYSQL_ROOT_PASSWORD");"
  echo "ALTER USER 'root'@'localhost' IDENTIFIED BY $(sql_text "$MYSQL_ROOT_PASSWORD");"
  echo "GRANT ALL PRIVILEGES ON *.* TO 'root'@'%' WITH GRANT OPTION;"
  if [ -n "${MYSQL_DATABASE-}" ]; then
    echo "CREATE DATABASE IF NOT EXISTS \`$MYSQL_DATABASE\`;"
  fi
  if [ -n "${MYSQL_USER-}" ] && [ "$MYSQL_USER" != root ]; then
    user=$(sql_text "$MYSQL_USER")
    echo "CREATE USER IF NOT EXISTS $user@'%' IDENTIFIED BY $(sql_text "${MYSQL_PASSWORD-}");"
    [ -z "${MYSQL_DATABASE-}" ] || echo "GRANT ALL PRIVILEGES ON \`$MYSQL_DATABASE\`.* TO $user@'%';"
  fi
} >"$accounts"

docker_process_sql() { # what the scripts hand their statements to; here they run when the server starts
  cat >>"$accounts"
}
for script in $scripts; do
  . "$script"
done

# Like the official image: without a name server each connection would wait for one.
exec mysqld $fixed --skip-name-resolve --init-file="$accounts" --socket=/run/mysqld.sock "$@"
