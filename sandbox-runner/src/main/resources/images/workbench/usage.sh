# usage ROOT: what this container has used, by the cgroup files below ROOT, of version 1 or 2, as words key=number in $usage:
#
#   cpu        processor time in microseconds, of all processes together
#   memory     bytes at the peak, files in memory included; where the kernel keeps no peak, bytes now
#   processes  processes and threads now
#   most       processes and threads at the peak
#   refused    how often one more was refused
#   killed     processes that were killed for want of memory
#
# What the kernel does not tell is left out. Only what the shell has built in is used: at the limit no process can be started.
usage() {
  usage=
  if entry "$1/cpu.stat" usage_usec; then
    usage="cpu=$value"
  elif number "$1/cpuacct/cpuacct.usage"; then
    usage="cpu=$((value / 1000))"
  fi
  for file in memory.peak memory/memory.max_usage_in_bytes memory.current memory/memory.usage_in_bytes; do
    if number "$1/$file"; then
      usage="$usage memory=$value"
      break
    fi
  done
  if number "$1/pids.current" || number "$1/pids/pids.current"; then usage="$usage processes=$value"; fi
  if number "$1/pids.peak" || number "$1/pids/pids.peak"; then usage="$usage most=$value"; fi
  if entry "$1/pids.events" max || entry "$1/pids/pids.events" max; then usage="$usage refused=$value"; fi
  if entry "$1/memory.events" oom_kill || entry "$1/memory/memory.oom_control" oom_kill; then usage="$usage killed=$value"; fi
}

# number FILE: the number that the file begins with, in $value.
number() {
  value=
  if [ -r "$1" ]; then IFS=' ' read -r value _ <"$1"; fi
  is_number
}

# entry FILE KEY: the number behind the key, in $value.
entry() {
  if [ -r "$1" ]; then
    while IFS=' ' read -r key value; do
      if [ "$key" = "$2" ]; then
        is_number
        return
      fi
    done <"$1"
  fi
  return 1
}

is_number() {
  case $value in
    '' | *[!0-9]*) return 1 ;;
  esac
}
