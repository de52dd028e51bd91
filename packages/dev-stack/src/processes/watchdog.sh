# Outlives the process that started it just long enough to end what that process
# left behind. Standard input is a pipe held by the owner, which writes
# `add GROUP` and `remove GROUP` for the process groups it has running. When the
# pipe closes, however the owner ended (kill -9 too), every group still listed is
# ended. Plain sh: it costs 1 MB and is the same on Linux and macOS.
# No `--` before a group: dash takes it for a number.
trap '' INT TERM HUP

groups=''
while read -r verb group; do
  case "$verb" in
    add) groups="$groups $group" ;;
    remove)
      rest=''
      for g in $groups; do [ "$g" = "$group" ] || rest="$rest $g"; done
      groups=$rest
      ;;
  esac
done

for g in $groups; do kill -TERM "-$g" 2>/dev/null; done
tries=0
while [ "$tries" -lt 15 ]; do
  alive=''
  for g in $groups; do kill -0 "-$g" 2>/dev/null && alive="$alive $g"; done
  [ -z "$alive" ] && exit 0
  sleep 0.2
  tries=$((tries + 1))
done
for g in $alive; do kill -KILL "-$g" 2>/dev/null; done
