# Runs the command that it gets as arguments, and ends it when our standard input ends: because whoever holds the other
# end closed it, or was killed. INT lets PostgreSQL disconnect everybody and shut down; QUIT ends it at once.
exec 3<&0 </dev/null

"$@" 3<&- &
command=$!

trap 'kill -INT "$command" 2>/dev/null' INT TERM HUP

(
  while read -r line <&3; do :; done
  kill -INT "$command" 2>/dev/null
  tries=0
  while kill -0 "$command" 2>/dev/null && [ "$tries" -lt 20 ]; do
    sleep 1
    tries=$((tries + 1))
  done
  kill -QUIT "$command" 2>/dev/null
) &
watcher=$!
exec 3<&-

wait "$command"
code=$?
while kill -0 "$command" 2>/dev/null; do # a signal to us ended the waiting, not the command
  wait "$command"
  code=$?
done
kill "$watcher" 2>/dev/null
exit "$code"
