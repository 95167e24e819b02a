# Runs the command given after the pid file's path, and ends it when our standard input ends: it is a pipe from
# Tadoru, which the kernel closes however Tadoru ends. Ctrl-C reaches us too and is left to Tadoru.
pid_file=$1
shift
trap '' INT HUP
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
(
    cat <&3 >/dev/null
    server=$(cat "$pid_file") # read now: later it may be the next start's
    kill "$child"
    waited=0
    while [ "$waited" -lt "${TADORU_WATCHDOG_GRACE:-20}" ] && kill -0 "$child"; do
        sleep 1
        waited=$((waited + 1))
    done
    if kill -0 "$child"; then
        kill -9 $server "$child" # in this order: when the child is gone, this watch is ended
    fi
) 2>/dev/null &
watch=$!
exec 3<&-
wait "$child"
code=$?
kill "$watch" 2>/dev/null
exit "$code"
