# Runs a command until standard input closes, which it does however the tests end, then ends every process
# of the command's own session (a browser leaves its driver's process group) and removes their folder.
folder=$1
shift
setsid "$@" </dev/null &
leader=$!
cat >/dev/null

# True as long as it finds a process to end.
end_all() {
  found=1
  for stat in /proc/[0-9]*/stat; do
    { read -r line <"$stat"; } 2>/dev/null || continue
    # The fields after the name are: state, parent, group, session.
    # shellcheck disable=SC2086 # They are meant to be split.
    set -- ${line##*) }
    if [ "$4" = "$leader" ] && [ "$1" != Z ]; then
      found=0
      kill -KILL "${line%% *}" 2>/dev/null
    fi
  done
  return $found
}

# Processes can be born while the others end, hence the repetition.
while end_all; do :; done
wait
rm -rf "$folder"
