#!/bin/sh
# Runs one command of one attempt, once, and leaves its true end behind, whatever becomes of the executor.
#   supervise.sh TAG LOCK NICENESS COMMAND [ARGUMENT...]
# Started in the run directory as the leader of its own session. Each file is there whole or not at all.
# Ends with 97 where the attempt was taken before (nothing ran), 96 where it could not be taken.
set -u
umask 077
tag=$1 lock=$2 niceness=$3
shift 3

put() { # FILE TEXT
  printf '%s\n' "$2" >"$1.tmp" && mv -f "$1.tmp" "$1"
}

identity() { # PID; prints "pid start-ticks boot-id", so that a recycled pid is told apart
  read -r stat <"/proc/$1/stat" && read -r boot </proc/sys/kernel/random/boot_id || return
  set -- "$1" ${stat##*) } # the command name, which may hold blanks, ends at the last ") "
  echo "$1 ${21} $boot"
}

killed=
stop() { # one TERM for each process of the group but this one
  killed=killed
  trap '' TERM INT HUP
  kill -s TERM -- "-$$"
}
trap stop TERM INT HUP

if ! ln -s "$tag" "$lock"; then
  [ -L "$lock" ] && exit 97
  exit 96
fi
put supervisor "$(identity $$)"

rc=143
[ ! -e cancel ] || killed=killed
if [ -z "$killed" ]; then
  (cd work && exec nice -n "$niceness" "$@") </dev/null >>stdout.log 2>>stderr.log &
  child=$!
  put child "$(identity "$child")"
  [ -z "$killed" ] || kill -s TERM -- "-$$" # it came before the child was there to get it
  wait "$child"
  rc=$?
  if [ -n "$killed" ]; then # the signal may have ended that wait early; 127 says that it had not
    wait "$child"
    again=$?
    [ "$again" = 127 ] || rc=$again
  fi
fi
put exit "$rc ${killed:-done} $(date +%s)"
kill -s KILL -- "-$$" # what the command left in the background ends with it
